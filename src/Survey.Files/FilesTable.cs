using Survey.Files.Columns;
using Survey.Files.Csv;
using Survey.Files.Parquet.Reading;

namespace Survey.Files;

/// <summary>Reads files as one table, in two passes: the first types the columns by all their values, the second makes them.</summary>
internal static class FilesTable
{
    private const string FewerColumns = "read fewer columns (Columns) or fewer files at once, or read them as rows (Rows.Open).";

    /// <param name="paths">As the user gave them.</param>
    /// <param name="options">What the files cannot say about themselves.</param>
    /// <param name="pace">How CSV files are read.</param>
    public static Table Read(IReadOnlyList<string> paths, ReadOptions options, ReadPace? pace = null)
    {
        pace ??= ReadPace.Usual;
        RowFile[]? files = null;
        try
        {
            files = RowFile.OpenAll(paths, options, RowFile.OpenUnchecked);
            return Read(files, options, pace);
        }
        catch (SurveyDataException) when (files is null || files.Any(file => file is CsvFile))
        {
            // whether the bytes are text at all is said before what is wrong with the text
            return Read(RowFile.OpenAll(paths, options, RowFile.Open), options, pace);
        }
    }

    private static Table Read(RowFile[] files, ReadOptions options, ReadPace pace)
    {
        if (files.All(file => file is ParquetFile))
            return ParquetTable.Read([.. files.Cast<ParquetFile>()], options);
        IReadOnlyList<string> columns = ColumnsOf(files, options);
        CsvFile[]? all = files.All(file => file is CsvFile) ? [.. files.Cast<CsvFile>()] : null;
        MissingCodes[] missing = [.. columns.Select(name => MissingIn(name, options))];
        ColumnEvidence[] evidence = [.. columns.Select((name, k) => EvidenceOf(name, missing[k], options, files.Length > 1))];
        int rows = all is null ? Pass(files, columns, evidence) : CsvTable.Look(all, columns, missing, evidence, pace);

        ColumnPlan[] plans = [.. columns.Select((name, k) => new ColumnPlan(name, evidence[k].Decide(), options.Types.ContainsKey(name), missing[k], evidence[k].WhyNotNumber()))];
        return Make(files, plans, rows, all, pace);
    }

    /// <summary>The texts for "missing" in a column.</summary>
    public static MissingCodes MissingIn(string name, ReadOptions options) => new([.. options.Missing, .. options.MissingIn.GetValueOrDefault(name, [])]);

    /// <summary>Nothing yet.</summary>
    public static ColumnEvidence EvidenceOf(string name, MissingCodes missing, ReadOptions options, bool severalFiles) =>
        new(name, missing, TypeOf(name, options), options.Keys.Contains(name, StringComparer.Ordinal)) { SeveralFiles = severalFiles };

    private static Table Make(RowFile[] files, ColumnPlan[] plans, int rows, CsvFile[]? all, ReadPace pace)
    {
        try
        {
            CheckMemory(files, [.. plans.Select(plan => plan.Type)], rows);
            Column[] columns = all is null ? Built(files, plans, rows) : CsvTable.Made(all, plans, rows, pace);
            return new Table([.. plans.Select((plan, k) => (plan.Name, columns[k]))], [.. files.SelectMany(file => file.Notes)]);
        }
        catch (OutOfMemoryException full)
        {
            throw new SurveyDataException($"{Size(files, plans.Length, rows)}, which needs more memory than there is; {FewerColumns}", full);
        }
    }

    private static Column[] Built(RowFile[] files, ColumnPlan[] plans, int rows)
    {
        ColumnBuilder[] builders = [.. plans.Select(plan => ColumnBuilder.Of(plan, rows))];
        if (Pass(files, [.. plans.Select(plan => plan.Name)], builders) != rows)
            throw InputFile.Changed(files[0].File);
        return [.. builders.Select(builder => builder.Build())];
    }

    /// <summary>Refuses a table that cannot be held. Asked before, as systems promise memory that they do not have and then end the program.</summary>
    /// <param name="files">Which.</param>
    /// <param name="types">Of its columns.</param>
    /// <param name="rows">How many.</param>
    /// <param name="memory">Bytes of the machine; a quarter is left to what is done with the table.</param>
    internal static void CheckMemory(IReadOnlyList<RowFile> files, IReadOnlyList<ColumnType> types, int rows, long? memory = null)
    {
        long bytes = types.Sum(type => type switch { ColumnType.Number => 8L, ColumnType.Flag => 1L, _ => 4L }) * rows;
        long available = (memory ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes) / 4 * 3;
        if (bytes > available)
            throw new SurveyDataException($"{Size(files, types.Count, rows)}, which needs {Invariant.Count(bytes)} bytes of memory, and there are {Invariant.Count(available)} for it; {FewerColumns}");
    }

    private static string Size(IReadOnlyList<RowFile> files, int columns, int rows) =>
        $"{files[0].File} {(files.Count == 1 ? "makes" : $"and the files after it ({files.Count} in all) make")} a table of {Invariant.Count(rows)} {(rows == 1 ? "row" : "rows")} and {Invariant.Count(columns)} {(columns == 1 ? "column" : "columns")}";

    /// <summary>The columns to read, every name in the options held against the files.</summary>
    public static IReadOnlyList<string> ColumnsOf(IReadOnlyList<RowFile> files, ReadOptions options)
    {
        RowFile first = files[0];
        var known = new HashSet<string>(first.Columns, StringComparer.Ordinal);
        IEnumerable<string> named = [.. options.Columns ?? [], .. options.Types.Keys, .. options.MissingIn.Keys, .. options.Keys];
        if (named.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new SurveyDataException(first.WhyNot(unknown) ?? $"In {first.File} {Uncapitalized(Rows.NoSuchColumn(unknown, [.. first.Columns.Select(Texts.Name)]))}");
        foreach (RowFile file in files.Skip(1))
            CheckSameColumns(file, first, options);
        return options.Columns ?? first.Columns;
    }

    private static void CheckSameColumns(RowFile file, RowFile first, ReadOptions options)
    {
        var columns = new HashSet<string>(file.Columns, StringComparer.Ordinal);
        if ((options.Columns ?? first.Columns).FirstOrDefault(name => !columns.Contains(name)) is { } lacking)
        {
            if (file.WhyNot(lacking) is { } why)
                throw new SurveyDataException(why);
            string hint = Nearest.Hint(Texts.Name(lacking), file.Columns.Select(Texts.Name));
            throw new SurveyDataException($"{file.File} has no column '{Texts.Name(lacking)}', which {first.File} has{(hint.Length > 0 ? hint : "; add it, or read only the columns that both have.")}");
        }
        if (options.Columns is not null)
            return;
        columns.ExceptWith(first.Columns);
        if (file.Columns.FirstOrDefault(columns.Contains) is { } extra)
            throw new SurveyDataException($"{file.File} has a column '{Texts.Name(extra)}', which {first.File} has not; read only the columns that both have.");
    }

    private static int Pass(RowFile[] files, IReadOnlyList<string> columns, IReadOnlyList<FieldTarget> targets)
    {
        var targetOf = columns.Select((name, k) => (name, targets[k])).ToDictionary(pair => pair.name, pair => pair.Item2, StringComparer.Ordinal);
        long rows = 0;
        foreach (RowFile file in files)
        {
            rows += file.Read([.. file.Columns.Select(targetOf.GetValueOrDefault)]);
            if (rows > Array.MaxLength)
                throw new SurveyDataException($"{file.File} brings the table to {Invariant.Count(rows)} rows, and a table has at most {Invariant.Count(Array.MaxLength)}; read fewer files at once.");
        }
        return (int)rows;
    }

    /// <summary>The type that was declared.</summary>
    public static ColumnType? TypeOf(string name, ReadOptions options) => options.Types.TryGetValue(name, out ColumnType type) ? type : null;

    private static string Uncapitalized(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
