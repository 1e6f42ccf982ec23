using Survey.Monitoring;
using Survey.Reporting.Content;

namespace Survey.Reporting.Chapters;

/// <summary>Tables of further questions that the study asks for: the shares of their answers, for everyone and by groups.</summary>
/// <param name="context">Of the report.</param>
internal sealed class ExtraTablesChapter(ReportContext context) : Chapter(context)
{
    // with an interval each, more answers would not fit a page
    private const int MostWithIntervals = 3;

    public override Section? Make()
    {
        Block[] blocks = [.. Study.Study.Report.ExtraTables.Select(TableOf).OfType<Block>()];
        return blocks.Length == 0 ? null : new Section("extra", In("其他题目", "Further questions"), blocks);
    }

    private ReportTable? TableOf(StudyTable table, int index)
    {
        string caption = Study.Labels.Title(Study.Table, table.Variable);
        caption = In($"{caption}的构成", $"{caption}: shares of answers");
        try
        {
            (string Level, string Label)[] levels = [.. Study.Labels.Levels(Study.Table, table.Variable)];
            var all = new List<ShownEstimate>();
            var rows = new List<ReportRow>();
            foreach (Variable by in table.By)
            {
                rows.Add(new ReportRow([Study.Labels.Title(Study.Table, by)], RowKind.Heading));
                Estimates estimates = Study.Design.By(by).Shares(table.Variable);
                foreach ((string level, string label) in Study.Labels.Levels(Study.Table, by))
                    rows.Add(Row(label, [.. estimates.Where(own => own.Domain[0].Level == level)], levels, RowKind.Body, all));
            }
            rows.Add(Row(In("合计", "All"), [.. Study.Design.Shares(table.Variable)], levels, RowKind.Total, all));
            return new ReportTable($"extra-{index + 1}", caption, [WordColumn(In("人群", "Group"), 2), new(In("人数", "Respondents")), .. levels.SelectMany(own => ColumnsOf(own.Label, levels.Length))], rows, new BreakdownTables(Context).Notes(all, []));
        }
        catch (SurveyDataException error)
        {
            Context.LeaveOut(caption, In("该变量不是分类变量，或数据中没有", error.Message.TrimEnd('.')));
            return null;
        }
    }

    private IEnumerable<ReportColumn> ColumnsOf(string answer, int answers) =>
        answers > MostWithIntervals ? [new(answer) { Group = In("构成比（%）", "Share (%)") }]
            : [new(In("构成比（%）", "Share (%)")) { Group = answer }, new(Voice.IntervalName, ColumnKind.Interval) { Group = answer }];

    private ReportRow Row(string label, IReadOnlyList<Estimate> shares, (string Level, string Label)[] levels, RowKind kind, List<ShownEstimate> all)
    {
        ShownEstimate?[] own = [.. levels.Select(level => shares.FirstOrDefault(share => share.Category == level.Level) is { } share ? Study.Show(share) : null)];
        all.AddRange(own.OfType<ShownEstimate>());
        IEnumerable<Cell> Cells(ShownEstimate? share) => levels.Length > MostWithIntervals ? [share?.Value ?? Voice.Rate(double.NaN)] : [share?.Value ?? Voice.Rate(double.NaN), share?.Limits ?? Cell.Interval(Voice.Rate(double.NaN), Voice.Rate(double.NaN))];
        return new ReportRow([label, ReportNumber.Count(own.FirstOrDefault(share => share is not null)?.Estimate.Respondents ?? 0), .. own.SelectMany(Cells)], kind);
    }
}
