using Survey.Files.Workbooks.Writing;

namespace Survey.Files.Tests.Workbooks.Writing;

/// <summary>What a sheet says of its look and of its pages.</summary>
public sealed class SheetWriterTests : WorkbookTest
{
    private string Written(params Sheet[] sheets)
    {
        OutputFile.WriteWorkbook(sheets, PathOf("o.xlsx"));
        AssertIsValid(PathOf("o.xlsx"));
        return PartOf(PathOf("o.xlsx"), "xl/worksheets/sheet1.xml");
    }

    [Test]
    public void PagesAreAsTheyAreAskedFor()
    {
        SheetRow[] rows = [new(SheetCell.Text("标题", CellStyle.Title).Over(2)), new(SheetCell.Text("甲", CellStyle.Heading).Down(2), SheetCell.Number(1.5, CellStyle.Centred)), new(SheetCell.Blank(CellStyle.Heading)) { EndsPage = true }, new(SheetCell.Day(new DateOnly(2024, 2, 29)))];
        string sheet = Written(new Sheet("它's", rows, [10, 20.5]) { FrozenRows = 2, Page = new SheetPage(Landscape: true) { Repeated = (1, 2), Foot = "脚注" } });
        Assert.That(sheet, Does.Contain("<x:mergeCell ref=\"A1:B1\"").And.Contain("<x:mergeCell ref=\"A2:A3\""));
        Assert.That(sheet, Does.Contain("<x:col min=\"2\" max=\"2\" width=\"20.5\" customWidth=\"1\""));
        Assert.That(sheet, Does.Contain("<x:pane ySplit=\"2\" topLeftCell=\"A3\" activePane=\"bottomLeft\" state=\"frozen\""));
        Assert.That(sheet, Does.Contain("paperSize=\"9\" fitToWidth=\"1\" fitToHeight=\"0\" orientation=\"landscape\""));
        Assert.That(sheet, Does.Contain("&amp;L&amp;A&amp;C脚注&amp;R&amp;P / &amp;N"));
        Assert.That(sheet, Does.Contain("<x:brk id=\"3\" max=\"16383\" man=\"1\""));
        Assert.That(PartOf(PathOf("o.xlsx"), "xl/workbook.xml"), Does.Contain("localSheetId=\"0\">'它''s'!$1:$2<"));
    }

    [Test]
    public void ARowIsAsHighAsItsTextsNeed()
    {
        double[] widths = [12, 12];
        double One(SheetCell cell) => TextRoom.Height(new SheetRow(cell), widths);
        double line = One(SheetCell.Text("一", CellStyle.Cell));
        Assert.That(One(SheetCell.Text("一二三四五", CellStyle.Cell)), Is.EqualTo(line), "ten characters in a column of twelve");
        Assert.That(One(SheetCell.Text("一二三四五六", CellStyle.Cell)), Is.EqualTo(2 * line));
        Assert.That(One(SheetCell.Text("abcdefghij", CellStyle.Cell)), Is.EqualTo(line), "Latin letters are half as wide");
        Assert.That(One(SheetCell.Text("一\n二\n三", CellStyle.Cell)), Is.EqualTo(3 * line));
        Assert.That(One(SheetCell.Text("一二三四五六", CellStyle.Cell).Over(2)), Is.EqualTo(line), "merged cells are as wide as all of them");
        Assert.That(One(SheetCell.Text("一二三四五六", CellStyle.Plain)), Is.EqualTo(line), "this style does not wrap");
        Assert.That(TextRoom.Height(new SheetRow(SheetCell.Text("一", CellStyle.Cell)) { LeastHeight = 40 }, widths), Is.EqualTo(40));
        Assert.That(TextRoom.Width(["一二三", "abc\nabcdefghijk"], 40), Is.EqualTo(13));
        Assert.That(TextRoom.Width([new string('一', 50)], 40), Is.EqualTo(40));
    }

    [Test]
    public void SheetsHaveNamesThatExcelTakes()
    {
        Written(new Sheet("a/b", [], []), new Sheet("A_b", [], []));
        Assert.That(RowFile.SheetNames(PathOf("o.xlsx")), Is.EqualTo(new[] { "a_b", "A_b (2)" }));
    }
}
