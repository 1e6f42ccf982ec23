namespace Survey;

/// <summary>Reads the columns that say how a sample was drawn, checks them and numbers its units.</summary>
internal sealed class SampleBuilder
{
    private readonly SampleColumns _columns;
    private readonly RowsAlike? _alike;
    private readonly Dictionary<string, List<Column>> _parts = new(StringComparer.Ordinal);
    private readonly int _rowCount;

    /// <param name="rows">Of the sample.</param>
    /// <param name="columns">That say how it was drawn.</param>
    /// <param name="alike">What each row stands for, where it stands for more than itself; its weights and keys are then checked already.</param>
    public SampleBuilder(Rows rows, SampleColumns columns, RowsAlike? alike = null)
    {
        (_columns, _alike) = (columns, alike);
        foreach (string name in alike is null ? columns.All : columns.Keys)
            _parts.Add(name, []);
        string[] read = [.. _parts.Keys];
        foreach (Chunk chunk in rows.Read(read))
        {
            if ((long)_rowCount + chunk.RowCount > Array.MaxLength)
                throw new SurveyDataException($"A sample has at most {Invariant.Count(Array.MaxLength)} rows here, and there are more; split it by strata.");
            _rowCount += chunk.RowCount;
            for (int k = 0; k < read.Length; k++)
                _parts[read[k]].Add(chunk.Columns[k]);
        }
        if (_rowCount == 0)
            throw Empty();
    }

    public static SurveyDataException Empty() => new("The sample has no rows; a design needs at least one.");

    private Func<long, string> PlaceOfRow => _alike?.PlaceOf ?? (row => $"row {row + 1}");

    /// <param name="rowsMayBeUnits">Whether rows that are PSUs may stay unnumbered; otherwise each becomes a unit of its own.</param>
    public Sample Build(bool rowsMayBeUnits)
    {
        bool[]? weighted = WeightedRows();
        KeyCodes? strata = _columns.Strata is not { } name ? null : KeyCodes.Of(name, "strata", _parts[name]);
        Nesting firstGroups = strata is null
            ? new Nesting(new int[_rowCount], [0], [0])
            : Nesting.Of(null, 1, strata.Codes, strata.Count);
        Func<int, string> nameOf = strata is null ? _ => "the sample" : NameOfStrata(strata.Texts, firstGroups.KeyOf);
        MergedStrata? merged = _columns.Collapse is null ? null : MergedStrata.Of(_columns.Collapse, _columns.Strata!, strata!.Texts, firstGroups.KeyOf);
        Nesting varianceStrata = merged is null ? firstGroups : merged.Of(firstGroups);

        bool rowsAreUnits = _columns.RowsAreUnits(rowsMayBeUnits);
        Nesting groups = firstGroups, psus = firstGroups;
        List<Stage> drawn = [], stages = [];
        PsuNames? psuNames = null;
        double[]? probabilities = null;
        PopulationSizes.Kind kind = PopulationSizes.KindOf(_columns.PopulationSizes.All.Select(size => (size, SizesOf(size))), PlaceOfRow);
        double[] carried = Enumerable.Repeat(1.0, groups.Count).ToArray();
        for (int s = 0; s < _columns.CountedStages; s++)
        {
            (Nesting units, KeyCodes? keys) = rowsAreUnits ? (groups, null) : UnitsOf(s, groups);
            Stage stage = MakeStage(s, groups, rowsAreUnits ? null : units, carried, kind, nameOf);
            nameOf = NameOfUnits(s, keys?.Texts, units.KeyOf, units.ParentOf, nameOf);
            drawn.Add(stage);
            if (s == 0)
            {
                psus = units;
                psuNames = keys is null ? null : new PsuNames(_columns.Clusters[0], keys.Texts, units.KeyOf, strata?.Texts ?? [""], [.. units.ParentOf.Select(stratum => firstGroups.KeyOf[stratum])]);
                stage = AsEstimated(stage, merged, units, nameOf);
                if (Unequal is { } reader)
                {
                    probabilities = reader.Probabilities(units, nameOf);
                    stage = stage with { Unequal = reader.Of(probabilities, stage, varianceStrata.OfRow, new SampledPsus(units.Count, psuNames, _columns.Strata, nameOf)) };
                }
            }
            stages.Add(stage);
            carried = [.. stage.GroupOfUnit.Select((group, unit) => stage.Carried[group] * stage.Probability(unit))];
            groups = units;
        }
        return new Sample
        {
            Stages = stages,
            RowsAreUnits = rowsAreUnits,
            UnitOfRow = rowsAreUnits ? varianceStrata.OfRow : groups.OfRow,
            RowCount = _alike?.RowCount ?? _rowCount,
            PsuNames = psuNames,
            WeightOfUnit = _columns.WeightsFollow ? WeightsOf(drawn, probabilities, rowsAreUnits) : null,
            DegreesOfFreedom = (rowsAreUnits ? _alike?.WeightedRows.Sum() ?? weighted?.Count(some => some) ?? _rowCount : CountWith(weighted, psus)) - CountWith(weighted, varianceStrata),
            Notes = NotesOf(merged, stages[0].Unequal),
        };
    }

    /// <summary>The first stage with strata merged and PSUs put in the order of their list, where the design asks for it.</summary>
    private Stage AsEstimated(Stage stage, MergedStrata? merged, Nesting psus, Func<int, string> nameOfPsu)
    {
        Stage estimated = merged?.Of(stage) ?? stage;
        return _columns.Order is not { } order
            ? estimated
            : estimated with { Before = SystematicOrder.Before(order, KeyCodes.Of(order, "order", _parts[order]), psus.OfRow, estimated, nameOfPsu, PlaceOfRow) };
    }

    private UnequalReader? Unequal => _columns.Unequal is not { } unequal ? null : new UnequalReader(unequal, (role, name) => [.. _parts[name].Select(part => NumbersOf(name, role, part))], PlaceOfRow);

    private string[] NotesOf(MergedStrata? merged, UnequalStage? unequal) =>
    [
        .. merged is null ? (string[])[] : [merged.Note],
        .. _columns.Order is null ? (string[])[] : [$"PSUs were drawn systematically in the order of '{_columns.Order}': their variance is estimated by successive differences"],
        .. unequal is null ? [] : UnequalRules.Notes(_columns.Unequal!, unequal),
    ];

    /// <summary>Refuses columns that are not there, or contradict each other by their number.</summary>
    public static void Check(Rows rows, SampleColumns columns)
    {
        foreach (string name in columns.All)
            rows.Require(name);
        (Names clusters, Names sizes, UnequalProbabilities? unequal, int stages) = (columns.Clusters, columns.PopulationSizes, columns.Unequal, columns.StageCount);
        if (clusters.All.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new SurveyDataException($"The cluster column '{twice.Key}' stands for two stages; name each stage's own column.");
        if (columns.Collapse is not null && columns.Strata is null)
            throw new SurveyDataException("Strata are to be merged, and there is no column of strata; name it, or leave the map out.");
        if (unequal is not null && columns.KnownStages > stages)
            throw new SurveyDataException($"The probabilities '{unequal.Column}' are those of the first stage, and population sizes those of the stages after it: {sizes.Count} column{(sizes.Count == 1 ? " of sizes is" : "s of sizes are")} named, and {stages - 1} such stage{(stages == 2 ? "" : "s")} of clusters; leave the first stage's size out, or name the clusters of each stage.");
        if (sizes.Count > stages)
            throw new SurveyDataException($"There are {sizes.Count} columns of population sizes for {stages} stage{(stages == 1 ? "" : "s")} of clusters; name a cluster column for each stage (where each row is a unit of its own, a column that numbers the rows).");
        if (columns.WeightsFollow && columns.KnownStages < stages)
            throw new SurveyDataException(unequal is null
                ? $"Weights follow from population sizes only when all {stages} stages have one, and {sizes.Count} of them {(sizes.Count == 1 ? "has" : "have")}; name a weight column."
                : $"Weights follow from probabilities only when all stages after the first have a population size, and {sizes.Count} of {stages - 1} {(sizes.Count == 1 ? "has" : "have")}; name a weight column.");
    }

    /// <summary>Refuses weights that are missing, negative or infinite; says which rows have a weight above 0, or null where all have.</summary>
    private bool[]? WeightedRows()
    {
        if (_alike is not null)
            return Array.TrueForAll(_alike.WeightedRows, rows => rows > 0) ? null : Array.ConvertAll(_alike.WeightedRows, rows => rows > 0);
        if (_columns.Weights is not { } name || _parts[name].TrueForAll(part => WeightFaults.AreAboveZero(NumbersOf(name, "weights", part).Values)))
            return null;
        var check = new WeightFaults(name);
        foreach (Column part in _parts[name])
            check.Take(NumbersOf(name, "weights", part).Values);
        check.Refuse();
        return [.. _parts[name].SelectMany(part => ((NumberColumn)part).Values.ToArray()).Select(weight => weight > 0)];
    }

    // names are kept for errors of later steps: they hold on to what they need, not to arrays of all rows
    private static Func<int, string> NameOfStrata(string[] texts, int[] keyOf) => stratum => $"stratum '{texts[keyOf[stratum]]}'";

    private Func<int, string> NameOfUnits(int stage, string[]? texts, int[] keyOf, int[] parentOf, Func<int, string> nameOfParent)
    {
        if (texts is null)
            return unit => $"row {keyOf[unit] + 1}";
        string column = _columns.Clusters[stage];
        bool alone = stage == 0 && _columns.Strata is null;
        return unit => $"{column} '{texts[keyOf[unit]]}'{(alone ? "" : $" of {nameOfParent(parentOf[unit])}")}";
    }

    private (Nesting Units, KeyCodes? Keys) UnitsOf(int stage, Nesting groups)
    {
        if (_columns.Clusters.Count == 0)
            return (Nesting.Of(groups.OfRow, groups.Count, [.. Enumerable.Range(0, _rowCount)], _rowCount), null);
        string name = _columns.Clusters[stage];
        KeyCodes keys = KeyCodes.Of(name, "clusters", _parts[name]);
        return (Nesting.Of(groups.OfRow, groups.Count, keys.Codes, keys.Count), keys);
    }

    /// <param name="s">From 0.</param>
    /// <param name="groups">What the units of the stage are drawn from.</param>
    /// <param name="units">The units, or null where they are the rows.</param>
    /// <param name="carried">Earlier fractions multiplied, for each group.</param>
    /// <param name="kind">What population sizes are.</param>
    /// <param name="nameOf">What each group is called.</param>
    private Stage MakeStage(int s, Nesting groups, Nesting? units, double[] carried, PopulationSizes.Kind kind, Func<int, string> nameOf)
    {
        double[] sampleSize = new double[groups.Count];
        if (units is null && _alike is not null)
            for (int row = 0; row < _rowCount; row++)
                sampleSize[groups.OfRow[row]] += _alike.Rows[row];
        else
            foreach (int group in units?.ParentOf ?? groups.OfRow)
                sampleSize[group]++;
        int sized = s - (_columns.Unequal is null ? 0 : 1);
        Names sizes = _columns.PopulationSizes;
        double[] population = sized >= 0 && sized < sizes.Count
            ? PopulationSizes.Of(kind, sizes[sized], SizesOf(sizes[sized]), groups, sampleSize, nameOf, PlaceOfRow)
            : Enumerable.Repeat(double.PositiveInfinity, groups.Count).ToArray();
        return new Stage { GroupOfUnit = units?.ParentOf ?? [], SampleSize = sampleSize, PopulationSize = population, Carried = carried, NameOf = nameOf };
    }

    private IReadOnlyList<NumberColumn> SizesOf(string name) => [.. _parts[name].Select(part => NumbersOf(name, "population sizes", part))];

    /// <param name="stages">As drawn.</param>
    /// <param name="probabilities">Of the PSUs, where they are unequal.</param>
    /// <param name="rowsAreUnits">Whether a weight is wanted for each stratum instead.</param>
    private static double[] WeightsOf(List<Stage> stages, double[]? probabilities, bool rowsAreUnits)
    {
        double[] weights = [1];
        for (int s = 0; s < stages.Count; s++)
        {
            Stage stage = stages[s];
            double[] outer = weights;
            if (s == 0 && probabilities is not null)
            {
                weights = Array.ConvertAll(probabilities, probability => 1 / probability);
                continue;
            }
            // the weight of a group: that of the unit it is, times N/n of what is drawn from it
            double[] ofGroup = [.. Enumerable.Range(0, stage.GroupCount).Select(group => (s == 0 ? 1 : outer[group]) * stage.PopulationSize[group] / stage.SampleSize[group])];
            weights = rowsAreUnits ? ofGroup : [.. stage.GroupOfUnit.Select(group => ofGroup[group])];
        }
        return weights;
    }

    private static long CountWith(bool[]? weighted, Nesting units)
    {
        if (weighted is null)
            return units.Count;
        bool[] has = new bool[units.Count];
        for (int row = 0; row < weighted.Length; row++)
            if (weighted[row])
                has[units.OfRow[row]] = true;
        return has.Count(some => some);
    }

    private static NumberColumn NumbersOf(string name, string role, Column column) => column as NumberColumn ?? throw NoNumbers(name, role, column.Variety);

    public static SurveyDataException NoNumbers(string name, string role, Variety variety) =>
        new($"The {role} column '{name}' is {variety.Type.Called()}{(variety.WhyNotNumber is { } why ? $" because {why}" : "")}, where numbers are wanted.");
}
