using Survey.Files.Columns;

namespace Survey.Files.Csv;

/// <summary>The line of column names.</summary>
/// <param name="Columns">Names, all different, none blank.</param>
/// <param name="Notes">Columns that had no name.</param>
internal sealed record Header(IReadOnlyList<string> Columns, IReadOnlyList<string> Notes)
{
    /// <summary>The most columns a file may have.</summary>
    public const int MostColumns = 100_000;

    /// <summary>Reads the names, which are taken exactly as they stand.</summary>
    public static Header Read(CsvReader reader)
    {
        var names = new List<string>();
        var notes = new List<string>();
        bool quoted = false;
        while ((names.Count == 0 || !reader.EndsRecord) && reader.ReadField())
        {
            if (names.Count == MostColumns)
                throw new SurveyDataException($"{reader.File} has more than {Invariant.Count(MostColumns)} columns; check its delimiter and line ends, or split it.");
            quoted |= reader.Quoted;
            string name = reader.Field.ToString();
            if (string.IsNullOrWhiteSpace(name))
            {
                name = $"column {names.Count + 1}";
                notes.Add($"{reader.File}: column {names.Count + 1} has no name and is called '{name}'");
            }
            names.Add(name);
        }
        if (names.Count == 0)
            throw InputFile.Empty(reader.File);
        if (names.Count == 1 && notes.Count == 1 && !quoted)
            throw StartsBlank(reader);
        CheckDifferent(names, reader.File);
        return new Header(names, notes);
    }

    /// <summary>Whichever of comma, semicolon and tab stands most often outside quotes in the first record; comma where none does.</summary>
    public static char DelimiterOf(TextReader text)
    {
        char[] block = new char[1 << 12];
        int commas = 0, semicolons = 0, tabs = 0;
        bool quoted = false, ended = false;
        for (int read; !ended && (read = text.Read(block, 0, block.Length)) > 0;)
            foreach (char now in block.AsSpan(0, read))
            {
                quoted ^= now == '"';
                if (quoted)
                    continue;
                commas += now == ',' ? 1 : 0;
                semicolons += now == ';' ? 1 : 0;
                tabs += now == '\t' ? 1 : 0;
                if (ended = now is '\r' or '\n')
                    break;
            }
        return commas >= Math.Max(semicolons, tabs) ? ',' : semicolons >= tabs ? ';' : '\t';
    }

    private static SurveyDataException StartsBlank(CsvReader reader)
    {
        while (reader.ReadField())
            if (reader.Quoted || !reader.EndsRecord || !reader.Field.IsWhiteSpace())
                return new SurveyDataException($"{reader.File} begins with a blank line; delete it, so that the first line holds the column names.");
        return InputFile.Empty(reader.File);
    }

    private static void CheckDifferent(List<string> names, string file)
    {
        var first = new Dictionary<string, int>(names.Count, StringComparer.Ordinal);
        for (int k = 0; k < names.Count; k++)
            if (!first.TryAdd(names[k], k))
                throw new SurveyDataException($"{file} has two columns named '{Texts.Name(names[k])}' (columns {first[names[k]] + 1} and {k + 1}); give each column a name of its own.");
    }
}
