namespace Survey.Monitoring;

/// <summary>Finds characters that YAML, or whoever reads it by eye, would take for something else.</summary>
internal static class YamlCharacters
{
    /// <exception cref="SurveyDataException">A line is indented with a tab, or there is a character that is no text.</exception>
    public static void Check(string text, string file)
    {
        int number = 0;
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
            CheckLine(line, ++number, file);
    }

    private static void CheckLine(ReadOnlySpan<char> line, int number, string file)
    {
        int tab = line.IndexOf('\t');
        if (tab >= 0 && tab < line.IndexOfAnyExcept(' ', '\t'))
            throw StudyErrors.One(new StudyPlace(file, number, tab + 1), "the line is indented with a tab, whose width nobody knows; write blanks in its place");
        for (int at = 0; at < line.Length; at++)
            // YAML takes NUL for the end of the file, and would leave out what follows
            if (line[at] != '\t' && (char.IsControl(line[at]) || line[at] == '\uFEFF'))
                throw StudyErrors.One(new StudyPlace(file, number, at + 1), $"the character U+{(int)line[at]:X4} is no text; remove it, or name the study file if this is another");
    }
}
