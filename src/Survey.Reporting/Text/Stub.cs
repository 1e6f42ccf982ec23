namespace Survey.Reporting.Text;
internal static class MarkdownFile { public static (string Text, string? Note) Read(string file) => (File.ReadAllText(file), null); }
internal static class MarkdownText { public static IReadOnlyList<Content.Block> Blocks(string markdown, string id, string title, Monitoring.Language language) => [new Content.Paragraph(markdown + id + title + language)]; }
