namespace Survey;

/// <summary>The calibration variables of a sample: for each row the point that it is, and what the points' totals shall be.</summary>
internal sealed class CalibrationFrame
{
    // relative; margins of one population have one number of people
    private const double SameSum = 1e-9;

    private const int MostEquations = 2_000;

    private readonly SparseRows _points;
    private readonly int[] _pointOfRow;
    private readonly int[]? _clusters;

    /// <param name="table">The sample.</param>
    /// <param name="weights">Before the step.</param>
    /// <param name="margins">What is known.</param>
    /// <param name="clusters">The cluster of each row, where all its rows shall have one factor; or null.</param>
    public CalibrationFrame(Table table, double[] weights, IReadOnlyList<Margin> margins, int[]? clusters)
    {
        Margins = [.. margins];
        IsPerPerson = Margins.All(margin => margin.IsPerPerson);
        People = IsPerPerson ? 1 : PeopleOf(Margins, weights.Count(weight => weight != 0));
        // the margin of most cells stands first, where cells cost nothing
        Cells = [.. Margins.Where(margin => margin is { IsTotal: false, Variables.Count: > 0 }).OrderByDescending(margin => margin.Cells.Count).Select(margin => (margin, MarginCodes.Of(table, margin, weights, out string[] labels), labels))];
        bool meetsPeople = IsPerPerson || !double.IsNaN(People);
        if (Cells.Count == 0 && meetsPeople)
            Cells = [(Margin.Population(People), Array.ConvertAll(weights, weight => weight == 0 ? -1 : 0), [""])];
        Numbers = [.. Margins.Where(margin => margin.IsTotal).Select(margin => NumberVariable.Of(table, margin, weights, meetsPeople))];
        Variables = [.. VariablesOf()];
        CheckSize();
        (_points, _pointOfRow) = Numbers.Count == 0 ? PointsOfCells() : PointsOfRows(weights);
        _clusters = clusters;
        PointOfRow = clusters ?? _pointOfRow;
        CellCount = clusters is null && Cells.Count > 0 ? Cells[0].Margin.Cells.Count : 0;
    }

    public IReadOnlyList<Margin> Margins { get; }

    /// <summary>Whether only shares and means are known, so that the number of people stays that of the sample.</summary>
    public bool IsPerPerson { get; }

    /// <summary>The number of people that the margins tell; 1 where amounts are per person, NaN where only totals are known.</summary>
    public double People { get; }

    /// <summary>Margins of cells, with the cell of each row and what readers are shown for each.</summary>
    public IReadOnlyList<(Margin Margin, int[] OfRow, string[] Labels)> Cells { get; }

    public IReadOnlyList<NumberVariable> Numbers { get; }

    public IReadOnlyList<CalibrationVariable> Variables { get; }

    public int[] PointOfRow { get; }

    /// <summary>x of each point, row by row the indicators of its cells and then the numbers; of a cluster the means by weights.</summary>
    public SparseRows PointsBy(double[] weights) => _clusters is null ? _points : PointsOfClusters(_clusters, weights);

    /// <summary>How many of the first variables are indicators of which each point has one.</summary>
    public int CellCount { get; }

    /// <summary>What the totals shall be, given the weights before: of shares and means the number of people follows from those.</summary>
    public double[] TargetsOf(double[] weights)
    {
        double people = IsPerPerson ? CompensatedSum.Sum(weights) : 1;
        return [.. Variables.Select(variable => variable.Amount * people)];
    }

    public double[] WeightsOfPoints(double[] weights)
    {
        double[] sums = new double[_clusters is null ? _points.RowCount : PointOfRow.Max() + 1];
        for (int row = 0; row < weights.Length; row++)
            sums[PointOfRow[row]] += weights[row];
        return sums;
    }

    /// <summary>The number of people that the margins agree on; NaN where they do not tell it.</summary>
    private static double PeopleOf(IReadOnlyList<Margin> margins, int rows)
    {
        (string Name, double People)[] told = [.. margins.Where(margin => margin is { IsTotal: false, IsPerPerson: false }).Select(margin => (margin.Name, CompensatedSum.Sum([.. margin.Cells.Select(cell => cell.Amount)])))];
        if (told.FirstOrDefault(own => own.People < rows) is { Name: not null } few)
            throw new SurveyDataException($"The margin of {few.Name} has {Invariant.Amount(few.People)} people in all, fewer than the {Invariant.Count(rows)} rows of the sample with a weight; if its amounts are shares say so, else give numbers of people.");
        foreach ((string name, double people) in told)
            if (Math.Abs(people - told[0].People) > SameSum * told[0].People)
                throw new SurveyDataException($"The margins contradict each other: that of {told[0].Name} has {Invariant.Amount(told[0].People)} people and that of {name} {Invariant.Amount(people)}; give margins of one population, or one of them as shares.");
        if (told.Length == 0 && margins.FirstOrDefault(margin => margin is { IsTotal: false, IsPerPerson: true }) is { } shares)
            throw new SurveyDataException($"The margin of {shares.Name} has shares and another a total, and nothing tells how many people there are; give Margin.Population, or counts.");
        return told.Length > 0 ? told[0].People : double.NaN;
    }

    private IEnumerable<CalibrationVariable> VariablesOf()
    {
        foreach ((Margin margin, _, _) in Cells)
            foreach (MarginCell cell in margin.Cells)
                yield return new CalibrationVariable(cell.Levels.Count == 0 ? "everyone" : $"{margin.Name} = {cell.Name}", margin.IsPerPerson && !IsPerPerson ? cell.Amount * People : cell.Amount);
        foreach (NumberVariable number in Numbers)
            yield return new CalibrationVariable(number.Margin.Name, number.Margin.IsPerPerson && !IsPerPerson ? number.Target(1) * People : number.Target(IsPerPerson ? 1 : double.IsNaN(People) ? 0 : People));
    }

    private void CheckSize()
    {
        int beside = Variables.Count - (Cells.Count > 0 ? Cells[0].Margin.Cells.Count : 0);
        if (beside > MostEquations)
            throw new SurveyDataException($"Beside the largest margin there are {Invariant.Count(beside)} cells and variables, more than the {Invariant.Count(MostEquations)} whose equations are solved at once; merge cells.");
    }

    /// <summary>A point for each combination of cells that occurs; that of rows without a weight has no variables.</summary>
    private (SparseRows Points, int[] PointOfRow) PointsOfCells()
    {
        int[] pointOfRow = new int[Cells[0].OfRow.Length];
        int[][] columns = [[]];
        int first = 0;
        foreach ((Margin margin, int[] ofRow, _) in Cells)
        {
            int begin = first;
            int[][] outer = columns;
            Nesting nested = Nesting.Of(pointOfRow, columns.Length, Array.ConvertAll(ofRow, cell => cell + 1), margin.Cells.Count + 1);
            columns = [.. nested.ParentOf.Zip(nested.KeyOf, (parent, key) => key == 0 ? outer[parent] : [.. outer[parent], begin + key - 1])];
            pointOfRow = nested.OfRow;
            first += margin.Cells.Count;
        }
        int[] starts = new int[columns.Length + 1];
        for (int point = 0; point < columns.Length; point++)
            starts[point + 1] = starts[point] + columns[point].Length;
        return (new SparseRows(starts, [.. columns.SelectMany(own => own)], [.. Enumerable.Repeat(1.0, starts[^1])], Variables.Count), pointOfRow);
    }

    /// <summary>A point for each row.</summary>
    private (SparseRows Points, int[] PointOfRow) PointsOfRows(double[] weights)
    {
        int[] starts = new int[weights.Length + 1];
        var (columns, values) = (new List<int>(), new List<double>());
        int firstNumber = Variables.Count - Numbers.Count;
        for (int row = 0; row < weights.Length; row++)
        {
            if (weights[row] != 0)
            {
                foreach (int column in ColumnsOf(row))
                {
                    columns.Add(column);
                    values.Add(1);
                }
                for (int k = 0; k < Numbers.Count; k++)
                {
                    columns.Add(firstNumber + k);
                    values.Add(Numbers[k].Values[row]);
                }
            }
            starts[row + 1] = columns.Count;
        }
        return (new SparseRows(starts, [.. columns], [.. values], Variables.Count), [.. Enumerable.Range(0, weights.Length)]);
    }

    /// <summary>A point for each cluster: the weighted mean of its rows.</summary>
    private SparseRows PointsOfClusters(int[] clusters, double[] weights)
    {
        double[] people = WeightsOfPoints(weights);
        double[] shares = [.. weights.Select((weight, row) => weight == 0 ? 0 : weight / people[clusters[row]])];
        return _points.Summed(people.Length, clusters, _pointOfRow, shares);
    }

    private IEnumerable<int> ColumnsOf(int row)
    {
        int first = 0;
        foreach ((Margin margin, int[] ofRow, _) in Cells)
        {
            yield return first + ofRow[row];
            first += margin.Cells.Count;
        }
    }
}
