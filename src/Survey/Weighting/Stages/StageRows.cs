namespace Survey;

/// <summary>The rows of a table that need a weight of a stage, and their numbers, checked.</summary>
/// <param name="table">Of the people drawn.</param>
/// <param name="stage">The stage's name, for messages.</param>
/// <param name="needed">Which rows need a weight.</param>
internal sealed class StageRows(Table table, string stage, bool[] needed)
{
    /// <summary>Number of rows, those that need no weight included.</summary>
    public int Count => needed.Length;

    public bool IsNeeded(int row) => needed[row];

    /// <summary>The columns named, of those that may be constants.</summary>
    public static IReadOnlyList<string> ColumnsOf(params ReadOnlySpan<Quantity> quantities)
    {
        var columns = new List<string>();
        foreach (Quantity quantity in quantities)
            if (quantity.Column is { } column)
                columns.Add(column);
        return columns;
    }

    /// <summary>Numbers above 0.</summary>
    /// <param name="quantity">A column or a constant.</param>
    /// <param name="role">What it is to the stage, for messages: "size".</param>
    public Func<int, double> AboveZero(Quantity quantity, string role)
    {
        Func<int, double> of = Numbers(quantity, role);
        Refuse(row => double.IsNaN(of(row)), quantity, role, "missing", "fill it in");
        Refuse(row => !(of(row) > 0 && double.IsFinite(of(row))), quantity, role, "not above 0", "correct it");
        return of;
    }

    /// <summary>Whole numbers above 0.</summary>
    public Func<int, double> Counts(Quantity quantity, string role)
    {
        Func<int, double> of = AboveZero(quantity, role);
        Refuse(row => of(row) != Math.Floor(of(row)), quantity, role, "no whole number", "write how many there are");
        return of;
    }

    /// <summary>Counts of the eligible members of households.</summary>
    public Func<int, double> Members(string column)
    {
        Func<int, double> of = Numbers(column, "number of eligible members");
        Refuse(row => of(row) == 0, column, "number of eligible members", "0", "a household without an eligible member has nobody to interview, so record it as ineligible, or correct the number");
        return Counts(column, "number of eligible members");
    }

    /// <summary>Numbers of which nothing is known.</summary>
    public Func<int, double> Numbers(Quantity quantity, string role)
    {
        if (quantity.Column is not { } name)
            return _ => quantity.Value;
        NumberColumn column = table.NumbersOf(name, $"{role} of the stage '{stage}'");
        return row => column.Values[row];
    }

    /// <summary>Texts; null where missing.</summary>
    public Func<int, string?> Texts(string name) => table[name].TextAt;

    /// <summary>Refuses rows that need a weight and meet a condition.</summary>
    /// <param name="isWrong">The condition.</param>
    /// <param name="quantity">Where the numbers come from.</param>
    /// <param name="role">What they are to the stage.</param>
    /// <param name="what">What they are instead.</param>
    /// <param name="way">The way out.</param>
    public void Refuse(Func<int, bool> isWrong, Quantity quantity, string role, string what, string way)
    {
        RowList rows = Where(isWrong);
        if (rows.Count > 0)
            throw Wrong(rows.First, $"the {role} {quantity} is {what}{(quantity.Column is null ? "" : $" in {rows}")}; {way}");
    }

    /// <summary>The first row that needs a weight and meets a condition, or -1.</summary>
    public int First(Func<int, bool> meets) => Enumerable.Range(0, Count).FirstOrDefault(row => needed[row] && meets(row), -1);

    /// <summary>The rows that need a weight and meet a condition.</summary>
    public RowList Where(Func<int, bool> meets)
    {
        var rows = new RowList();
        for (int row = 0; row < needed.Length; row++)
            if (needed[row] && meets(row))
                rows.Add(row);
        return rows;
    }

    /// <summary>A weight for each row that needs one.</summary>
    public double[] Weights(Func<int, double> of)
    {
        double[] weights = new double[Count];
        for (int row = 0; row < weights.Length; row++)
            weights[row] = needed[row] ? of(row) : double.NaN;
        return weights;
    }

    /// <param name="row">The first row that is wrong.</param>
    /// <param name="what">Is wrong, where, and the way out.</param>
    public RowException Wrong(long row, string what) => new($"The stage '{stage}': {what}.", row);
}
