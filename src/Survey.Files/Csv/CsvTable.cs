using Survey.Files.Columns;

namespace Survey.Files.Csv;

/// <summary>The two passes over CSV files that make a table of them, on several threads.</summary>
internal static class CsvTable
{
    /// <summary>The first pass: what the values of the columns look like.</summary>
    /// <returns>How many rows there are.</returns>
    public static int Look(IReadOnlyList<CsvFile> files, IReadOnlyList<string> columns, IReadOnlyList<MissingCodes> missing, IReadOnlyList<ColumnEvidence> evidence, ReadPace pace)
    {
        ColumnPlan[] plans = [.. columns.Select((name, k) => new ColumnPlan(name, ColumnType.Category, false, missing[k], null))];
        int[][] places = PlacesOf(files, columns);
        long rows = BlockPass.Run(files, pace, (block, file, row) =>
        {
            if (row + block.Rows > Array.MaxLength)
                throw new SurveyDataException($"{block.Form.File} brings the table to more than {Invariant.Count(Array.MaxLength)} rows, and a table has at most so many; read fewer files at once, or read them as rows (Rows.Open).");
            FormTally[] tallies = [.. plans.Select(_ => new FormTally())];
            new BlockParser(block.Form, InFileOrder(places[file], k => new EvidenceParser(plans[k], tallies[k]))).Parse(block, 0, row);
            for (int k = 0; k < tallies.Length; k++)
                evidence[k].Add(tallies[k]);
        });
        return (int)rows;
    }

    /// <summary>The second pass: the columns.</summary>
    public static Column[] Made(IReadOnlyList<CsvFile> files, IReadOnlyList<ColumnPlan> plans, int rows, ReadPace pace)
    {
        ColumnArray[] arrays = [.. plans.Select(plan => new ColumnArray(plan, rows))];
        int[][] places = PlacesOf(files, [.. plans.Select(plan => plan.Name)]);
        long made = BlockPass.Run(files, pace, (block, file, row) =>
        {
            if (row + block.Rows > rows)
                throw InputFile.Changed(block.Form.File);
            new BlockParser(block.Form, InFileOrder(places[file], k => arrays[k].Parser(null))).Parse(block, (int)row, row);
        });
        if (made != rows)
            throw InputFile.Changed(files[0].File);
        return [.. arrays.Select(array => array.Build())];
    }

    /// <summary>The number of each column in each file.</summary>
    public static int[][] PlacesOf(IReadOnlyList<CsvFile> files, IReadOnlyList<string> columns) =>
        [.. files.Select(file =>
        {
            var places = file.Columns.Select((name, place) => (name, place)).ToDictionary(pair => pair.name, pair => pair.place, StringComparer.Ordinal);
            return (int[])[.. columns.Select(name => places[name])];
        })];

    /// <summary>Parsers of columns with their numbers in a file, rising.</summary>
    /// <param name="places">The number of each column.</param>
    /// <param name="parser">Makes the parser of the k-th column.</param>
    public static IReadOnlyList<(int Column, FieldParser Parser)> InFileOrder(int[] places, Func<int, FieldParser> parser) =>
        [.. places.Select((place, k) => (Column: place, Parser: parser(k))).OrderBy(pair => pair.Column)];
}
