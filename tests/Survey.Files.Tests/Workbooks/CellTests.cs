using static Survey.Files.Tests.Workbooks.XlsxFile;

namespace Survey.Files.Tests.Workbooks;

/// <summary>What the cells of a workbook become.</summary>
public sealed class CellTests : WorkbookTest
{
    [TestCase("1", "1")]
    [TestCase("0", "0")]
    [TestCase("007", "7")]
    [TestCase("1.0", "1")]
    [TestCase("-0", "0")]
    [TestCase("1.1000000000000001", "1.1")]
    [TestCase("0.1", "0.1")]
    [TestCase(" 12 ", "12")]
    [TestCase("1E3", "1000")]
    [TestCase("1E-007", "1E-07")]
    [TestCase("123456789012345", "123456789012345")]
    [TestCase("999999999999999", "999999999999999")]
    [TestCase("1000000000000000", "1E+15")]
    [TestCase("-1234567890123450", "-1.23456789012345E+15")]
    [TestCase("9007199254740993", "9.007199254740992E+15")]
    [TestCase("3.2050619810112E+17", "3.2050619810112E+17")]
    [TestCase("320506198101120000", "3.2050619810112E+17")]
    public void NumbersHaveTheFewestDigits(string value, string text) => Assert.That(TextOfNumber(value), Is.EqualTo(text));

    [TestCase("14", "45351", "2024-02-29")]
    [TestCase("22", "45351.5", "2024-02-29 12:00:00")]
    [TestCase("31", "45351", "2024-02-29", TestName = "the Chinese day that has a number of its own")]
    [TestCase("57", "45351", "2024-02-29")]
    [TestCase("yyyy\"年\"m\"月\"d\"日\"", "45351", "2024-02-29")]
    [TestCase("[$-804]yyyy\\年m\\月d\\日;@", "45351", "2024-02-29")]
    [TestCase("[$-F800]dddd, mmmm dd, yyyy", "45351", "2024-02-29")]
    [TestCase("[DBNum1][$-804]yyyy\"年\"m\"月\"", "45351", "2024-02-29")]
    [TestCase("mmm", "45351", "2024-02-29")]
    [TestCase("m/d/yyyy h:mm:ss", "45351.5452430556", "2024-02-29 13:05:09")]
    [TestCase("yyyy-mm-dd", "45350.999999", "2024-02-29", TestName = "the nearest second may be on the next day")]
    [TestCase("h:mm", "0.545243055555556", "13:05:09")]
    [TestCase("h:mm", "0", "00:00:00")]
    [TestCase("h:mm", "45351.5", "2024-02-29 12:00:00")]
    [TestCase("上午/下午h\"时\"mm\"分\"", "0.5", "12:00:00")]
    [TestCase("mm:ss.0", "0.5", "12:00:00")]
    [TestCase("[h]:mm", "1.5", "36:00:00")]
    [TestCase("46", "1.5", "36:00:00")]
    [TestCase("14", "1", "1900-01-01")]
    [TestCase("14", "59", "1900-02-28")]
    [TestCase("14", "60", "1900-02-29")]
    [TestCase("14", "61", "1900-03-01")]
    [TestCase("14", "2958465", "9999-12-31")]
    [TestCase("14", "2958465.999999999", "2958465.999999999")]
    [TestCase("14", "2958466", "2958466")]
    [TestCase("14", "-1", "-1")]
    [TestCase("14", "0", "0")]
    [TestCase("14", "0.5", "12:00:00")]
    public void DaysAndTimes(string format, string value, string text) => Assert.That(TextOfNumber(value, format), Is.EqualTo(text));

    [TestCase("General")]
    [TestCase("0.00")]
    [TestCase("49")]
    [TestCase("0.00E+00")]
    [TestCase("#,##0\"d\"")]
    [TestCase("#,##0.00\\ [$€-407]")]
    [TestCase("[Red]0;[Blue]-0")]
    [TestCase("_-* #,##0_d")]
    [TestCase("\"第\"0\"名\"")]
    [TestCase("0.0\\m")]
    [TestCase("# ?/?")]
    [TestCase("\"never closed yyyy")]
    [TestCase("[never closed yyyy")]
    public void OtherFormatsAreNumbers(string format) => Assert.That(TextOfNumber("45351", format), Is.EqualTo("45351"));

    [TestCase("0", "1904-01-01")]
    [TestCase("43889", "2024-02-29")]
    [TestCase("2957003", "9999-12-31")]
    [TestCase("2957004", "2957004")]
    public void DaysFrom1904(string value, string text)
    {
        XlsxFile file = Of(Row(1, Text("A1", "x")) + Row(2, Number("A2", value, 1))).Formats("14");
        file.Properties = "date1904=\"1\"";
        Assert.That(TextsOf(file).Rows[0][0], Is.EqualTo(text));
    }

    [TestCase("b", "1", "true")]
    [TestCase("b", "0", "false")]
    [TestCase("e", "#N/A", "#N/A")]
    [TestCase("e", "#DIV/0!", "#DIV/0!")]
    [TestCase("str", "a result", "a result")]
    [TestCase("str", "", "")]
    [TestCase("str", " 12 ", " 12 ")]
    [TestCase("d", "2024-02-29", "2024-02-29")]
    [TestCase("d", "2024-02-29T13:05:09.000Z", "2024-02-29 13:05:09")]
    [TestCase("d", "soon", "soon")]
    [TestCase("n", "", "")]
    [TestCase("s", "0", "shared")]
    [TestCase("s", "1", "bold and plain")]
    [TestCase("s", "2", "東京")]
    [TestCase("s", "3", "a\rb_x000D_c_xD800_")]
    [TestCase("s", "4", "")]
    [TestCase("s", "5", " \n ")]
    [TestCase("s", "6", "a<b&c")]
    public void OtherKinds(string type, string value, string text)
    {
        XlsxFile file = Of(Row(1, Text("A1", "x"), Text("B1", "y")) + Row(2, Cell("A2", type, value), Text("B2", "y"))).SharedTexts(
            "<t>shared</t>",
            "<r><rPr><b/></rPr><t>bold</t></r><r><t xml:space=\"preserve\"> and plain</t></r>",
            "<t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/>",
            "<t>a_x000D_b_x005F_x000D_c_xD800_</t>",
            "<t/>",
            "<t xml:space=\"preserve\"> \n </t>",
            "<t>a&lt;b<![CDATA[&c]]></t>");
        Assert.That(TextsOf(file).Rows[0][0], Is.EqualTo(text));
    }

    [Test]
    public void AFormulaIsItsResultAndWithoutOneAnError()
    {
        string names = Row(1, Text("A1", "x"));
        Assert.That(TextsOf(Of(names + Row(2, "<c r=\"A2\"><f>1+2</f><v>3</v></c>"))).Rows[0][0], Is.EqualTo("3"));
        Assert.That(TextsOf(Of(names + Row(2, "<c r=\"A2\" t=\"str\"><f>A1&amp;\"y\"</f><v>xy</v></c>"))).Rows[0][0], Is.EqualTo("xy"));
        Assert.That(
            ErrorOf(Of(names + Row(2, "<c r=\"A2\"><f>1+2</f></c>"))),
            Is.EqualTo("people.xlsx, cell A2 holds a formula without its result, so its value is not known; open the workbook in Excel, save it and read it again."));
    }

    [TestCase("<c r=\"A2\"><f>1+1</f><v></v></c>")]
    [TestCase("<c r=\"A2\"><f>1+1</f><v/></c>")]
    [TestCase("<c r=\"A2\"><v/><f>1+1</f></c>")]
    [TestCase("<c r=\"A2\"><f>1+1</f><v>\n </v></c>")]
    [TestCase("<c r=\"A2\" t=\"b\"><f>TRUE()</f><v/></c>")]
    [TestCase("<c r=\"A2\" t=\"e\"><f>NA()</f><v/></c>")]
    [TestCase("<c r=\"A2\" t=\"d\"><f>TODAY()</f><v/></c>")]
    public void AnEmptyResultIsNoneUnlessItIsAText(string cell)
    {
        string names = Row(1, Text("A1", "x"), Text("B1", "y"));
        Assert.That(ErrorOf(Of(names + Row(2, cell, Text("B2", "y")))), Does.StartWith("people.xlsx, cell A2 holds a formula without its result, so its value is not known; "));
        Assert.That(TextsOf(Of(names + Row(2, "<c r=\"A2\" t=\"str\"><f>\"\"</f><v></v></c>", Text("B2", "y")))).Rows[0], Is.EqualTo(new[] { "", "y" }));
    }

    [Test]
    public void CellsAndRowsThatAreNotThereAreEmpty()
    {
        (List<string[]> rows, List<string> places) = TextsOf(Of(Row(1, Text("A1", "x"), Text("C1", "y"), Text("B1", "z")) + Row(2, Number("B2", "2")) + "<row r=\"4\"/>" + Row(5, Number("C5", "3"))));
        Assert.That(rows, Is.EqualTo(new[] { new[] { "", "2", "" }, new[] { "", "", "3" } }));
        Assert.That(places, Is.EqualTo(new[] { "row 1 (sheet row 2)", "row 2 (sheet row 5)" }));
    }

    [Test]
    public void CellsAndRowsWithoutAnAddressFollowOneAnother()
    {
        XlsxFile file = Of("<row><c t=\"inlineStr\"><is><t>x</t></is></c><c t=\"inlineStr\"><is><t>y</t></is></c></row><row><c><v>1</v></c><c><v>2</v></c></row>");
        Assert.That(TextsOf(file).Rows, Is.EqualTo(new[] { new[] { "1", "2" } }));
    }

    [Test]
    public void ACodeThatWasStoredAsANumberIsRefused()
    {
        XlsxFile file = Of(Row(1, Text("A1", "village_code")) + Row(2, Number("A2", "320506198101120000")));
        Assert.That(ErrorOf(file), Does.StartWith("people.xlsx, row 1 (sheet row 2), column 'village_code': '3.2050619810112E+17' is a code that Excel has rounded"));
    }

    [Test]
    public void PrefixesAndTheStrictFormatMakeNoDifference()
    {
        XlsxFile file = OfTexts(["x"], ["1"]).Whole();
        const string strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        file.Part("xl/workbook.xml", $"<x:workbook xmlns:x=\"{strict}\" xmlns:rel=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"><x:sheets><x:sheet name=\"S\" rel:id=\"rId1\"/></x:sheets></x:workbook>");
        file.Part("xl/worksheets/sheet1.xml", $"<x:worksheet xmlns:x=\"{strict}\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>x</x:t></x:is></x:c></x:row><x:row r=\"2\"><x:c r=\"A2\"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>");
        Assert.That(TextsOf(file).Rows[0][0], Is.EqualTo("7"));
    }

    private string TextOfNumber(string value, string format = "0") =>
        TextsOf(Of(Row(1, Text("A1", "x")) + Row(2, Number("A2", value, 1))).Formats(format)).Rows[0][0];
}
