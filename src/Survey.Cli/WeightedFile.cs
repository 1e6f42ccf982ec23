using Survey.Files;

namespace Survey.Cli;

/// <summary>The file that weights are written into.</summary>
/// <param name="read">The table that was read.</param>
/// <param name="own">Its columns of the design and of margins.</param>
/// <param name="kept">The other columns that are kept; null for all that do not look like personal data.</param>
internal sealed class WeightedFile(Table read, string[] own, string[]? kept)
{
    public void Write(Table weighted, string file, TextWriter messages)
    {
        PersonalDataColumn[] personal = [.. PersonalData.Find(read).Where(column => kept?.Contains(column.Column) != true)];
        if (Array.Find(personal, column => own.Contains(column.Column)) is { } needed)
            throw new SurveyDataException($"Nothing is written, as {needed}, and the design or a margin needs it; write codes in its place, or name it in --columns, with all others to keep, if it holds nothing personal.");
        string[] left = [.. personal.Select(column => column.Column)];
        if (left.Length > 0)
            messages.WriteLine($"survey: note: {string.Join(", ", left)} {(left.Length == 1 ? "looks" : "look")} like personal data and {(left.Length == 1 ? "is" : "are")} left out; name the columns to keep with --columns.");
        weighted.Select(weighted.Columns.Except(left)).Write(file, new WriteOptions { PersonalDataAllowedIn = kept ?? [] });
    }
}
