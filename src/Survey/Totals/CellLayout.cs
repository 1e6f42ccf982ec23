namespace Survey;

/// <summary>
/// What stands in a cell while rows are added: for an indicator the weights of the rows in which it is false, true and missing, so that a row is one sum; for numbers Σw(y - c) of each term; then counts, and Σw of rows that numbers
/// share or have of their own. At the end they make the totals that a request asks for, its slots.
/// </summary>
internal sealed class CellLayout
{
    /// <summary>States of an indicator: false, true, missing.</summary>
    public const int States = 3;

    private readonly Request _request;
    private readonly int _everyone;
    private readonly List<CellColumn> _columns = [];

    public CellLayout(Request request)
    {
        _request = request;
        FirstColumn = new int[request.Groups.Count];
        WeightColumn = new int[FirstColumn.Length];
        foreach (int g in GroupsWhere(indicator: true))
            FirstColumn[g] = Take(CellColumnKind.State, g, States);
        foreach (int g in GroupsWhere(indicator: false))
            FirstColumn[g] = Take(CellColumnKind.Term, g, request.Groups[g].SlotCount - 1);
        RowCountColumn = request.RowsAreUnits ? Take(CellColumnKind.Row, 0, 1) : -1;
        FirstAnswers = request.CountsAnswers ? _columns.Count : -1;
        for (int g = 0; g < FirstColumn.Length && request.CountsAnswers; g++)
            Take(CellColumnKind.Answered, g, 1);
        HasEveryone = !request.Groups.Any(group => group.IsIndicator);
        _everyone = HasEveryone ? Take(CellColumnKind.Everyone, 0, 1) : -1;
        foreach (int g in GroupsWhere(indicator: false))
            WeightColumn[g] = Take(CellColumnKind.Weight, g, 1);
        int own = _columns.Count(column => column.Kind == CellColumnKind.Weight);
        SharedWidth = Width - (HasEveryone ? own : Math.Max(0, own - 1));
    }

    /// <summary>Numbers kept in a cell.</summary>
    public int Width => _columns.Count;

    /// <summary>Numbers kept while groups of numbers have had the same respondents: the columns of their own come last.</summary>
    public int SharedWidth { get; }

    /// <summary>What each of them is of.</summary>
    public IReadOnlyList<CellColumn> Columns => _columns;

    /// <summary>The first of the states of an indicator, or of the terms of numbers.</summary>
    public int[] FirstColumn { get; }

    /// <summary>Where numbers have their sum of weights, if they share it with none before them.</summary>
    public int[] WeightColumn { get; }

    /// <summary>Whether the weights of all rows have a column; otherwise the states of an indicator tell.</summary>
    public bool HasEveryone { get; }

    public int EveryoneColumn => _everyone;

    /// <summary>How many rows there are, where rows are units; or -1.</summary>
    public int RowCountColumn { get; }

    /// <summary>How many rows answered the first group, where that is counted; or -1.</summary>
    public int FirstAnswers { get; }

    /// <summary>Groups that are one indicator, or those that are not.</summary>
    public IEnumerable<int> GroupsWhere(bool indicator) => Enumerable.Range(0, FirstColumn.Length).Where(g => _request.Groups[g].IsIndicator == indicator);

    /// <summary>The weights of the rows of a cell.</summary>
    public double SumOfWeights(ReadOnlySpan<double> cell) => HasEveryone ? cell[_everyone] : cell[0] + cell[1] + cell[2];

    /// <summary>For each slot of the request the columns of which it is the sum.</summary>
    /// <param name="weightColumns">Where each group of numbers has its sum of weights.</param>
    public int[][] ColumnsOfSlots(ReadOnlySpan<int> weightColumns)
    {
        int[][] columns = new int[_request.SlotCount][];
        columns[0] = HasEveryone ? [_everyone] : [0, 1, 2];
        for (int g = 0; g < FirstColumn.Length; g++)
        {
            Span<int[]> own = columns.AsSpan(_request.FirstSlot[g], _request.Groups[g].SlotCount);
            bool isIndicator = _request.Groups[g].IsIndicator;
            own[0] = isIndicator ? [FirstColumn[g], FirstColumn[g] + 1] : [weightColumns[g]];
            for (int term = 1; term < own.Length; term++)
                own[term] = [FirstColumn[g] + (isIndicator ? 1 : term - 1)];
            if (FirstAnswers >= 0)
                columns[_request.PresenceSlot(g)] = [FirstAnswers + g];
        }
        if (RowCountColumn >= 0)
            columns[_request.RowCountSlot] = [RowCountColumn];
        return columns;
    }

    private int Take(CellColumnKind kind, int group, int count)
    {
        int first = _columns.Count;
        for (int k = 0; k < count; k++)
            _columns.Add(new CellColumn(kind, group, k));
        return first;
    }
}

/// <summary>What a number of a cell is.</summary>
internal enum CellColumnKind
{
    /// <summary>The weights of rows in which an indicator has a state.</summary>
    State,

    /// <summary>Σw(y - c) of a term.</summary>
    Term,

    /// <summary>How many rows there are.</summary>
    Row,

    /// <summary>How many rows answered a group.</summary>
    Answered,

    /// <summary>The weights of all rows.</summary>
    Everyone,

    /// <summary>The weights of rows that answered a group of numbers.</summary>
    Weight,
}

/// <summary>A number of a cell.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Group">Of terms.</param>
/// <param name="Index">Its state, or term, from 0.</param>
internal readonly record struct CellColumn(CellColumnKind Kind, int Group, int Index);
