using Survey.Monitoring.Simulating;

namespace Survey.Monitoring.Tests.Drawn;

/// <summary>A simulated county whose people are made once, and in which pairs of waves are drawn: villages, households, people and who refuses, anew for every seed.</summary>
/// <remarks>
/// Weights are the inverse of the chances that the simulator knows: of village, household and person, and of answering, so that estimates are about unbiased and a verdict is held against what it is about.
/// Strata are towns and clusters villages, as an analyst has them.
/// </remarks>
internal sealed class DrawnCounty
{
    public const string Literacy = "literacy", Smoking = "smoking-current", SecondHand = "second-hand-smoke", Exercise = "exercise";

    private readonly County _county;
    private readonly TruthSums[] _truth;
    private readonly bool _weighsResponse;

    /// <param name="plan">Of two waves.</param>
    /// <param name="isUnchanged">Whether everybody knows and does in the second wave what they did in the first, to the last person.</param>
    /// <param name="weighsResponse">Whether the chance of answering is in the weights; without it they are base weights, and those who answer less are too few.</param>
    public DrawnCounty(SimulationPlan plan, bool isUnchanged = false, bool weighsResponse = true)
    {
        _weighsResponse = weighsResponse;
        _county = County.Make(plan, Environment.ProcessorCount, null);
        if (isUnchanged)
            foreach (Village village in _county.Villages)
                village.Waves = [village.Waves[0], village.Waves[0]];
        _truth = [.. Enumerable.Range(0, plan.Waves.Count).Select(wave => TruthSums.Of(_county, wave, Environment.ProcessorCount))];
    }

    /// <summary>Names of what people are asked, as the table of true figures has them.</summary>
    public static IReadOnlyList<string> Indicators { get; } = [Literacy, Smoking, SecondHand, Exercise];

    /// <summary>The share of all residents of 15 to 69 in a wave.</summary>
    public decimal Truth(string indicator, int wave)
    {
        TrueFigure one = TrueFigure.All.First(own => own.Name == indicator);
        return (decimal)_truth[wave].Sum(one, 0) / _truth[wave].People(one, 0);
    }

    /// <summary>Draws both waves.</summary>
    /// <param name="seed">The same seed draws the same sample.</param>
    /// <returns>Their designs, of the residents who answered.</returns>
    public (string Name, Design Design)[] Draw(ulong seed) =>
        [.. _county.Plan.Waves.Select((wave, k) => (wave.Id, DesignOf(HouseholdSample.Draw(_county, k, seed)).Where(Expr.Col("resident"))))];

    private SurveyDesign DesignOf(List<DrawnHousehold> households)
    {
        DrawnHousehold[] people = [.. households.Where(household => household.Disposition == Disposition.Responded)];
        return new SurveyDesign(
            Table.FromColumns([
                ("town", Numbers(person => person.Village.Place.Town.Index)), ("village", Numbers(person => person.Village.Place.Index)),
                ("weight", Numbers(WeightOf)),
                ("resident", Flags(person => person.Chosen.IsResident)), (Literacy, Flags(person => TrueScale.Total.IsReached(person.Right))), (Smoking, Flags(person => person.Habits.HasFlag(Habits.Smokes))),
                (SecondHand, Flags(person => person.Habits.HasFlag(Habits.SecondHand))), (Exercise, Flags(person => person.Habits.HasFlag(Habits.Exercises)))]),
            weights: "weight", strata: "town", clusters: "village");

        Column Numbers(Func<DrawnHousehold, double> number) => new NumberColumn([.. people.Select(number)]);
        Column Flags(Func<DrawnHousehold, bool> flag) => new FlagColumn([.. people.Select(person => (bool?)flag(person))]);
    }

    private double WeightOf(DrawnHousehold household) =>
        1 / (household.VillageProbability * household.HouseholdProbability * KishGrid.Chance(household.Eligible, household.Rank) * (_weighsResponse ? ResponseChance.Of(household, _county.Plan.Nonresponse) : 1));
}
