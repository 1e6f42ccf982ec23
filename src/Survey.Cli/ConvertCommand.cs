using Survey.Files;
using Survey.Files.Parquet;

namespace Survey.Cli;

/// <summary>survey convert: files of rows from one format to another.</summary>
internal static class ConvertCommand
{
    private const string Results = "Results";

    private const string Lesson = """
        Reads one file or several as one, as survey describe shows them, and writes OUT: Parquet where its name ends in
        .parquet, a workbook where it ends in .xlsx, CSV where it ends in .csv. CSV files become Parquet or CSV as they
        are read, in the memory of some 131,072 rows, whatever their size. OUT appears whole or not at all.

        Parquet keeps what CSV cannot: types, labels, the order of levels. --labels FILE is a CSV file with a row a level,
        in the order of the levels: column,level,label and, where the order has a meaning, ordered (true or false). It is
        read where OUT is Parquet, and its columns are read as categories; it is written where OUT is not and the rows
        have labels, so that nothing is lost either way.

        Where a column looks like personal data (ID card and phone numbers, names, addresses, accounts) nothing is
        written. Name the columns to keep with --columns: what is named there is kept whatever it looks like.

        Examples
          survey convert people.csv people.parquet
          survey convert wave1.csv wave2.csv both.parquet --type village=category --missing 99
          survey convert people.csv people.parquet --labels labels.csv
          survey convert people.parquet people.csv --labels labels.csv
          survey convert export.xlsx people.csv --sheet "Wave 2" --columns village,sex,age,weight

        """;

    public static readonly Command Command = new(
        "convert",
        "files of rows as Parquet, CSV or a workbook, with labels kept",
        "IN [IN ...] OUT [options]",
        () =>
        [
            new("--columns", ["COL[,COL]"], "the columns to keep, in this order; by default all, and then none may look like personal data", Results),
            new("--labels", ["FILE"], "labels of levels (column,level,label[,ordered]): read where OUT is Parquet, else written", Results),
            .. Reading.Options,
            .. Streaming.Options,
        ],
        Lesson,
        Run);

    private static int Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        string[] inputs = [.. arguments.Files.SkipLast(1)];
        string file = inputs.Length > 0 ? arguments.Files[^1] : throw new ArgumentException("convert takes a file to read and one to write; write survey convert IN OUT, such as survey convert people.csv people.parquet.");
        if (Path.GetExtension(file).ToLowerInvariant() is not (".parquet" or ".csv" or ".xlsx"))
            throw new ArgumentException($"The name of the file to write, {file}, says no format; end it in .parquet, .csv or .xlsx.");
        CheckPlaces(arguments, inputs, file);
        return Streaming.OnThreads(arguments, () => Convert(arguments, inputs, file, output, messages));
    }

    private static void CheckPlaces(Arguments arguments, string[] inputs, string file)
    {
        OutputPath.RefuseInput(file, inputs, "name another file to write");
        Reading.CheckFiles(arguments);
        if (arguments["--labels"] is not { } labels)
            return;
        OutputPath.RefuseInput(file, [labels], "name another file to write");
        OutputPath.RefuseInput(labels, inputs, "name another file with --labels");
    }

    private static int Convert(Arguments arguments, string[] inputs, string file, TextWriter output, TextWriter messages)
    {
        string[]? kept = arguments["--columns"] is { } asked ? Words.List("--columns", asked) : null;
        bool keepsLabels = OutputFile.IsParquet(file);
        StoredLevels.Column[] given = keepsLabels && arguments["--labels"] is { } labels ? [.. LabelsFile.Read(labels).Where(own => kept?.Contains(own.Name) != false)] : [];
        using var interruption = new Interruption();
        Rows rows = Rows.Open(inputs, OptionsOf(arguments, kept, given), new ProgressLines(messages, TimeSpan.FromSeconds(3)), interruption.Token);
        var options = new WriteOptions { PersonalDataAllowedIn = kept ?? [] };
        long count = RowsOutput.Write(rows, file, options, given);
        CommandVoice.Note(rows.Notes, messages);
        if (!keepsLabels)
            KeepLabels(arguments, rows, file, kept is not null, messages);
        output.WriteLine($"{file}: {Figures.Count(count)} {(count == 1 ? "row" : "rows")}, {Figures.Count(rows.Columns.Count)} {(rows.Columns.Count == 1 ? "column" : "columns")}, {Figures.Count(new FileInfo(file).Length)} bytes");
        return 0;
    }

    /// <summary>The options of reading; a column that is given labels is a category, whatever its texts look like.</summary>
    private static ReadOptions OptionsOf(Arguments arguments, IReadOnlyList<string>? kept, IEnumerable<StoredLevels.Column> given)
    {
        ReadOptions options = Reading.OptionsOf(arguments);
        var types = options.Types.ToDictionary();
        foreach (StoredLevels.Column category in given)
            types.TryAdd(category.Name, ColumnType.Category);
        return options with { Columns = kept, Types = types };
    }

    /// <summary>Writes the labels of rows beside a file that does not hold them, or says that they are lost.</summary>
    private static void KeepLabels(Arguments arguments, Rows rows, string file, bool areNamed, TextWriter messages)
    {
        StoredLevels.Column[] labelled = [.. rows.Columns.Select(name => LabelsOf(name, rows.VarietyOf(name))).OfType<StoredLevels.Column>()];
        if (arguments["--labels"] is not { } labels)
        {
            if (labelled.Length > 0)
                messages.WriteLine($"survey: warning: {file} does not hold the labels and the order of {string.Join(", ", labelled.Select(own => own.Name))}; write them beside it with --labels FILE, or write Parquet.");
            return;
        }
        if (labelled.Length == 0)
            messages.WriteLine($"survey: note: No column has labels or an order of its levels, so {labels} is not written.");
        else
            LabelsFile.Write(labels, labelled, new WriteOptions { PersonalDataAllowedIn = areNamed ? ["column", "level", "label"] : [] });
    }

    private static StoredLevels.Column? LabelsOf(string name, Variety told) =>
        told.Ordered || !told.Labels.SequenceEqual(told.Levels, StringComparer.Ordinal) ? StoredLevels.Of(name, told.Levels, told.Labels, told.Ordered) : null;
}
