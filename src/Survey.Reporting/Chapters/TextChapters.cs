using Survey.Reporting.Content;
using Survey.Reporting.Text;

namespace Survey.Reporting.Chapters;

/// <summary>Chapters that people write, in Markdown files of their own, so that a report can be made again without losing a word.</summary>
/// <param name="context">Of the report.</param>
internal sealed class OwnTexts(ReportContext context)
{
    /// <summary>The blocks of a file, or a mark where there is none.</summary>
    /// <param name="what">What the text is about.</param>
    /// <param name="key">Of the study, under report.texts.</param>
    /// <param name="file">Its path; null where the study names none.</param>
    public IReadOnlyList<Block> Of(string what, string key, string? file) =>
        file is null ? [context.Gap(what, key)]
        : File.Exists(file) ? MarkdownText.Blocks(MarkdownFile.Read(file).Text, $"text-{key}", what, context.Voice.Language)
        : [Lost(what, key, context.Study.Study.Relative(file))];

    /// <summary>A mark where a file is named and is not there, most often for a slip in its name.</summary>
    private Paragraph Lost(string what, string key, string file) =>
        context.Gap(context.Voice.In($"{what}（没有文件“{file}”）", $"{what} (there is no file {file})"), key) with
        {
            Words = context.Voice.In(
                $"【待补充：{what}】研究文件的“{ReportKeys.Chinese(key)}”处登记的文件“{file}”不存在。请将文字存入该文件，或改正登记的文件名，然后重新生成，其余内容不变。",
                $"[To be written: {what}] There is no file {file}, which the study names under report.texts.{key}. Write it there or correct the name, and make the report again; nothing else changes."),
        };
}

/// <summary>Why the survey was done.</summary>
/// <param name="context">Of the report.</param>
internal sealed class BackgroundChapter(ReportContext context) : Chapter(context)
{
    public override Section Make() => new("background", In("背景与目的", "Background and purpose"), new OwnTexts(Context).Of(In("背景与目的", "background and purpose"), "background", Study.Study.Report.Texts.Background));
}

/// <summary>What is recommended.</summary>
/// <param name="context">Of the report.</param>
internal sealed class RecommendationsChapter(ReportContext context) : Chapter(context)
{
    public override Section Make() => new("recommendations", In("建议", "Recommendations"), new OwnTexts(Context).Of(In("建议", "recommendations"), "recommendations", Study.Study.Report.Texts.Recommendations));
}
