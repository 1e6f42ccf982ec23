using System.Globalization;
using Survey.Files.Columns;

namespace Survey.Files.Workbooks;

/// <summary>Which sheet of a workbook is read.</summary>
internal static class SheetChoice
{
    private const int MostNamed = 20;

    /// <summary>The place of the sheet that is asked for, by its name, else by its number from 1; of the first visible one where none is.</summary>
    public static int Of(IReadOnlyList<Sheet> sheets, string? asked, string file)
    {
        if (sheets.Count == 0)
            throw new SurveyDataException($"{file} has no sheet with cells; open it in Excel and look where its data are.");
        int[] all = [.. Enumerable.Range(0, sheets.Count)];
        if (asked is null)
            return all.FirstOrDefault(k => sheets[k].IsVisible);
        foreach (StringComparison comparison in (StringComparison[])[StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase])
            if (Array.FindIndex(all, k => string.Equals(sheets[k].Name, asked, comparison)) is >= 0 and int place)
                return place;
        if (int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= sheets.Count)
            return number - 1;
        string otherwise = $"; {(sheets.Count == 1 ? "its only sheet is" : $"its {sheets.Count} sheets are")} {Listed(sheets)}.";
        throw new SurveyDataException($"{file} has no sheet '{Texts.Name(asked)}'{Nearest.Hint(asked, sheets.Select(sheet => Texts.Name(sheet.Name)), otherwise)}");
    }

    /// <summary>What should be said where nobody named a sheet and there was a choice.</summary>
    public static string? Note(IReadOnlyList<Sheet> sheets, string? asked, int chosen, string file) =>
        asked is null && sheets.Count(sheet => sheet.IsVisible) > 1
            ? $"{file}: the sheet '{Texts.Name(sheets[chosen].Name)}' was read, the first of {Listed(sheets)}"
            : null;

    private static string Listed(IReadOnlyList<Sheet> sheets) =>
        string.Join(", ", sheets.Take(MostNamed).Select(sheet => $"'{Texts.Name(sheet.Name)}'{(sheet.IsVisible ? "" : " (hidden)")}"))
        + (sheets.Count > MostNamed ? $", ... ({sheets.Count} in all)" : "");
}
