using System.Globalization;

namespace Survey.Monitoring.Tests.Made;

/// <summary>What the columns of the made-up study's tables must hold, taken from the people and not from any file.</summary>
internal static class Truth
{
    public static IEnumerable<(string Column, Func<MadePerson, string?> TextOf)> Columns =>
    [
        ("village", person => person.Village),
        ("town", person => person.Town.Code),
        ("birth", person => person.Birth?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("surveyed", person => person.Surveyed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("age", person => Text(person.Age)),
        ("eligible", person => Text(person.Eligible)),
        ("oldest", person => Text(person.Oldest)),
        ("months", person => Text(person.Months)),
        ("unanswered", person => Text(person.Unanswered)),
        ("drawn", _ => "55"),
        .. MadeQuestion.All.Select(question => (question.Column, (Func<MadePerson, string?>)question.LevelOf)),
        .. ChoiceColumns(MadeChoice.Channel, person => person.Channel),
        .. ChoiceColumns(MadeChoice.Services, person => person.Services),
        .. MadeItem.All.Select((item, k) => ($"Q{item.Number}", (Func<MadePerson, string?>)(person => AnswerText(item, person.Answers[k])))),
    ];

    private static IEnumerable<(string Column, Func<MadePerson, string?> TextOf)> ChoiceColumns(MadeChoice choice, Func<MadePerson, string?> chosen) =>
    [
        (choice.Column, person => chosen(person) is { } letters ? string.Join(',', letters.AsEnumerable()) : null),
        .. choice.Options.Select((_, k) => ($"{choice.Column}.{(char)('A' + k)}", (Func<MadePerson, string?>)(person => chosen(person)?.Contains((char)('A' + k)) switch { null => null, true => "true", false => "false" }))),
    ];

    private static string? AnswerText(MadeItem item, string? answer) => item.IsMultiple && answer is not null ? string.Join(',', answer.AsEnumerable()) : answer;

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
