namespace Survey.Engines;

/// <summary>Fills a table of a database.</summary>
internal static class TableLoader
{
    extension(IServer server)
    {
        /// <summary>Creates a table and fills it with rows, or adds rows to one that is there.</summary>
        /// <param name="rows">What is loaded, all its columns; rows of files are read as they are loaded.</param>
        /// <param name="table">The table.</param>
        /// <param name="options">Whether the table is there, and how it is kept.</param>
        /// <param name="progress">Is told the number of rows loaded so far.</param>
        /// <param name="cancellation">Ends the load, with an <see cref="OperationCanceledException"/>.</param>
        /// <returns>How many rows were loaded.</returns>
        /// <exception cref="SurveyDataException">The table does not take the rows, or the server failed. A new table is then not there, and one of PostgreSQL or DuckDB is as it was.</exception>
        public long Load(Rows rows, TableName table, LoadOptions options, IProgress<long>? progress, CancellationToken cancellation)
        {
            if (rows.Columns.Count == 0)
                throw new SurveyDataException("There is no column to load; give rows with at least one.");
            foreach (string key in options.OrderBy)
                rows.Require(key);
            try
            {
                return rows.Settled(() => Attempt(rows, () => server.Target(table, options, cancellation), progress, cancellation));
            }
            catch (LoadFailedException error)
            {
                throw error.Failure;
            }
        }

        private LoadTarget Target(TableName table, LoadOptions options, CancellationToken cancellation) =>
            server switch
            {
                AdoServer ado => new AdoTarget(ado, table, options, cancellation),
                ClickHouseServer clickHouse => new ClickHouseTarget(clickHouse, table, options, cancellation),
                _ => throw new NotSupportedException($"{server.Name} takes no rows."),
            };
    }

    private static long Attempt(Rows rows, Func<LoadTarget> open, IProgress<long>? progress, CancellationToken cancellation)
    {
        using LoadTarget target = open();
        try
        {
            return Fill(rows, target, progress, cancellation);
        }
        catch (LoadFailedException error)
        {
            throw new LoadFailedException(target.Undo(error.Failure));
        }
        catch (SurveyDataException error)
        {
            throw target.Undo(error);
        }
        catch
        {
            target.Undo(new SurveyDataException());
            throw;
        }
    }

    private static long Fill(Rows rows, LoadTarget target, IProgress<long>? progress, CancellationToken cancellation)
    {
        LoadColumn[] columns = [.. rows.Columns.Select(name => new LoadColumn(name, rows.VarietyOf(name).Type))];
        target.Begin(columns);
        if (target.KeepsWhatFailed)
            Pass(rows, target.Check, null, cancellation);
        long count = Pass(rows, target.Write, progress, cancellation);
        target.Finish();
        return count;
    }

    private static long Pass(Rows rows, Action<IReadOnlyList<Column>, long> take, IProgress<long>? progress, CancellationToken cancellation)
    {
        long count = 0;
        foreach (Chunk chunk in rows.Read(rows.Columns))
            using (chunk)
            {
                cancellation.ThrowIfCancellationRequested();
                take(chunk.Columns, chunk.FirstRow);
                count += chunk.RowCount;
                progress?.Report(count);
            }
        return count;
    }
}
