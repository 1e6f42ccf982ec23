using Survey.Files;

namespace Survey.Cli.Tests;

/// <summary>Printed sheets of a sample of households.</summary>
public sealed class KishSheetTests : IDisposable
{
    private readonly Session _session = new();

    public void Dispose() => _session.Dispose();

    private string Households => _session.File(
        "households.csv",
        "town,village,household,住址\n" + string.Concat(from town in new[] { "甲镇", "乙镇" } from v in Enumerable.Range(1, 4) from h in Enumerable.Range(1, 30) select $"{town},{town}{v}村,{h:000},{v}组{h}号\n"));

    private Run Sample(params string[] args) => Session.Survey(["sample", Households, "--stage", "village", "--within", "town", "--draw", "2", "--stage", "household", "--draw", "12", "--seed", "5", "--out", Path.Combine(_session.Folder, "drawn.xlsx"), .. args]);

    [Test]
    public void AWorkbookForEachTown()
    {
        string folder = Path.Combine(_session.Folder, "sheets");
        Run run = Sample("--kish-sheets", folder, "--kish-show", "住址");
        Table first = Table.Read(Path.Combine(_session.Folder, "drawn.xlsx"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.Code, run.Messages), Is.EqualTo((0, $"survey: note: 住址 looks like personal data and is left out of the sample; name the columns to keep with --columns.\nsurvey: 2 workbooks for the towns in {folder}.\n")));
            Assert.That(Directory.GetFiles(folder).Select(Path.GetFileName).Order(), Is.EqualTo(new[] { "乙镇.xlsx", "甲镇.xlsx" }.Order()));
            Assert.That(first.RowCount, Is.EqualTo(2 * 2 * 12));
            Assert.That(first.Columns[^1], Is.EqualTo("kishTable"));
        }
    }

    [Test]
    public void SheetsSayWhoIsEligible()
    {
        string folder = Path.Combine(_session.Folder, "other");
        Run run = Sample("--kish-sheets", folder, "--kish-columns", "town,village,household", "--kish-ages", "15-99", "--kish-months", "3", "--kish-target", "10", "--simulated");
        Table sheet = Table.Read(Path.Combine(folder, "甲镇.xlsx"), new ReadOptions { Sheet = "2", HeaderRow = 3 });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Code, Is.Zero);
            Assert.That(sheet.Columns, Has.Some.Contains("15～99岁"));
        }
    }

    [TestCase("--kish-ages", "20", "--kish-ages takes two ages, such as 15-69, not '20'.")]
    [TestCase("--kish-target", "many", "--kish-target takes a whole number, not 'many'.")]
    [TestCase("--kish-columns", "town,village", "--kish-columns takes three columns, the town, the village and the household, not 'town,village'.")]
    public void WrongOptionsAreOneSentence(string option, string value, string message) =>
        Assert.That(Sample("--kish-sheets", _session.Folder, option, value), Is.EqualTo(new Run(2, "", $"survey: {message}\n")));

    [Test]
    public void OptionsOfSheetsNeedSheets() =>
        Assert.That(Sample("--kish-ages", "15-69"), Is.EqualTo(new Run(2, "", "survey: --kish-ages says what stands on Kish sheets, and none are asked for; add --kish-sheets FOLDER.\n")));

    [Test]
    public void SheetsNeedATownAVillageAndAHousehold()
    {
        Run run = Session.Survey("sample", Households, "--stage", "village", "--draw", "2", "--stage", "household", "--draw", "12", "--seed", "5", "--out", Path.Combine(_session.Folder, "drawn.csv"), "--kish-sheets", _session.Folder);
        Assert.That(run, Is.EqualTo(new Run(2, "", "survey: Kish sheets need a town, a village and a household, and the plan names village and household; name the columns with --kish-columns TOWN,VILLAGE,HOUSEHOLD.\n")));
    }
}
