using static Survey.Files.Tests.Workbooks.XlsxFile;

namespace Survey.Files.Tests.Workbooks;

/// <summary>Which sheet is read, which row names its columns, and what rows may look like.</summary>
public sealed class ShapeTests : WorkbookTest
{
    private static readonly string[][] Titled = [["2024年调查", "", ""], [], ["id", "age", "sex"], ["x", "1", "m"], ["y", "2", "w"]];

    [Test]
    public void AWorkbookIsTheTableOfItsCsv()
    {
        XlsxFile file = Of(
            Row(1, Text("A1", "id"), Text("B1", "age"), Text("C1", "seen"), Text("D1", "smokes"))
            + Row(2, Text("A2", "001"), Number("B2", "30.5"), Number("C2", "45351", 1), Cell("D2", "b", "1"))
            + Row(3, Text("A3", "002"), Cell("D3", "b", "0"))).Formats("14");
        AssertEqual(Read(file), Read("id,age,seen,smokes\n001,30.5,2024-02-29,true\n002,,,false\n"));
        Assert.That(TableFile.ColumnNames(PathOf("people.xlsx")), Is.EqualTo(new[] { "id", "age", "seen", "smokes" }));
    }

    [Test]
    public void FormatsMixAndAreToldApartByTheirContent()
    {
        string workbook = FileOf(OfTexts(["age", "id"], ["1", "x"]).Bytes(), "a.csv"), text = FileOf("id,age\ny,2\n", "b.xls");
        AssertEqual(Table.Read([workbook, text]), Read("age,id\n1,x\n2,y\n"));
    }

    [Test]
    public void TheFirstVisibleSheetIsReadAndTheChoiceNoted()
    {
        string a = RowsOf(["a"], ["1"]), b = RowsOf(["b"], ["1"]), c = RowsOf(["c"], ["1"]);
        XlsxFile three = new XlsxFile().Sheet("One", a, "hidden").Sheet("Two", b, "veryHidden").Sheet("Three", c);
        Table table = Read(three);
        Assert.That(table.Columns, Is.EqualTo(new[] { "c" }));
        Assert.That(table.Notes, Is.Empty);

        Table ofSeveral = Read(new XlsxFile().Sheet("One", a, "hidden").Sheet("2", b).Sheet("Three", c));
        Assert.That(NotesOf(ofSeveral), Is.EqualTo(new[] { "people.xlsx: the sheet '2' was read, the first of 'One' (hidden), '2', 'Three'" }));
        Assert.That(Read(new XlsxFile().Sheet("One", a, "hidden")).Columns, Is.EqualTo(new[] { "a" }), "hidden sheets are better than none");
    }

    [TestCase("One", "a")]
    [TestCase("one", "a")]
    [TestCase("1", "a")]
    [TestCase("3", "b", TestName = "a name of digits comes before a number")]
    [TestCase("2", "b")]
    [TestCase("数据", "c")]
    public void ASheetIsNamedOrNumbered(string sheet, string column)
    {
        XlsxFile file = new XlsxFile().Sheet("One", RowsOf(["a"], ["1"])).Sheet("3", RowsOf(["b"], ["1"])).Sheet("数据", RowsOf(["c"], ["1"]), "hidden");
        Table table = Read(file, new() { Sheet = sheet });
        Assert.That(table.Columns, Is.EqualTo(new[] { column }));
        Assert.That(table.Notes, Is.Empty);
    }

    [Test]
    public void ASheetThatIsNotThereIsAnswered()
    {
        XlsxFile file = new XlsxFile().Sheet("People", RowsOf(["a"], ["1"])).Sheet("Codes", RowsOf(["b"], ["1"]), "hidden");
        Assert.That(ErrorOf(file, new() { Sheet = "Poeple" }), Is.EqualTo("people.xlsx has no sheet 'Poeple'; did you mean 'People'?"));
        Assert.That(ErrorOf(file, new() { Sheet = "3" }), Is.EqualTo("people.xlsx has no sheet '3'; its 2 sheets are 'People', 'Codes' (hidden)."));
        Assert.That(ErrorOf("a\n1\n", new() { Sheet = "People" }), Is.EqualTo("people.csv is a CSV file and has no sheet 'People'; leave Sheet out, or name a workbook."));
        Assert.Throws<ArgumentException>(() => Read("a\n1\n", new() { Sheet = " " }));
    }

    [Test]
    public void PlacesNameTheSheetThatWasAskedFor()
    {
        XlsxFile file = OfTexts(["age"], ["1"], ["x"]);
        var number = new Dictionary<string, ColumnType> { ["age"] = ColumnType.Number };
        Assert.That(ErrorOf(file, new() { Types = number }), Does.StartWith("people.xlsx, row 2 (sheet row 3), column 'age': 'x' is not a number; "));
        Assert.That(ErrorOf(file, new() { Types = number, Sheet = "1" }), Does.StartWith("people.xlsx, row 2 (row 3 of the sheet '1'), column 'age': 'x' is not a number; "));
    }

    [Test]
    public void RowsAboveTheNamesAreTitles()
    {
        Table expected = Read("id,age,sex\nx,1,m\ny,2,w\n");
        var third = new ReadOptions { HeaderRow = 3 };
        AssertEqual(Read(OfTexts(Titled), third), expected);
        AssertEqual(Read("2024年调查\n\nid,age,sex\nx,1,m\ny,2,w\n", third), expected);
        AssertEqual(Read("a;title;with;semicolons\n\"of two\nlines\"\nid,age,sex\nx,1,m\ny,2,w\n", third), expected);
        AssertEqual(Read("title\r\n\r\nid;age;sex\r\nx;1;m\r\ny;2;w\r\n", third), expected);
        Assert.That(TableFile.ColumnNames(PathOf("people.csv"), third), Is.EqualTo(expected.Columns));
        Assert.That(
            ErrorOf("title\n\nid,age\nx,y\n", third with { Types = new Dictionary<string, ColumnType> { ["age"] = ColumnType.Number } }),
            Does.StartWith("people.csv, row 1 (line 4), column 'age': 'y' is not a number; "));
        Assert.That(TextsOf(OfTexts(Titled), third).Places[0], Is.EqualTo("row 1 (sheet row 4)"));
    }

    [Test]
    public void AHeaderRowThatHoldsNoNamesIsAnswered()
    {
        Assert.That(ErrorOf(OfTexts([], [], ["id", "age"], ["x", "1"])), Is.EqualTo("people.xlsx, sheet row 1 is blank and should hold the column names; the next row with text is row 3: if it holds them, read it with HeaderRow = 3."));
        Assert.That(ErrorOf(OfTexts(["id"], ["x"]), new() { HeaderRow = 9 }), Is.EqualTo("people.xlsx ends before sheet row 9, which should hold the column names; count the rows above them again (HeaderRow)."));
        Assert.That(ErrorOf(Of("")), Is.EqualTo("people.xlsx has nothing in the sheet that is read; name another with Sheet, or fill it."));
        Assert.That(ErrorOf(OfTexts(["id"])), Is.EqualTo("people.xlsx has a header but no rows; export it again with its data."));
        Assert.That(ErrorOf("a,b\n1,2\n", new() { HeaderRow = 4 }), Is.EqualTo("people.csv has 2 rows in all, and the column names should stand in row 4 (HeaderRow = 4); count the lines above them again."));
        Assert.That(ErrorOf("a,b\n\n1,2\n", new() { HeaderRow = 2 }), Is.EqualTo("people.csv, line 2 is blank and should hold the column names (HeaderRow = 2); count the lines above the names again."));
        Assert.Throws<ArgumentOutOfRangeException>(() => Read("a\n1\n", new() { HeaderRow = 0 }));
    }

    [Test]
    public void ATitleInThePlaceOfTheNamesIsRecognised()
    {
        const string hint = " has one column name in its first row, '2024年调查', and 3 values in the row below; if the first row is a title and the second holds the column names, read it with HeaderRow = 2.";
        Assert.That(ErrorOf(OfTexts(["2024年调查"], ["id", "age", "sex"], ["x", "1", "m"])), Is.EqualTo("people.xlsx" + hint));
        Assert.That(ErrorOf(OfTexts(["", "2024年调查"], ["id", "age", "sex"], ["x", "1", "m"])), Is.EqualTo("people.xlsx" + hint));
        Assert.That(ErrorOf("2024年调查,,\nid,age,sex\nx,1,m\n"), Is.EqualTo("people.csv" + hint));
        Assert.That(ErrorOf("2024年调查\nid,age,sex\nx,1,m\n"), Does.EndWith("has 3 fields and the header has 1; put quotes around a text that holds the delimiter, or read it with HeaderRow = 2 if the row above is a title."));
        Assert.That(Read("\"\",x\n1,5\n").Columns, Is.EqualTo(new[] { "column 1", "x" }), "row numbers often have no name");
        Assert.That(Read(OfTexts(["", "x"], ["1", "5"])).Columns, Is.EqualTo(new[] { "column 1", "x" }));
    }

    [Test]
    public void BlankRowsAreSkippedAndNotedWhereRowsFollow()
    {
        string rows = Row(1, Text("A1", "x")) + Row(2, Text("A2", "a")) + Row(3, Text("A3", "  ")) + Row(6, Text("A6", "b")) + Row(8, Text("A8", "c")) + Row(9, "<c r=\"A9\" s=\"0\"/>") + "<row r=\"1000\"/>";
        Table table = Read(Of(rows));
        Assert.That(Texts(table, "x"), Is.EqualTo(new[] { "a", "b", "c" }));
        Assert.That(NotesOf(table), Is.EqualTo(new[] { "people.xlsx: 4 blank rows were skipped, the first in sheet row 3" }));
        Assert.That(NotesOf(Read(OfTexts(["x"], ["a"], [], ["b"]))), Is.EqualTo(new[] { "people.xlsx: a blank row was skipped, sheet row 3" }));
        Assert.That(TextsOf(PathOf("people.xlsx")).Places, Is.EqualTo(new[] { "row 1 (sheet row 2)", "row 2 (sheet row 4)" }));
    }

    [Test]
    public void MergedCellsOfTheDataAreNoted()
    {
        string rows = RowsOf(["id", "age"], ["x", "1"], ["", "2"]);
        Assert.That(NotesOf(Read(new XlsxFile().Sheet("S", rows, after: "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"))), Is.Empty);
        Table table = Read(new XlsxFile().Sheet("S", rows, after: "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:A3\"/></mergeCells>"));
        Assert.That(NotesOf(table), Is.EqualTo(new[] { "people.xlsx: cells are merged in A2:A3; only the upper left cell of a range has its value, and the others are empty" }));
    }

    [Test]
    public void ACellBeyondTheNamesIsAnError()
    {
        XlsxFile file = OfTexts(["id", "age", ""], ["x", "1", " "], ["y", "2", ""], ["z", "3", "", "a remark"]);
        Assert.That(
            ErrorOf(file),
            Is.EqualTo("people.xlsx, row 3 (sheet row 4): cell D4 holds 'a remark' and its column has no name in row 1; name column D, clear the cell, or say which row holds the column names (HeaderRow)."));
    }

    [Test]
    public void NamesAreHeldToTheRuleAskedFor()
    {
        string[][] rows = [["id", "", "age", "age", " "], ["x", "1", "2", "3"]];
        string workbook = FileOf(OfTexts(rows).Bytes(), "people.xlsx"), text = FileOf("id,,age,age\nx,1,2,3\n");
        foreach (string path in (string[])[workbook, text])
        {
            Assert.That(ErrorOf(() => RowFile.Open(path, new())), Does.EndWith("has two columns named 'age' (columns 3 and 4); give each column a name of its own."));
            var file = RowFile.Open(path, new(), HeadingRule.AsTheyStand);
            Assert.That(file.Columns, Is.EqualTo(new[] { "id", "", "age", "age" }));
            Assert.That(TextsOf(file).Rows, Is.EqualTo(new[] { new[] { "x", "1", "2", "3" } }));
            Assert.That(file.Notes, Is.Empty);
        }
        Table named = Read(OfTexts(["id", "", "age"], ["x", "1", "2"]));
        Assert.That(named.Columns, Is.EqualTo(new[] { "id", "column 2", "age" }));
        Assert.That(NotesOf(named), Is.EqualTo(new[] { "people.xlsx: column 2 has no name and is called 'column 2'" }));
    }

    [Test]
    public void UnderTheLooseRuleCellsBeyondTheNamesAreNotRead()
    {
        string path = FileOf(OfTexts(["id", "age"], ["x", "1", "a remark"]).Bytes(), "people.xlsx");
        Assert.That(TextsOf(RowFile.Open(path, new(), HeadingRule.AsTheyStand)).Rows, Is.EqualTo(new[] { new[] { "x", "1" } }));
    }

    [Test]
    public void AFileThatIsOpenInExcelIsReadAndWhatChangesIsNoticed()
    {
        string path = FileOf(OfTexts(["id"], ["x"]).Bytes(), "people.xlsx");
        using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
            Assert.That(Table.Read(path).RowCount, Is.EqualTo(1));

        var file = RowFile.Open(path, new());
        FileOf(OfTexts(["other"], ["x"]).Bytes(), "people.xlsx");
        Assert.That(ErrorOf(() => file.Read([null])), Is.EqualTo("people.xlsx changed while it was read; read it again when nothing writes to it."));
        FileOf("id\nx\n", "people.xlsx");
        Assert.That(ErrorOf(() => file.Read([null])), Is.EqualTo("people.xlsx changed while it was read; read it again when nothing writes to it."));
    }
}
