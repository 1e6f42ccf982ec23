using System.Buffers;
using Survey.Files.Columns;

namespace Survey.Files.Csv;

/// <summary>What one pass over rows shows of a column.</summary>
internal sealed class ColumnLook(FileColumn column)
{
    private readonly ColumnPlan _plan = new(column.Name, ColumnType.Category, false, column.Missing, null);
    private readonly ColumnEvidence _evidence = column.NewEvidence();
    private readonly FileLevels? _levels = column.MayBeCategory ? new FileLevels(column.Name, column.Missing, []) : null;

    /// <summary>Looks at columns in one pass.</summary>
    /// <param name="columns">Learn what their values show.</param>
    /// <param name="files">Whose rows follow one another.</param>
    /// <param name="pace">How they are read.</param>
    /// <param name="most">How many rows, of the first.</param>
    /// <param name="watch">Looks on.</param>
    /// <returns>Columns that turned out categories: their levels were not collected and are in another pass.</returns>
    public static IReadOnlyList<FileColumn> Learn(IReadOnlyList<FileColumn> columns, IReadOnlyList<CsvFile> files, ReadPace pace, long most, ReadWatch watch)
    {
        ColumnLook[] looks = [.. columns.Select(column => new ColumnLook(column))];
        int[][] places = CsvTable.PlacesOf(files, [.. columns.Select(column => column.Name)]);
        long rows = BlockPass.Run(files, pace, (block, file, row) => Look(block, looks, places[file], row), most, watch);
        return [.. looks.Where(look => !look.Tells(isAll: rows < most)).Select(look => look.Column)];
    }

    private FileColumn Column => column;

    private static void Look(CsvBlock block, ColumnLook[] looks, int[] places, long row)
    {
        int[] codes = ArrayPool<int>.Shared.Rent(block.Rows); // what they are does not matter
        FormTally[] tallies = [.. looks.Select(_ => new FormTally())];
        new BlockParser(block.Form, CsvTable.InFileOrder(places, k => looks[k].Parser(tallies[k], codes))).Parse(block, 0, row);
        for (int k = 0; k < looks.Length; k++)
            looks[k]._evidence.Add(tallies[k]);
        ArrayPool<int>.Shared.Return(codes);
    }

    private FieldParser Parser(FormTally tally, int[] codes) => _levels is null ? new EvidenceParser(_plan, tally) : new CategoryParser(_plan, tally, codes, _levels);

    /// <summary>Tells the column; false where it is a category and its levels are not known.</summary>
    private bool Tells(bool isAll)
    {
        bool isCategory = _evidence.Decide() == ColumnType.Category;
        column.MayBeCategory = isCategory;
        if (isCategory && _levels is null)
            return false;
        column.Learn(_evidence, isCategory ? _levels : null, isAll);
        return true;
    }
}
