using System.Text;
using Survey.Files.Tests.Workbooks;

namespace Survey.Files.Tests;

public sealed class FrameFilesTests : TempFiles
{
    private static readonly SamplingPlan Plan = new(
        7,
        new SamplingStage("village", Allocation.PerStratum(2)) { Strata = "town", Method = SelectionMethod.Systematic, SizeIsRows = true },
        new SamplingStage("household", Allocation.PerStratum(3)));

    private static string Households(params string[] towns)
    {
        var text = new StringBuilder("town,note,village,household,built\n");
        foreach (string town in towns)
            for (int village = 1; village <= 5; village++)
                for (int household = 1; household <= 3 + 2 * village; household++)
                    text.Append($"{town},\"a, b\",{town}0{village},{household:000},20{household:00}-01-02\n");
        return text.ToString();
    }

    [Test]
    public void DrawsFromAFileWhatItDrawsFromATable()
    {
        string path = FileOf(Households("A", "B"));
        DrawnSample ofFile = Plan.Draw([path]), ofTable = Plan.Draw(Table.Read(path));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ofFile.Units.Columns, Is.EqualTo(ofTable.Units.Columns));
            foreach (string name in ofTable.Units.Columns)
                Assert.That((ofFile.Units[name].Type, Texts(ofFile.Units, name)), Is.EqualTo((ofTable.Units[name].Type, Texts(ofTable.Units, name))), name);
            Assert.That(ofFile.Record, Has.Property("SampleFingerprint").EqualTo(ofTable.Record.SampleFingerprint).And.Property("FrameFingerprint").EqualTo(ofTable.Record.FrameFingerprint));
            Assert.That(ofFile.Units["built"].Type, Is.EqualTo(ColumnType.Date));
            Assert.That(ofFile.Units["household"].Type, Is.EqualTo(ColumnType.Category), "leading zeros");
        }
    }

    [Test]
    public void SeveralFilesAreOneFrameWhateverTheOrderOfTheirColumns()
    {
        string whole = FileOf(Households("A", "B"));
        string[] lines = Households("B").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string turned = string.Concat(lines.Select(line => line.StartsWith("town", StringComparison.Ordinal) ? "household,built,village,note,town\n" : Turned(line)));
        DrawnSample sample = Plan.Draw([FileOf(Households("A"), "a.csv"), FileOf(turned, "b.csv")]);
        AssertEqual(sample.Units, Plan.Draw([whole]).Units);

        static string Turned(string line)
        {
            string[] fields = line.Replace("\"a, b\"", "|", StringComparison.Ordinal).Split(',');
            return $"{fields[3]},{fields[4]},{fields[2]},\"a, b\",{fields[0]}\n";
        }
    }

    [Test]
    public void WorkbooksAreFramesToo()
    {
        string[][] rows = [.. Households("A").Replace("\"a, b\"", "a", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];
        DrawnSample sample = Plan.Draw([FileOf(XlsxFile.OfTexts(rows).Bytes(), "frame.xlsx")]);
        Assert.That(Texts(sample.Units, "household"), Is.EqualTo(Texts(Plan.Draw([FileOf(Households("A"))]).Units, "household")));
    }

    /// <summary>The first pass takes it for UTF-8 and meets what is none; the file is then looked at as any other.</summary>
    [Test]
    public void AFrameInGb18030IsFoundOut()
    {
        string text = Households("城关", "新桥");
        byte[] bytes = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(text);
        Table units = Plan.Draw([FileOf(bytes)]).Units;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Texts(units, "household"), Is.EqualTo(Texts(Plan.Draw([FileOf(text, "utf8.csv")]).Units, "household")));
            Assert.That(NotesOf(units), Is.EqualTo(new[] { "people.csv was read as GB18030" }));
        }
    }

    [Test]
    public void OnlyTheColumnsAskedForAreKept() =>
        Assert.That(
            Plan.Draw([FileOf(Households("A"))], new ReadOptions { Columns = ["town", "village", "household"] }).Units.Columns.Take(4),
            Is.EqualTo(new[] { "town", "village", "household", "probability1" }));

    [Test]
    public void ErrorsNameFileRowAndLine()
    {
        var villages = new SamplingPlan(1, new SamplingStage("village", Allocation.PerStratum(1)) { Strata = "town", Method = SelectionMethod.Pivotal, MeasureOfSize = "households" });
        string ErrorIn(string text) => ErrorOf(() => villages.Draw([FileOf(text)]));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ErrorIn("town,village,households\nA,1,5\n\"A\",2,0\n"), Does.StartWith("In people.csv, row 2 (line 3) households is 0"));
            Assert.That(ErrorIn("town,village,households\nA,1,5\nA,,6\n"), Does.StartWith("In people.csv, row 2 (line 3) village is empty"));
            Assert.That(ErrorIn("town,village,households\nA,1,5\nA,2,many\n"), Does.StartWith("In people.csv, row 2 (line 3) households is 'many', which is no number"));
            Assert.That(ErrorIn("town,village,households\nA,1,5\nA,2,6\nA,1,7\n"), Is.EqualTo("village '1' stands twice in town 'A', in people.csv, row 1 (line 2) and in people.csv, row 3 (line 4); each unit stands once in a frame."));
            Assert.That(ErrorIn("town,vilage,households\nA,1,5\n"), Is.EqualTo("people.csv has no column 'village'; did you mean 'vilage'?"));
            Assert.That(ErrorIn("a,b\n1,2\n"), Is.EqualTo("people.csv has no column 'town'; it has a, b."));
            Assert.That(ErrorOf(() => villages.Draw([PathOf("none.csv")])), Is.EqualTo("There is no file none.csv; check its name and its folder."));
        }
    }

    [Test]
    public void NoFileIsAWrongCall() => Assert.That(() => Plan.Draw([]), Throws.ArgumentException);
}
