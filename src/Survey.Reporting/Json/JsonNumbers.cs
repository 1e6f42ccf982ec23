using System.Text.Json;
using Survey.Monitoring;
using Survey.Reporting.Content;

namespace Survey.Reporting.Json;

/// <summary>Numbers as properties of the object that is open; null where there is nothing to be seen.</summary>
internal sealed class JsonNumbers(Language language, Utf8JsonWriter writer)
{
    /// <summary>A number of a sentence or a cell.</summary>
    public void Write(NumberSpan span)
    {
        ReportNumber number = span.Number;
        writer.WriteString("text", span.WithUnit ? number.Text(language) : number.Digits(language));
        WriteKind(number);
        Write("value", number, number.IsShown);
        WriteMarks(number);
    }

    public void WriteKind(ReportNumber number)
    {
        writer.WriteString("kind", JsonBlocks.NameOf(number.Kind));
        writer.WriteString("unit", number.Unit(language));
    }

    /// <summary>Both limits or none.</summary>
    public void WriteLimits(ReportNumber low, ReportNumber high)
    {
        bool isShown = low.IsShown && high.IsShown;
        Write("low", low, isShown);
        Write("high", high, isShown);
        WriteMarks(low with { IsSuppressed = low.IsSuppressed || high.IsSuppressed, IsMarked = low.IsMarked || high.IsMarked });
    }

    /// <summary>A point of a chart; what hides its value hides its limits too.</summary>
    public void Write(ChartPoint point)
    {
        WriteKind(point.Value);
        Write("value", point.Value, point.Value.IsShown);
        Write("low", point.Low, point.Value.IsShown && point.Low is { IsShown: true });
        Write("high", point.High, point.Value.IsShown && point.High is { IsShown: true });
        WriteMarks(point.Value);
    }

    public void Write(string name, ReportNumber? number, bool isShown)
    {
        if (isShown && number is { } shown)
            writer.WriteNumber(name, shown.Value);
        else
            writer.WriteNull(name);
    }

    private void WriteMarks(ReportNumber number)
    {
        if (number.IsSuppressed)
            writer.WriteBoolean("suppressed", true);
        if (number.IsMarked)
            writer.WriteBoolean("marked", true);
    }
}
