using Survey.Files;
using Survey.Files.Workbooks.Writing;

namespace Survey.Monitoring;

/// <summary>Writes the workbook in which departments hand in figures and reviewers decisions.</summary>
public static class EntriesTemplate
{
    /// <summary>Writes a workbook with a sheet that explains it, a sheet with a row for each scored part, and a sheet by town where towns are asked. Filled in and named in a study under entries, it is read back.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="path">An .xlsx file; one of that name is replaced. The same programme gives the same bytes.</param>
    /// <param name="towns">The towns of the area; where none are given rows are left blank for them.</param>
    /// <param name="language">Of headings and names; clauses are the notice's own.</param>
    /// <exception cref="ArgumentException">The file is no .xlsx.</exception>
    /// <exception cref="SurveyDataException">The file cannot be written.</exception>
    public static void WriteEntriesTemplate(this Programme programme, string path, IReadOnlyList<string>? towns = null, Language language = Language.Chinese)
    {
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"{path} is not the name of a workbook; let it end in .xlsx.", nameof(path));
        var sheets = new List<Sheet> { ReadMeSheet.Of(programme, language), PartSheet.Of(programme, language) };
        if (programme.Parts.Any(part => part.IsByTown))
            sheets.Add(PartSheet.ByTown(programme, towns ?? [], language));
        OutputFile.WriteWorkbook(sheets, path);
    }
}
