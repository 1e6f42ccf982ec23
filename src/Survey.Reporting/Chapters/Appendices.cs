using Survey.Monitoring;
using Survey.Reporting.Analysis;
using Survey.Reporting.Content;

namespace Survey.Reporting.Chapters;

/// <summary>All items of the questionnaire.</summary>
/// <param name="context">Of the report.</param>
internal sealed class ItemsAppendix(ReportContext context) : Chapter(context)
{
    public override Section? Make() =>
        Context.Items is not { Items.Count: > 0 } items ? null
            : new Section("items", In("各题答对率", "All items"), [new ReportTable("all-items", In(Study.IsWeighted ? "各题加权答对率" : "各题答对率", $"{(Study.IsWeighted ? "Weighted share" : "Share")} of right answers, item by item"), ItemTables.Columns(Voice), [.. items.Items.Select(own => ItemTables.Row(Study, own))], []) { IsSortable = true }]);
}

/// <summary>Response by village.</summary>
/// <param name="context">Of the report.</param>
internal sealed class VillageResponseAppendix(ReportContext context) : Chapter(context)
{
    public override Section? Make()
    {
        string[] by = [.. Study.Study.Response.By.Where(name => Study.Wave.Everyone?.Columns.Contains(name) == true)];
        string title = In("各村（居）应答情况", "Response by village");
        if (by.Length < 2 || Response.Of(Study, by) is not { } summary)
            return Context.LeaveOut(title, In("研究文件没有按村（居）登记应答情况", "the study does not say what became of people by village (response.by)"));
        return new Section("village-response", title, [new FieldworkChapter(Context).ResponseTable("response-by-village", title, summary, [.. by.Select(Study.Labels.Column)])]);
    }
}

/// <summary>By what an auditor can check that the figures follow from the files.</summary>
/// <param name="context">Of the report.</param>
internal sealed class AuditAppendix(ReportContext context) : Chapter(context)
{
    public override Section Make()
    {
        StudyAudit audit = StudyAudit.Of(Study.Indicators);
        return new Section("audit", In("审计信息", "Audit"),
        [
            Text($"本报告由软件根据研究文件和数据文件生成；同样的文件得到同样的数字。软件版本{audit.Version}。结果中没有随机数。", $"This report was made by software from the study and its data files; the same files give the same numbers. Version {audit.Version}. Nothing in it is drawn by chance."),
            new ReportTable("audit-waves", In("读入与有效行数", "Rows read and valid"),
                [WordColumn(In("调查", "Wave"), 1.5), new(In("读入行数", "Rows read")), new(In("抽取人数", "People drawn")), new(In("有效人数", "Valid people"))],
                [.. Study.Indicators.Data.Waves.Select(wave => new ReportRow([wave.Wave.Id, ReportNumber.Count(wave.Files.Sum(file => file.Rows)), ReportNumber.Count(wave.Everyone?.RowCount ?? double.NaN), ReportNumber.Count(wave.Table?.RowCount ?? double.NaN)]))], []),
            new ReportTable("audit-files", In("所用文件及其校验值", "Files and their hashes"),
                [WordColumn(In("文件", "File"), 3), new(In("字节", "Bytes")), WordColumn("SHA-256", 4)],
                [.. audit.Files.Select(file => new ReportRow([file.Path, ReportNumber.Count(file.Bytes), file.Sha256]))], []),
        ]);
    }
}

/// <summary>What is not in the report, and what people have yet to write.</summary>
/// <param name="context">Of the report; all other chapters were made before.</param>
internal sealed class LeftOutChapter(ReportContext context) : Chapter(context)
{
    public override Section? Make()
    {
        if (Context.LeftOut.Count == 0 && Context.Gaps.Count == 0)
            return null;
        return new Section("left-out", In("未列入的内容", "What is left out"), [.. Blocks()]);
    }

    private IEnumerable<Block> Blocks()
    {
        if (Context.Gaps.Count > 0)
        {
            yield return Text($"下列文字待补充，在正文中以【】标出：", $"These texts are yet to be written and marked in their places:");
            yield return new ItemList([.. Context.Gaps.Select(gap => (Words)gap)]);
        }
        if (Context.LeftOut.Count > 0)
        {
            yield return Text($"下列内容因没有数据而未列入：", $"Left out, as there are no data:");
            yield return new ItemList([.. Context.LeftOut.Select(own => (Words)In($"{own.Title}：{own.Reason}。", $"{own.Title}: {own.Reason}."))]);
        }
    }
}
