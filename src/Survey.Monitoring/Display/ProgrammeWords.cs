using System.Globalization;

namespace Survey.Monitoring;

/// <summary>Words of programmes that several reports share.</summary>
internal static class ProgrammeWords
{
    public static string Units(Programme programme, ProgrammePart part, Language language) => Units(programme, part.Units, language);

    public static string Units(Programme programme, IReadOnlyList<string> units, Language language) =>
        string.Join(language == Language.Chinese ? "、" : ", ", units.Select(id => programme.Units.First(unit => unit.Id == id).Name.In(language)));

    public static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
