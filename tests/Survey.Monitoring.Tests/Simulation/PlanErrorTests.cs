using Survey.Monitoring.Simulating;
using Survey.Monitoring.Tests.Made;

namespace Survey.Monitoring.Tests.Simulating;

/// <summary>What is wrong in a plan is said in a sentence with its line, its key and the way out.</summary>
public sealed class PlanErrorTests
{
    [TestCase("format: 1", "format: 2", "format '2' is not known; the only one there is is 1.")]
    [TestCase("en: A survey", "eng: A survey", "there is no key 'eng' in title; did you mean 'en'?")]
    [TestCase("code: \"329901\"", "code: \"32990\"", "area.code '32990' is not a code of six digits; write it in quotes, such as \"329901\".")]
    [TestCase("seed: ", "seed: -", "seed '-20230904' is not a whole number from 0 to 18446744073709551615; write digits, such as 2023.")]
    [TestCase("seed: ", "sead: ", "there is no key 'sead' in the plan; did you mean 'seed'?")]
    [TestCase("rural: 3", "rural: 300", "population.towns.rural '300' is not a whole number from 0 to 30; write it in digits, such as 12.")]
    [TestCase("rural: 3", "rural: [城关街道]", "'城关街道' stands among the urban and the rural towns; remove one of the two.")]
    [TestCase("rural: 3", "rural: [东/西]", "'东/西' cannot be the name of a file, which each town has; write letters only.")]
    [TestCase("rural: 3", "rural: 30", "population.towns has 31 towns; write 1 to 30.")]
    [TestCase("villages: [6, 8]", "villages: [8, 6]", "population.villages goes from 8 to 6; write the smaller number first.")]
    [TestCase("villages: [6, 8]", "villages: [6]", "population.villages is a list of 1, but should have 2; add what is missing.")]
    [TestCase("villages: [6, 8]", "villages: [1, 8]", "population.villages begins at 1, but the waves visit 2 villages of each town; write 2 or more, or draw fewer.")]
    [TestCase("households: [70, 120]", "households: [50, 120]", "population.households begins at 50, but 58 households of a village may be visited, reserve included; write 58 or more, or draw fewer.")]
    [TestCase("households: [70, 120]", "households: [0, 120]", "population.households[1] '0' is not a whole number from 1 to 100000; write it in digits, such as 12.")]
    [TestCase("8: 0.8 %}", "8: 0.9 %}", "population.householdSizes adds up to 100.1 %; shares of a whole add up to 100 %, so correct them.")]
    [TestCase("8: 0.8 %}", "21: 0.8 %}", "'21' in population.householdSizes is not a number of members from 1 to 20; write it in digits, such as 3.")]
    [TestCase("men: 51 %", "men: 0.51", "population.men 0.51 is a rate and needs its percent sign: write 0.51 % (or 51 % if 1 means everybody).")]
    [TestCase("ages: {0-14: 15 %", "ages: {0-14: 16 %", "population.ages adds up to 101 %; shares of a whole add up to 100 %, so correct them.")]
    [TestCase(", 70+: 11 %}", "}", "population.ages has no key '70+'; add it (its share of all people).")]
    [TestCase("15-24: [2 %, 16 %, 40 %, 42 %]", "15-24: [2 %, 16 %, 82 %]", "population.education.urban.15-24 is a list of 3, but should have 4; add what is missing.")]
    [TestCase("15-24: [2 %, 16 %, 40 %, 42 %]", "15-24: [2 %, 16 %, 40 %, 40 %]", "population.education.urban.15-24 adds up to 98 %; shares of a whole add up to 100 %, so correct them.")]
    [TestCase("shortStay: 3 %", "shortStay: 300 %", "population.shortStay '300 %' is not a rate from 0 % to 100 %; write it such as 25.31 %.")]
    [TestCase("mean: 0.88", "mean: 80", "literacy.mean '80' is not a number from -10 to 10; write digits, with a decimal point if need be.")]
    [TestCase("mean: 0.88", "mean: high", "literacy.mean 'high' is not a number from -10 to 10; write digits, with a decimal point if need be.")]
    [TestCase("village: 0.2, villageInWave", "village: -0.2, villageInWave", "literacy.deviations.village '-0.2' is not a number from 0 to 10; write digits, with a decimal point if need be.")]
    [TestCase("senior: 0.3, ", "", "literacy.education has no key 'senior'; add it (what this level adds).")]
    [TestCase("discrimination: 1", "discrimination: 0", "items.discrimination '0' is not a number from 0.01 to 10; write digits, with a decimal point if need be.")]
    [TestCase("true-false: [-2, 1.6]", "true-false: [1.6, -2]", "items.difficulty.true-false goes from 1.6 to -2; write the smaller number first.")]
    [TestCase("guessing: {true-false: 50 %", "guessing: {truefalse: 50 %", "there is no key 'truefalse' in items.guessing; did you mean 'true-false'?")]
    [TestCase("dontKnow: 25 %", "dontKnow: some", "items.dontKnow 'some' is not a rate from 0 % to 100 %; write it such as 25.31 %.")]
    [TestCase("lessThanDaily: 12 %", "lessThanDaily:", "smoking.lessThanDaily has no value; write a rate such as 25.31 %, or leave it out.")]
    [TestCase("method: sampford", "method: sampfort", "sample.villages.method 'sampfort' is not one of systematic, sampford, brewer, pivotal; did you mean 'sampford'?")]
    [TestCase("method: srs", "method: pps", "sample.households.method 'pps' is not one of srs, systematic; write one of these.")]
    [TestCase("perVillage: 55", "perVillage: 0", "sample.households.perVillage '0' is not a whole number from 1 to 10000; write it in digits, such as 12.")]
    [TestCase("interviewers: 3", "interviewers: 100", "sample.interviewers '100' is not a whole number from 1 to 99; write it in digits, such as 12.")]
    [TestCase("notFound: {share: 3 %, urban: 0.6}", "notFound: 3 %", "nonresponse.notFound is the text '3 %', but should be a map ({share: ..., urban: ...}); write it so.")]
    [TestCase("65-69: -0.1}", "65-69: -0.1, 70+: 1}", "there is no key '70+' in nonresponse.personRefuses.ages; its keys are 15-24, 25-34, 35-44, 45-54, 55-64, 65-69.")]
    [TestCase("id: \"2024\"", "id: \"2023\"", "waves[2] has the id '2023', as the wave in line 78 has; give each wave an id of its own.")]
    [TestCase("id: \"2024\"", "id: 二〇二四", "waves[2].id '二〇二四' is not an id; write letters and digits, such as \"2024\".")]
    [TestCase("[2024-09-02, 2024-10-18]", "[2024-10-18, 2024-09-02]", "waves[2].fieldwork ends on 2024-09-02, before it begins on 2024-10-18; write the first day first.")]
    [TestCase("[2024-09-02, 2024-10-18]", "[2023-09-02, 2023-11-18]", "waves[2].fieldwork begins on 2023-09-02, and the wave before it ends on 2023-10-20; write the earliest wave first.")]
    [TestCase("[2024-09-02, 2024-10-18]", "[2024-01-02, 2024-10-18]", "waves[2].fieldwork lasts more than 200 days; write a shorter one.")]
    [TestCase("villages: same ", "villages: {keep: 2} ", "waves[2].villages.keep '2' is not a number from 0 to 1; write digits, with a decimal point if need be.")]
    [TestCase("villages: same ", "villages: {keep: 0.1} ", "waves[2].villages keeps 0.1 of 2 villages of each town, which is none of them; write new, another share, or draw more villages.")]
    [TestCase("villages: same ", "villages: old ", "waves[2].villages 'old' is not one of same, new; write one of these.")]
    [TestCase("    villages: same ", "    #", "waves[2] has no key 'villages'; add it (same, new, or {keep: 0.5}).")]
    [TestCase("fieldwork: [2023-09-04, 2023-10-20]}", "fieldwork: [2023-09-04, 2023-10-20], villages: new}", "waves[1] has 'villages', but no wave is before it; remove it.")]
    [TestCase("quitting: 11 %, ", "", "waves[2].change has no key 'quitting'; add it (the share of smokers who have stopped).")]
    [TestCase("shapes: [clean, towns, options]", "shapes: [clean, clean]", "'clean' stands twice in shapes (full width and half width count as the same); remove one of the two.")]
    [TestCase("shapes: [clean, towns, options]", "shapes: [excel]", "shapes[1] 'excel' is not one of clean, towns, options; write one of these.")]
    [TestCase("exercise: {urban: 37 %, rural: 28 %, village: 0.2}", "", "the plan has no key 'exercise'; add it (who exercises regularly).")]
    public void IsSaidInASentenceWithItsPlace(string old, string changed, string expected) =>
        Assert.That(ErrorOf(MadePlan.With(MadePlan.SmallText, (old, changed))), Does.Match("^plan.yaml, line [0-9]+, column [0-9]+: " + System.Text.RegularExpressions.Regex.Escape(expected) + "$"));

    [Test]
    public void TheLineIsThatOfTheKey() =>
        Assert.That(ErrorOf(MadePlan.With(MadePlan.SmallText, ("men: 51 %", "men: 151 %"))), Does.StartWith("plan.yaml, line 15, column 8: population.men"));

    [Test]
    public void SeveralErrorsAreSaidAtOnce() =>
        Assert.That(Assert.Catch<StudyErrorsException>(() => PlanReader.Read(MadePlan.With(MadePlan.SmallText, ("men: 51 %", "men: 151 %"), ("discrimination: 1", "discrimination: -1")), "plan.yaml"))!.Errors, Has.Count.EqualTo(2));

    [Test]
    public void MoreChildrenThanHouseholdsCanHoldAreRefused()
    {
        string text = MadePlan.With(MadePlan.SmallText, ("{1: 14 %, 2: 27 %, 3: 26 %, 4: 17 %, 5: 9 %, 6: 4.5 %, 7: 1.7 %, 8: 0.8 %}", "{1: 90 %, 2: 10 %}"));
        Assert.That(ErrorOf(text), Does.EndWith(": population.ages has more children than households of 1.1 members can hold when one of them is 15 or older; write fewer children or larger households."));
    }

    [Test]
    public void AFileThatIsNotThereIsNamed() =>
        Assert.That(() => SimulationPlan.Read("nowhere/plan.yaml"), Throws.TypeOf<SurveyDataException>().With.Message.Contains("nowhere/plan.yaml"));

    [Test]
    public void NamesOfTownsMayBeListedOrCounted()
    {
        SimulationPlan plan = Plans.Small();
        Assert.That(plan.Population.Towns, Is.EqualTo([("城关街道", true), (null, false), (null, false), ((string?)null, false)]));
        Assert.That((plan.AreaName, plan.AreaCode, plan.Seed > 0, plan.Waves.Count), Is.EqualTo(("示范县", "329901", true, 2)));
    }

    private static string ErrorOf(string text) => Assert.Catch<SurveyDataException>(() => PlanReader.Read(text, "plan.yaml"))!.Message;
}
