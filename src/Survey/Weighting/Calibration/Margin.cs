namespace Survey;

/// <summary>What is known of a population and weights are calibrated to: how many people each level of some variables has, or the total of a variable.</summary>
public sealed class Margin
{
    private Margin(IReadOnlyList<Variable> variables, IReadOnlyList<MarginCell> cells, bool isPerPerson, bool isTotal) =>
        (Variables, Cells, IsPerPerson, IsTotal) = (new Sequence<Variable>([.. variables]), new Sequence<MarginCell>([.. cells]), isPerPerson, isTotal);

    /// <summary>The variables whose levels make the cells, or the one whose total is known; none of a number of people.</summary>
    public IReadOnlyList<Variable> Variables { get; }

    /// <summary>The cells with what the population has in each; one cell without levels of a total.</summary>
    public IReadOnlyList<MarginCell> Cells { get; }

    /// <summary>Whether amounts are shares, or the mean of a variable, so that the number of people is left to the sample.</summary>
    public bool IsPerPerson { get; }

    /// <summary>What shares made that do not make 1, or 100, but for rounding; null where they do.</summary>
    internal double? Rounded { get; private init; }

    /// <summary>Whether it is the total, or the mean, of a variable.</summary>
    internal bool IsTotal { get; }

    /// <summary>"sex, age".</summary>
    internal string Name => Variables.Count == 0 ? "everyone" : string.Join(", ", Variables.Select(variable => variable.Name));

    /// <summary>How many people each level of a variable has.</summary>
    /// <param name="of">A category, flags or numbers.</param>
    /// <param name="counts">Levels with their people.</param>
    /// <exception cref="ArgumentException">There is no level, one stands twice, or a count is negative or not finite.</exception>
    public static Margin Counts(Variable of, params IReadOnlyList<(string Level, double Count)> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return OfCells([of], [.. counts.Select(count => new MarginCell([count.Level], count.Count))], isPerPerson: false);
    }

    /// <summary>Which share of people each level of a variable has.</summary>
    /// <param name="of">A category, flags or numbers.</param>
    /// <param name="shares">Levels with their shares: fractions that make 1, or per cent that make 100, but for rounding.</param>
    /// <remarks>The number of people stays that of the sample, whose uncertainty later variances keep.</remarks>
    /// <exception cref="ArgumentException">There is no level, one stands twice, a share is negative or not finite, or shares make neither 1 nor 100.</exception>
    public static Margin Shares(Variable of, params IReadOnlyList<(string Level, double Share)> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        return OfCells([of], [.. shares.Select(share => new MarginCell([share.Level], share.Share))], isPerPerson: true);
    }

    /// <summary>The total of a variable in the population.</summary>
    /// <param name="of">Numbers, or flags as 0 and 1.</param>
    /// <param name="total">In the units of the variable.</param>
    /// <exception cref="ArgumentException">The total is not finite.</exception>
    public static Margin Total(Variable of, double total) => OfVariable(of, total, isPerPerson: false);

    /// <summary>The mean of a variable in the population.</summary>
    /// <param name="of">Numbers, or flags as 0 and 1.</param>
    /// <param name="mean">In the units of the variable.</param>
    /// <exception cref="ArgumentException">The mean is not finite.</exception>
    public static Margin Mean(Variable of, double mean) => OfVariable(of, mean, isPerPerson: true);

    /// <summary>How many people there are.</summary>
    /// <param name="people">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not above 0.</exception>
    public static Margin Population(double people) =>
        people > 0 && double.IsFinite(people)
            ? new Margin([], [new MarginCell([], people)], isPerPerson: false, isTotal: false)
            : throw new ArgumentOutOfRangeException(nameof(people), people, "A population has more than 0 people.");

    /// <summary>One margin from a table of one row a cell.</summary>
    /// <param name="of">The variables whose levels make the cells; each is a column of <paramref name="population"/> by its name.</param>
    /// <param name="population">The cells.</param>
    /// <param name="amount">The column of counts, or of shares.</param>
    /// <param name="areShares">Whether it holds shares.</param>
    /// <exception cref="SurveyDataException">There is no such column, a value is missing, counts are no numbers, or a cell stands twice.</exception>
    /// <exception cref="ArgumentException">No variable is given, a count is negative, or shares make neither 1 nor 100.</exception>
    public static Margin Of(IReadOnlyList<Variable> of, Table population, string amount, bool areShares = false)
    {
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(population);
        if (of.Count == 0)
            throw new ArgumentException("A margin has at least one variable; name the columns whose levels make its cells.", nameof(of));
        Column[] levels = [.. of.Select(variable => population[variable.Name])];
        ReadOnlySpan<double> amounts = population.NumbersOf(amount, areShares ? "share of the population" : "count of the population").Values;
        var cells = new List<MarginCell>();
        for (int row = 0; row < population.RowCount; row++)
        {
            int lacking = Array.FindIndex(levels, column => column.IsMissing(row));
            if (lacking >= 0 || double.IsNaN(amounts[row]))
                throw new SurveyDataException($"Row {row + 1} of the population has no value in '{(lacking >= 0 ? of[lacking].Name : amount)}'; each cell has its levels and {(areShares ? "a share" : "a count")}, so fill it in or leave the row out.");
            cells.Add(new MarginCell(new Sequence<string>([.. levels.Select(column => column.TextAt(row)!)]), amounts[row]));
        }
        return OfCells(of, cells, areShares);
    }

    private static Margin OfVariable(Variable of, double amount, bool isPerPerson) =>
        double.IsFinite(amount)
            ? new Margin([of], [new MarginCell([], amount)], isPerPerson, isTotal: true)
            : throw new ArgumentException($"The {(isPerPerson ? "mean" : "total")} of {of} in the population is {Invariant.Text(amount)}; give a finite number.", nameof(amount));

    private static Margin OfCells(IReadOnlyList<Variable> of, List<MarginCell> cells, bool isPerPerson)
    {
        string name = string.Join(", ", of.Select(variable => variable.Name));
        if (cells.Count == 0)
            throw new ArgumentException($"The margin of {name} has no level; give each level with its {(isPerPerson ? "share" : "count")}.", nameof(cells));
        if (cells.GroupBy(cell => cell.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new SurveyDataException($"The margin of {name} has '{twice.Key}' {twice.Count()} times; give each cell once (add up what belongs together, or name all the variables that tell its rows apart).");
        if (cells.FirstOrDefault(cell => !(cell.Amount >= 0 && double.IsFinite(cell.Amount))) is { } odd)
            throw new ArgumentException($"The margin of {name} has {Invariant.Text(odd.Amount)} for '{odd.Name}'; a {(isPerPerson ? "share" : "count")} is a number of at least 0.", nameof(cells));
        double sum = CompensatedSum.Sum([.. cells.Select(cell => cell.Amount)]);
        if (!(sum > 0))
            throw new ArgumentException($"The margin of {name} is 0 in every cell; a population has people.", nameof(cells));
        return new Margin(of, isPerPerson ? Normalized(name, cells, sum) : cells, isPerPerson, isTotal: false) { Rounded = isPerPerson && Math.Abs(sum - 1) > 1e-9 && Math.Abs(sum - 100) > 1e-7 ? sum : null };
    }

    /// <summary>Shares that make 1, of which the last digit was rounded.</summary>
    private static MarginCell[] Normalized(string name, List<MarginCell> cells, double sum)
    {
        const double Rounding = 0.005;
        if (Math.Abs(sum - 1) > Rounding && Math.Abs(sum - 100) > 100 * Rounding)
            throw new ArgumentException($"The shares of the margin of {name} make {Invariant.Short(sum)}; shares of all people make 1 (or 100 per cent), so complete them, or give counts.", nameof(cells));
        return [.. cells.Select(cell => cell with { Amount = cell.Amount / sum })];
    }
}
