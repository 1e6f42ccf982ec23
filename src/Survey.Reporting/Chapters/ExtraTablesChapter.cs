using Survey.Monitoring;
using Survey.Reporting.Content;

namespace Survey.Reporting.Chapters;

/// <summary>Tables of further questions that the study asks for: the shares of their answers, for everyone and by groups.</summary>
/// <param name="context">Of the report.</param>
internal sealed class ExtraTablesChapter(ReportContext context) : Chapter(context)
{
    public override Section? Make()
    {
        Block[] blocks = [.. Study.Study.Report.ExtraTables.Select(TableOf).OfType<Block>()];
        return blocks.Length == 0 ? null : new Section("extra", In("其他题目", "Further questions"), blocks);
    }

    private ReportTable? TableOf(StudyTable table, int index)
    {
        string title = Study.Labels.Column(table.Variable.Name);
        try
        {
            (string Level, string Label)[] levels = [.. Study.Labels.Levels(Study.Table, table.Variable)];
            var rows = new List<ReportRow>();
            foreach (Variable by in table.By)
            {
                rows.Add(new ReportRow([Study.Labels.Column(by.Name)], RowKind.Heading));
                Estimates estimates = Study.Design.By(by).Shares(table.Variable);
                foreach ((string level, string label) in Study.Labels.Levels(Study.Table, by))
                    rows.Add(Row(label, [.. estimates.Where(own => own.Domain[0].Level == level)], levels, RowKind.Body));
            }
            rows.Add(Row(In("合计", "All"), [.. Study.Design.Shares(table.Variable)], levels, RowKind.Total));
            return new ReportTable($"extra-{index + 1}", In($"{title}的构成", $"{title}: shares of answers"),
                [WordColumn(In("人群", "Group"), 2), new(In("人数", "Respondents")), .. levels.Select(own => new ReportColumn(own.Label) { Group = In("构成比（%）", "Share (%)") })], rows, []);
        }
        catch (SurveyDataException error)
        {
            Context.LeaveOut(In($"{title}的构成", $"{title}: shares of answers"), In("该变量不是分类变量，或数据中没有", error.Message.TrimEnd('.')));
            return null;
        }
    }

    private ReportRow Row(string label, IReadOnlyList<Estimate> shares, IReadOnlyList<(string Level, string Label)> levels, RowKind kind)
    {
        Estimate?[] own = [.. levels.Select(level => shares.FirstOrDefault(share => share.Category == level.Level))];
        return new ReportRow([label, ReportNumber.Count(own.FirstOrDefault(share => share is not null)?.Respondents ?? 0), .. own.Select(share => (Cell)(share is null ? Study.Rate(double.NaN) : Study.Show(share).Value))], kind);
    }
}
