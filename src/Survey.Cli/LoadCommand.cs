namespace Survey.Cli;

/// <summary>survey load: the clean tables of a study, written; or files of rows, put into a database.</summary>
internal static class LoadCommand
{
    private const string OfStudy = "A study's clean tables", OfDatabase = "Files into a database";

    private const string Lesson = """
        survey load STUDY --out FOLDER reads every file of the study and writes into the folder
          WAVE.csv       the valid people of each wave, with the columns that the study names
          response.csv   who was drawn, met, refused, ineligible, completed, invalid and valid, by place
          findings.csv   everything that was changed, dropped or doubted, a sentence a row
        A wave with something unresolved is not written; survey check says what it is. Columns of personalData.drop are
        never read, and a column that looks like ID numbers, mobile numbers or names is not written.

        survey load FILE --engine URL --table NAME puts files of rows, CSV or Parquet of any size or workbooks, into a table
        of PostgreSQL or ClickHouse, which survey estimate --engine then asks without fetching its rows. The table is made and
        must not be there, unless --append adds to it. A new table is there whole or not at all, and so are rows added in
        PostgreSQL; of rows added in ClickHouse some may stay where the load fails or is stopped, and a message says so.
        Where a column looks like personal data (ID card and phone numbers, names, addresses, accounts) nothing is loaded.
        Name the columns to load with --columns: what is named there is loaded whatever it looks like.

        Exit code 0: all waves were written, or all rows loaded; 3: some waves; 2: none, or the study or a file is wrong.

        Examples
          survey load study.yaml --out clean
          survey load clean/2023.csv --engine postgres://db1/survey --table people
          survey load 2023.parquet --engine clickhouse://db1:8123/surveys --table people --order-by county,village
          survey load 2024.parquet --engine clickhouse://db1:8123/surveys --table people --append

        """;

    public static readonly Command Command = new(
        "load",
        "clean tables of a study: one a wave, the responses, and what was found; or files put into a database",
        "STUDY --out FOLDER [options]\n       survey load FILE [FILE ...] --engine URL --table NAME [options]",
        () => [.. StudyOptions, .. DatabaseOptions.Options(OfDatabase), .. RowsOptions, .. Reading.Options, .. Streaming.Options],
        Lesson,
        Run);

    private static Option[] StudyOptions =>
    [
        new("--out", ["FOLDER"], "the folder to write into; files of the same names are replaced", OfStudy),
        new("--format", ["FORMAT"], "what is printed: table (default), json or csv (findings only)", OfStudy),
    ];

    private static Option[] RowsOptions =>
    [
        new("--append", [], "add the rows to a table that is there", OfDatabase),
        new("--order-by", ["COL[,COL]"], "the columns by which ClickHouse keeps a new table in order, such as those of strata and clusters; they may not be missing", OfDatabase),
        new("--columns", ["COL[,COL]"], "the columns to load, in this order; by default all, and then none may look like personal data", OfDatabase),
    ];

    private static int Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        DatabaseOptions.Check(arguments);
        bool isDatabase = DatabaseOptions.AreAsked(arguments);
        if (FirstOf(isDatabase ? StudyOptions : [.. RowsOptions, .. Reading.Options, .. Streaming.Options], arguments) is { } other)
            throw new ArgumentException(isDatabase
                ? $"{other} is of a study's clean tables (survey load STUDY --out FOLDER), and --engine puts files into a database; leave one out."
                : $"{other} is of files that are put into a database, and none is named; add --engine URL and --table NAME, or leave it out.");
        return isDatabase ? DatabaseLoad.Run(arguments, output, messages) : StudyLoad.Run(arguments, output, messages);
    }

    private static string? FirstOf(Option[] options, Arguments arguments) => options.Select(option => option.Name).FirstOrDefault(arguments.Has);
}
