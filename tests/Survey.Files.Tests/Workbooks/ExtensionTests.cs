using static Survey.Files.Tests.Workbooks.XlsxFile;

namespace Survey.Files.Tests.Workbooks;

/// <summary>What stands in extensions of a workbook, in namespaces of their own or deep inside, is not taken for a part of it.</summary>
public sealed class ExtensionTests : WorkbookTest
{
    private const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main", Transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static XlsxFile ADay => Of(Row(1, Text("A1", "x")) + Row(2, Number("A2", "43889", 1))).Formats("14");

    [Test]
    public void DaysFrom1904StayThat([Values(Strict, Transitional, "")] string main)
    {
        XlsxFile file = ADay;
        file.Part("xl/workbook.xml", $"""
            <workbook xmlns="{main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main">
              <workbookPr date1904="1" x15:date1904="0"/>
              <sheets><sheet name="S" x15:name="T" sheetId="1" x15:id="rId7" r:id="rId1" x15:state="hidden"/></sheets>
              <extLst><ext uri="a"><x15:workbookPr chartTrackingRefBase="1"/><workbookPr/><sheets><sheet name="none" r:id="none"/></sheets></ext></extLst>
            </workbook>
            """);
        Assert.That(RowFile.SheetNames(FileOf(file.Bytes(), "people.xlsx")), Is.EqualTo(new[] { "S" }));
        Assert.That(TextsOf(file).Rows[0][0], Is.EqualTo("2024-02-29"));
    }

    [TestCase("<dxfs><dxf><numFmt numFmtId=\"200\" formatCode=\"0.00\"/></dxf></dxfs>", "")]
    [TestCase("", "<dxfs><dxf><numFmt numFmtId=\"200\" formatCode=\"0.00\"/></dxf></dxfs>")]
    [TestCase("<extLst><ext><x:dxfs><x:dxf><numFmt numFmtId=\"200\" formatCode=\"0.00\"/></x:dxf></x:dxfs><x:cellXfs><xf numFmtId=\"1\"/><xf numFmtId=\"1\"/></x:cellXfs></ext></extLst>", "")]
    [TestCase("<x:numFmts><x:numFmt numFmtId=\"200\" formatCode=\"0.00\"/></x:numFmts>", "<x:cellXfs><x:xf numFmtId=\"1\"/></x:cellXfs>")]
    public void OnlyFormatsAndStylesOfCellsCount(string before, string after)
    {
        XlsxFile file = ADay.Part("xl/styles.xml", $"<styleSheet xmlns=\"{Transitional}\" xmlns:x=\"other\">{before}<numFmts><numFmt numFmtId=\"200\" formatCode=\"yyyy-mm-dd\"/></numFmts><cellStyleXfs><xf numFmtId=\"1\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"><x:xf/></xf><xf numFmtId=\"200\"/></cellXfs>{after}</styleSheet>");
        file.Properties = "date1904=\"1\"";
        Assert.That(TextsOf(file).Rows[0][0], Is.EqualTo("2024-02-29"));
    }

    [Test]
    public void OnlyRowsCellsAndValuesOfTheSheetCount()
    {
        XlsxFile file = Of("").Part("xl/worksheets/sheet1.xml", $"""
            <worksheet xmlns="{Transitional}" xmlns:x="other">
              <sheetPr><sheetData/></sheetPr>
              <sheetData>
                <row r="1"><c r="A1" t="inlineStr" x:t="e"><is><t>x</t><x:t>!</x:t><ext><t>!</t></ext></is></c></row>
                <x:row r="2"><c r="A2"><v>8</v></c></x:row>
                <row r="2" x:r="9">
                  <c r="A2" x:r="B7" x:s="99"><x:f/><v>7</v><x:v>8</x:v><extLst><ext><v>9</v><f>1</f></ext></extLst></c>
                  <x:c r="B2"><v>8</v></x:c>
                  <extLst><ext><c r="C2"><v>9</v></c></ext></extLst>
                </row>
              </sheetData>
              <extLst><ext><mergeCells><mergeCell ref="A2:A3"/></mergeCells></ext></extLst>
            </worksheet>
            """);
        Assert.That(TextsOf(file).Rows, Is.EqualTo(new[] { new[] { "7" } }));
        Assert.That(Read(file).Notes, Is.Empty);
    }

    [Test]
    public void OnlyTextsOfItemsCount()
    {
        XlsxFile file = Of(Row(1, Text("A1", "x")) + Row(2, Cell("A2", "s", "0")) + Row(3, Cell("A3", "s", "1")));
        file.Part("xl/sharedStrings.xml", $"<sst xmlns=\"{Transitional}\" xmlns:x=\"other\"><x:si><t>no</t></x:si><si><t>a</t><extLst><ext><si><t>no</t></si><t>no</t></ext></extLst></si><si><r><rPr><t>no</t></rPr><t>b</t></r><x:r><t>no</t></x:r><rPh><t>no</t><r><t>no</t></r></rPh></si></sst>");
        Assert.That(TextsOf(file).Rows.Select(row => row[0]), Is.EqualTo(new[] { "a", "b" }));
    }
}
