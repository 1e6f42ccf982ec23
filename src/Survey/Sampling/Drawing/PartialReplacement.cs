namespace Survey;

/// <summary>Keeps a random part of last year's units of a stratum and draws the others from the units that were not in last year's sample.</summary>
internal sealed class PartialReplacement
{
    private readonly Frame _frame;
    private readonly SamplingStage _stage;
    private readonly double _share;
    private readonly HashSet<int> _last;

    public PartialReplacement(Frame frame, SamplingStage stage, KeptShare kept)
    {
        (_frame, _stage, _share) = (frame, stage, kept.Share);
        _last = LastYear(kept.Last);
    }

    public StratumSample Draw(int stratum, int[] units, double[]? sizes, int count, RandomStream random)
    {
        double[] probabilities = StratumDrawer.ProbabilitiesOf(sizes, units.Length, count);
        int[] open = [.. Enumerable.Range(0, units.Length).Where(at => probabilities[at] < 1)];
        int[] last = [.. Enumerable.Range(0, open.Length).Where(at => _last.Contains(units[open[at]]))];
        int wanted = count - (units.Length - open.Length);
        if (last.Length != wanted)
            throw new SurveyDataException($"{Where(stratum)}{Invariant.Count(wanted)} units of {_stage.Unit} are to be drawn besides those that are certain, and last year's sample has {Invariant.Count(last.Length)} there; a share can be kept of a sample of the same number.");
        int[] certain = [.. Enumerable.Range(0, units.Length).Except(open)];
        if (wanted == 0)
            return new StratumSample(0, stratum, units, probabilities, count, certain, true);
        var replacement = new Replacement([.. open.Select(at => probabilities[at])], sizes is null ? null : [.. open.Select(at => sizes[at])], wanted, _share, _stage);
        replacement.CheckEnough(() => Where(stratum));
        double[] overall = replacement.Probabilities();
        for (int k = 0; k < open.Length; k++)
            probabilities[open[k]] = overall[k];
        int[] at = [.. certain, .. replacement.Draw(last, random).Select(k => open[k])];
        Array.Sort(at);
        return new StratumSample(0, stratum, units, probabilities, count, at, true);
    }

    private string Where(int stratum) => _frame.PathOf(0, stratum) is { Length: > 0 } path ? $"In {path} " : "In the frame ";

    private HashSet<int> LastYear(Table last)
    {
        string[] names = [.. _stage.Strata.All, _stage.Unit];
        Column[] columns = [.. names.Select(name => last.Columns.Contains(name) ? last[name] : throw new SurveyDataException($"Last year's sample has no column '{name}', by which its units are found in the frame; give it the columns {string.Join(", ", names)}."))];
        var unitOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int unit = 0; unit < _frame.UnitCount(0); unit++)
            unitOf.TryAdd(_frame.KeyOf(unit), unit);
        var found = new HashSet<int>();
        for (int row = 0; row < last.RowCount; row++)
        {
            string key = string.Join(Frame.KeySeparator, columns.Select(column => column.TextAt(row)?.Trim()));
            string shown = string.Join(", ", names.Zip(columns, (name, column) => $"{name} '{column.TextAt(row)}'"));
            if (!unitOf.TryGetValue(key, out int unit))
                throw new SurveyDataException($"Row {row + 1} of last year's sample, {shown}, is not in the frame; give it the name it has there now, or draw all anew.");
            found.Add(unit);
        }
        return found;
    }
}
