namespace Survey.Tests.Totals;

/// <summary>Totals by their definition: row by row within a cell, chunk by chunk within a lane, lane by lane.</summary>
internal sealed class PlainTotals
{
    private readonly Request _request;
    private readonly Term[][] _terms;
    private readonly double[][][] _values;
    private readonly double[][][] _centres, _shifts;
    private readonly double[] _weights;
    private readonly int[] _domains, _units;

    private PlainTotals(TotalsSample sample, Request request, Term[][] terms)
    {
        (_request, _terms, _units) = (request, terms, sample.UnitOfRow);
        var whole = new Evaluation(new Chunk(0, sample.Table.RowCount, [.. request.Binder.Columns.Select(name => ((Table)request.Design.Rows)[name])]));
        _domains = new int[sample.Table.RowCount];
        request.Domains.Fill(whole, _domains);
        _weights = request.WeightsOf(whole).ToArray();
        _values = [.. terms.Select(own => own.Select(term => whole.Numbers(request.Binder.Number(term.Of)).ToArray()).ToArray())];
        _centres = FirstValues(TermKind.Centred);
        _shifts = FirstValues(TermKind.Number);
        for (int g = 0; g < terms.Length; g++)
            for (int k = 1; k < terms[g].Length; k++)
                if (terms[g][k].Kind == TermKind.CentredSquare)
                    _centres[g][k] = _centres[g][k - 1];
    }

    /// <summary>By unit and domain.</summary>
    public Dictionary<(int Unit, int Domain), double[]> Slots { get; } = [];

    /// <summary>Of each group by domain: Σw² of respondents, then products of its terms.</summary>
    public double[][][] Moments { get; private set; } = [];

    /// <summary>Of each group by domain: respondents, and rows without a value.</summary>
    public (long Respondents, long Missing)[][] Counts { get; private set; } = [];

    public int Lanes { get; private set; } = 1;

    public static PlainTotals Of(TotalsSample sample, Request request, Term[][] terms)
    {
        var totals = new PlainTotals(sample, request, terms);
        totals.Sum();
        return totals;
    }

    /// <summary>What a row adds to the slots of a group under a weight: to the sum of weights, then to those of its terms.</summary>
    public double[] SlotsOf(int g, int row, double weight)
    {
        if (!Answered(g, row))
            return new double[1 + _terms[g].Length];
        return IsIndicator(g) ? [weight, _values[g][0][row] * weight] : [weight, .. _terms[g].Select((_, k) => weight * Distance(g, k, row))];
    }

    /// <summary>The domain of a row; below 0 where it is in none.</summary>
    public int DomainOf(int row) => _domains[row];

    public double WeightOf(int row) => _weights[row];

    public bool IsIndicator(int g) => _terms[g] is [{ Kind: TermKind.Indicator }];

    private bool Answered(int g, int row) => Array.TrueForAll(_values[g], values => !double.IsNaN(values[row]));

    private void Sum()
    {
        Counts = [.. _terms.Select(_ => new (long, long)[_request.Domains.Count])];
        List<Lane> lanes = [new Lane(this)];
        for (int first = 0; first < _domains.Length; first += Chunk.Size)
        {
            int k = first / Chunk.Size;
            if (k == 4)
                for (Lanes = LanesAfter(lanes[0], first); lanes.Count < Lanes;)
                    lanes.Add(new Lane(this));
            lanes[k / 4 % Lanes].Add(first, Math.Min(_domains.Length, first + Chunk.Size));
        }
        foreach (Lane lane in lanes.Skip(1))
            lanes[0].Add(lane);
        foreach (((int, int) pair, Cell cell) in lanes[0].Cells)
            Slots[pair] = cell.Slots(this);
        Moments = lanes[0].Moments;
    }

    private int LanesAfter(Lane lane, int rows)
    {
        int met = lane.Cells.Values.Count(cell => cell.Weight != 0), added = _domains.AsSpan(0, rows).ToArray().Count(domain => domain >= 0);
        return met * _request.SlotCount * 8L <= 512 * 1024 ? 4 : met <= added - added / 20 ? 2 : 1;
    }

    private bool HasProducts(int g) => !IsIndicator(g) && _terms[g].Length <= 2;

    // of terms of a kind the first value that counts in each domain, in the first chunk; of a domain that has none there the first in any
    private double[][][] FirstValues(TermKind kind) =>
        [.. _terms.Select((own, g) => own.Select((term, k) =>
        {
            double[] found = new double[_request.Domains.Count];
            if (term.Kind != kind || kind == TermKind.Number && !HasProducts(g))
                return found;
            Array.Fill(found, double.NaN);
            double first = double.NaN;
            for (int row = 0; row < Math.Min(Chunk.Size, _domains.Length); row++)
                if (_domains[row] >= 0 && _weights[row] > 0 && !double.IsNaN(_values[g][k][row]))
                {
                    first = double.IsNaN(first) ? _values[g][k][row] : first;
                    found[_domains[row]] = double.IsNaN(found[_domains[row]]) ? _values[g][k][row] : found[_domains[row]];
                }
            return Array.ConvertAll(found, value => !double.IsNaN(value) ? value : double.IsNaN(first) ? 0 : first);
        }).ToArray())];

    /// <summary>y - c of a term, or its square.</summary>
    private double Distance(int g, int k, int row)
    {
        double distance = _values[g][k][row] - _centres[g][k][_domains[row]];
        return _terms[g][k].Kind == TermKind.CentredSquare ? distance * distance : distance;
    }

    private sealed class Cell(int groups)
    {
        public double Weight { get; set; }

        public double[][] States { get; } = [.. Enumerable.Range(0, groups).Select(_ => new double[3])];

        public double[][] Terms { get; } = [.. Enumerable.Range(0, groups).Select(_ => new double[2])];

        public void Add(Cell other)
        {
            Weight += other.Weight;
            foreach ((double[] own, double[] its) in States.Concat(Terms).Zip(other.States.Concat(other.Terms)))
                for (int k = 0; k < own.Length; k++)
                    own[k] += its[k];
        }

        public double[] Slots(PlainTotals of)
        {
            int indicator = Enumerable.Range(0, States.Length).FirstOrDefault(of.IsIndicator, -1);
            return [
                indicator < 0 ? Weight : States[indicator][0] + States[indicator][1] + States[indicator][2],
                .. States.SelectMany((states, g) => of.IsIndicator(g) ? (double[])[states[0] + states[1], states[1]] : [states[0], .. Terms[g][..of._terms[g].Length]])];
        }
    }

    private sealed class Lane(PlainTotals of)
    {
        public Dictionary<(int Unit, int Domain), Cell> Cells { get; } = [];

        public double[][][] Moments { get; } = MomentsOf(of);

        public void Add(int first, int end)
        {
            double[][][] chunk = MomentsOf(of);
            var squares = of._terms.Select(_ => new double[of._request.Domains.Count, 3]).ToArray();
            for (int row = first; row < end; row++)
                if (of._domains[row] >= 0)
                    for (int g = 0; g < of._terms.Length; g++)
                        Add(row, g, squares[g], chunk[g][of._domains[row]]);
            for (int g = 0; g < of._terms.Length; g++)
                for (int domain = 0; domain < of._request.Domains.Count; domain++)
                {
                    chunk[g][domain][0] = squares[g][domain, 0] + squares[g][domain, 1];
                    for (int k = 0; k < chunk[g][domain].Length; k++)
                        Moments[g][domain][k] += chunk[g][domain][k];
                }
        }

        public void Add(Lane lane)
        {
            foreach (((int, int) pair, Cell cell) in lane.Cells)
                if (Cells.TryGetValue(pair, out Cell? own))
                    own.Add(cell);
                else
                    Cells[pair] = cell;
            for (int g = 0; g < Moments.Length; g++)
                for (int domain = 0; domain < Moments[g].Length; domain++)
                    for (int k = 0; k < Moments[g][domain].Length; k++)
                        Moments[g][domain][k] += lane.Moments[g][domain][k];
        }

        private void Add(int row, int g, double[,] squares, double[] products)
        {
            int domain = of._domains[row];
            double w = of._weights[row];
            if (!Cells.TryGetValue((of._units[row], domain), out Cell? cell))
                Cells[(of._units[row], domain)] = cell = new Cell(of._terms.Length);
            if (g == 0)
                cell.Weight += w;
            bool answered = of.Answered(g, row);
            int state = !answered ? 2 : of.IsIndicator(g) ? (int)of._values[g][0][row] : 0;
            ref (long Respondents, long Missing) counts = ref of.Counts[g][domain];
            counts = (counts.Respondents + (answered && w != 0 ? 1 : 0), counts.Missing + (answered ? 0 : 1));
            cell.States[g][state] += w;
            squares[domain, state] += w * w;
            if (!answered || of.IsIndicator(g))
                return;
            double[] distances = [.. of._terms[g].Select((_, k) => of.Distance(g, k, row))];
            for (int k = 0; k < distances.Length; k++)
                cell.Terms[g][k] += w * distances[k];
            double[] shifted = [.. distances.Select((distance, k) => distance - of._shifts[g][k][domain])];
            products[1] += w * shifted[0] * shifted[0];
            if (shifted.Length == 2)
            {
                products[2] += w * shifted[1] * shifted[0];
                products[3] += w * shifted[1] * shifted[1];
            }
        }

        private static double[][][] MomentsOf(PlainTotals of) =>
            [.. of._terms.Select((own, g) => Enumerable.Range(0, of._request.Domains.Count).Select(_ => new double[1 + (!of.HasProducts(g) ? 0 : own.Length == 1 ? 1 : 3)]).ToArray())];
    }
}
