using Survey.Reporting.Analysis;
using Survey.Reporting.Content;

namespace Survey.Reporting.Chapters;

/// <summary>A chapter of a report.</summary>
/// <param name="context">Of the report.</param>
internal abstract class Chapter(ReportContext context)
{
    /// <summary>Of the report.</summary>
    protected ReportContext Context => context;

    /// <summary>The study.</summary>
    protected ReportStudy Study => context.Study;

    /// <summary>In which the report speaks.</summary>
    protected Voice Voice => context.Voice;

    /// <summary>The chapter; null where its data are absent, which the context then knows.</summary>
    public abstract Section? Make();

    /// <summary>One of two texts.</summary>
    protected string In(string chinese, string english) => Voice.In(chinese, english);

    /// <summary>One of two texts with numbers.</summary>
    protected Words Say(Words chinese, Words english) => Voice.Say(chinese, english);

    /// <summary>A paragraph.</summary>
    protected Paragraph Text(Words chinese, Words english) => new(Say(chinese, english));

    /// <summary>A column of words.</summary>
    protected static ReportColumn WordColumn(string heading, double room = 2.5) => new(heading, ColumnKind.Text) { Room = room };

    /// <summary>A part of a chapter; null where it has no blocks.</summary>
    protected static Section? Part(string id, string title, IEnumerable<Block?> blocks) => blocks.OfType<Block>().ToArray() is { Length: > 0 } all ? new Section(id, title, all) : null;

    /// <summary>The parts that there are.</summary>
    protected static IReadOnlyList<Section> Parts(params IEnumerable<Section?> parts) => [.. parts.OfType<Section>()];
}
