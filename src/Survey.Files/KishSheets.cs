using Survey.Files.Kish;
using Survey.Files.Workbooks.Writing;

namespace Survey.Files;

/// <summary>Printable workbooks, in Chinese, with which interviewers visit drawn households and choose by the Kish grid (<see cref="KishGrid"/>) whom to interview.</summary>
/// <remarks>
/// The workbook of a town has a sheet of its villages for the team leader (抽样结果一览), one of each village with a row for each household in the order of the visit (入户登记表),
/// the grid with its rules (Kish表), and a form to list the members of households (家庭成员登记表). All are for A4 paper.
/// The sheets say that a seventh and later member is never chosen, that chances differ among five, and that nobody else may take the place of the one chosen.
/// </remarks>
public static class KishSheets
{
    /// <summary>Writes the workbook of one town.</summary>
    /// <param name="households">One row for each household drawn in the town, in the order of the visit.</param>
    /// <param name="path">An .xlsx file; one of that name is replaced. The same households give the same bytes.</param>
    /// <param name="options">Names of columns and who is eligible.</param>
    /// <exception cref="SurveyDataException">There are no households, or those of several towns; a column is not there; a household lacks its town, village, number or Kish table, stands twice, or has an unknown table; or the file cannot be written.</exception>
    /// <exception cref="ArgumentException">The file is no .xlsx, or the options contradict themselves.</exception>
    public static void Write(Table households, string path, KishSheetOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"{path} is not the name of a workbook; let it end in .xlsx.", nameof(path));
        options ??= new KishSheetOptions();
        IReadOnlyList<DrawnTown> towns = DrawnTown.Of(households, options);
        if (towns.Count > 1)
            throw new SurveyDataException($"The households are in {Invariant.Count(towns.Count)} towns, of which {towns[0].Name} and {towns[1].Name} are the first; a workbook is for one town, so write them with WriteTowns.");
        OutputFile.WriteWorkbook(Sheets(towns[0], options), path);
    }

    /// <summary>Writes a workbook for each town, named after it.</summary>
    /// <param name="households">One row for each household drawn, in the order of the visit within its village.</param>
    /// <param name="folder">Where they go; it is made if it is not there. Files of the same names are replaced.</param>
    /// <param name="options">Names of columns and who is eligible.</param>
    /// <returns>The files, in the order in which the towns come first.</returns>
    /// <exception cref="SurveyDataException">As for <see cref="Write"/>, but for several towns; then nothing is written, unless it is a later file that cannot be.</exception>
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public static IReadOnlyList<string> WriteTowns(Table households, string folder, KishSheetOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        options ??= new KishSheetOptions();
        IReadOnlyList<DrawnTown> towns = DrawnTown.Of(households, options);
        string[] files = [.. SheetNames.Of([.. towns.Select(town => FileName(town.Name))]).Select(name => Path.Combine(folder, $"{name}.xlsx"))];
        MakeFolder(folder);
        foreach ((DrawnTown town, string file) in towns.Zip(files))
            OutputFile.WriteWorkbook(Sheets(town, options), file);
        return files;
    }

    private static Sheet[] Sheets(DrawnTown town, KishSheetOptions options) =>
        [OverviewSheet.Of(town, options), .. town.Villages.Select(village => VisitSheet.Of(town, village, options)), GridSheet.Of(options), MembersSheet.Of(options)];

    // what a sheet's name allows and a file's does not
    private static string FileName(string town) => town.Replace('<', '_').Replace('>', '_').Replace('|', '_').Replace('"', '_').TrimEnd('.', ' ');

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new SurveyDataException($"The folder {folder} cannot be made; check its name and who may write there.", failure);
        }
    }
}
