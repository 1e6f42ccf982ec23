using Survey.Files;

namespace Survey.Monitoring.Tests.Intake;

/// <summary>What texts of files mean in columns of levels, numbers, flags, texts and codes.</summary>
public sealed class ReaderTests : SmallStudies
{
    [Test]
    public void CodesOfAColumnThatMeanMissingMeanItNowhereElse()
    {
        StudyData data = Load(
            $$"""
            columns:
              a: {from: a, as: number, missing: [99]}
              b: {from: b, as: number}
              c: {from: c, codes: {1: yes, 2: no}, missing: [9, 不详]}
              d: {from: d, as: text, missing: [无]}
            missing: ["", -3, NA]
            {{OneWave}}
            """,
            ("people.csv", "a,b,c,d\n99,99,9,99\n99.0,-3,9.0,无\n-3.0,NA,不详,-3\n9,9,1,9\n"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Unresolved(data), Is.Empty);
            Assert.That(Values(data, "a"), Is.EqualTo([null, null, null, "9"]));
            Assert.That(Values(data, "b"), Is.EqualTo(["99", null, null, "9"]));
            Assert.That(Values(data, "c"), Is.EqualTo([null, null, null, "yes"]));
            Assert.That(Values(data, "d"), Is.EqualTo(["99", null, null, "9"]));
        }
    }

    [Test]
    public void OneIsOneHoweverItIsWritten()
    {
        foreach (string keys in new[] { "codes: {1: one, 2: two}", "codes: {1: one, 2: two}, levels: [two, one]" })
            Are(LoadColumn(keys, ["1", "1.0", "１", " 1 ", "+1", "01", "1e0", "one", "two", ""]), ["one", "one", "one", "one", "one", "one", "one", "one", "two", null]);
    }

    [Test]
    public void ACodeThatIsAnotherTextIsNoOther()
    {
        StudyData data = LoadColumn("codes: {\"01\": first, 1: second}", ["01", "1", "1.0"]);
        Are(data, ["first", "second", "second"]);
    }

    [Test]
    public void LevelsThatAreNotDeclaredAreNamedWithTheirRows()
    {
        StudyData data = LoadColumn("codes: {1: one}", ["1", "3", "三", "3"]);
        Assert.That(Unresolved(data), Is.EqualTo(
        [
            Sentence(data, "row 2 (line 3), column 'x': '3' (like '三' in row 3, 3 rows of the file) is neither a code nor a level of x (1, one); add it to codes (of this wave, if it codes otherwise), or declare it as missing."),
        ]));
        Assert.That(data.Findings.Where(finding => finding.Severity == Severity.Unresolved).Select(finding => (finding.Row, finding.Rows, finding.Column)), Is.EqualTo([(2L, 3L, "x")]));
        Assert.That(Values(data), Is.EqualTo(["one", null, null, null]));
    }

    [Test]
    public void Numbers() =>
        Are(LoadColumn("as: number", ["12", "-1.5", "１２", "+7", "1e3", "0012", "900719925474099", ""]), ["12", "-1.5", "12", "7", "1000", "12", "900719925474099", null]);

    [TestCase("约12")]
    [TestCase("1,000")]
    [TestCase("50%")]
    [TestCase("1E+400")]
    [TestCase("NaN")]
    [TestCase("Infinity")]
    public void NoNumbers(string text) => IsFaulty("as: number", text, "is not a number; add what it stands for to codes of the column, or declare it as missing.");

    [Test]
    public void CodesOfNumbers() =>
        Are(LoadColumn("as: number, codes: {没有: 0, 9: 12, 半: 0.5}", ["没有", "9", "9.0", "半", "3", "０"]), ["0", "12", "12", "0.5", "3", "0"]);

    [TestCase("as: number, codes: {1: 5, \"１\": 6}")]
    [TestCase("as: flag, codes: {是: \"true\", \" 是\": \"false\"}")]
    [TestCase("codes: {1: one, \"１\": two}")]
    public void TwoCodesThatAreTheSameTextAreRefused(string keys) =>
        Assert.That(() => LoadColumn(keys, ["1"]), Throws.TypeOf<SurveyDataException>().With.Message.Contains("the same"));

    [Test]
    public void ANumberOfEighteenDigitsIsRefusedUnlessADoubleHoldsIt()
    {
        IsFaulty("as: number", "32990119800101001", "has more digits than a number keeps");
        IsFaulty("as: number", "+32990119800101001", "has more digits than a number keeps");
        Are(LoadColumn("as: number", ["1000000000000000000", "32990119800101000"]), ["1E+18", "32990119800101000"]);
    }

    [Test]
    public void Flags()
    {
        Are(LoadColumn("as: flag", ["1", "是", "有", "true", "TRUE", "√", "0", "否", "无", "没有", "false", "FALSE", "×", ""]),
            ["true", "true", "true", "true", "true", "true", "false", "false", "false", "false", "false", "false", "false", null]);
        Are(LoadColumn("as: flag, codes: {1: \"true\", 2: \"false\"}, missing: [9]", ["1", "2", "1.0", "9", "9.0"]), ["true", "false", "true", null, null]);
        IsFaulty("as: flag, codes: {1: \"true\", 2: \"false\"}", "是", "is neither true nor false here");
        IsFaulty("as: flag", "2", "is neither true nor false here");
    }

    [Test]
    public void TextsKeepTheirDigits() => Are(LoadColumn("as: text", ["012", "12", "ａ b", "329901198001010013"]), ["012", "12", "a b", "329901198001010013"]);

    [Test]
    public void LevelsOfTextsAreThoseThatAreMetInNaturalOrder() =>
        Assert.That(((CategoryColumn)LoadColumn("as: text", ["b10", "a", "b9", "a"]).Waves[0].Table!["x"]).Levels, Is.EqualTo(["a", "b9", "b10"]));

    [TestCase("32990100120", "has 11 digits, and a code here has 12; a leading zero or a digit is lost")]
    [TestCase("3299010012011", "has 13 digits, and a code here has 12:")]
    [TestCase("329901A01201", "is not a code of 12 digits")]
    [TestCase("329901000000", "ends in 6 zeros, as codes do that a spreadsheet has rounded")]
    [TestCase("3.29901E+11", "is a code that a spreadsheet has rounded")]
    public void CodesThatAreDestroyed(string text, string why) => IsFaulty("as: code, digits: 12", text, why);

    [Test]
    public void CodesKeepLeadingZerosAndAreCodesOfAnyLengthWithoutDigits()
    {
        Are(LoadColumn("as: code, digits: 3", ["001", "０１２", "100"]), ["001", "012", "100"]);
        Are(LoadColumn("as: code", ["1", "01", "329901000000", "A-1"]), ["1", "01", "329901000000", "A-1"]);
        IsFaulty("as: code", "3.29901E+11", "is a code that a spreadsheet has rounded");
        IsFaulty("as: text", "3.29901198001010E+17", "is a code that a spreadsheet has rounded");
    }

    [Test]
    public void LongTextsWithOneBeginningAreToldApart()
    {
        string beginning = new('长', 60);
        Are(LoadColumn("as: text", [beginning + "甲", beginning + "乙"]), [beginning + "甲", beginning + "乙"]);
    }

    private static void Are(StudyData data, string?[] values)
    {
        Assert.That(Unresolved(data), Is.Empty);
        Assert.That(Values(data), Is.EqualTo(values));
    }

    private void IsFaulty(string keys, string text, string why)
    {
        StudyData data = LoadColumn(keys, [text]);
        Assert.That(Unresolved(data), Has.One.Items);
        Assert.That(Unresolved(data)[0], Does.StartWith(Sentence(data, $"row 1 (line 2), column 'x': {(PersonalData.Hidden(text) == text ? $"'{text}'" : PersonalData.HiddenNumber)} {why}")));
        Assert.That(Values(data)[0], Is.Null);
        Assert.That(data.Waves[0].IsResolved, Is.False);
    }

    private static string Sentence(StudyData data, string text) => $"{Path.Combine(data.Study.Folder, "people.csv")}, {text}";
}
