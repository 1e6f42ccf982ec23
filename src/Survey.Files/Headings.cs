using Survey.Files.Columns;

namespace Survey.Files;

/// <summary>The column names of a file.</summary>
/// <param name="Columns">Exactly as they stand; under <see cref="HeadingRule.Distinct"/> all different, none blank.</param>
/// <param name="AsTheyStand">The names as they stand under either rule.</param>
/// <param name="Notes">Columns that had no name.</param>
internal sealed record Headings(IReadOnlyList<string> Columns, IReadOnlyList<string> AsTheyStand, IReadOnlyList<string> Notes)
{
    /// <summary>The most columns a file may have.</summary>
    public const int MostColumns = 100_000;

    /// <summary>Holds names against the rule.</summary>
    public static Headings Of(IReadOnlyList<string> names, string file, HeadingRule rule)
    {
        if (rule == HeadingRule.AsTheyStand)
            return new Headings(names, names, []);
        string[] columns = [.. names];
        var notes = new List<string>();
        for (int k = 0; k < columns.Length; k++)
            if (string.IsNullOrWhiteSpace(columns[k]))
            {
                columns[k] = $"column {k + 1}";
                notes.Add($"{file}: column {k + 1} has no name and is called '{columns[k]}'");
            }
        CheckDifferent(columns, file);
        return new Headings(columns, names, notes);
    }

    /// <summary>Refuses the title of a table that stands in the first row, where the names stand in the second.</summary>
    /// <param name="values">How many cells of the row below are not blank. Two below one name make no title: a column of row numbers often has no name.</param>
    /// <param name="file">The name as the user gave it.</param>
    public void RefuseTitle(int values, string file)
    {
        if (HasOneName && values >= (AsTheyStand.Count == 1 ? 2 : 3))
            throw new SurveyDataException(
                $"{file} has one column name in its first row, '{Texts.Name(AsTheyStand.First(name => !string.IsNullOrWhiteSpace(name)))}', and {Invariant.Count(values)} values in the row below; " +
                "if the first row is a title and the second holds the column names, read it with HeaderRow = 2.");
    }

    /// <summary>Whether all names but one are blank.</summary>
    public bool HasOneName => AsTheyStand.Count(name => !string.IsNullOrWhiteSpace(name)) == 1;

    private static void CheckDifferent(string[] names, string file)
    {
        var first = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (int k = 0; k < names.Length; k++)
            if (!first.TryAdd(names[k], k))
                throw new SurveyDataException($"{file} has two columns named '{Texts.Name(names[k])}' (columns {first[names[k]] + 1} and {k + 1}); give each column a name of its own.");
    }
}
