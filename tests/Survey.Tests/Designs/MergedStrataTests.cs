namespace Survey.Tests.Designs;

/// <summary>Strata merged by a map: what is counted, what is kept, and what is refused.</summary>
public class MergedStrataTests
{
    // a has one PSU; b and c have a PSU of the same code
    private static readonly Table People = Table.FromColumns([
        ("weight", Numbers(1, 2, 3, 4, 5, 6, 7)),
        ("stratum", new CategoryColumn(["a", "a", "b", "b", "c", "c", "c"], ["a", "b", "c", "never"])),
        ("number", Numbers(1, 1, 2, 2, 30, 30, 30)),
        ("psu", Numbers(9, 9, 1, 2, 1, 3, 3)),
        ("N", Numbers(4, 4, 6, 6, 8, 8, 8)),
        ("y", Numbers(1, 2, 3, 4, 5, 6, 7))]);

    [Test]
    public void StrataAndDegreesOfFreedomAreThoseOfMergedStrata()
    {
        SurveyDesign design = Clusters(("a", "south"), ("b", "south"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(design.StratumCount, Is.EqualTo(2));
            Assert.That(design.PsuCount, Is.EqualTo(5));
            Assert.That(design.DegreesOfFreedom, Is.EqualTo(3));
            Assert.That(design.Mean("y").DegreesOfFreedom, Is.EqualTo(3));
            Assert.That(string.Join('|', design.Notes), Is.EqualTo("strata merged: 2 into 1, 3 in all before, 2 now"));
            Assert.That(design.Where(Expr.Col("y") > 2).Notes, Is.EqualTo(design.Notes));
        }
    }

    [Test]
    public void AStratumJoinsWhatIsMergedIntoItsName()
    {
        SurveyDesign joined = Clusters(("a", "b")), named = Clusters(("a", "south"), ("b", "south"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(joined.StratumCount, Is.EqualTo(2));
            Assert.That(joined.Mean("y").StandardError, Is.EqualTo(named.Mean("y").StandardError));
        }
    }

    [Test]
    public void PsusKeepTheirOwnStratum()
    {
        PsuNames psus = Clusters(("a", "south"), ("b", "south"), ("c", "south")).Sample.PsuNames!;

        Assert.That(Enumerable.Range(0, psus.Count).Select(psu => $"{psus.Stratum(psu)}{psus.Cluster(psu)}"), Is.EqualTo(["a9", "b1", "b2", "c1", "c3"]));
    }

    [Test]
    public void ALonelyStratumIsMergedAway()
    {
        using (Assert.EnterMultipleScope())
        {
            Refuses(() => Clusters(("b", "c")), "One PSU was drawn from stratum 'a', so its variance cannot be estimated; merge it with a stratum like it (collapse), give population sizes if it was taken whole, or choose the lonely-PSU rule Certainty, Adjust or Average.");
            Refuses(() => Clusters(("a", "甲")), "One PSU was drawn from stratum '甲', so its variance cannot be estimated; merge it with a stratum like it (collapse), give population sizes if it was taken whole, or choose the lonely-PSU rule Certainty, Adjust or Average.");
            Assert.That(() => Clusters(("a", "c")), Throws.Nothing);
        }
    }

    [Test]
    public void WeightsFollowFromTheStrataAsDrawn([Values] bool rows)
    {
        // a: N/n = 4/1, b: 6/2, c: 8/2; where rows are units 4/2, 6/2, 8/3
        SurveyDesign design = new(People, strata: "stratum", clusters: rows ? default(Names) : "psu", populationSizes: "N", collapse: Map(("a", "b"), ("c", "b")));
        double expected = rows ? 2 * 1 + 2 * 2 + 3 * 3 + 3 * 4 + 8 / 3.0 * (5 + 6 + 7) : 4 * 1 + 4 * 2 + 3 * 3 + 3 * 4 + 4 * (5 + 6 + 7);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(design.Total("y").Value, Tolerance.Close(expected, Tolerance.ClosedForm));
            Assert.That(design.StratumCount, Is.EqualTo(1));
            Assert.That(design.DegreesOfFreedom, Is.EqualTo(rows ? 6 : 4));
        }
    }

    [Test]
    public void PopulationSizesAreStillCheckedInTheStrataAsDrawn() =>
        Refuses(
            () => new SurveyDesign(People.With("N", Numbers(9, 9, 1, 1, 9, 9, 9)), "weight", "stratum", "psu", "N", collapse: Map(("a", "b"))),
            "In stratum 'b' 2 units were drawn from a population of 1 ('N'); population sizes count the units that could have been drawn, not those that were.");

    [Test]
    public void KeysAreTheTextsOfNumbers() =>
        Assert.That(new SurveyDesign(People, "weight", "number", "psu", collapse: Map(("1", "30"))).StratumCount, Is.EqualTo(2));

    [Test]
    public void ALevelWithoutRowsMayBeNamed() =>
        Assert.That(string.Join('|', Clusters(("a", "b"), ("never", "b")).Notes), Is.EqualTo("strata merged: 2 into 1, 3 in all before, 2 now"));

    [Test]
    public void AMapThatMergesNothingSaysSo() =>
        Assert.That(
            string.Join('|', new SurveyDesign(People, "weight", "stratum", collapse: Map(("a", "a"), ("b", "z"))).Notes),
            Is.EqualTo("no strata were merged: the map leaves each of them on its own"));

    [Test]
    public void WhatIsRefused()
    {
        using (Assert.EnterMultipleScope())
        {
            Refuses(() => new SurveyDesign(People, "weight", clusters: "psu", collapse: Map(("a", "b"))), "Strata are to be merged, and there is no column of strata; name it, or leave the map out.");
            Refuses(() => Clusters(("A", "b")), "The map of strata names 'A', which is no stratum of 'stratum'; did you mean 'a'?");
            Refuses(() => Clusters(("south", "b")), "The map of strata names 'south', which is no stratum of 'stratum'; its keys are strata as they stand in the data.");
            Refuses(() => new SurveyDesign(People, "weight", "number", collapse: Map(("030", "1"))), "The map of strata names '030', which is no stratum of 'number'; did you mean '30'?");
            Refuses(() => Clusters(("a", " ")), "The map of strata merges stratum 'a' into one without a name; name the stratum it becomes part of, or leave it out of the map.");
            Refuses(() => Clusters(("a", null!)), "The map of strata merges stratum 'a' into one without a name; name the stratum it becomes part of, or leave it out of the map.");
        }
    }

    private static SurveyDesign Clusters(params (string Stratum, string Into)[] map) => new(People, "weight", "stratum", "psu", collapse: Map(map));

    private static Dictionary<string, string> Map(params (string Stratum, string Into)[] map) => map.ToDictionary(pair => pair.Stratum, pair => pair.Into);

    private static void Refuses(Func<SurveyDesign> make, string sentence) => Assert.That(() => make(), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo(sentence));

    private static NumberColumn Numbers(params ReadOnlySpan<double> values) => new(values);
}
