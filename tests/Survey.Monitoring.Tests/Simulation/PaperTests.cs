using System.Numerics;
using Survey.Monitoring.Simulating;

namespace Survey.Monitoring.Tests.Simulating;

/// <summary>What stands on the questionnaires is what people know and do.</summary>
public sealed class PaperTests
{
    private static readonly Simulation Made = Simulation.Run(Plans.Small(("manyItemsMissing: 0.7 %", "manyItemsMissing: 5 %"), ("questionMissing: 0.6 %", "questionMissing: 3 %")), 1);

    private static IEnumerable<Paper> Papers => Made.Waves.SelectMany(wave => wave.Papers);

    [Test]
    public void AnAnswerIsTheKeyExactlyWhereThePersonKnowsIt()
    {
        foreach (Paper paper in Papers.Where(paper => paper.IsInterviewed))
            for (int item = 0; item < 50; item++)
                if (paper.Answers[item] != 0)
                    Assert.That(paper.Answers[item] == Items50.All[item].Key, Is.EqualTo((paper.Household.Right >> item & 1) != 0));
    }

    [Test]
    public void TheScoreOfAValidQuestionnaireIsThatOfThePerson()
    {
        foreach (Paper paper in Papers.Where(paper => paper.IsInterviewed && paper.Answers.Count(answer => answer == 0) <= 10))
            Assert.That(Items50.All.Where((item, k) => paper.Answers[k] == item.Key).Sum(item => item.Points), Is.EqualTo(TrueScale.Total.Score(paper.Household.Right)));
    }

    [Test]
    public void ItemsAreLeftOutByManyALittleAndByAFewALot()
    {
        int[] missing = [.. Papers.Where(paper => paper.IsInterviewed).Select(paper => paper.Answers.Count(answer => answer == 0))];
        Assert.That(missing.Count(count => count > 10) / (double)missing.Length, Is.EqualTo(0.05).Within(0.03));
        Assert.That(missing.Max(), Is.InRange(11, 25));
        Assert.That(missing.Count(count => count is > 0 and <= 10), Is.Positive);
    }

    [Test]
    public void WrongAnswersAreOptionsThatThereAre()
    {
        var kinds = new HashSet<string>();
        foreach (Paper paper in Papers)
            for (int item = 0; item < 50; item++)
            {
                (SurveyItem own, uint answer) = (Items50.All[item], paper.Answers[item]);
                if (answer is 0 or Paper.DontKnow)
                    Assert.That(answer == 0 || !own.IsMultiple);
                else
                {
                    Assert.That(answer, Is.LessThan(1u << own.OptionCount));
                    Assert.That(BitOperations.PopCount(answer), own.IsMultiple ? Is.Positive : Is.EqualTo(1));
                    kinds.Add(answer == own.Key ? "right" : own.IsMultiple ? (answer & ~own.Key) == 0 ? "part" : "other set" : "other option");
                }
            }
        Assert.That(kinds, Is.EquivalentTo(new[] { "right", "part", "other set", "other option" }));
        Assert.That(Papers.SelectMany(paper => paper.Answers), Has.Member(Paper.DontKnow));
    }

    [Test]
    public void APersonHasTheSameAgeOnEveryDayOfTheFieldwork()
    {
        foreach ((SimulatedWave wave, WavePlan plan) in Made.Waves.Zip(Made.Plan.Waves))
            foreach (Paper paper in wave.Papers.Where(paper => paper.IsInterviewed))
            {
                Assert.That(paper.Surveyed, Is.InRange(plan.First, plan.Last));
                Assert.That(new[] { AgeOn(plan.First, paper.Birth!.Value), AgeOn(plan.Last, paper.Birth!.Value) }, Is.All.EqualTo(paper.Household.Chosen.Age));
            }
    }

    [Test]
    public void ThoseNotInterviewedSayNothingAndIdsAreUnique()
    {
        foreach (Paper paper in Papers.Where(paper => !paper.IsInterviewed))
            Assert.That((paper.Sex, paper.Birth, paper.Education, paper.Months, paper.Smokes, paper.SecondHand, paper.Exercises, paper.Answers.Any(answer => answer != 0)), Is.EqualTo(((int?)null, (DateOnly?)null, (int?)null, (int?)null, (int?)null, (int?)null, (int?)null, false)));
        Assert.That(Papers.Where(paper => !paper.Household.IsListed).Select(paper => paper.Eligible), Is.Not.Empty.And.All.Null);
        foreach (SimulatedWave wave in Made.Waves)
            Assert.That(wave.Papers.Select(paper => paper.Id).Distinct().Count(), Is.EqualTo(wave.Papers.Count));
    }

    [Test]
    public void QuestionsAreLeftOutAsOftenAsThePlanSays()
    {
        Paper[] interviewed = [.. Papers.Where(paper => paper.IsInterviewed)];
        double share = interviewed.Sum(paper => new[] { paper.Education, paper.Smokes, paper.SecondHand, paper.Exercises }.Count(answer => answer is null)) / (4.0 * interviewed.Length);
        Assert.That(share, Is.EqualTo(0.03).Within(4.5 * Math.Sqrt(0.03 * 0.97 / (4 * interviewed.Length))));
    }

    private static int AgeOn(DateOnly day, DateOnly birth) => day.Year - birth.Year - (day < birth.AddYears(day.Year - birth.Year) ? 1 : 0);
}
