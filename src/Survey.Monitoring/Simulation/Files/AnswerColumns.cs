using System.Globalization;

namespace Survey.Monitoring.Simulating;

/// <summary>The columns of the files of answers, by shape.</summary>
internal static class AnswerColumns
{
    private const string Skipped = "-3", NotSaid = "9";

    /// <summary>Clear words, letters of options, dates as ISO has them.</summary>
    public static IReadOnlyList<PaperColumn> Clean { get; } =
    [
        new("问卷编号", paper => PaperCell.Of(paper.Id)),
        new("乡镇代码", paper => PaperCell.Of(paper.Household.Village.Place.Town.Code)),
        new("村居代码", paper => PaperCell.Of(paper.Household.Village.Place.Code)),
        Word(PaperQuestion.Area),
        new("户号", paper => PaperCell.Of(paper.HouseholdNumber)),
        Word(PaperQuestion.Replacement),
        new("抽样表", paper => PaperCell.Of(paper.Household.Table.ToString())),
        new("家庭15~69岁人数", paper => PaperCell.Number(paper.Eligible)),
        new("被抽中者序号", paper => PaperCell.Number(paper.Rank)),
        Word(PaperQuestion.Sex),
        new("出生日期", paper => PaperCell.Of(Iso(paper.Birth))),
        Word(PaperQuestion.Schooling),
        new("居住月数", paper => PaperCell.Number(paper.Months)),
        new("调查日期", paper => PaperCell.Of(Iso(paper.Surveyed))),
        new("调查员编号", paper => PaperCell.Of(paper.Interviewer)),
        Word(PaperQuestion.Smoking),
        Word(PaperQuestion.SecondHand),
        Word(PaperQuestion.Exercise),
        Word(PaperQuestion.Result),
        .. Items50.All.Select((item, k) => new PaperColumn($"Q{item.Number}", paper => PaperCell.Of(PaperTable.Options(paper.Answers[k], ",")))),
        new("说明", _ => PaperCell.Of(Labels.Simulated)),
    ];

    /// <summary>Codes as a county enters them: numbers where Excel makes numbers, days as days, letters without commas, 9 for what nobody said.</summary>
    public static IReadOnlyList<PaperColumn> Towns { get; } =
    [
        new("问卷编号", paper => PaperCell.Of(paper.Id)),
        new("乡镇代码", paper => PaperCell.Number(paper.Household.Village.Place.Town.Code)),
        new("村居代码", paper => PaperCell.Of(paper.Household.Village.Place.Code)),
        Entered(PaperQuestion.Area),
        new("户号", paper => PaperCell.Of(paper.HouseholdNumber)),
        Entered(PaperQuestion.Replacement),
        new("抽样表", paper => PaperCell.Of(paper.Household.Table.ToString())),
        new("家庭15~69岁人数", paper => PaperCell.Number(paper.Eligible)),
        new("被抽中者序号", paper => PaperCell.Number(paper.Rank)),
        Entered(PaperQuestion.Sex),
        new("出生日期", paper => PaperCell.Date(paper.Birth)),
        Entered(PaperQuestion.Schooling),
        new("居住月数", paper => PaperCell.Number(paper.Months)),
        new("调查日期", paper => PaperCell.Date(paper.Surveyed)),
        new("调查员编号", paper => PaperCell.Of(paper.Interviewer)),
        Entered(PaperQuestion.Smoking),
        Entered(PaperQuestion.SecondHand),
        Entered(PaperQuestion.Exercise),
        Entered(PaperQuestion.Result),
        .. Items50.All.Select((item, k) => new PaperColumn($"Q{item.Number}", paper => PaperCell.Of(PaperTable.Options(paper.Answers[k], "")))),
    ];

    /// <summary>As a survey platform exports "by option number": numbers, a column for each option of items with several, -3 where a question was skipped.</summary>
    public static IReadOnlyList<PaperColumn> Options { get; } =
    [
        new("序号", paper => PaperCell.Of(paper.Id)),
        new("提交答卷时间", paper => PaperCell.Of($"{paper.Surveyed.Year}/{paper.Surveyed.Month}/{paper.Surveyed.Day} {9 + (paper.Household.Household % 9)}:{paper.Household.Household % 60:00}:{paper.Household.Household * 7 % 60:00}")),
        .. Items50.All.SelectMany((item, k) => item.IsMultiple ? OptionColumns(item, k) : [SingleColumn(item, k)]),
        new("51、乡镇代码", paper => PaperCell.Of(paper.Household.Village.Place.Town.Code)),
        new("52、村(居)委会代码", paper => PaperCell.Of(paper.Household.Village.Place.Code)),
        Exported(PaperQuestion.Area),
        new("54、户号", paper => PaperCell.Of(paper.HouseholdNumber)),
        Exported(PaperQuestion.Replacement),
        new("56、抽样表", paper => PaperCell.Of(paper.Household.Table.ToString())),
        new("57、您家中15~69岁的人数", paper => Exported(Digits(paper.Eligible))),
        new("58、被抽中者的序号", paper => Exported(Digits(paper.Rank))),
        Exported(PaperQuestion.Sex),
        new("60、您的出生日期", paper => Exported(Iso(paper.Birth))),
        Exported(PaperQuestion.Schooling),
        new("62、过去一年在本县居住的月数", paper => Exported(Digits(paper.Months))),
        new("63、调查员编号", paper => PaperCell.Of(paper.Interviewer)),
        Exported(PaperQuestion.Smoking),
        Exported(PaperQuestion.SecondHand),
        Exported(PaperQuestion.Exercise),
        Exported(PaperQuestion.Result),
        new("说明", _ => PaperCell.Of(Labels.Simulated)),
    ];

    private static PaperColumn Word(PaperQuestion question) => new(question.Heading, question.Word);

    private static PaperColumn Entered(PaperQuestion question) => new(question.Heading, paper => question.Code(paper) is { } code ? PaperCell.Number(code) : paper.IsInterviewed ? PaperCell.Number(NotSaid) : PaperCell.Empty);

    private static PaperColumn Exported(PaperQuestion question) => new(question.LongHeading, paper => Exported(question.Code(paper)));

    private static PaperCell Exported(string? text) => PaperCell.Of(text ?? Skipped);

    private static PaperColumn SingleColumn(SurveyItem item, int index) =>
        new(LongHeading(item), paper => PaperCell.Of(paper.Answers[index] switch
        {
            0 => Skipped,
            Paper.DontKnow => NotSaid,
            uint chosen => Digits(System.Numerics.BitOperations.TrailingZeroCount(chosen) + 1),
        }));

    private static IEnumerable<PaperColumn> OptionColumns(SurveyItem item, int index) =>
        Enumerable.Range(0, item.OptionCount).Select(option =>
            new PaperColumn($"{LongHeading(item)}({option + 1})", paper => PaperCell.Of(paper.Answers[index] == 0 ? Skipped : (paper.Answers[index] >> option & 1) != 0 ? "1" : "0")));

    private static string LongHeading(SurveyItem item) => $"{item.Number}、模拟题目，{(item.IsMultiple ? "多选" : item.Kind == SurveyItemKind.Single ? "单选" : "判断")}";

    private static string? Digits(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
