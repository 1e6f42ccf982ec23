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
        /// <exception cref="SurveyDataException">The table does not take the rows, they look like personal data, or the server failed. A new table is then not there, and one of PostgreSQL or DuckDB is as it was.</exception>
        /// <exception cref="OperationCanceledException">The load was given up; the message says what is left of it.</exception>
        public long Load(Rows rows, TableName table, LoadOptions options, IProgress<long>? progress, CancellationToken cancellation)
        {
            if (rows.Columns.Count == 0)
                throw new SurveyDataException("There is no column to load; give rows with at least one.");
            foreach (string key in options.OrderBy)
                rows.Require(key);
            PersonalCheck.Before(rows, options.PersonalDataAllowedIn);
            try
            {
                return rows.Settled(() => Attempt(
                    () => server.Target(table, options, cancellation),
                    target => Fill(rows, target, new PersonalCheck(rows, options.PersonalDataAllowedIn), progress, cancellation),
                    options.Append ? $"the table {table} is as it was" : $"no table {table} is left"));
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

    /// <param name="open">Makes the table, or finds it.</param>
    /// <param name="fill">Loads all rows.</param>
    /// <param name="undone">How the table is once everything is taken back, as a clause.</param>
    private static long Attempt(Func<LoadTarget> open, Func<LoadTarget, long> fill, string undone)
    {
        using LoadTarget target = open();
        try
        {
            return fill(target);
        }
        catch (OperationCanceledException stopped)
        {
            var told = new SurveyDataException("The load was stopped");
            SurveyDataException left = target.Undo(told);
            throw new OperationCanceledException(ReferenceEquals(left, told) ? $"{told.Message}; {undone}." : left.Message, stopped, stopped.CancellationToken);
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
            target.Undo(new SurveyDataException()); // to begin again with what is known by now: no failure to be told
            throw;
        }
    }

    private static long Fill(Rows rows, LoadTarget target, PersonalCheck personal, IProgress<long>? progress, CancellationToken cancellation)
    {
        LoadColumn[] columns = [.. rows.Columns.Select(name => new LoadColumn(name, rows.VarietyOf(name).Type))];
        target.Begin(columns);
        if (target.KeepsWhatFailed)
        {
            Pass(rows, Both(target.Check, personal), null, cancellation);
            personal.End();
        }
        long count = Pass(rows, target.KeepsWhatFailed ? target.Write : Both(target.Write, personal), progress, cancellation);
        if (!target.KeepsWhatFailed)
            personal.End();
        target.Finish();
        return count;
    }

    private static Action<IReadOnlyList<Column>, long> Both(Action<IReadOnlyList<Column>, long> take, PersonalCheck personal) => (columns, firstRow) =>
    {
        personal.Take(columns);
        take(columns, firstRow);
    };

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
