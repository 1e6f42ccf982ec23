namespace Survey;

/// <summary>Units drawn with probabilities proportional to size.</summary>
internal sealed record SizeStage(string Name, Quantity Size, Quantity Total, Quantity Drawn) : WeightStage(Name)
{
    // sizes that are no whole numbers may add up to a little less than one of them
    private const double Rounding = 1e-9;

    internal override string Method => "proportional to size";

    internal override IReadOnlyList<string> Columns => StageRows.ColumnsOf(Size, Total, Drawn);

    internal override StageWeights Weights(StageRows rows)
    {
        Func<int, double> size = rows.AboveZero(Size, "size"), total = rows.AboveZero(Total, "total size"), drawn = rows.Counts(Drawn, "number drawn");
        if (rows.First(row => drawn(row) * size(row) > total(row) * (1 + Rounding)) is >= 0 and int certain)
            throw rows.Wrong(certain, $"row {certain + 1} has {Invariant.Text(drawn(certain))} drawn of a total of {Invariant.Text(total(certain))} by a size of {Invariant.Text(size(certain))}, which would be a probability of {Invariant.Text(Math.Round(drawn(certain) * size(certain) / total(certain), 4))}; correct the numbers, or if so large a unit was drawn with certainty, give the probabilities of the draw themselves (WeightStage.Probability)");
        return new StageWeights(rows.Weights(row => total(row) / (drawn(row) * size(row))));
    }
}

/// <summary>Units drawn with equal probabilities.</summary>
internal sealed record EqualStage(string Name, Quantity Drawn, Quantity Present) : WeightStage(Name)
{
    internal override string Method => "equal probabilities";

    internal override IReadOnlyList<string> Columns => StageRows.ColumnsOf(Drawn, Present);

    internal override StageWeights Weights(StageRows rows)
    {
        Func<int, double> drawn = rows.Counts(Drawn, "number drawn"), present = rows.Counts(Present, "number present");
        if (rows.First(row => drawn(row) > present(row)) is >= 0 and int odd)
            throw rows.Wrong(odd, $"row {odd + 1} has {Invariant.Text(drawn(odd))} drawn of {Invariant.Text(present(odd))} present, and no more can be drawn than there are; correct the numbers");
        return new StageWeights(rows.Weights(row => present(row) / drawn(row)));
    }
}

/// <summary>Units drawn with probabilities that a column holds.</summary>
internal sealed record ProbabilityStage(string Name, string ProbabilityColumn) : WeightStage(Name)
{
    internal override string Method => "probabilities of the draw";

    internal override IReadOnlyList<string> Columns => [ProbabilityColumn];

    internal override StageWeights Weights(StageRows rows)
    {
        Func<int, double> probability = rows.AboveZero(ProbabilityColumn, "probability");
        rows.Refuse(row => probability(row) > 1, ProbabilityColumn, "probability", "above 1", "a probability is at most 1, so give 1 / weight if these are weights");
        return new StageWeights(rows.Weights(row => 1 / probability(row)));
    }
}
