namespace Survey.Tests.Weighting;

/// <summary>Response rates of a table, and of its villages.</summary>
public sealed class ResponseSummaryTests
{
    private static readonly Table Drawn = Table.FromColumns(
    [
        ("village", (Column)new CategoryColumn(["乙", "甲", "甲", "甲", "甲", "乙", "乙", null])),
        ("outcome", new CategoryColumn(["responded", "responded", "responded", "refused", "unknown", "ineligible", "not found", null])),
        ("w", new NumberColumn([2, 1, 1, 1, 1, 2, 2, 0.5])),
    ]);

    [Test]
    public void PartsStandInTheOrderOfLevelsAndTheUnknownLast()
    {
        ResponseSummary summary = ResponseSummary.Of(Drawn, "outcome", ["village"]);
        Assert.That(summary.Parts.Select(part => part.Levels[0].Level), Is.EqualTo(new[] { "乙", "甲", "(not known)" }));
        Assert.That(summary.All, Is.EqualTo(new ResponseRates(3, 1, 1, 1, 2, 5 / 6.0)));
        Assert.That(summary.Parts[0].Rates, Is.EqualTo(new ResponseRates(1, 0, 1, 1, 0, 5 / 6.0)), "e is that of everyone");
        Assert.That(summary.Parts[1].Rates, Is.EqualTo(new ResponseRates(2, 1, 0, 0, 1, 5 / 6.0)));
        Assert.That(summary.Parts[2].Rates, Is.EqualTo(new ResponseRates(0, 0, 0, 0, 1, 5 / 6.0)));
        Assert.That(summary.Missing, Is.EqualTo(1));
    }

    [Test]
    public void UnitsCountByTheirWeights()
    {
        ResponseSummary summary = ResponseSummary.Of(Drawn, "outcome", weights: "w");
        Assert.That(summary.All, Is.EqualTo(new ResponseRates(4, 1, 2, 2, 1.5, 7 / 9.0)));
        Assert.That(summary.Parts, Is.Empty);
    }

    [Test]
    public void TheTableHasTheRatesOfAll()
    {
        Table table = ResponseSummary.Of(Drawn, "outcome", ["village"], eligibleShare: 0.5).ToTable();
        Assert.That(table.Columns, Is.EqualTo(new[] { "village", "drawn", "responded", "refused", "not_found", "ineligible", "unknown", "RR1", "RR3", "RR5", "COOP1", "REF1", "CON1", "eligible_share" }));
        Assert.That(Enumerable.Range(0, 4).Select(table["village"].TextAt), Is.EqualTo(new[] { null, "乙", "甲", null }));
        Assert.That(((NumberColumn)table["RR3"]).Values[0], Is.EqualTo(3 / 6.0));
        Assert.That(((NumberColumn)table["drawn"]).Values.ToArray(), Is.EqualTo(new[] { 8.0, 3, 4, 1 }));
    }

    [Test]
    public void TheTextIsForPeople() =>
        Assert.That(ResponseSummary.Of(Drawn, "outcome", ["village"]).ToString(), Is.EqualTo("""
            village      drawn  responded  refused  not found  ineligible  unknown  RR1 (lowest)     RR3  RR5 (highest)    COOP1    REF1    CON1
            -----------  -----  ---------  -------  ---------  ----------  -------  ------------  ------  -------------  -------  ------  ------
            (all)            8          3        1          1           1        2        42.9 %  45.0 %         60.0 %   75.0 %  14.3 %  57.1 %
            乙               3          1        0          1           1        0        50.0 %  50.0 %         50.0 %  100.0 %   0.0 %  50.0 %
            甲               4          2        1          0           0        1        50.0 %  52.2 %         66.7 %   66.7 %  25.0 %  75.0 %
            (not known)      1          0        0          0           0        1         0.0 %   0.0 %              -        -   0.0 %   0.0 %
            rates as AAPOR defines them; 83.3 % of the unknown are taken to be eligible in RR3; 1 row without a disposition counts as unknown

            """.ReplaceLineEndings("\n")));

    [Test]
    public void NumbersSplitInTheirOrder()
    {
        Table table = Table.FromColumns([("team", (Column)new NumberColumn([10, 9, -1, 9])), ("outcome", new CategoryColumn(["responded", "refused", "responded", "responded"]))]);
        Assert.That(ResponseSummary.Of(table, "outcome", ["team"]).Parts.Select(part => (part.Levels[0].Level, part.Rates.Drawn)), Is.EqualTo(new[] { ("-1", 1.0), ("9", 2), ("10", 1) }));
    }

    [Test]
    public void BadColumnsAreNamed()
    {
        Table odd = Table.FromColumns([("outcome", (Column)new CategoryColumn(["responded", "Refused"])), ("w", new NumberColumn([1, -1])), ("v", new NumberColumn([double.NaN, 1])), ("t", new CategoryColumn(["a", "b"]))]);
        Assert.That(Error(() => ResponseSummary.Of(odd, "outcome")), Is.EqualTo("'outcome' is 'Refused' in row 2, and a disposition is one of responded, refused, not found, ineligible, unknown; bring its texts to these, or read the file as a study that says what they mean."));
        Assert.That(Error(() => ResponseSummary.Of(Drawn, "outcom")), Does.Contain("did you mean 'outcome'"));
        Table good = odd.With("outcome", new CategoryColumn(["responded", "refused"]));
        Assert.That(Error(() => ResponseSummary.Of(good, "outcome", weights: "w")), Is.EqualTo("The weight 'w' is -1 in row 2; a weight is a number of at least 0, for those who did not answer too."));
        Assert.That(Error(() => ResponseSummary.Of(good, "outcome", weights: "v")), Does.StartWith("The weight 'v' is missing in row 1;"));
        Assert.That(Error(() => ResponseSummary.Of(good, "outcome", weights: "t")), Is.EqualTo("The column of weights 't' is a category, and weights are numbers."));
    }

    private static string Error(Action call) => Assert.Throws<SurveyDataException>(() => call())!.Message;
}
