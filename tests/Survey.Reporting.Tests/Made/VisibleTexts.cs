using Survey.Reporting.Content;

namespace Survey.Reporting.Tests.Made;

/// <summary>Everything that readers see of a report, and hear of its figures.</summary>
internal static class VisibleTexts
{
    /// <summary>Text by text, with where it stands.</summary>
    public static IEnumerable<(string Place, string Text)> Texts(this Report report) =>
        [("title", report.Title), ("subtitle", report.Subtitle), .. report.Notice is { } notice ? [("notice", notice)] : ((string, string)[])[], .. report.Cover.SelectMany(fact => ((string, string)[])[("cover", fact.What), ("cover", fact.Text)]), .. report.Sections.SelectMany(section => OfSection(report, section))];

    /// <summary>All text of a section and its parts.</summary>
    public static string SectionText(this Report report, string section) => string.Join("\n", report.Sections.SelectMany(All).First(own => own.Id == section) is var found ? OfSection(report, found).Select(own => own.Text) : []);

    public static IEnumerable<Section> All(Section section) => [section, .. section.Sections.SelectMany(All)];

    private static IEnumerable<(string Place, string Text)> OfSection(Report report, Section section) =>
        [(section.Id, section.Title), .. section.Blocks.SelectMany(block => OfBlock(report, block)).Select(text => (section.Id, text)), .. section.Sections.SelectMany(own => OfSection(report, own))];

    private static IEnumerable<string> OfBlock(Report report, Block block) =>
        block switch
        {
            Paragraph paragraph => [report.TextOf(paragraph.Words)],
            ItemList list => list.Items.Select(report.TextOf),
            Subheading heading => [heading.Text],
            ReportTable table => [table.Caption, .. table.Columns.Select(column => column.Heading), .. table.Columns.Select(column => column.Group ?? ""), .. table.Rows.SelectMany(row => row.Cells).Select(cell => TextOfCell(report, cell)), .. table.Notes.Select(report.TextOf)],
            ReportFigure figure => [figure.Caption, .. OfChart(figure.Chart), .. figure.Notes.Select(report.TextOf)],
            _ => throw new InvalidOperationException($"There is no block {block.GetType().Name}."),
        };

    public static string TextOfCell(Report report, Cell cell) =>
        cell switch { TextCell words => report.TextOf(words.Words), NumberCell number => number.Number.Digits(report.Language), IntervalCell interval => interval.Text(report.Language), _ => throw new InvalidOperationException() };

    private static IEnumerable<string> OfChart(Chart chart) =>
        [chart.Description, .. chart switch
        {
            SeriesChart series => [series.Unit, series.CategoryTitle, .. series.Categories, .. series.Series.Select(own => own.Name), .. series.References.Select(own => own.Name)],
            ChangeChart change => [change.Unit, .. change.Rows.SelectMany(row => (string[])[row.Name, row.Label])],
            StripChart strip => strip.Rows.Select(row => row.Name),
            _ => (IEnumerable<string>)[],
        }];
}
