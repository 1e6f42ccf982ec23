using static Survey.Tests.Tolerance;

namespace Survey.Tests.Sampling;

public class SamplingPlanTests
{
    private static SamplingStage Villages(SelectionMethod method = SelectionMethod.Systematic) =>
        new("village", Allocation.PerStratum(2)) { Strata = "town", Method = method, MeasureOfSize = method == SelectionMethod.SimpleRandom ? null : "households" };

    private static SamplingStage[] TwoStages() =>
    [
        new("village", Allocation.PerStratum(2)) { Strata = "town", Method = SelectionMethod.Systematic, SizeIsRows = true },
        new("household", Allocation.PerStratum(15)),
    ];

    [Test]
    public void TwoVillagesOfEachTownProportionalToHouseholds()
    {
        Table frame = Frames.Villages();
        DrawnSample sample = new SamplingPlan(1, Villages()).Draw(frame);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sample.Units.Texts("town"), Is.EqualTo(new[] { "A", "A", "B", "B", "C", "C" }));
            Assert.That(sample.Units.Columns, Is.EqualTo(new[] { "town", "village", "households", "area", "probability1", "drawn1", "units1", "probability", "weight" }));
            for (int row = 0; row < 6; row++)
            {
                string town = sample.Units["town"].TextAt(row)!;
                double total = Enumerable.Range(0, frame.RowCount).Where(other => frame["town"].TextAt(other) == town).Sum(other => frame.Numbers("households")[other]);
                double probability = 2 * sample.Units.Numbers("households")[row] / total;
                Assert.That(sample.Units.Numbers("probability")[row], Close(probability, ClosedForm));
                Assert.That(sample.Units.Numbers("weight")[row], Close(1 / probability, ClosedForm));
                Assert.That(sample.Units.Numbers("units1")[row], Is.EqualTo(town == "A" ? 6 : town == "B" ? 4 : 9));
            }
        }
    }

    [Test]
    public void ProbabilitiesOfStagesMultiply()
    {
        DrawnSample sample = new SamplingPlan(2, TwoStages()).Draw(Frames.Households());
        Table units = sample.Units;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(units.RowCount, Is.EqualTo(3 * 2 * 15));
            for (int row = 0; row < units.RowCount; row++)
            {
                Assert.That(units.Numbers("probability2")[row], Close(15 / units.Numbers("size")[row], ClosedForm));
                Assert.That(units.Numbers("units2")[row], Is.EqualTo(units.Numbers("size")[row]));
                Assert.That(units.Numbers("probability")[row], Close(units.Numbers("probability1")[row] * units.Numbers("probability2")[row], ClosedForm));
            }
            // the number of households is the size, so all households of a town have the same chance
            Assert.That(Enumerable.Range(0, units.RowCount).GroupBy(row => units["town"].TextAt(row)).Select(town => town.Max(row => units.Numbers("weight")[row]) / town.Min(row => units.Numbers("weight")[row])), Has.All.EqualTo(1).Within(1e-12));
        }
    }

    /// <summary>The weights of a town add up to its households exactly, as every household of it has the same.</summary>
    [Test]
    public void WeightsOfASelfWeightingSampleAddUpToTheHouseholds([Range(1, 10)] int seed)
    {
        Table frame = Frames.Households();
        Table units = new SamplingPlan((ulong)seed, TwoStages()).Draw(frame).Units;
        Assert.That(units.Numbers("weight").Sum(), Close(frame.RowCount, ClosedForm));
    }

    [Test]
    public void TheSameSeedGivesTheSameSampleAndAnotherAnother()
    {
        Table frame = Frames.Households();
        string[] Drawn(ulong seed) => new SamplingPlan(seed, TwoStages()).Draw(frame).Units.Texts("household");
        string[] first = Drawn(11), again = Drawn(11), other = Drawn(12);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(again, Is.EqualTo(first));
            Assert.That(other, Is.Not.EqualTo(first));
        }
    }

    [Test]
    public void ATownDrawnAloneGivesTheSameVillages([Values] SelectionMethod method)
    {
        Table frame = Frames.Villages();
        var plan = new SamplingPlan(3, Villages(method));
        string[] all = [.. plan.Draw(frame).Units.Texts("village").Where(village => village.StartsWith('C'))];
        Assert.That(plan.Draw(frame.Filter(Expr.Col("town") == "C")).Units.Texts("village"), Is.EqualTo(all));
    }

    [Test]
    public void HouseholdsComeAsOftenAsTheirProbabilitiesSay()
    {
        Table frame = Frames.Households().Filter(Expr.Col("town") == "B");
        var frequencies = new Frequencies(frame.RowCount);
        var rowOf = Enumerable.Range(0, frame.RowCount).ToDictionary(row => (frame["village"].TextAt(row), frame["household"].TextAt(row)));
        double[] probabilities = new double[frame.RowCount];
        for (ulong seed = 0; seed < 4000; seed++)
        {
            Table units = new SamplingPlan(seed, TwoStages()).Draw(frame).Units;
            int[] rows = [.. Enumerable.Range(0, units.RowCount).Select(row => rowOf[(units["village"].TextAt(row), units["household"].TextAt(row))])];
            frequencies.Add(rows);
            for (int row = 0; row < rows.Length; row++)
                probabilities[rows[row]] = units.Numbers("probability")[row];
        }
        frequencies.Match(probabilities);
    }

    [Test]
    public void AnOrderStratifiesASystematicSample()
    {
        // every second of twelve, sorted by area: three urban of six, three rural of six, whatever the start
        Table frame = Table.FromColumns([("unit", (Column)new CategoryColumn([.. Enumerable.Range(0, 12).Select(k => $"u{k}")])), ("area", new CategoryColumn([.. Enumerable.Range(0, 12).Select(k => k % 2 == 0 ? "urban" : "rural")]))]);
        for (ulong seed = 0; seed < 50; seed++)
        {
            Table units = new SamplingPlan(seed, new SamplingStage("unit", Allocation.PerStratum(6)) { Method = SelectionMethod.Systematic, Order = "area" }).Draw(frame).Units;
            Assert.That(units.Texts("area").Count(area => area == "urban"), Is.EqualTo(3));
        }
    }

    /// <summary>Sizes 1, 10, 2, 9 ... in three groups: numbers as numbers, and every other group backwards.</summary>
    [TestCase(false, "a1 a2 a10 b1 b2 b10 c1 c2 c10")]
    [TestCase(true, "a1 a2 a10 b10 b2 b1 c1 c2 c10")]
    public void SortsBackAndForth(bool serpentine, string expected)
    {
        string[] group = ["c", "b", "a", "a", "b", "c", "c", "a", "b"], number = ["10", "1", "2", "10", "10", "1", "2", "1", "2"];
        Table frame = Table.FromColumns([("unit", (Column)new CategoryColumn([.. group.Zip(number, (a, b) => a + b)])), ("group", new CategoryColumn(group)), ("number", new CategoryColumn(number))]);
        // the seed's start decides which third is drawn; over all starts each place of the order is met once
        string[] drawn = new string[9];
        var stage = new SamplingStage("unit", Allocation.PerStratum(3)) { Method = SelectionMethod.Systematic, Order = ["group", "number"], Serpentine = serpentine };
        string[][] samples = [.. Enumerable.Range(0, 200).Select(seed => new SamplingPlan((ulong)seed, stage).Draw(frame).Units.Texts("unit")).DistinctBy(units => string.Join(' ', units))];
        string[] order = expected.Split(' ');
        Assert.That(samples.Select(units => string.Join(' ', units.OrderBy(unit => Array.IndexOf(order, unit)))), Is.EquivalentTo(new[] { $"{order[0]} {order[3]} {order[6]}", $"{order[1]} {order[4]} {order[7]}", $"{order[2]} {order[5]} {order[8]}" }));
    }

    [Test]
    public void ACertainUnitIsTakenAndSaid()
    {
        Table frame = Table.FromColumns([("village", (Column)new CategoryColumn(["big", "b", "c", "d"])), ("households", new NumberColumn([900, 50, 60, 70]))]);
        DrawnSample sample = new SamplingPlan(1, new SamplingStage("village", Allocation.PerStratum(2)) { Method = SelectionMethod.Pivotal, MeasureOfSize = "households" }).Draw(frame);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sample.Units.Numbers("probability")[0], Is.EqualTo(1));
            Assert.That(sample.Strata[0].Certain, Is.EqualTo(1));
            Assert.That(sample.Notes, Is.EqualTo(new[] { "1 unit of village is taken with certainty, the size being at least the stratum's total over the number drawn: 'big' (900 of 1080 in the frame)" }));
        }
    }

    [Test]
    public void AStratumWithFewerIsTakenWholeWhereThatIsAllowed()
    {
        DrawnSample sample = new SamplingPlan(1, new SamplingStage("village", Allocation.PerStratum(5)) { Strata = "town", TakeAllIfFewer = true }).Draw(Frames.Villages());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sample.Strata.Select(stratum => stratum.Drawn), Is.EqualTo(new[] { 5, 4, 5 }));
            Assert.That(sample.Notes, Is.EqualTo(new[] { "1 stratum has fewer units of village than are to be drawn and is taken whole: town 'B' (4 of the 5 wanted)" }));
            Assert.That(sample.Units.Numbers("weight").Sum(), Close(19, ClosedForm));
        }
    }

    [Test]
    public void OfAPoissonSampleAnEmptyStratumIsSaid()
    {
        var stage = new SamplingStage("village", Allocation.PerStratum(1)) { Strata = "town", Method = SelectionMethod.Poisson };
        DrawnSample[] samples = [.. Enumerable.Range(0, 200).Select(seed => new SamplingPlan((ulong)seed, stage).Draw(Frames.Villages()))];
        DrawnSample empty = samples.First(sample => sample.Strata.Count(stratum => stratum.Drawn == 0) == 1 && sample.Strata[1].Drawn == 0);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(empty.Notes, Is.EqualTo(new[] { "by chance no unit of village was drawn in 1 stratum: town 'B'" }));
            Assert.That(empty.Strata[1].LowestProbability, Is.NaN);
        }
    }

    [Test]
    public void JointProbabilitiesOfTheUnitsDrawn()
    {
        DrawnSample sample = new SamplingPlan(4, Villages(SelectionMethod.Sampford)).Draw(Frames.Villages());
        Table joint = sample.JointProbabilities();
        double[] probabilities = sample.Units.Numbers("probability");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(joint.Texts("town"), Is.EqualTo(new[] { "A", "B", "C" }));
            Assert.That(joint.Texts("first").Zip(joint.Texts("second"), (a, b) => a + b), Is.EqualTo(sample.Units.Texts("village").Chunk(2).Select(pair => pair[0] + pair[1])));
            for (int k = 0; k < 3; k++)
                Assert.That(joint.Numbers("probability")[k], Is.GreaterThan(0).And.LessThan(probabilities[2 * k] * probabilities[2 * k + 1]));
        }
    }

    /// <summary>Villages first, then households of the villages drawn: the same probabilities as in one draw of two stages.</summary>
    [Test]
    public void ALaterDrawGoesOnFromAnEarlierOne()
    {
        Table households = Frames.Households();
        Table villages = new SamplingPlan(6, Villages()).Draw(Frames.Villages()).Units;
        string[] drawn = villages.Texts("village");
        Table listed = households.Filter(Expr.Col("village").In([.. drawn]));
        Table units = new SamplingPlan(7, new SamplingStage("household", Allocation.PerStratum(15)) { Strata = "village" }).Draw(listed).After(villages).Units;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(units.Columns.Skip(4), Is.EqualTo(new[] { "probability1", "drawn1", "units1", "probability2", "drawn2", "units2", "probability", "weight" }));
            for (int row = 0; row < units.RowCount; row++)
            {
                double first = villages.Numbers("probability")[Array.IndexOf(drawn, units["village"].TextAt(row))];
                Assert.That(units.Numbers("probability1")[row], Is.EqualTo(first));
                Assert.That(units.Numbers("probability")[row], Close(first * 15 / units.Numbers("size")[row], ClosedForm));
            }
            Assert.That(units.Numbers("weight").Sum(), Close(households.RowCount, ClosedForm), "self-weighting within towns");
        }
    }

    [Test]
    public void AnEarlierDrawThatDoesNotFit()
    {
        Table villages = new SamplingPlan(6, Villages()).Draw(Frames.Villages()).Units, households = Frames.Households();
        string[] drawn = villages.Texts("village");
        Table listed = households.Filter(Expr.Col("village").In([.. drawn]));
        DrawnSample sample = new SamplingPlan(7, new SamplingStage("household", Allocation.PerStratum(15)) { Strata = "village" }).Draw(listed);
        string ErrorOf(Table earlier, DrawnSample? later = null) => Assert.Throws<SurveyDataException>(() => (later ?? sample).After(earlier))!.Message;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ErrorOf(villages.Select("town")), Is.EqualTo("The earlier sample has none of the columns village; draw within the units of the earlier sample, such as villages."));
            Assert.That(ErrorOf(villages.Head(5)), Is.EqualTo($"village '{drawn[5]}' of the frame is not in the earlier sample, so nothing is to be drawn there; take its rows out of the frame."));
            Assert.That(ErrorOf(villages.Concat(villages.Head(1))), Is.EqualTo($"The earlier sample has village '{drawn[0]}' twice, again in row 7; each unit stands once."));
            Assert.That(ErrorOf(villages.Select("village")), Does.StartWith("The earlier sample has no columns probability1 and probability"));
            Assert.That(ErrorOf(villages, new SamplingPlan(7, new SamplingStage("household", Allocation.PerStratum(15)) { Strata = "village" }).Draw(listed.Filter(Expr.Col("village") != drawn[0]))), Is.EqualTo($"village '{drawn[0]}' of the earlier sample has no rows in the frame, so nothing was drawn there; list what is there, or add it to the frame."));
        }
    }

    [Test]
    public void KishTablesComeInTwelves()
    {
        SamplingStage[] stages = [TwoStages()[0], new SamplingStage("household", Allocation.PerStratum(12))];
        DrawnSample sample = new SamplingPlan(9, stages).Draw(Frames.Households());
        Table units = sample.WithKishTables();
        var tables = Enumerable.Range(0, units.RowCount).GroupBy(row => units["village"].TextAt(row), row => units["kishTable"].TextAt(row));
        using (Assert.EnterMultipleScope())
        {
            foreach (var village in tables)
                Assert.That(string.Join(' ', village.Order()), Is.EqualTo("A A B1 B2 C C D D E1 E2 F F"));
            Assert.That(tables.Select(village => string.Join(' ', village)).Distinct().Count(), Is.EqualTo(6), "each village has an order of its own");
        }
    }
}
