using System.Numerics;
using Survey.Monitoring.Simulating;

namespace Survey.Monitoring.Tests.Simulating;

/// <summary>The simulated questionnaire has the structure of the national one.</summary>
public sealed class QuestionnaireTests
{
    [Test]
    public void FiftyItemsOfSixtySixPoints()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Items50.All.Select(item => item.Number), Is.EqualTo(Enumerable.Range(1, 50)));
            Assert.That(Items50.All.Sum(item => item.Points), Is.EqualTo(66));
            Assert.That(Items50.All.Count(item => item.Kind == SurveyItemKind.TrueFalse), Is.EqualTo(8));
            Assert.That(Items50.All.Count(item => item.Kind == SurveyItemKind.Single && !item.IsScenario), Is.EqualTo(23));
            Assert.That(Items50.All.Count(item => item.IsMultiple && !item.IsScenario), Is.EqualTo(15));
            Assert.That(Items50.All.Where(item => item.IsScenario).Select(item => item.IsMultiple), Is.EqualTo([false, false, false, true]));
        }
    }

    [TestCase("基本知识和理念", 22, 28)]
    [TestCase("健康生活方式与行为", 16, 22)]
    [TestCase("基本技能", 12, 16)]
    public void AnAspectHasItsItemsAndPoints(string aspect, int items, int points) =>
        Assert.That(SizeOf(item => Items50.Aspects[item.Aspect] == aspect), Is.EqualTo((items, points)));

    [TestCase("科学健康观", 8, 11)]
    [TestCase("传染病防治", 6, 7)]
    [TestCase("慢性病防治", 9, 12)]
    [TestCase("安全与急救", 10, 14)]
    [TestCase("基本医疗", 11, 14)]
    [TestCase("健康信息", 6, 8)]
    public void AnIssueHasItsItemsAndPoints(string issue, int items, int points) =>
        Assert.That(SizeOf(item => Items50.Issues[item.Issue] == issue), Is.EqualTo((items, points)));

    [Test]
    public void CutsAreEightyPerCentOfThePoints() =>
        Assert.That(TrueScale.All.Select(scale => scale.Cut), Is.EqualTo([53, 23, 18, 13, 9, 6, 10, 12, 12, 7]));

    [Test]
    public void AKeyHasOneOptionOrSeveralButNotAll()
    {
        foreach (SurveyItem item in Items50.All)
        {
            Assert.That(item.Key, Is.LessThan(1u << item.OptionCount), $"item {item.Number}");
            Assert.That(BitOperations.PopCount(item.Key), item.IsMultiple ? Is.InRange(2, item.OptionCount - 1) : Is.EqualTo(1), $"item {item.Number}");
        }
        Assert.That(Items50.All.Where(item => item.Kind == SurveyItemKind.Single).Select(item => item.Key).Distinct().Count(), Is.EqualTo(4));
    }

    [Test]
    public void HardnessesOfAKindAreEvenStepsFromTheEasiestToTheHardest()
    {
        foreach (IGrouping<SurveyItemKind, SurveyItem> kind in Items50.All.GroupBy(item => item.Kind))
        {
            double[] sorted = [.. kind.Select(item => item.Hardness).Order()];
            Assert.That(sorted, Is.EqualTo(Enumerable.Range(0, sorted.Length).Select(k => k / (sorted.Length - 1.0))).Within(1e-15));
        }
    }

    [TestCase(0UL, 0)]
    [TestCase(1UL, 1)]
    [TestCase(1UL << 31, 2)]
    [TestCase(1UL << 46, 1)]
    [TestCase(1UL << 49, 2)]
    [TestCase((1UL << 50) - 1, 66)]
    public void AScoreAddsUpPoints(ulong right, int score) => Assert.That(TrueScale.Total.Score(right), Is.EqualTo(score));

    private static (int Items, int Points) SizeOf(Func<SurveyItem, bool> condition) =>
        (Items50.All.Count(condition), Items50.All.Where(condition).Sum(item => item.Points));
}
