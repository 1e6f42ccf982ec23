using System.Globalization;

namespace Survey.Monitoring.Tests.Made;

/// <summary>How a town fills in its workbook: each in its own order of columns, its own forms of dates, letters and gaps.</summary>
/// <param name="town">The town.</param>
internal sealed class TownHand(MadeTown town)
{
    private readonly int _hand = town.Index;

    public IReadOnlyList<MadeColumn> Columns()
    {
        MadeColumn[] columns =
        [
            new("问卷编号", person => _hand == 5 ? Cell.Of(double.Parse(person.Id, CultureInfo.InvariantCulture)) : Cell.Of(person.Id)),
            .. CleanShape.PersonalColumns.Select(column => column.Name == "身份证号" ? column with { CellOf = IdNumber } : column),
            new("村居代码", person => _hand == 8 ? Cell.Of(person.Village) : Cell.Of(double.Parse(person.Village, CultureInfo.InvariantCulture))),
            new("出生日期", person => person.Birth is { } birth ? Day(birth) : Gap(person, 1)),
            new("调查日期", Surveyed),
            new("家庭15~69岁人数", person => person.Eligible is null && person.Responded ? Cell.Of(99) : Count(person, person.Eligible, 2)),
            new("家中最年长者年龄", person => Count(person, person.Oldest, 3)),
            new("居住月数", person => Count(person, person.Months, 4)),
            .. MadeQuestion.All.Select((question, k) => new MadeColumn(question.Heading, person => Code(question, person, k))),
            Joined(MadeChoice.Channel, person => person.Channel),
            Joined(MadeChoice.Services, person => person.Services),
            .. MadeItem.All.Select((item, k) => new MadeColumn($"Q{item.Number}", person => Answer(item, person, person.Answers[k]))),
        ];
        int first = _hand * 11 % columns.Length;
        return [.. columns.Skip(first).Concat(columns.Take(first)).Select((column, k) => column with { Heading = HeadingOf(column.Name, k) })];
    }

    private string HeadingOf(string name, int column) =>
        ((column + _hand) % 6) switch
        {
            1 => name + " ",
            2 => $"{name[..(name.Length / 2)]}\n{name[(name.Length / 2)..]}",
            3 => Wide(name),
            4 => "\u3000" + name,
            _ => name,
        };

    /// <summary>Some write the check character small, or as wide as a Chinese one.</summary>
    private Cell IdNumber(MadePerson person) =>
        Cell.Of((_hand % 3) switch
        {
            1 => person.Identity.IdNumber.Replace('X', 'x'),
            2 => person.Identity.IdNumber.Replace('X', 'Ｘ'),
            _ => person.Identity.IdNumber,
        });

    private Cell Day(DateOnly day) =>
        (_hand % 7) switch
        {
            0 => Cell.Of(day, CellKind.Date),
            1 => Cell.Of(day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)),
            2 => Cell.Of(day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)),
            3 => Cell.Of(day, CellKind.Number),
            4 => Cell.Of(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            5 => Cell.Of(day, CellKind.ChineseDate),
            _ => Cell.Of(double.Parse(day.ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
        };

    private Cell Surveyed(MadePerson person)
    {
        DateTime moment = person.Surveyed.ToDateTime(new TimeOnly(8 + (person.Number % 10), person.Number % 60, person.Number % 59));
        return (_hand % 3) switch
        {
            0 => Cell.Of(moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)),
            1 => Cell.Of(moment.ToString("yyyy/M/d H:mm", CultureInfo.InvariantCulture)),
            _ => Cell.Of(moment, CellKind.Moment),
        };
    }

    private Cell Count(MadePerson person, int? number, int column) =>
        number is null ? Gap(person, column)
        : _hand == 6 ? Cell.Of(Wide($"{number}"))
        : Cell.Of(number);

    private Cell Code(MadeQuestion question, MadePerson person, int column)
    {
        int? code = question.CodeOf(person) ?? (person.Responded && column % 2 == 0 ? question.MissingCode : null);
        if (code is null)
            return Gap(person, column);
        return question.Column == "hypertension" && _hand == 7 ? Cell.Of(code == 1) : Cell.Of(code);
    }

    private Cell Answer(MadeItem item, MadePerson person, string? answer)
    {
        if (answer is null)
            return Gap(person, item.Number);
        if (answer == MadePerson.DontKnow)
            return _hand % 2 == 0 ? Cell.Of(answer) : Cell.Of(9);
        if (item.Type == "true-false" && _hand % 2 == 0)
            return Cell.Of(item.Options[answer[0] - 'A']);
        return Letters(answer);
    }

    private Cell Letters(string letters) =>
        (_hand % 4) switch
        {
            1 => Cell.Of(Wide(letters)),
            2 => Cell.Of(string.Join(',', letters.AsEnumerable())),
            3 => new Cell(CellKind.InlineText, string.Join('、', letters.AsEnumerable())),
            _ => Cell.Of(letters),
        };

    /// <summary>Every third town writes the options' texts, with the character between them that one of them holds.</summary>
    private MadeColumn Joined(MadeChoice choice, Func<MadePerson, string?> chosen) =>
        new(choice.Heading, person =>
            chosen(person) is not { } letters ? Gap(person, choice.Options.Count)
            : _hand % 3 == 0 ? Cell.Of(string.Join('、', letters.Select(letter => choice.Options[letter - 'A'])))
            : Letters(letters));

    private static Cell Gap(MadePerson person, int column) =>
        ((person.Number + column) % 5) switch
        {
            0 => Cell.Of(-3),
            1 => Cell.Of("跳过"),
            2 => Cell.Of("(空)"),
            3 => Cell.Of("（空）"),
            _ => Cell.Blank,
        };

    /// <summary>The same text in letters, digits and signs as wide as Chinese characters.</summary>
    private static string Wide(string text) => string.Concat(text.Select(letter => letter is > ' ' and <= '~' ? (char)(letter + 0xFEE0) : letter));
}
