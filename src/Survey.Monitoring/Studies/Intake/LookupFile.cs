using Survey.Files;
using Survey.Files.Columns;

namespace Survey.Monitoring.Intake;

/// <summary>A small file beside a study, CSV or a workbook, of which all columns are texts; headings and values are folded.</summary>
/// <param name="File">Its path.</param>
/// <param name="Table">Its columns, all categories.</param>
internal sealed record LookupFile(string File, Table Table)
{
    /// <param name="file">Its path.</param>
    /// <param name="options">Its sheet and header row; or null.</param>
    /// <exception cref="SurveyDataException">The file cannot be read.</exception>
    public static LookupFile Read(string file, ReadOptions? options = null)
    {
        options ??= new ReadOptions();
        return new(file, Table.Read(file, options with { Types = TableFile.ColumnNames(file, options).ToDictionary(name => name, _ => ColumnType.Category) }));
    }

    /// <summary>Whether the file has one of some headings.</summary>
    public bool Has(IReadOnlyList<string> candidates) => Found(candidates).Length > 0;

    /// <summary>The one of some headings that the file has.</summary>
    /// <exception cref="SurveyDataException">It has none of them, or several.</exception>
    public string Heading(IReadOnlyList<string> candidates)
    {
        string[] found = Found(candidates);
        return found.Length switch
        {
            1 => found[0],
            0 => throw new SurveyDataException($"{File} has no column {string.Join(" or ", candidates.Select(heading => $"'{heading}'"))}{(HasHeadings ? Nearest.Hint(candidates[0], Table.Columns.Select(HeadingIndex.Shown), $" among {string.Join(", ", Table.Columns.Select(HeadingIndex.Shown))}.") : "; its first row seems to hold values rather than headings.")}"),
            _ => throw new SurveyDataException($"{File} has the columns {string.Join(" and ", found.Select(heading => $"'{heading}'"))}, which are one to the study; rename one of them."),
        };
    }

    private string[] Found(IReadOnlyList<string> candidates)
    {
        string[] folded = [.. candidates.Select(heading => Folding.Fold(heading))];
        return [.. Table.Columns.Where(heading => folded.Contains(Folding.Fold(heading), StringComparer.Ordinal))];
    }

    /// <summary>Whether the first row names columns: values of a file without headings may be people's and are not shown.</summary>
    private bool HasHeadings => !Table.Columns.Any(heading => NumberText.TryRead(Folding.Fold(heading), out _));

    /// <summary>The folded text of a cell, or null where it is empty.</summary>
    public string? Text(string heading, int row) => Table[heading].TextAt(row) is { } text && Folding.Fold(text) is { Length: > 0 } folded ? folded : null;

    public SurveyDataException Empty(string heading, int row) => new($"{File}, row {row + 1}: the column '{heading}' is empty; fill it in.");
}
