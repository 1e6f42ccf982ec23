namespace Survey.Monitoring.Tests.Fieldwork;

/// <summary>Places, by hand.</summary>
public sealed class FieldworkSummaryTests
{
    private static readonly Table Units = Table.FromColumns(
    [
        ("village", (Column)new CategoryColumn(["乙", "乙", "乙", "乙", "乙", "甲", "甲", "甲", "甲", null], ["甲", "乙"])),
        ("result", new CategoryColumn(["responded", "responded", "responded", "responded", "refused", "responded", "responded", "ineligible", null, "responded"])),
        ("wanted", new NumberColumn([4, 4, double.NaN, 4, 4, 3, 3, 3, 3, double.NaN])),
        ("team", new CategoryColumn(["1", "1", "2", "2", "2", "1", "1", "1", "1", "1"])),
        ("replaced", new NumberColumn([1, 0, 0, 0, 1, double.NaN, 0, 1, 0, 0])),
        ("other", new NumberColumn([1, 2, 1, 1, 1, 1, 1, 1, 1, 1])),
        ("text", new CategoryColumn(["a", "b", "a", "a", "a", "a", "a", "a", "a", "a"])),
    ]);

    private static readonly FieldworkOptions Ordinary = new() { By = "village", Disposition = "result", TargetColumn = "wanted", Interviewer = "team", Replacement = Expr.Parse("replaced = 1") };

    [Test]
    public void PlacesAreCounted()
    {
        FieldworkSummary summary = FieldworkSummary.Of(Units, Ordinary);
        double share = 8 / 9.0; // eligible among those of whom it is known
        using (Assert.EnterMultipleScope())
        {
            Assert.That(summary.Places.Select(place => place.Place!.Level), Is.EqualTo(new[] { "甲", "乙", "(not known)" }));
            Assert.That(summary.Places.Select(place => place.Completes), Is.EqualTo(new[] { 2, 4, 1 }));
            Assert.That(summary.Places.Select(place => place.Target), Is.EqualTo(new[] { 3, 4, double.NaN }));
            Assert.That(summary.Places[0].Rates, Is.EqualTo(new ResponseRates(2, 0, 0, 1, 1, share)));
            Assert.That(summary.Places[1].Rates, Is.EqualTo(new ResponseRates(4, 1, 0, 0, 0, share)));
            Assert.That(summary.Places.Select(place => place.Replacements), Is.EqualTo(new[] { 0.0, 1, 0 }), "those interviewed");
            Assert.That(summary.Places[1].ReplacementShare, Is.EqualTo(0.25));
            Assert.That(summary.Places[0].ReplacementNotKnown, Is.EqualTo(1));
            Assert.That(summary.All.Completes, Is.EqualTo(7));
            Assert.That(summary.All.Target, Is.EqualTo(7), "rows without a village are no place");
            Assert.That(summary.WithoutDisposition, Is.EqualTo(1));
            Assert.That(summary.Interviewers.Select(team => team.RefusalShare), Is.EqualTo(new[] { 0, 1 / 3.0 }).Within(1e-15));
        }
    }

    [Test]
    public void FlagsAreWords()
    {
        FieldworkSummary summary = FieldworkSummary.Of(Units, Ordinary);
        Assert.That(summary.Places[0].Flags, Is.EqualTo(new[] { "target not reached (2 of 3)", "response below 80 %" }));
        Assert.That(summary.Places[1].Flags, Is.EqualTo(new[] { "replacements above 10 %" }), "a response of exactly 80 % is not below it");
        Assert.That(summary.Places[2].Flags, Is.Empty);
        Assert.That(summary.All.Flags, Is.Empty);
        FieldworkSummary strict = FieldworkSummary.Of(Units, Ordinary with { TargetColumn = null, Target = 5, LowestResponse = 0.825, MostReplacements = 0.25 });
        Assert.That(strict.Places[1].Flags, Is.EqualTo(new[] { "target not reached (4 of 5)", "response below 82.5 %" }), "replacements of exactly 25 % are not above it");
        Assert.That(strict.All.Target, Is.EqualTo(10));
    }

    [Test]
    public void TheTextIsForPeople() =>
        Assert.That(FieldworkSummary.Of(Units, Ordinary).ToString(), Is.EqualTo("""
            village      drawn  target  completes      RR1      RR3      RR5  refusal  contact  replacements   share  flags
            -----------  -----  ------  ---------  -------  -------  -------  -------  -------  ------------  ------  ------------------------------------------------
            (all)           10       7          7   77.8 %   78.8 %   87.5 %   11.1 %   88.9 %             1  14.3 %
            甲               4       3          2   66.7 %   69.2 %  100.0 %    0.0 %   66.7 %             0   0.0 %  target not reached (2 of 3); response below 80 %
            乙               5       4          4   80.0 %   80.0 %   80.0 %   20.0 %  100.0 %             1  25.0 %  replacements above 10 %
            (not known)      1       -          1  100.0 %  100.0 %  100.0 %    0.0 %  100.0 %             0   0.0 %
            rates as AAPOR defines them: RR1 counts all of the unknown as eligible, RR3 88.9 % of them, RR5 none
            1 row without a disposition, counted as unknown
            1 interview not known to be a replacement or none, counted as none

            team  interviews  refused  flags
            ----  ----------  -------  -----
            1              5    0.0 %
            2              2   33.3 %

            """.ReplaceLineEndings("\n")));

    [Test]
    public void TheTableHasARowForAllAndOneForEachPlace()
    {
        Table table = FieldworkSummary.Of(Units, Ordinary).ToTable();
        Assert.That(table.Columns, Is.EqualTo(new[] { "village", "drawn", "refused", "not_found", "ineligible", "unknown", "RR1", "RR3", "RR5", "COOP1", "REF1", "CON1", "target", "completes", "replacements", "replacement_share", "replacement_not_known", "flags" }));
        Assert.That(Enumerable.Range(0, 4).Select(table["village"].TextAt), Is.EqualTo(new[] { null, "甲", "乙", null }));
        Assert.That(table["flags"].TextAt(1), Is.EqualTo("target not reached (2 of 3); response below 80 %"));
    }

    [Test]
    public void WithoutADispositionEachRowIsAnInterview()
    {
        FieldworkSummary summary = FieldworkSummary.Of(Units, new FieldworkOptions { By = "village" });
        Assert.That(summary.All.Rates, Is.Null);
        Assert.That(summary.Places.Select(place => place.Completes), Is.EqualTo(new[] { 4, 5, 1 }));
        Assert.That(summary.All.ReplacementShare, Is.NaN);
        Assert.That(summary.ToString(), Does.StartWith("village      completes  flags\n"));
        Assert.That(summary.ToTable().Columns, Has.No.Member("RR1"));
    }

    [Test]
    public void BadColumnsAreNamed()
    {
        Assert.That(Error(Ordinary with { TargetColumn = "other" }), Is.EqualTo("The target 'other' of village '乙' is 1 in row 1 and 2 in row 2; a place has one target."));
        Assert.That(Error(Ordinary with { TargetColumn = "text" }), Is.EqualTo("The column of targets 'text' is a category, and a target is a number of interviews."));
        Assert.That(Error(Ordinary with { Replacement = Expr.Parse("replaced") }), Is.EqualTo("Whether a unit is a replacement, replaced, is no flag; write a condition, such as replaced = 1."));
        Assert.That(Error(Ordinary with { Items = ["text"] }), Is.EqualTo("The item text is a category, and interviewers are compared by numbers or flags; write a condition, such as text = 'yes'."));
        Assert.That(Error(Ordinary with { By = "vilage" }), Does.Contain("did you mean 'village'"));
        Assert.That(Error(Ordinary with { Disposition = "text" }), Does.StartWith("'text' is 'a' in row 1, and a disposition is one of"));
        Assert.Throws<ArgumentException>(() => FieldworkSummary.Of(Units, Ordinary with { Target = 3 }));
        Assert.Throws<ArgumentException>(() => FieldworkSummary.Of(Units, Ordinary with { Interviewer = null, Items = ["other"] }));
        Assert.Throws<ArgumentException>(() => FieldworkSummary.Of(Units, Ordinary with { LowestResponse = 80 }));
        Assert.Throws<ArgumentException>(() => FieldworkSummary.Of(Units, Ordinary with { FewestInterviews = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => FieldworkSummary.Of(Units, Ordinary with { TargetColumn = null, Target = -1 }));
    }

    private static string Error(FieldworkOptions options) => Assert.Throws<SurveyDataException>(() => FieldworkSummary.Of(Units, options))!.Message;
}
