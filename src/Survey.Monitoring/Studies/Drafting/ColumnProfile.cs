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
    public override bool NeedsEmpty => false;

    /// <inheritdoc/>
    public override void Take(ReadOnlySpan<char> text, Place at)
    {
        string folded = Folding.Fold(text);
        if (!string.IsNullOrWhiteSpace(folded))
            Add(folded, 1);
    }

    /// <summary>The values of several headings together.</summary>
    public static ColumnProfile Together(IReadOnlyList<ColumnProfile> profiles)
    {
        if (profiles is [var only])
            return only;
        var all = new ColumnProfile(profiles[0].Heading);
        foreach (ColumnProfile profile in profiles)
        {
            foreach ((string text, int rows) in profile.Texts)
                all.Add(text, rows);
            all.Values += profile.Others;
            all.Others += profile.Others;
        }
        return all;
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

    /// <summary>Whether a text is a number that can be held; what a spreadsheet has made of a long code is none.</summary>
    public static bool IsNumber(string text) => NumberText.TryRead(text, out NumberText number) && number.IsFinite && !number.LooksDestroyed;

    /// <summary>Whether a text is what a spreadsheet has made of a long code: 3.20506E+11.</summary>
    public static bool IsDestroyed(string text) => NumberText.TryRead(text, out NumberText number) && number.LooksDestroyed;

    /// <summary>Whether a text has letters that no code has, such as Chinese characters.</summary>
    public static bool IsProse(string text) => text.Any(c => c > '\u007F' && char.IsLetter(c));

    /// <summary>The number that a text is.</summary>
    public static double NumberOf(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Whether a text has digits only.</summary>
    public static bool IsDigits(string text) => text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    private void Add(string text, int rows)
    {
        Values += rows;
        if (_rows.TryGetValue(text, out int before))
            _rows[text] = before + rows;
        else if (_rows.Count < MostTexts)
            _rows.Add(text, rows);
        else
            Others += rows;
    }
}
