using Survey.Reporting.Content;

namespace Survey.Reporting.Word;

/// <summary>Bookmarks of tables, figures and headings, and the words of captions and references.</summary>
internal sealed class Anchors
{
    private readonly Report _report;
    private readonly Dictionary<string, int> _ids = [];

    public Anchors(Report report)
    {
        _report = report;
        foreach (Block block in report.Blocks)
            if (IdOf(block) is { } id)
                _ids.Add(id, _ids.Count + 1);
    }

    /// <summary>How many bookmarks captions take.</summary>
    public int Count => _ids.Count;

    /// <summary>Words as runs: numbers in their writing, references as fields that follow their captions.</summary>
    public string Runs(Words words, string properties = "") => string.Concat(words.Spans.Select(span => span switch
    {
        TextSpan text => WordText.Run(text.Text, properties),
        StrongSpan strong => WordText.Run(strong.Text, properties.Contains("<w:b/>", StringComparison.Ordinal) ? properties : WordText.Bold + properties),
        NumberSpan number => WordText.Run(number.WithUnit ? number.Number.Text(_report.Language) : number.Number.Digits(_report.Language), properties),
        ReferenceSpan reference => WordText.Field($"REF {NameOf(reference.Id)} \\h", _report.NumberOf(reference.Id), properties),
        _ => throw new InvalidOperationException($"There is no span {span.GetType().Name}."),
    }));

    /// <summary>"表1　" and the caption; the number is a field that counts.</summary>
    public string Caption(string id, string caption)
    {
        string number = _report.NumberOf(id), digits = new([.. number.Where(char.IsAsciiDigit)]), word = number[..^digits.Length];
        string label = word.Trim();
        return WordText.Bookmarked(NameOf(id), _ids[id], WordText.Run(word) + WordText.Field($"SEQ {label} \\* ARABIC", digits)) + WordText.Run((_report.Language == Monitoring.Language.Chinese ? "　" : "  ") + caption);
    }

    private string NameOf(string id) => $"_Ref{_ids[id]:D6}";

    private static string? IdOf(Block block) => block switch { ReportTable table => table.Id, ReportFigure figure => figure.Id, _ => null };
}
