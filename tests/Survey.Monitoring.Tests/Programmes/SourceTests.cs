using System.Globalization;
using System.Text.RegularExpressions;

namespace Survey.Monitoring.Tests.Programmes;

/// <summary>What the programmes quote stands in the notices, and no name of theirs stands in a programme.</summary>
public partial class SourceTests
{
    // within a standard is read as every site within it
    private static readonly string[] _all = ["100%", "全覆盖", "全面", "全部", "国家标准以内"], _noEvent = ["无", "杜绝", "消除"];

    /// <summary>How the notices write some numbers without digits.</summary>
    private static readonly Dictionary<decimal, string> _words = new() { [1] = "一", [2] = "两", [1000] = "千", [10000] = "万" };

    private static IEnumerable<string> Programmes => Programme.Library.All.Select(own => own.Id);

    [TestCaseSource(nameof(Programmes))]
    public void TheNoticeIsTheOneThatIsNamed(string id)
    {
        Programme programme = Programme.Library[id];
        string text = Notices.Of(programme);
        if (programme.Notice.Date is { } date)
            Assert.That(text, Does.Contain(date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)));
    }

    [TestCaseSource(nameof(Programmes))]
    public void EveryQuoteStandsInTheNotice(string id)
    {
        Programme programme = Programme.Library[id];
        string text = Notices.Of(programme);
        string[] quotes =
        [
            .. programme.Items.Select(item => item.Quote), .. programme.Parts.Select(part => part.Quote), .. programme.Choices.Select(choice => choice.Quote),
            .. programme.Calendar.Select(phase => phase.Quote).OfType<string>(), .. programme.Duties.Select(duty => duty.Quote), .. programme.Ranking is { } ranking ? [ranking.Quote] : Array.Empty<string>(),
        ];
        Assert.That(quotes.Where(quote => !text.Contains(Notices.WithoutSpace(quote), StringComparison.Ordinal)), Is.Empty);
    }

    [TestCaseSource(nameof(Programmes))]
    public void EveryNumberOfARuleStandsInItsQuote(string id)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (ProgrammePart part in Programme.Library[id].Parts)
                foreach (string[] forms in part.Rule.Walk().SelectMany(Written))
                    Assert.That(forms.Any(form => Regex.IsMatch(Notices.WithoutSpace(part.Quote), form)), Is.True, $"{part.Id} ({part.Quote}) has none of {string.Join(", ", forms)}");
        }
    }

    [Test]
    public void EveryMonthOfACalendarStandsInItsNotice()
    {
        (string Id, string[] Written)[] calendars =
        [
            ("wuzhong-2023", ["2023年4月至2023年6月", "2023年7月至2023年12月", "2024年1月至2024年10月", "2024年10月至2024年11月"]),
            ("qidong-2023", ["2023年3月—7月", "2023年8月—2024年8月", "2024年9月—2024年11月"]),
            ("lianyungang-2020", ["2020年"]),
            ("yongchuan-2023", ["2022年10月—2022年12月", "2023年1月-5月", "2023年5月—2023年8月", "2023年9月—10月", "2023年11月—12月"]),
            ("jiangyin-2018", ["2018—2020年"]),
        ];
        Assert.That(calendars.Select(own => own.Id), Is.EquivalentTo(Programmes));
        foreach ((string id, string[] written) in calendars)
        {
            Programme programme = Programme.Library[id];
            string text = Notices.Of(programme);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(written.Where(own => !text.Contains(own, StringComparison.Ordinal)), Is.Empty);
                Assert.That(programme.Calendar.Select(phase => (phase.First, phase.Last)), Is.EqualTo(written.Select(Months)), id);
            }
        }
    }

    /// <summary>Each task of Lianyungang ends in its departments: （责任单位：区环保局，各街道）.</summary>
    [Test]
    public void TheDepartmentsOfLianyungangAreThoseOfItsTasks()
    {
        Programme programme = Programme.Library["lianyungang-2020"];
        Dictionary<string, string> names = programme.Units.ToDictionary(unit => unit.Id, unit => unit.Name.Chinese!);
        string[] written = [.. Responsible().Matches(Notices.Of(programme)).Select(task => task.Groups["units"].Value.Replace('，', '、').Replace("办事处", "", StringComparison.Ordinal))];
        Assert.That(programme.Items.Select(item => string.Join('、', item.Parts[0].Units.Select(unit => names[unit]))), Is.EqualTo(written));
    }

    [Test]
    public void NoOfficialIsNamedInAProgramme()
    {
        string[][] lists = [.. Notices.Texts().Select(text => Notices.Officials(text).ToArray())];
        string[] programmes = [.. Notices.ProgrammeFiles.Select(File.ReadAllText)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lists.Select(names => names.Length), Is.EqualTo(new[] { 39, 0, 0, 22, 0 }), "two of the notices list their leading group");
            Assert.That(programmes, Has.Length.EqualTo(Programme.Library.All.Count));
            Assert.That(lists.SelectMany(names => names).Count(name => programmes.Any(text => text.Contains(name, StringComparison.Ordinal))), Is.Zero);
        }
    }

    /// <summary>What a quote must hold for a rule: one of the patterns of each.</summary>
    private static IEnumerable<string[]> Written(Target rule) =>
        rule switch
        {
            LevelTarget level => Amounts(level.Amount),
            AboutTarget about => Amounts(about.Amount),
            FullCoverageTarget => [_all],
            ZeroEventsTarget => [_noEvent],
            RelativeChangeTarget change => [[$"{Digits(change.Percent)}%"], .. Earlier(change.Since)],
            PointsChangeTarget change => [[Digits(change.Points)], .. change.Most is { } most ? [[Digits(most)]] : Array.Empty<string[]>(), ["个百分点"], .. Earlier(change.Since)],
            ReferenceTarget reference => [[reference.Of == "province" ? "全省平均" : "全市平均"]],
            _ => [],
        };

    private static IEnumerable<string[]> Amounts(Amount amount)
    {
        yield return amount.IsPercent ? [$"{Digits(amount.Value)}[%％]"] : Forms(amount.Value);
        if (!amount.IsPercent && amount.Scale != 1)
            yield return Forms(amount.Scale);
    }

    private static string[] Forms(decimal number) => _words.TryGetValue(number, out string? word) ? [Digits(number), word] : [Digits(number)];

    private static string Digits(decimal number) => $@"(?<![\d.]){Regex.Escape(number.ToString(CultureInfo.InvariantCulture))}(?![\d.])";

    /// <summary>Of what is asked each year, the wave to start from is the library's reading.</summary>
    private static string[][] Earlier(string since) => since switch { Target.LastYear => [["上一年", "每年"]], Target.Start => [["建设之初", "每年"]], _ => [[Digits(decimal.Parse(since, CultureInfo.InvariantCulture)) + "年"]] };

    /// <summary>The first and the last day of "2023年9月—10月", "2023年4月至2023年6月", "2020年" or "2018—2020年".</summary>
    private static (DateOnly First, DateOnly Last) Months(string written)
    {
        int[] numbers = [.. Numbers().Matches(written).Select(own => int.Parse(own.Value, CultureInfo.InvariantCulture))];
        return numbers switch
        {
            [int year] => Days(year, 1, year, 12),
            [int year, int last] => Days(year, 1, last, 12),
            [int year, int first, int last] => Days(year, first, year, last),
            _ => Days(numbers[0], numbers[1], numbers[2], numbers[3]),
        };
    }

    private static (DateOnly First, DateOnly Last) Days(int firstYear, int firstMonth, int lastYear, int lastMonth) =>
        (new DateOnly(firstYear, firstMonth, 1), new DateOnly(lastYear, lastMonth, DateTime.DaysInMonth(lastYear, lastMonth)));

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();

    [GeneratedRegex("（责任单位：(?<units>[^）]+)）")]
    private static partial Regex Responsible();
}
