using System.Globalization;

namespace Survey.Monitoring.Simulating;

/// <summary>A question besides the items, as all shapes know it.</summary>
/// <param name="Heading">Short, as a county calls it.</param>
/// <param name="LongHeading">As a survey platform calls it.</param>
/// <param name="Levels">What may be answered, in clear words.</param>
/// <param name="Of">The answer, from 0; null where there is none.</param>
internal sealed record PaperQuestion(string Heading, string LongHeading, IReadOnlyList<string> Levels, Func<Paper, int?> Of)
{
    public static PaperQuestion Area { get; } = new("城乡", "53、您家所在地", Labels.Areas, paper => paper.Household.Village.Place.Town.IsUrban ? 0 : 1);

    public static PaperQuestion Replacement { get; } = new("是否替换户", "55、是否替换户", ["是", "否"], paper => paper.Household.IsReplacement ? 0 : 1);

    public static PaperQuestion Sex { get; } = new("性别", "59、您的性别", Labels.Sexes, paper => paper.Sex);

    public static PaperQuestion Schooling { get; } = new("文化程度", "61、您的文化程度", Education.Labels, paper => paper.Education);

    public static PaperQuestion Smoking { get; } = new("吸烟情况", "64、您现在吸烟吗", ["每天吸", "不是每天吸", "不吸"], paper => paper.Smokes);

    public static PaperQuestion SecondHand { get; } = new("二手烟", "65、过去7天内是否接触二手烟", ["接触", "未接触"], paper => paper.SecondHand);

    public static PaperQuestion Exercise { get; } = new("体育锻炼", "66、您是否经常参加体育锻炼", ["经常", "不经常"], paper => paper.Exercises);

    public static PaperQuestion Result { get; } = new("入户结果", "67、入户结果", ["完成调查", "拒访", "多次未遇", "无合格对象", "情况不明"], paper => (int)paper.Household.Disposition);

    /// <summary>In clear words.</summary>
    public PaperCell Word(Paper paper) => PaperCell.Of(Of(paper) is { } level ? Levels[level] : null);

    /// <summary>As a code from 1.</summary>
    public string? Code(Paper paper) => Of(paper) is { } level ? (level + 1).ToString(CultureInfo.InvariantCulture) : null;
}
