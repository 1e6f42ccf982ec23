using Survey.Monitoring;
using Survey.Reporting.Analysis;
using Survey.Reporting.Content;

namespace Survey.Reporting.Chapters;

/// <summary>What all chapters of a report share.</summary>
/// <param name="study">The study.</param>
/// <param name="date">On which the report is made.</param>
internal sealed class ReportContext(ReportStudy study, DateOnly date)
{
    private readonly List<(string Title, string Reason)> _leftOut = [];
    private readonly List<string> _gaps = [];
    private readonly List<Section> _made = [];

    /// <summary>The study.</summary>
    public ReportStudy Study => study;

    /// <summary>In which the report speaks.</summary>
    public Voice Voice => study.Voice;

    /// <summary>Indicators by groups.</summary>
    public Breakdowns Breakdowns { get; } = new(study);

    /// <summary>On which the report is made.</summary>
    public DateOnly Date => date;

    /// <summary>How the items of the questionnaire work; null where the wave has none.</summary>
    public ItemAnalysis? Items => _items.Value;

    private readonly Lazy<ItemAnalysis?> _items = new(() => ItemsOf(study));

    /// <summary>How good the interviews are; null where the study says nothing of it.</summary>
    public WaveQuality? Quality => _quality.Value;

    private readonly Lazy<WaveQuality?> _quality = new(() => study.Study.Quality is null ? null : study.Indicators.Data.Quality(study.Year));

    /// <summary>How many estimates the tables made so far do not show; intervals and differences, which are hidden with them, are not counted.</summary>
    public int HiddenEstimates =>
        _made.SelectMany(section => section.AllBlocks).OfType<ReportTable>().SelectMany(table => table.Rows).SelectMany(row => row.Cells).OfType<NumberCell>().Count(cell => cell.Number is { IsSuppressed: true, Kind: NumberKind.Rate or NumberKind.Number });

    /// <summary>Takes note of a chapter that was made.</summary>
    public void Made(Section section) => _made.Add(section);

    /// <summary>Chapters and tables whose data are absent, with the reason.</summary>
    public IReadOnlyList<(string Title, string Reason)> LeftOut => _leftOut;

    /// <summary>Chapters that people have yet to write.</summary>
    public IReadOnlyList<string> Gaps => _gaps;

    private static ItemAnalysis? ItemsOf(ReportStudy study) =>
        study.Wave.Instrument is { } instrument && study.Study.Instrument is { } declared
            ? ItemAnalysis.Of(study.Design, instrument, new ScoringRules { DontKnow = declared.DontKnow, MostUnanswered = declared.MostUnanswered })
            : null;

    /// <summary>Says that something is left out.</summary>
    /// <param name="title">What.</param>
    /// <param name="reason">Why, without a full stop.</param>
    public Section? LeaveOut(string title, string reason)
    {
        _leftOut.Add((title, reason));
        return null;
    }

    /// <summary>A mark where people have yet to write.</summary>
    /// <param name="what">What.</param>
    /// <param name="key">Of the study, under report.texts.</param>
    public Paragraph Gap(string what, string key)
    {
        _gaps.Add(what);
        return new Paragraph(Voice.In($"【待补充：{what}】请将文字存为文本文件，并在研究文件的“{ReportKeys.Chinese(key)}”处登记后重新生成，其余内容不变。", $"[To be written: {what}] Write it in a Markdown file, name it in the study under report.texts.{key}, and make the report again; nothing else changes."), ParagraphKind.Gap);
    }
}

/// <summary>Keys of a study file in words.</summary>
internal static class ReportKeys
{
    /// <summary>What a chapter that people write is called in Chinese.</summary>
    public static string Chinese(string key) => key switch { "background" => "报告文字·背景", "organisation" => "报告文字·组织实施", "quality" => "报告文字·质量控制", "recommendations" => "报告文字·建议", _ => "报告文字" };
}
