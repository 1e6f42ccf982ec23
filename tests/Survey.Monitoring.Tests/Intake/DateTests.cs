namespace Survey.Monitoring.Tests.Intake;

/// <summary>Days in all the forms in which files have them, and texts that are none.</summary>
public sealed class DateTests : SmallStudies
{
    /// <summary>A year, a month and a day of the usual forms, whether the calendar has it or not.</summary>
    private static readonly System.Text.RegularExpressions.Regex Complete = new(@"^\d{4}-\d+-\d+$|^\d{8}$");

    [TestCase("2023-9-5", "2023-09-05")]
    [TestCase("2023-09-05", "2023-09-05")]
    [TestCase("2023/9/5", "2023-09-05")]
    [TestCase("2023.09.5", "2023-09-05")]
    [TestCase("2023年9月5日", "2023-09-05")]
    [TestCase("20230905", "2023-09-05")]
    [TestCase(" ２０２３－０９－０５ ", "2023-09-05")]
    [TestCase("2024-02-29", "2024-02-29")]
    [TestCase("2023/9/5 8:03", "2023-09-05")]
    [TestCase("2023/9/5 10:23:11", "2023-09-05")]
    [TestCase("2023-09-05T10:23:11.250", "2023-09-05")]
    [TestCase("2023-09-05 23:59:59", "2023-09-05")]
    [TestCase("20230905 10:23", "2023-09-05")]
    [TestCase("2023年9月5日 10:23", "2023-09-05")]
    public void TheUsualForms(string text, string day) => Is("as: date", text, day);

    [TestCase("2023-02-29")]
    [TestCase("1990-02-30")]
    [TestCase("2023-13-01")]
    [TestCase("2023-0-1")]
    [TestCase("2100-02-29")]
    [TestCase("20231301")]
    [TestCase("23-9-5")]
    [TestCase("5/9/2023")]
    [TestCase("202309")]
    [TestCase("45174")]
    [TestCase("2023-09-05 在家")]
    [TestCase("2023-09-05x10:23")]
    [TestCase("九月五日")]
    [TestCase("2023-09/05")]
    public void NoDays(string text) => IsFaulty("as: date", text, Complete.IsMatch(text) ? "is an impossible date" : "is no date of the form");

    [TestCase("yyyyMM", "199007", "1990-07-01")]
    [TestCase("yyyyMM", "2023-09-05", "2023-09-05", Description = "as a date cell of a workbook comes")]
    [TestCase("M/d/yyyy", "9/5/2023", "2023-09-05")]
    [TestCase("yyyyMMdd HH:mm:ss", "20230905 10:23:11", "2023-09-05")]
    [TestCase("yyyyMMddHHmmss", "20230905102311", "2023-09-05")]
    public void DeclaredForms(string format, string text, string day) => Is($"as: date, formats: [{format}]", text, day);

    [Test]
    public void DeclaredFormsAreInPlaceOfTheUsualOnes() => IsFaulty("as: date, formats: [yyyyMM]", "2023/9/5", "yyyyMM");

    [TestCase("61", "1900-03-01")]
    [TestCase("45174", "2023-09-05")]
    [TestCase("45174.0", "2023-09-05")]
    [TestCase("45174.999988426", "2023-09-05")]
    [TestCase("29586", "1980-12-31")]
    public void NumbersOfDays(string text, string day) => Is("as: date, formats: [excel]", text, day);

    [TestCase("60")]
    [TestCase("60.5")]
    [TestCase("1")]
    [TestCase("0")]
    [TestCase("-5")]
    [TestCase("1E+300")]
    [TestCase("99999999999")]
    [TestCase("199013")]
    public void NumbersOfNoDays(string text) => IsFaulty("as: date, formats: [yyyyMM, excel]", text, "is no date of the form");

    [Test]
    public void ANumberOfDaysIsReadWhateverStoodBefore() =>
        Assert.That(Values(LoadColumn("as: date, formats: [yyyy-MM-dd, excel]", ["45174 在家", "45174 10:20", "45174"]))[2], NUnit.Framework.Is.EqualTo("2023-09-05"));

    [Test]
    public void FormatsThatDisagree()
    {
        const string Keys = "as: date, formats: [yyyy/M/d, yyyy/d/M]";
        IsFaulty(Keys, "2023/1/2", "could be 2023-01-02 and 2023-02-01");
        Is(Keys, "2023/1/1", "2023-01-01");
        Is(Keys, "2023/1/31", "2023-01-31");
        Is(Keys, "2023/31/1", "2023-01-31");
    }

    [Test]
    public void MomentsOfOneDayAreThatDay()
    {
        var random = new Random(7);
        string[] moments = [.. Enumerable.Range(0, 500).Select(_ => $"2023/9/{1 + random.Next(30)} {random.Next(24)}:{random.Next(60):00}:{random.Next(60):00}")];
        string?[] days = Values(LoadColumn("as: date", moments));
        Assert.That(days, NUnit.Framework.Is.EqualTo(moments.Select(moment => $"2023-09-{int.Parse(moment.Split('/', ' ')[2]):00}")));
    }

    private void Is(string keys, string text, string day)
    {
        StudyData data = LoadColumn(keys, [text]);
        Assert.That(Unresolved(data), NUnit.Framework.Is.Empty);
        Assert.That(Values(data), NUnit.Framework.Is.EqualTo([day]));
    }

    private void IsFaulty(string keys, string text, string why)
    {
        StudyData data = LoadColumn(keys, [text, "2023-09-05", ""]);
        Assert.That(Unresolved(data), Has.Some.Contains(why).And.Some.Contains($"people.csv, row 1 (line 2), column 'x': '{text}'"));
        Assert.That(Values(data)[0], NUnit.Framework.Is.Null);
    }
}
