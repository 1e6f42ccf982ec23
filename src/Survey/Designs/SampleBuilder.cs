namespace Survey;

/// <summary>Reads the columns that say how a sample was drawn, checks them and numbers its units.</summary>
internal sealed class SampleBuilder
{
    private readonly string? _weights, _strata, _order;
    private readonly Names _clusters, _sizes;
    private readonly IReadOnlyDictionary<string, string>? _collapse;
    private readonly UnequalProbabilities? _unequal;
    private readonly Dictionary<string, List<Column>> _parts = new(StringComparer.Ordinal);
    private readonly int _rowCount;

    public SampleBuilder(Rows rows, string? weights, string? strata, Names clusters, Names populationSizes, IReadOnlyDictionary<string, string>? collapse, string? order, UnequalProbabilities? unequal)
    {
        (_weights, _strata, _clusters, _sizes, _collapse, _order, _unequal) = (weights, strata, clusters, populationSizes, collapse, order, unequal);
        foreach (string name in ((string?[])[weights, strata, .. clusters.All, .. populationSizes.All, order, unequal?.Column, unequal?.SumsOfSquaresColumn]).OfType<string>())
        {
            rows.Require(name);
            _parts.TryAdd(name, []);
        }
        CheckCounts();

        string[] columns = [.. _parts.Keys];
        foreach (Chunk chunk in rows.Read(columns))
        {
            if ((long)_rowCount + chunk.RowCount > Array.MaxLength)
                throw new SurveyDataException($"A sample has at most {Invariant.Count(Array.MaxLength)} rows here, and there are more; split it by strata.");
            _rowCount += chunk.RowCount;
            for (int k = 0; k < columns.Length; k++)
                _parts[columns[k]].Add(chunk.Columns[k]);
        }
        if (_rowCount == 0)
            throw new SurveyDataException("The sample has no rows; a design needs at least one.");
    }

    /// <summary>How many stages there are: the clusters, or the rows where there are none.</summary>
    private int StageCount => Math.Max(1, _clusters.Count);

    /// <summary>Stages of which it is known how likely their units were drawn: unequal probabilities say it of the first, population sizes of those after it.</summary>
    private int KnownStages => (_unequal is null ? 0 : 1) + _sizes.Count;

    /// <summary>A later stage counts only where every earlier one has a population size.</summary>
    private int CountedStages => Math.Min(StageCount, KnownStages + 1);

    private bool WeightsFollow => _weights is null && KnownStages > 0;

    /// <param name="rowsMayBeUnits">Whether rows that are PSUs may stay unnumbered; otherwise each becomes a unit of its own.</param>
    public Sample Build(bool rowsMayBeUnits)
    {
        bool[]? weighted = CheckWeights();
        KeyCodes? strata = _strata is null ? null : KeyCodes.Of(_strata, "strata", _parts[_strata]);
        Nesting firstGroups = strata is null
            ? new Nesting(new int[_rowCount], [0], [0])
            : Nesting.Of(null, 1, strata.Codes, strata.Count);
        Func<int, string> nameOf = strata is null ? _ => "the sample" : NameOfStrata(strata.Texts, firstGroups.KeyOf);
        MergedStrata? merged = _collapse is null ? null : MergedStrata.Of(_collapse, _strata!, strata!.Texts, firstGroups.KeyOf);
        Nesting varianceStrata = merged is null ? firstGroups : merged.Of(firstGroups);

        // a row without a number of its own has only its merged stratum, which knows neither its weight nor its place on a list
        bool rowsAreUnits = _clusters.Count == 0 && rowsMayBeUnits && _order is null && _unequal is null && !(merged is not null && WeightsFollow);
        Nesting groups = firstGroups, psus = firstGroups;
        List<Stage> drawn = [], stages = [];
        PsuNames? psuNames = null;
        double[]? probabilities = null;
        PopulationSizes.Kind kind = PopulationSizes.KindOf(_sizes.All.Select(name => (name, SizesOf(name))));
        double[] carried = Enumerable.Repeat(1.0, groups.Count).ToArray();
        for (int s = 0; s < CountedStages; s++)
        {
            (Nesting units, KeyCodes? keys) = rowsAreUnits ? (groups, null) : UnitsOf(s, groups);
            Stage stage = MakeStage(s, groups, rowsAreUnits ? null : units, carried, kind, nameOf);
            nameOf = NameOfUnits(s, keys?.Texts, units.KeyOf, units.ParentOf, nameOf);
            drawn.Add(stage);
            if (s == 0)
            {
                psus = units;
                psuNames = keys is null ? null : new PsuNames(_clusters[0], keys.Texts, units.KeyOf, strata?.Texts ?? [""], [.. units.ParentOf.Select(stratum => firstGroups.KeyOf[stratum])]);
                stage = AsEstimated(stage, merged, units, nameOf);
                if (Unequal is { } reader)
                {
                    probabilities = reader.Probabilities(units, nameOf);
                    stage = stage with { Unequal = reader.Of(probabilities, stage, varianceStrata.OfRow, new SampledPsus(units.Count, psuNames, _strata, nameOf)) };
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
            PsuNames = psuNames,
            WeightOfUnit = WeightsFollow ? WeightsOf(drawn, probabilities, rowsAreUnits) : null,
            DegreesOfFreedom = (rowsAreUnits ? weighted?.Count(some => some) ?? _rowCount : CountWith(weighted, psus)) - CountWith(weighted, varianceStrata),
            Notes = NotesOf(merged, stages[0].Unequal),
        };
    }

    /// <summary>The first stage with strata merged and PSUs put in the order of their list, where the design asks for it.</summary>
    private Stage AsEstimated(Stage stage, MergedStrata? merged, Nesting psus, Func<int, string> nameOfPsu)
    {
        Stage estimated = merged?.Of(stage) ?? stage;
        return _order is null
            ? estimated
            : estimated with { Before = SystematicOrder.Before(_order, KeyCodes.Of(_order, "order", _parts[_order]), psus.OfRow, estimated, nameOfPsu) };
    }

    private UnequalReader? Unequal => _unequal is null ? null : new UnequalReader(_unequal, (role, name) => [.. _parts[name].Select(part => NumbersOf(name, role, part))]);

    private string[] NotesOf(MergedStrata? merged, UnequalStage? unequal) =>
    [
        .. merged is null ? (string[])[] : [merged.Note],
        .. _order is null ? (string[])[] : [$"PSUs were drawn systematically in the order of '{_order}': their variance is estimated by successive differences"],
        .. unequal is null ? [] : UnequalRules.Notes(_unequal!, unequal),
    ];

    private void CheckCounts()
    {
        if (_clusters.All.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new SurveyDataException($"The cluster column '{twice.Key}' stands for two stages; name each stage's own column.");
        if (_collapse is not null && _strata is null)
            throw new SurveyDataException("Strata are to be merged, and there is no column of strata; name it, or leave the map out.");
        if (_unequal is not null && KnownStages > StageCount)
            throw new SurveyDataException($"The probabilities '{_unequal.Column}' are those of the first stage, and population sizes those of the stages after it: {_sizes.Count} column{(_sizes.Count == 1 ? " of sizes is" : "s of sizes are")} named, and {StageCount - 1} such stage{(StageCount == 2 ? "" : "s")} of clusters; leave the first stage's size out, or name the clusters of each stage.");
        if (_sizes.Count > StageCount)
            throw new SurveyDataException($"There are {_sizes.Count} columns of population sizes for {StageCount} stage{(StageCount == 1 ? "" : "s")} of clusters; name a cluster column for each stage (where each row is a unit of its own, a column that numbers the rows).");
        if (WeightsFollow && KnownStages < StageCount)
            throw new SurveyDataException(_unequal is null
                ? $"Weights follow from population sizes only when all {StageCount} stages have one, and {_sizes.Count} of them {(_sizes.Count == 1 ? "has" : "have")}; name a weight column."
                : $"Weights follow from probabilities only when all stages after the first have a population size, and {_sizes.Count} of {StageCount - 1} {(_sizes.Count == 1 ? "has" : "have")}; name a weight column.");
    }

    /// <summary>Refuses weights that are missing, negative or infinite; says which rows have a weight above 0, or null where all have.</summary>
    private bool[]? CheckWeights()
    {
        if (_weights is null || _parts[_weights].TrueForAll(part => AreAboveZero(NumbersOf(_weights, "weights", part).Values)))
            return null;
        bool[] weighted = new bool[_rowCount];
        RowList missing = new(), negative = new(), infinite = new();
        int row = 0;
        foreach (Column part in _parts[_weights])
            foreach (double weight in NumbersOf(_weights, "weights", part).Values)
            {
                weighted[row] = weight > 0;
                if (!(weight is >= 0 and <= double.MaxValue))
                    (double.IsNaN(weight) ? missing : weight < 0 ? negative : infinite).Add(row);
                row++;
            }
        Refuse(missing, "missing", "fill it in, or leave rows without an interview out before the design is made");
        Refuse(negative, "negative", "a base weight is 1 / probability of selection");
        Refuse(infinite, "infinite", "a probability of selection of 0 cannot be");
        return weighted.Any(some => some)
            ? weighted
            : throw new SurveyDataException($"The weight '{_weights}' is 0 in all {_rowCount} rows, so the sample stands for nobody; name another column, or none if every row counts 1.");

        void Refuse(RowList rows, string what, string way)
        {
            if (rows.Count > 0)
                throw new SurveyDataException($"The weight '{_weights}' is {what} in {rows}; {way}.");
        }
    }

    private static bool AreAboveZero(ReadOnlySpan<double> weights)
    {
        foreach (double weight in weights)
            if (!(weight is > 0 and <= double.MaxValue))
                return false;
        return true;
    }

    // names are kept for errors of later steps: they hold on to what they need, not to arrays of all rows
    private static Func<int, string> NameOfStrata(string[] texts, int[] keyOf) => stratum => $"stratum '{texts[keyOf[stratum]]}'";

    private Func<int, string> NameOfUnits(int stage, string[]? texts, int[] keyOf, int[] parentOf, Func<int, string> nameOfParent)
    {
        if (texts is null)
            return unit => $"row {keyOf[unit] + 1}";
        string column = _clusters[stage];
        bool alone = stage == 0 && _strata is null;
        return unit => $"{column} '{texts[keyOf[unit]]}'{(alone ? "" : $" of {nameOfParent(parentOf[unit])}")}";
    }

    private (Nesting Units, KeyCodes? Keys) UnitsOf(int stage, Nesting groups)
    {
        if (_clusters.Count == 0)
            return (Nesting.Of(groups.OfRow, groups.Count, [.. Enumerable.Range(0, _rowCount)], _rowCount), null);
        KeyCodes keys = KeyCodes.Of(_clusters[stage], "clusters", _parts[_clusters[stage]]);
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
        foreach (int group in units?.ParentOf ?? groups.OfRow)
            sampleSize[group]++;
        int sized = s - (_unequal is null ? 0 : 1);
        double[] population = sized >= 0 && sized < _sizes.Count
            ? PopulationSizes.Of(kind, _sizes[sized], SizesOf(_sizes[sized]), groups, sampleSize, nameOf)
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

    private static NumberColumn NumbersOf(string name, string role, Column column) =>
        column as NumberColumn
        ?? throw new SurveyDataException($"The {role} column '{name}' is {column.Type.Called()}{((column as CategoryColumn)?.WhyNotNumber is { } why ? $" because {why}" : "")}, where numbers are wanted.");
}
