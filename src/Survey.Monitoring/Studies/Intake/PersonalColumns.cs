using Survey.Files;
using Survey.Files.Personal;

namespace Survey.Monitoring.Intake;

/// <summary>Recognises columns of a wave that hold personal data, by their values, their names, and the headings that they come from.</summary>
internal static class PersonalColumns
{
    /// <param name="wave">Whose headings they are.</param>
    /// <param name="table">With columns of the wave.</param>
    /// <param name="names">Of the table, those that are looked at.</param>
    public static IEnumerable<PersonalDataColumn> Find(StudyWave wave, Table table, IEnumerable<string> names)
    {
        // a heading that asks for nothing personal tells no more than the name, and looking at many values takes time
        ILookup<string, string> headings = wave.Columns.SelectMany(column => column.From.Where(heading => PersonalHeading.KindOf(heading) is not null).Select(heading => (column.Name, heading))).ToLookup(pair => pair.Name, pair => pair.heading);
        return names.Select(name => headings[name].Prepend(name).SelectMany(heading => PersonalData.Find(new Table([(heading, table[name])]))).FirstOrDefault() is { } found ? found with { Column = name } : null).OfType<PersonalDataColumn>();
    }
}
