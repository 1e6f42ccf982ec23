using System.Globalization;

namespace Survey.Monitoring.Tests.Made;

/// <summary>The people in one tidy CSV file: answers as texts, options as letters, dates as ISO has them.</summary>
public static class CleanShape
{
    public static IReadOnlyList<MadeColumn> Columns { get; } =
    [
        new("问卷编号", person => Cell.Of(person.Id)),
        .. PersonalColumns,
        new("村居代码", person => Cell.Of(person.Village)),
        new("出生日期", person => Cell.Of(Iso(person.Birth))),
        new("调查日期", person => Cell.Of(Iso(person.Surveyed))),
        new("家庭15~69岁人数", person => Text(person.Eligible ?? (person.Responded ? 99 : null))),
        new("家中最年长者年龄", person => Text(person.Oldest)),
        new("居住月数", person => Text(person.Months)),
        .. MadeQuestion.All.Select(question => new MadeColumn(question.Heading, person => Cell.Of(question.TextOf(person)))),
        Joined(MadeChoice.Channel, person => person.Channel),
        Joined(MadeChoice.Services, person => person.Services),
        .. MadeItem.All.Select((item, k) => new MadeColumn($"Q{item.Number}", person => Cell.Of(AnswerOf(item, person.Answers[k])))),
    ];

    /// <summary>What identifies a person, as plain texts.</summary>
    public static IEnumerable<MadeColumn> PersonalColumns =>
        MadeIdentity.Headings.Select((heading, k) => new MadeColumn(heading, person => Cell.Of(person.Identity.Texts[k])));

    public static MadeStudy Of(MadeCounty county) =>
        new() { Waves = [MadeStudyText.CleanWave], Files = [MadeFile.Of("数据/2023.csv", Columns, county.People)] };

    /// <summary>The texts of the options chosen, of which one holds a character that separates others.</summary>
    private static MadeColumn Joined(MadeChoice choice, Func<MadePerson, string?> chosen) =>
        new(choice.Heading, person => Cell.Of(chosen(person) is { } letters ? string.Join('┋', letters.Select(letter => choice.Options[letter - 'A'])) : null));

    private static string? AnswerOf(MadeItem item, string? answer) => item.IsMultiple && answer is not null ? string.Join(',', answer.AsEnumerable()) : answer;

    private static Cell Text(int? number) => Cell.Of(number?.ToString(CultureInfo.InvariantCulture));

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
