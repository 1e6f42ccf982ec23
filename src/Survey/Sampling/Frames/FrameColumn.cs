using System.Globalization;

namespace Survey;

/// <summary>What a frame's rows say in one column of the plan: texts by code where they name something, numbers where they measure it.</summary>
internal sealed class FrameColumn(string name, bool isKey, bool isNumber)
{
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private string _current = "";

    public string Name => name;

    /// <summary>The code of the current row's text.</summary>
    public int Code { get; private set; } = -1;

    /// <summary>The current row's number.</summary>
    public double Number { get; private set; }

    public IReadOnlyList<string> Texts => _texts;

    /// <summary>Takes the field of the next row; null where it is no number although it should be.</summary>
    public bool TryTake(ReadOnlySpan<char> text)
    {
        if (isNumber)
        {
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number))
                return false;
            Number = number;
        }
        if (isKey && !(Code >= 0 && text.SequenceEqual(_current)))
        {
            Code = CodeOf(text);
            _current = _texts[Code];
        }
        return true;
    }

    private int CodeOf(ReadOnlySpan<char> text)
    {
        if (_texts.Count == 0)
            _lookup = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
        if (_lookup.TryGetValue(text, out int code))
            return code;
        string own = text.ToString();
        _codes.Add(own, _texts.Count);
        _texts.Add(own);
        return _texts.Count - 1;
    }

    /// <summary>The place of each code in the order of the column: of numbers where all texts are, else with runs of digits as numbers.</summary>
    public int[] Ranks()
    {
        double[] numbers = new double[_texts.Count];
        bool areNumbers = true;
        for (int code = 0; code < numbers.Length && areNumbers; code++)
            areNumbers = double.TryParse(_texts[code], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[code]);
        int[] order = [.. Enumerable.Range(0, _texts.Count)];
        Array.Sort(order, areNumbers ? (a, b) => numbers[a].CompareTo(numbers[b]) : (a, b) => LevelOrder.Natural.Compare(_texts[a], _texts[b]));
        int[] ranks = new int[order.Length];
        for (int place = 0; place < order.Length; place++)
            ranks[order[place]] = place > 0 && areNumbers && numbers[order[place]] == numbers[order[place - 1]] ? ranks[order[place - 1]] : place;
        return ranks;
    }
}
