namespace Survey.Files.Tests.Csv;

/// <summary>What columns become, by their content or as declared.</summary>
public sealed class TypeTests : TempFiles
{
    [TestCase(ColumnType.Number, "1", " -2.5 ", "+3e-2", ".5", "5.", "0", "-0.5", "33.846996307373047")]
    [TestCase(ColumnType.Number, "", " ", "\"\"")]
    [TestCase(ColumnType.Number, "1E+15", "123456789012345")]
    [TestCase(ColumnType.Flag, "TRUE", "false", "", "True")]
    [TestCase(ColumnType.Date, "2024-02-29", "2024/3/1", "2024-3-1", "2024/03/01")]
    [TestCase(ColumnType.Category, "2023-02-29", "2024-01-01")]
    [TestCase(ColumnType.Category, "2024-01/01")]
    [TestCase(ColumnType.Category, "true", "1")]
    [TestCase(ColumnType.Category, "1", "NA")]
    [TestCase(ColumnType.Category, "1", "NaN")]
    [TestCase(ColumnType.Category, "1", "Infinity")]
    [TestCase(ColumnType.Category, "1", "0x1F")]
    [TestCase(ColumnType.Category, "1", "5%")]
    [TestCase(ColumnType.Category, "1", "1 000")]
    [TestCase(ColumnType.Category, "1", "1,5")]
    [TestCase(ColumnType.Category, "1", "1e")]
    [TestCase(ColumnType.Category, "1", "-")]
    [TestCase(ColumnType.Category, "1", "1e400")]
    [TestCase(ColumnType.Category, "1", "012")]
    [TestCase(ColumnType.Category, "1", "-05")]
    [TestCase(ColumnType.Category, "1", "1234567890123456")]
    public void AColumnHasTheTypeThatFitsAllItsValues(ColumnType type, params string[] values)
    {
        Table table = Read("x;y\n" + string.Concat(values.Select(value => $"{value};1\n")));
        Assert.That(table["x"].Type, Is.EqualTo(type));
    }

    [Test]
    public void NumbersAreTheNearestDoubles([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        string[] texts = [.. Enumerable.Range(0, 500).Select(_ => Number(random))];
        Table table = Read("x,y\n" + string.Concat(texts.Select(text => $"{text},1\n")));
        Assert.That(((NumberColumn)table["x"]).Values.ToArray(), Is.EqualTo(texts.Select(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture))));
    }

    private static string Number(Random random) =>
        $"{(random.Next(2) == 0 ? "-" : "")}{random.NextInt64(1, (long)Math.Pow(10, random.Next(1, 15)))}" +
        $"{(random.Next(2) == 0 ? "." + random.NextInt64((long)Math.Pow(10, random.Next(1, 18))) : "")}{(random.Next(4) == 0 ? $"e{random.Next(-330, 290)}" : "")}";

    [Test]
    public void TextsOfCategoriesStandAsTheyAreInNaturalOrder()
    {
        Table table = Read("x,y\n v10,1\nv9,1\nv10 ,1\nv10,1\n");
        Assert.That(((CategoryColumn)table["x"]).Levels, Is.EqualTo(new[] { " v10", "v9", "v10", "v10 " }));
        Assert.That(Texts(table, "x"), Is.EqualTo(new[] { " v10", "v9", "v10 ", "v10" }));
    }

    [Test]
    public void DeclaredCodesAreMissing()
    {
        var options = new ReadOptions { Missing = [" NA", "9"], MissingIn = new Dictionary<string, IReadOnlyList<string>> { ["b"] = ["refused"] } };
        Table table = Read("a,b,c\n1,refused,9\n9.0,2,9.0\nNA, NA ,x\n+9,9e0,refused\n", options);
        Assert.That(Texts(table, "a"), Is.EqualTo(new[] { "1", null, null, null }));
        Assert.That(Texts(table, "b"), Is.EqualTo(new[] { null, "2", null, null }));
        Assert.That(Texts(table, "c"), Is.EqualTo(new[] { null, "9.0", "x", "refused" }), "a category knows no equal numbers");
    }

    [Test]
    public void ACategoryThatWasNearlyNumbersSaysWhy()
    {
        string file = "age\n1\n2\n3\n4\nNA\n" + string.Concat(Enumerable.Repeat("5\n", 179));
        Assert.That(((CategoryColumn)Read(file)["age"]).WhyNotNumber, Is.EqualTo("row 5 holds 'NA' (183 of its 184 values are numbers; if 'NA' means missing, declare it as missing)"));
        Assert.That(((CategoryColumn)Read("a\n1\n012\n")["a"]).WhyNotNumber, Is.EqualTo("row 2 holds '012', whose leading zero a number would lose (declare the column a number if it is a quantity)"));
        Assert.That(((CategoryColumn)Read("a\n1\n1234567890123456\n")["a"]).WhyNotNumber, Is.EqualTo("row 2 holds '(number not shown)', a whole number of more than 15 digits, which is a code"));
        Assert.That(((CategoryColumn)Read("code\n110101001\n")["code"]).WhyNotNumber, Does.StartWith("its name and its whole numbers of 9 or 12 digits"));
        Assert.That(((CategoryColumn)Read("a\nx\ny\n")["a"]).WhyNotNumber, Is.Null);
    }

    [TestCase("village_code", ColumnType.Category)]
    [TestCase("行政区划", ColumnType.Category)]
    [TestCase("街道", ColumnType.Category)]
    [TestCase("id", ColumnType.Category)]
    [TestCase("ID2", ColumnType.Category)]
    [TestCase("house_id", ColumnType.Category)]
    [TestCase("villageId", ColumnType.Category)]
    [TestCase("PSUID", ColumnType.Category)]
    [TestCase("hhid", ColumnType.Category)]
    [TestCase("paid", ColumnType.Number)]
    [TestCase("covid", ColumnType.Number)]
    [TestCase("income", ColumnType.Number)]
    public void WholeNumbersOfNineOrTwelveDigitsAreCodesUnderANameOfCodes(string name, ColumnType type)
    {
        Assert.That(Read($"{name}\n110101001\n110101001002\n")[name].Type, Is.EqualTo(type));
        Assert.That(Read($"{name}\n110101001\n11010100\n")[name].Type, Is.EqualTo(ColumnType.Number));
    }

    [Test]
    public void ADestroyedCodeIsRefused()
    {
        const string way = "format the column as Text before typing or pasting, or export CSV from the survey platform again and do not open it in Excel (a quantity is read when the column is declared a number).";
        Assert.That(
            ErrorOf("age,village\n1,110101001002\n2,3.20506E+11\n"),
            Is.EqualTo("people.csv, row 2 (line 3), column 'village': '3.20506E+11' is a code that Excel has rounded, and its digits are lost; " + way));
        Assert.That(ErrorOf("x,y\n012,1\n3E+11,1\n"), Does.Contain("'3E+11' is a code"));
        Assert.That(ErrorOf("villages\n3.2E+11\n", Typed("villages", ColumnType.Category)), Does.Contain("'3.2E+11' is a code"));
    }

    [TestCase("3.20506E+11")]
    [TestCase("3.20506e11")]
    public void ADestroyedCodeIsRefusedInAKeyOfAnyName(string text)
    {
        string content = $"plot,y\n{text},1\n";
        Assert.That(Read(content)["plot"].Type, Is.EqualTo(ColumnType.Number));
        Assert.That(ErrorOf(content, new ReadOptions { Keys = ["plot"] }), Does.StartWith($"people.csv, row 1 (line 2), column 'plot': '{text}' is a code that Excel has rounded"));
        Assert.That(Read("plot,y\n320506001001,1\n", new ReadOptions { Keys = ["plot"] })["plot"].Type, Is.EqualTo(ColumnType.Number));
    }

    [TestCase("\"1,25\"")]
    [TestCase("\"1,000\"")]
    [TestCase("50%")]
    public void ANumberWrittenAsPeopleDoIsExplained(string text) =>
        Assert.That(((CategoryColumn)Read($"a,b\n{text},1\n")["a"]).WhyNotNumber, Is.EqualTo($"row 1 holds '{text.Trim('"')}' (a number has a point for its decimals, no thousands separator and no %)"));

    [Test]
    public void AnExponentElsewhereIsANumber()
    {
        Assert.That(Read("income\n3.2E+11\n")["income"].Type, Is.EqualTo(ColumnType.Number));
        Assert.That(Read("code\n3.2E+7\n1E10\n32E+10\n")["code"].Type, Is.EqualTo(ColumnType.Number));
        Assert.That(Read("income\n3.2E+11\n", Typed("income", ColumnType.Category))["income"].TextAt(0), Is.EqualTo("3.2E+11"));
        Assert.That(Read("village_income\n3.2E+11\n", Typed("village_income", ColumnType.Number))["village_income"].TextAt(0), Is.EqualTo("320000000000"));
    }

    [TestCase("1\nNA\n", ColumnType.Number, "people.csv, row 2 (line 3), column 'a': 'NA' is not a number; declare it as missing, or read the column as a category.")]
    [TestCase("1e400\n", ColumnType.Number, "people.csv, row 1 (line 2), column 'a': '1e400' is not a number that a double can hold; declare it as missing, or read the column as a category.")]
    [TestCase("9007199254740993\n", ColumnType.Number, "people.csv, row 1 (line 2), column 'a': '(number not shown)' is not a whole number that a double holds to the last digit; declare it as missing, or read the column as a category.")]
    [TestCase("true\n1\n", ColumnType.Flag, "people.csv, row 2 (line 3), column 'a': '1' is not true or false; declare it as missing, or read the column as a category.")]
    [TestCase("2024-13-01\n", ColumnType.Date, "people.csv, row 1 (line 2), column 'a': '2024-13-01' is not a date (yyyy-MM-dd); declare it as missing, or read the column as a category.")]
    public void AValueThatIsNotOfTheDeclaredTypeIsRefused(string rows, ColumnType type, string message) =>
        Assert.That(ErrorOf("a\n" + rows, Typed("a", type)), Is.EqualTo(message));

    [Test]
    public void ADeclaredTypeStands()
    {
        Assert.That(Texts(Read("a\n012\n9007199254740992\n", Typed("a", ColumnType.Number)), "a"), Is.EqualTo(new[] { "12", "9007199254740992" }));
        Assert.That(Texts(Read("a\n1\n2\n", Typed("a", ColumnType.Category)), "a"), Is.EqualTo(new[] { "1", "2" }));
        Assert.That(Read("a,b\n,1\n", Typed("a", ColumnType.Date))["a"].Type, Is.EqualTo(ColumnType.Date));
    }

    private static ReadOptions Typed(string column, ColumnType type) => new() { Types = new Dictionary<string, ColumnType> { [column] = type } };
}
