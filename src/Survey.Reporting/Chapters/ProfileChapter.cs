using Survey.Reporting.Content;

namespace Survey.Reporting.Chapters;

/// <summary>The area in figures of its own departments.</summary>
/// <param name="context">Of the report.</param>
internal sealed class ProfileChapter(ReportContext context) : Chapter(context)
{
    public override Section? Make()
    {
        string title = In("地区概况", "The area");
        if (Study.Study.Overview() is not { } overview)
            return Context.LeaveOut(title, In("研究文件未指明概况表", "the study names no sheet of facts (report.overview)"));
        Cell Or(string? text) => text ?? ReportNumber.None;
        return new Section("profile", title,
        [
            Text($"{Study.Study.Area.Name}基本情况见{new ReferenceSpan("profile-facts")}，数据由各部门提供，未经本次调查核实。", $"Basic facts are in {new ReferenceSpan("profile-facts")}; they come from departments and were not checked by this survey."),
            new ReportTable("profile-facts", In("地区基本情况", "Basic facts of the area"),
                [WordColumn(In("项目", "Item"), 3), WordColumn(In("数值", "Value"), 1.5), WordColumn(In("单位", "Unit"), 1), WordColumn(In("年份", "Year"), 1), WordColumn(In("来源", "Source"), 2)],
                [.. overview.Facts.Select(fact => new ReportRow([fact.Item, fact.Value, Or(fact.Unit), Or(fact.Year), Or(fact.Source)]))], []),
        ]);
    }
}
