namespace Survey;

/// <summary>Response rates of everyone and of parts, such as villages.</summary>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed class ResponseSummary : IResult
{
    private static IReadOnlyList<(string Name, string Heading, bool IsRate, Func<ResponseRates, double> Of)> Columns { get; } =
    [
        ("drawn", "drawn", false, rates => rates.Drawn),
        ("responded", "responded", false, rates => rates.Responded),
        ("refused", "refused", false, rates => rates.Refused),
        ("not_found", "not found", false, rates => rates.NotFound),
        ("ineligible", "ineligible", false, rates => rates.Ineligible),
        ("unknown", "unknown", false, rates => rates.Unknown),
        ("RR1", "RR1 (lowest)", true, rates => rates.Minimum),
        ("RR3", "RR3", true, rates => rates.Estimated),
        ("RR5", "RR5 (highest)", true, rates => rates.Maximum),
        ("COOP1", "COOP1", true, rates => rates.Cooperation),
        ("REF1", "REF1", true, rates => rates.Refusal),
        ("CON1", "CON1", true, rates => rates.Contact),
        ("eligible_share", "e", true, rates => rates.EligibleShare),
    ];

    private readonly bool _isWeighted;

    private ResponseSummary(ResponseRates all, IReadOnlyList<(IReadOnlyList<DomainLevel> Levels, ResponseRates Rates)> parts, int missing, bool isWeighted) =>
        (All, Parts, Missing, _isWeighted) = (all, parts, missing, isWeighted);

    /// <summary>Of everyone.</summary>
    public ResponseRates All { get; }

    /// <summary>Of each combination of levels that has rows, in the order of the levels; empty where nothing is split.</summary>
    public IReadOnlyList<(IReadOnlyList<DomainLevel> Levels, ResponseRates Rates)> Parts { get; }

    /// <summary>Rows without a disposition, which count as unknown.</summary>
    public int Missing { get; }

    /// <summary>Rates from a table with a row for each unit drawn.</summary>
    /// <param name="table">The units.</param>
    /// <param name="disposition">The column of what became of them: responded, refused, not found, ineligible or unknown; where it is missing, unknown.</param>
    /// <param name="by">Columns that split the units, such as a town and its villages.</param>
    /// <param name="weights">A column of weights, at least 0, by which units are counted; by default each is one.</param>
    /// <param name="eligibleShare">The share of the unknown that is eligible; by default that among all units of whom it is known, in every part too, so that parts differ only by what was met there.</param>
    /// <exception cref="SurveyDataException">There is no such column; a disposition is none of the five; or a weight is missing or negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public static ResponseSummary Of(Table table, string disposition, IReadOnlyList<string>? by = null, string? weights = null, double? eligibleShare = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ResponseRates.CheckShare(eligibleShare);
        int[] codes = DispositionCodes.Of(table, disposition, out int missing);
        double[]? weightOf = weights is null ? null : WeightsOf(table, weights);
        ResponseRates all = Rates([.. Enumerable.Range(0, table.RowCount)], codes, weightOf, eligibleShare);
        IReadOnlyList<RowGroup> groups = by is { Count: > 0 } ? RowGroups.Of(table, by) : [];
        double? share = double.IsNaN(all.EligibleShare) ? null : all.EligibleShare;
        return new ResponseSummary(all, [.. groups.Select(group => (group.Levels, Rates(group.Rows, codes, weightOf, share)))], missing, weights is not null);
    }

    /// <summary>The counts and rates: a row for everyone, in which the columns that split are missing, then one for each part. A column that splits and is called as a figure has a _ after its name.</summary>
    public Table ToTable()
    {
        var rows = new ResultTable<(IReadOnlyList<DomainLevel>? Levels, ResponseRates Rates)>([(null, All), .. Parts.Select(part => ((IReadOnlyList<DomainLevel>?)part.Levels, part.Rates))]);
        rows.Keys(Parts.Count == 0 ? [] : Parts[0].Levels.Select(level => level.Variable), (row, k) => row.Levels?[k].Level is { } level && level != RowGroups.NotKnown ? level : null);
        foreach ((string name, _, _, Func<ResponseRates, double> of) in Columns)
            rows.Number(name, row => of(row.Rates));
        return rows.ToTable();
    }

    /// <summary>The counts and rates as text, rates in per cent.</summary>
    public override string ToString() => Display().ToString();

    Display IResult.Display() => Display();

    private Display Display()
    {
        string[] by = Parts.Count == 0 ? ["of"] : [.. Parts[0].Levels.Select(level => level.Variable)];
        var table = new TextTable([.. by.Select(TextTable.Left), .. Columns.Where(figure => figure.Name != "eligible_share").Select(figure => TextTable.Right(figure.Heading))]);
        AddTo(table, [.. by.Select((_, k) => k == 0 ? "(all)" : "")], All);
        foreach ((IReadOnlyList<DomainLevel> levels, ResponseRates rates) in Parts)
            AddTo(table, [.. levels.Select(level => level.Label == level.Level ? level.Level : $"{level.Level} {level.Label}")], rates);
        return new Display().Add(table).Add(Footer());
    }

    private void AddTo(TextTable table, string[] places, ResponseRates rates) =>
        table.Add([.. places, .. Columns.Where(figure => figure.Name != "eligible_share").Select(figure => Text(figure.Of(rates), figure.IsRate))]);

    private string Text(double value, bool isRate) =>
        isRate ? (double.IsNaN(value) ? "-" : $"{Figures.Number(100 * value, 1)} %") : Figures.Number(value, _isWeighted ? 1 : 0);

    private string Footer()
    {
        string share = double.IsNaN(All.EligibleShare) ? "nothing is known of how many of the unknown are eligible" : $"{Figures.Number(100 * All.EligibleShare, 1)} % of the unknown are taken to be eligible in RR3";
        string missing = Missing == 0 ? "" : $"; {Invariant.Count(Missing)} row{(Missing == 1 ? "" : "s")} without a disposition count{(Missing == 1 ? "s" : "")} as unknown";
        return $"rates as AAPOR defines them{(_isWeighted ? ", weighted" : "")}; {share}{missing}\n";
    }

    private static ResponseRates Rates(IReadOnlyList<int> rows, int[] codes, double[]? weights, double? eligibleShare)
    {
        var sums = new CompensatedSum[DispositionText.Levels.Count];
        foreach (int row in rows)
            sums[codes[row]].Add(weights?[row] ?? 1);
        double Sum(Disposition of) => sums[(int)of].Value;
        return ResponseRates.OfCounts(Sum(Disposition.Responded), Sum(Disposition.Refused), Sum(Disposition.NotFound), Sum(Disposition.Ineligible), Sum(Disposition.Unknown), eligibleShare);
    }

    private static double[] WeightsOf(Table table, string name)
    {
        if (table[name] is not NumberColumn numbers)
            throw new SurveyDataException($"The column of weights '{name}' is {table[name].Type.Called()}, and weights are numbers.");
        double[] weights = numbers.Values.ToArray();
        int wrong = Array.FindIndex(weights, weight => !(weight >= 0));
        return wrong < 0 ? weights : throw new SurveyDataException($"The weight '{name}' is {(double.IsNaN(weights[wrong]) ? "missing" : Invariant.Text(weights[wrong]))} in row {Invariant.Count(wrong + 1)}; a weight is a number of at least 0, for those who did not answer too.");
    }
}
