using System.Runtime.CompilerServices;
using Survey.Monitoring;

namespace Survey.Reporting.Content;

/// <summary>A piece of running text.</summary>
internal abstract record Span;

/// <summary>Plain text.</summary>
/// <param name="Text">As it is; writers escape it.</param>
internal sealed record TextSpan(string Text) : Span;

/// <summary>Text that stands out.</summary>
/// <param name="Text">As it is.</param>
internal sealed record StrongSpan(string Text) : Span;

/// <summary>A number.</summary>
/// <param name="Number">At full precision.</param>
/// <param name="WithUnit">Whether its unit follows it.</param>
internal sealed record NumberSpan(ReportNumber Number, bool WithUnit) : Span;

/// <summary>The number of a table or figure: 表3.</summary>
/// <param name="Id">Of the block.</param>
internal sealed record ReferenceSpan(string Id) : Span;

/// <summary>A text in which numbers stay numbers until they are written. It is made by interpolation, <c>Words words = $"为{rate}"</c>: quantities become numbers with their unit, <c>{rate:digits}</c> without.</summary>
[InterpolatedStringHandler]
internal sealed class Words
{
    private readonly List<Span> _spans = [];

    public Words(int literalLength = 0, int formattedCount = 0) => _spans.Capacity = Math.Max(1, Math.Min(literalLength, 1) + (2 * formattedCount));

    /// <summary>The pieces in order.</summary>
    public IReadOnlyList<Span> Spans => _spans;

    /// <summary>Nothing.</summary>
    public static Words Empty => new();

    /// <summary>Text without numbers that must be followed.</summary>
    public static implicit operator Words(string text)
    {
        var words = new Words();
        words.AppendLiteral(text);
        return words;
    }

    /// <summary>Several texts one after another.</summary>
    public static Words Join(IEnumerable<Words> parts, string between = "")
    {
        var all = new Words();
        bool isFirst = true;
        foreach (Words part in parts)
        {
            if (!isFirst)
                all.AppendLiteral(between);
            all.AppendFormatted(part);
            isFirst = false;
        }
        return all;
    }

    public void AppendLiteral(string text)
    {
        if (text.Length > 0)
            _spans.Add(new TextSpan(text));
    }

    public void AppendFormatted(string? text) => AppendLiteral(text ?? "");

    public void AppendFormatted(Words words) => _spans.AddRange(words._spans);

    public void AppendFormatted(Span span) => _spans.Add(span);

    public void AppendFormatted(ReportNumber quantity) => _spans.Add(new NumberSpan(quantity, WithUnit: true));

    public void AppendFormatted(ReportNumber quantity, string format) =>
        _spans.Add(format == "digits" ? new NumberSpan(quantity, WithUnit: false) : throw new ArgumentException($"A quantity has the format digits, not '{format}'."));

    /// <summary>Never: words that became a text unseen would lose their numbers.</summary>
    public override string ToString() => throw new InvalidOperationException("Words are written by ToText.");

    /// <summary>As a reader sees it.</summary>
    /// <param name="language">Of its numbers.</param>
    /// <param name="numberOf">What stands for a table or figure, by its id: "表3".</param>
    public string ToText(Language language, Func<string, string> numberOf) =>
        string.Concat(_spans.Select(span => span switch
        {
            TextSpan text => text.Text,
            StrongSpan strong => strong.Text,
            NumberSpan number => number.WithUnit ? number.Number.Text(language) : number.Number.Digits(language),
            ReferenceSpan reference => numberOf(reference.Id),
            _ => throw new InvalidOperationException($"There is no span {span.GetType().Name}."),
        }));
}
