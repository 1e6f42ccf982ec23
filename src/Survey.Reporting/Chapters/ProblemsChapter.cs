using Survey.Monitoring;
using Survey.Reporting.Analysis;
using Survey.Reporting.Content;

namespace Survey.Reporting.Chapters;

/// <summary>Main problems and priority groups, drawn from the results by rules that are stated first.</summary>
/// <param name="context">Of the report.</param>
internal sealed class ProblemsChapter(ReportContext context) : Chapter(context)
{
    public override Section Make() => new("problems", In("主要健康问题与重点人群", "Main problems and priority groups"), [])
    {
        Sections = Parts(Part("main-problems", In("主要问题", "Main problems"), Main()), Part("priority-groups", In("重点人群", "Priority groups"), Groups())),
    };

    private IEnumerable<Block> Main()
    {
        string[] zh =
        [
            .. Study.Kind == ReportKind.Baseline ? (string[])[] : ["按文件规则未达标的目标"],
            $"劣于同年全省、全国等参照值且{Voice.IntervalName}不含该值的指标",
            .. Problems.HasIssues(Study) ? [$"六类健康问题中低于六类平均值且差值的{Voice.IntervalName}不含0的类别"] : (string[])[],
        ];
        string[] en =
        [
            .. Study.Kind == ReportKind.Baseline ? (string[])[] : ["targets that are not met as the notice counts"],
            $"indicators worse than a reference of the same year, which their {Voice.IntervalName} excludes",
            .. Problems.HasIssues(Study) ? [$"of the six issues those below their mean, where the {Voice.IntervalName} of the difference excludes 0"] : (string[])[],
        ];
        yield return Text($"主要问题按下列规则由结果得出：{string.Join("；", zh.Select((rule, k) => $"（{k + 1}）{rule}"))}。", $"Main problems follow from the results by these rules: {string.Join("; ", en.Select((rule, k) => $"({k + 1}) {rule}"))}.");
        Problem[] all = [.. Problems.Of(Context)];
        yield return all.Length == 0 ? Text($"按上述规则未发现主要问题。", $"By these rules there is none.") : new ItemList([.. all.Select(own => own.Words)], IsNumbered: true);
    }

    private IEnumerable<Block> Groups()
    {
        if (!Study.Groups.Any(group => !group.IsPlace))
            yield break;
        yield return Text(
            $"重点人群按下列规则得出：主要指标在某特征各组间的差异有统计学意义，其中劣于其余全部人群、且差值的{Voice.IntervalName}不含0的组。比较未作多重校正；乡镇（街道）样本量小，不参与比较。",
            $"Where a main indicator differs between the groups of a characteristic by the design-based test, those groups are priorities in which it is worse than among all other people and the {Voice.IntervalName} of the difference excludes 0. No correction is made for the number of comparisons; towns, whose samples are small, are not compared.");
        Problem[] all = [.. Problems.Groups(Context)];
        yield return all.Length == 0 ? Text($"按上述规则未发现重点人群。", $"By this rule there is none.") : new ItemList([.. all.Select(own => own.Words)]);
    }
}
