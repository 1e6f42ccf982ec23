using System.Globalization;
using System.Text;

namespace Survey.Monitoring.Tests.Made;

/// <summary>The people in a GB18030 file as a survey platform exports it "by option number": single answers as numbers, one column an option, -3 where a question was skipped.</summary>
public static class OptionsShape
{
    private const string Skipped = "-3";

    /// <summary>As Excel in Chinese writes text.</summary>
    public static Encoding Gb18030 { get; } = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    public static IReadOnlyList<MadeColumn> Columns { get; } =
    [
        new("问卷编号", person => Cell.Of(person.Id)) { Heading = "序号" },
        new("调查日期", person => Cell.Of($"{person.Surveyed:yyyy/M/d} {8 + (person.Number % 10)}:{person.Number % 60:00}:{person.Number % 59:00}")) { Heading = "提交答卷时间" },
        .. CleanShape.PersonalColumns,
        .. MadeItem.All.SelectMany((item, k) => item.IsMultiple ? OptionColumns(item, k) : [SingleColumn(item, k)]),
        new("村居代码", person => Cell.Of(person.Village)) { Heading = "51、村(居)委会代码" },
        new("出生日期", person => Cell.Of(person.Birth?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Skipped)) { Heading = "54、您的出生日期" },
        new("家庭15~69岁人数", person => Text(person.Eligible ?? (person.Responded ? 99 : null))) { Heading = "57、您家中15~69岁的人数" },
        new("家中最年长者年龄", person => Text(person.Oldest)) { Heading = "58、您家中最年长者的年龄" },
        new("居住月数", person => Text(person.Months)) { Heading = "59、过去一年在本县居住的月数" },
        .. MadeQuestion.All.Select(question => new MadeColumn(question.Heading, person => Text(question.CodeOf(person) ?? (person.Responded ? question.MissingCode : null))) { Heading = question.LongHeading }),
        .. ChoiceColumns(MadeChoice.Channel, person => person.Channel, (option, _) => option, _ => "选中"),
        .. ChoiceColumns(MadeChoice.Services, person => person.Services, (_, number) => $"{number}", option => option),
    ];

    public static MadeStudy Of(MadeCounty county) =>
        new() { Waves = [MadeStudyText.OptionsWave], Files = [MadeFile.Of("数据/2023_按选项序号.csv", Columns, county.People, encoding: Gb18030)] };

    private static MadeColumn SingleColumn(MadeItem item, int index) =>
        new($"Q{item.Number}", person => Cell.Of(person.Answers[index] switch
        {
            null => Skipped,
            MadePerson.DontKnow => "9",
            { } letter => $"{letter[0] - 'A' + 1}",
        }))
        { Heading = item.LongHeading };

    private static IEnumerable<MadeColumn> OptionColumns(MadeItem item, int index) =>
        item.Options.Select((_, option) =>
            new MadeColumn($"Q{item.Number}({option + 1})", person => Cell.Of(person.Answers[index] is not { } letters ? Skipped : letters.Contains((char)('A' + option)) ? "1" : "0"))
            {
                Heading = $"{item.LongHeading}({option + 1})",
            });

    /// <summary>One column an option, empty where it was not chosen.</summary>
    private static IEnumerable<MadeColumn> ChoiceColumns(MadeChoice choice, Func<MadePerson, string?> chosen, Func<string, int, string> headingOf, Func<string, string> mark) =>
        choice.Options.Select((option, k) =>
            new MadeColumn($"{choice.Heading}({k + 1})", person => Cell.Of(chosen(person)?.Contains((char)('A' + k)) == true ? mark(option) : null))
            {
                Heading = $"{choice.LongHeading}({headingOf(option, k + 1)})",
            });

    private static Cell Text(int? number) => Cell.Of(number?.ToString(CultureInfo.InvariantCulture) ?? Skipped);
}
