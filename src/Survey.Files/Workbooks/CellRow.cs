using System.Runtime.InteropServices;

namespace Survey.Files.Workbooks;

/// <summary>The texts of one row of a sheet. Used again for each row.</summary>
/// <param name="file">The name as the user gave it.</param>
internal sealed class CellRow(string file)
{
    /// <summary>The longest text of a cell, in characters; Excel itself stops at 32,767.</summary>
    public const int LongestText = 1 << 20;

    /// <summary>The most characters a sheet may give. A small file may name one long text millions of times.</summary>
    private const long MostCharacters = 1L << 33;

    private char[] _text = new char[1 << 10];
    private int _length;
    private (bool IsSet, string? Text, int Start, int Length, bool IsPercent)[] _cells = new (bool, string?, int, int, bool)[64];
    private readonly List<int> _columns = [];
    private long _characters;

    /// <summary>One more than the column of the last cell that is not blank, columns counted from 0.</summary>
    public int Count { get; private set; }

    /// <summary>The text of a cell; empty where there is none.</summary>
    public ReadOnlySpan<char> this[int column] =>
        column >= _cells.Length ? []
        : _cells[column].Text is { } text ? text
        : _text.AsSpan(_cells[column].Start, _cells[column].Length);

    /// <summary>The columns that have a cell, in the order of the file.</summary>
    public ReadOnlySpan<int> Columns => CollectionsMarshal.AsSpan(_columns);

    /// <summary>Forgets the cells; costs as many steps as there are, however far apart they stand.</summary>
    public void Clear()
    {
        foreach (int column in _columns)
            _cells[column] = default;
        _columns.Clear();
        Count = _length = 0;
    }

    /// <summary>Whether a cell holds a number that is shown in per cent; its text is the number itself, 0.96 of 96 %.</summary>
    public bool IsPercent(int column) => column < _cells.Length && _cells[column].IsPercent;

    /// <summary>Adds a text that others keep.</summary>
    public void Add(CellAddress at, string text) => Set(at, text, (true, text, 0, text.Length, false));

    /// <summary>Adds a text, which is copied.</summary>
    public void Add(CellAddress at, ReadOnlySpan<char> text, bool isPercent = false)
    {
        if (text.Length > _text.Length - _length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + text.Length));
        text.CopyTo(_text.AsSpan(_length));
        Set(at, text, (true, null, _length, text.Length, isPercent));
        _length += text.Length;
    }

    private void Set(CellAddress at, ReadOnlySpan<char> text, (bool, string?, int, int, bool) cell)
    {
        if (at.Column >= _cells.Length)
            Array.Resize(ref _cells, Math.Max(_cells.Length * 2, at.Column + 1));
        if (_cells[at.Column].IsSet)
            throw Workbook.Broken(file, $"cell {at} stands twice");
        if ((_characters += text.Length) > MostCharacters)
            throw new SurveyDataException($"{file} gives more than {Invariant.Count(MostCharacters)} characters in one sheet, up to row {at.Row}; split the sheet, or export it as CSV.");
        _cells[at.Column] = cell;
        _columns.Add(at.Column);
        if (at.Column >= Count && !text.IsWhiteSpace())
            Count = at.Column + 1;
    }
}
