namespace Survey;

/// <summary>Reads what a design says of unequal probabilities, and checks it.</summary>
/// <param name="unequal">What it says.</param>
/// <param name="numbersOf">The values of a column, chunk by chunk, from its role in messages and its name.</param>
/// <param name="placeOfRow">What a row is called in messages, such as "row 7".</param>
internal sealed class UnequalReader(UnequalProbabilities unequal, Func<string, string, IReadOnlyList<NumberColumn>> numbersOf, Func<long, string> placeOfRow)
{
    /// <summary>The probability of each PSU.</summary>
    public double[] Probabilities(Nesting psus, Func<int, string> nameOf)
    {
        var column = new OneNumber("probability", unequal.Column, numbersOf("probabilities", unequal.Column), "it is one number in all rows of a PSU", placeOfRow);
        column.Require(value => value is > 0 and <= 1, "it is the chance of a PSU of being drawn, above 0 and at most 1");
        return column.Of(psus.OfRow, psus.Count, nameOf);
    }

    /// <param name="probability">Of each PSU.</param>
    /// <param name="stage">The first, with strata as variance is estimated in them.</param>
    /// <param name="strataOfRows">The stratum of each row.</param>
    /// <param name="psus">As joint probabilities may name them.</param>
    public UnequalStage Of(double[] probability, Stage stage, int[] strataOfRows, SampledPsus psus)
    {
        var own = new UnequalStage { Kind = unequal.Kind, Probability = probability, Chosen = UnequalStage.ChosenOf(probability, stage.GroupOfUnit, stage.GroupCount) };
        if (unequal.Kind == UnequalEstimator.HartleyRao)
            return own with { SumsOfSquares = SumsOfSquares(own, stage, strataOfRows) };
        if (unequal.Pairs is null)
            return own;
        PairList pairs = unequal.Pairs.Among(psus);
        return own with
        {
            Dependence = new JointCheck(unequal.Kind, probability, stage, psus.NameOf).Dependence(pairs, own.ChosenUnits(stage.GroupOfUnit)),
            PairsOutside = pairs.Outside,
        };
    }

    /// <summary>Σ_U π² as given, or estimated: of each PSU drawn π²/π.</summary>
    private double[] SumsOfSquares(UnequalStage own, Stage stage, int[] strataOfRows)
    {
        int[][] units = own.ChosenUnits(stage.GroupOfUnit);
        if (GivenSums(stage, strataOfRows) is not { } given)
            return Array.ConvertAll(units, drawn => drawn.Sum(unit => own.Probability[unit]));
        for (int h = 0; h < given.Length; h++)
        {
            double drawn = units[h].Sum(unit => own.Probability[unit] * own.Probability[unit]);
            if (!(given[h] >= drawn * (1 - JointCheck.Tolerance) && given[h] <= units[h].Length))
                throw new SurveyDataException(
                    $"The sum of squared probabilities of {stage.NameOf(h)} is given as {Invariant.Text(given[h])}, and over all its PSUs of a probability below 1 it is between {Invariant.Short(drawn)}, that of the {units[h].Length} drawn, and {units[h].Length}; R's HR() takes it divided by the number drawn.");
        }
        return given;
    }

    private double[]? GivenSums(Stage stage, int[] strataOfRows)
    {
        if (unequal.SumOfSquares is { } sum)
            return stage.GroupCount == 1 ? [sum] : throw new SurveyDataException($"One sum of squared probabilities is given for {stage.GroupCount} strata; name a column that has each stratum's own.");
        if (unequal.SumsOfSquaresColumn is not { } name)
            return null;
        var column = new OneNumber("sum of squared probabilities", name, numbersOf("sums of squares", name), "it is one number in all rows of a stratum", placeOfRow);
        column.Require(value => value >= 0, "it is the sum of π² over all PSUs of a stratum");
        return column.Of(strataOfRows, stage.GroupCount, stage.NameOf);
    }
}
