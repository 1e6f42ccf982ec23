namespace Survey;

/// <summary>What should be said beside a draw: units taken with certainty, strata taken whole, strata of which nothing was drawn.</summary>
internal sealed class DrawNotes(Frame frame)
{
    private const int Shown = 5;

    private readonly SortedDictionary<int, List<string>> _short = [], _empty = [];
    private readonly SortedDictionary<int, List<(StratumSample Stratum, int Unit, double Total)>> _certain = [];

    public void Add(StratumSample sample)
    {
        if (sample.At.Length == 0)
            ListOf(_empty, sample.Stage).Add(NameOf(sample.Stage, sample.Stratum));
        if (sample.Probabilities is null)
            return;
        double total = sample.Units.Sum(frame.Stages[sample.Stage].SizeOf);
        foreach (int at in Enumerable.Range(0, sample.Units.Length).Where(at => sample.ProbabilityAt(at) >= 1))
            ListOf(_certain, sample.Stage).Add((sample, sample.Units[at], total));
    }

    public void AddShort(int stage, int units, int wanted, string where) => ListOf(_short, stage).Add($"{where} ({Invariant.Count(units)} of the {Invariant.Count(wanted)} wanted)");

    /// <param name="nameOf">The name of a drawn unit.</param>
    public IReadOnlyList<string> Lines(Func<int, int, string> nameOf) =>
    [
        .. _certain.Select(pair => $"{(pair.Value.Count == 1 ? "1 unit" : $"{Invariant.Count(pair.Value.Count)} units")} of {UnitOf(pair.Key)} {(pair.Value.Count == 1 ? "is" : "are")} taken with certainty, the size being at least the stratum's total over the number drawn: {Excerpt([.. pair.Value.Select(unit => Certain(pair.Key, unit, nameOf))])}"),
        .. _short.Select(pair => $"{Strata(pair.Value.Count)} {(pair.Value.Count == 1 ? "has" : "have")} fewer units of {UnitOf(pair.Key)} than are to be drawn and {(pair.Value.Count == 1 ? "is" : "are")} taken whole: {Excerpt(pair.Value)}"),
        .. _empty.Select(pair => $"by chance no unit of {UnitOf(pair.Key)} was drawn in {Strata(pair.Value.Count)}: {Excerpt(pair.Value)}"),
    ];

    private string Certain(int stage, (StratumSample Stratum, int Unit, double Total) unit, Func<int, int, string> nameOf) =>
        $"'{nameOf(stage, unit.Unit)}' ({Invariant.Text(frame.Stages[stage].SizeOf(unit.Unit))} of {Invariant.Text(unit.Total)} in {NameOf(stage, unit.Stratum.Stratum)})";

    private string UnitOf(int stage) => frame.Stages[stage].Plan.Unit;

    private static string Strata(int count) => count == 1 ? "1 stratum" : $"{Invariant.Count(count)} strata";

    private string NameOf(int stage, int stratum) => frame.PathOf(stage, stratum) is { Length: > 0 } path ? path : "the frame";

    private static List<T> ListOf<T>(SortedDictionary<int, List<T>> lists, int stage) => lists.TryGetValue(stage, out List<T>? list) ? list : lists[stage] = [];

    private static string Excerpt(List<string> items) => string.Join("; ", items.Take(Shown)) + (items.Count > Shown ? $"; and {Invariant.Count(items.Count - Shown)} more" : "");
}
