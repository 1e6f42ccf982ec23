using System.Globalization;
using Survey.Files;
using Survey.Files.Columns;

namespace Survey.Monitoring.Drafting;

/// <summary>What the values of a heading look like, over the files of a wave.</summary>
internal sealed class ColumnProfile(string heading) : FieldTarget
{
    /// <summary>The most different texts that are kept; more are no codes.</summary>
    private const int MostTexts = 2_000;

    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);

    /// <summary>The heading, folded.</summary>
    public string Heading { get; } = heading;

    /// <summary>Rows with a value.</summary>
    public int Values { get; private set; }

    /// <summary>Rows with a value beyond the texts that are kept.</summary>
    public int Others { get; private set; }

    /// <summary>The texts met, folded, with the rows of each.</summary>
    public IReadOnlyDictionary<string, int> Texts => _rows;

    /// <inheritdoc/>
    public override void Take(ReadOnlySpan<char> text, Place at)
    {
        string folded = Folding.Fold(text);
        if (folded.Length == 0)
            return;
        Values++;
        if (_rows.TryGetValue(folded, out int rows))
            _rows[folded] = rows + 1;
        else if (_rows.Count < MostTexts)
            _rows.Add(folded, 1);
        else
            Others++;
    }

    /// <summary>The texts that are no way of saying "no answer", in natural order.</summary>
    public IReadOnlyList<string> Answers(IReadOnlySet<string> missing) => [.. _rows.Keys.Where(text => !missing.Contains(text)).Order(LevelOrder.Natural)];

    /// <summary>The share of rows with a value of which a text is true.</summary>
    public double Share(IReadOnlySet<string> missing, Func<string, bool> isSo)
    {
        int all = 0, so = 0;
        foreach ((string text, int rows) in _rows)
            if (!missing.Contains(text))
            {
                all += rows;
                so += isSo(text) ? rows : 0;
            }
        return all == 0 ? 0 : (double)so / all;
    }

    public static bool IsNumber(string text) => NumberText.TryRead(text, out NumberText number) && number.IsFinite && !number.LooksDestroyed;

    public static double NumberOf(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    public static bool IsDigits(string text) => text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
}
