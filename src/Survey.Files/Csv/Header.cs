namespace Survey.Files.Csv;

/// <summary>Reads the line of column names.</summary>
internal static class Header
{
    /// <summary>Reads the names, which are taken exactly as they stand, and leaves the reader before the first row of data.</summary>
    /// <param name="reader">At the beginning of the text.</param>
    /// <param name="headerRow">The record that holds the names, from 1.</param>
    /// <param name="rule">What is asked of them.</param>
    public static Headings Read(CsvReader reader, int headerRow, HeadingRule rule)
    {
        reader.SkipTitles(headerRow - 1);
        List<string> names = NamesOf(reader, out bool quoted);
        if (names.Count == 1 && string.IsNullOrWhiteSpace(names[0]) && !quoted)
            throw StartsBlank(reader, headerRow);
        return Headings.Of(names, reader.File, rule);
    }

    /// <summary>How many fields of the next record are not blank.</summary>
    public static int ValuesBelow(CsvReader reader)
    {
        int values = 0;
        bool more = reader.ReadField();
        while (more)
        {
            values += reader.Field.IsWhiteSpace() ? 0 : 1;
            more = !reader.EndsRecord && reader.ReadField();
        }
        return values;
    }

    /// <summary>Whichever of comma, semicolon and tab stands most often outside quotes in the record of the names; comma where none does.</summary>
    public static char DelimiterOf(TextReader text, int headerRow)
    {
        char[] block = new char[1 << 12];
        int commas = 0, semicolons = 0, tabs = 0, record = 1;
        bool quoted = false;
        char before = '\0';
        long left = CsvLimits.LongestRecord; // what is longer is refused, whatever stands in it
        for (int read; record <= headerRow && left > 0 && (read = text.Read(block, 0, block.Length)) > 0; left -= read)
            foreach (char now in block.AsSpan(0, read))
            {
                quoted ^= now == '"';
                if (!quoted && now is '\r' or '\n' && !(now == '\n' && before == '\r') && ++record > headerRow)
                    break;
                if (!quoted && record == headerRow)
                {
                    commas += now == ',' ? 1 : 0;
                    semicolons += now == ';' ? 1 : 0;
                    tabs += now == '\t' ? 1 : 0;
                }
                before = now;
            }
        return commas >= Math.Max(semicolons, tabs) ? ',' : semicolons >= tabs ? ';' : '\t';
    }

    private static List<string> NamesOf(CsvReader reader, out bool quoted)
    {
        var names = new List<string>();
        quoted = false;
        while ((names.Count == 0 || !reader.EndsRecord) && reader.ReadField())
        {
            if (names.Count == Headings.MostColumns)
                throw new SurveyDataException($"{reader.File} has more than {Invariant.Count(Headings.MostColumns)} columns; check its delimiter and line ends, or split it.");
            quoted |= reader.Quoted;
            names.Add(reader.Field.ToString());
        }
        return names.Count > 0 ? names : throw InputFile.Empty(reader.File);
    }

    private static SurveyDataException StartsBlank(CsvReader reader, int headerRow)
    {
        if (headerRow > 1)
            return new SurveyDataException($"{reader.File}, line {reader.RecordLine} is blank and should hold the column names (HeaderRow = {headerRow}); count the lines above the names again.");
        while (reader.ReadField())
            if (reader.Quoted || !reader.EndsRecord || !reader.Field.IsWhiteSpace())
                return new SurveyDataException($"{reader.File} begins with a blank line; delete it, so that the first line holds the column names.");
        return InputFile.Empty(reader.File);
    }
}
