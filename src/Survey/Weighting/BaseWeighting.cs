namespace Survey;

/// <summary>Base weights: 1 / the product of the probabilities by which a person was drawn, stage by stage.</summary>
public static class BaseWeighting
{
    /// <summary>The name of the column of base weights.</summary>
    public const string BaseWeight = "baseWeight";

    /// <summary>The name of the column of weights of what was drawn, where stages within the household are known only of those who responded.</summary>
    public const string DrawnWeight = "drawnWeight";

    /// <summary>Base weights of people who all responded.</summary>
    /// <param name="people">A row for each person.</param>
    /// <param name="stages">The first one first.</param>
    /// <returns>The table with a column of each stage's weight (villageWeight), their product "baseWeight", and the log.</returns>
    /// <exception cref="SurveyDataException">There are no rows, a number is missing or cannot be, numbers contradict each other, or a column of a weight is there already.</exception>
    /// <remarks>w = Π_s 1 / p_s. R: <c>svydesign(probs = ~p1 + p2 + p3)</c>.</remarks>
    public static WeightingResult BaseWeights(this Table people, params IReadOnlyList<WeightStage> stages) => Weighted(people, null, stages);

    /// <summary>Base weights of people drawn, not all of whom responded.</summary>
    /// <param name="people">A row for each person or household drawn.</param>
    /// <param name="disposition">The column of what became of each: responded, refused, not found, ineligible, unknown.</param>
    /// <param name="stages">
    /// The first one first. <see cref="WeightStage.Members"/>, <see cref="WeightStage.Kish"/> and the stages after them are asked only of those who responded, as nobody knows the members of a household that was not met.
    /// </param>
    /// <returns>
    /// As the other form gives, with a column "drawnWeight": the product of the stages before those within the household, which is known of all and by which nonresponse is measured.
    /// "baseWeight" is missing of those who did not respond where a stage is not asked of them.
    /// </returns>
    /// <exception cref="SurveyDataException">As in the other form; or a disposition is none of the five.</exception>
    public static WeightingResult BaseWeights(this Table people, string disposition, params IReadOnlyList<WeightStage> stages) =>
        Weighted(people, disposition ?? throw new ArgumentNullException(nameof(disposition)), stages);

    private static WeightingResult Weighted(Table people, string? disposition, IReadOnlyList<WeightStage> stages)
    {
        ArgumentNullException.ThrowIfNull(people);
        CheckStages(stages);
        if (people.RowCount == 0)
            throw new SurveyDataException("There are no people to weight; the table has no rows.");
        bool[] everyone = [.. Enumerable.Repeat(true, people.RowCount)];
        bool[]? responded = disposition is null ? null : Array.ConvertAll(people.DispositionsOf(disposition), of => of == Disposition.Responded);
        double[] product = [.. Enumerable.Repeat(1.0, people.RowCount)], drawn = product;
        var (table, log, isWithin) = (people, new WeightLog(new Sequence<WeightStep>()), false);
        foreach (WeightStage stage in stages)
        {
            isWithin |= responded is not null && stage.IsWithinHousehold;
            StageWeights weights = stage.Weights(new StageRows(people, stage.Name, isWithin ? responded! : everyone));
            double[] before = product;
            product = [.. before.Zip(weights.OfRow, (outer, own) => outer * own)];
            drawn = isWithin ? drawn : product;
            table = table.Adding(stage.Column, weights.OfRow);
            log = log.With(WeightStep.Of($"{stage.Name}: {stage.Method}", stage.Columns, before, product) with { Notes = new Sequence<string>([.. weights.Notes]) });
        }
        table = table.Adding(BaseWeight, product);
        return responded is null
            ? new WeightingResult(table, BaseWeight, BaseWeight, log)
            : new WeightingResult(table.Adding(DrawnWeight, drawn), BaseWeight, DrawnWeight, log);
    }

    private static void CheckStages(IReadOnlyList<WeightStage> stages)
    {
        ArgumentNullException.ThrowIfNull(stages);
        if (stages.Count == 0)
            throw new ArgumentException("No stage is given; give at least one, such as WeightStage.Equal(\"household\", drawn: \"n\", present: \"N\").", nameof(stages));
        if (stages.GroupBy(stage => stage.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"Two stages are called '{twice.Key}'; give each a name of its own.", nameof(stages));
    }
}
