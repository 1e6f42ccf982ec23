namespace Survey.Monitoring.Tests.Made;

/// <summary>The made-up people have all that the tests of studies rely on.</summary>
public sealed class MadeCountyTests
{
    private static readonly MadeCounty County = new();

    [Test]
    public void TheSameSeedDrawsTheSamePeople() =>
        Assert.That(new MadeCounty().People.Select(Row), Is.EqualTo(County.People.Select(Row)));

    [Test]
    public void EveryReasonToLeaveSomebodyOutIsMet()
    {
        MadePerson[] responded = [.. County.People.Where(person => person.Responded)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(County.People.Count(person => person.IsValid), Is.InRange(350, 420));
            Assert.That(responded.Where(person => person.Age < 15), Is.Not.Empty);
            Assert.That(responded.Where(person => person.Age > 69), Is.Not.Empty);
            Assert.That(responded.Where(person => person.Months <= 6), Is.Not.Empty);
            Assert.That(responded.Where(person => person.Months is null), Is.Not.Empty);
            Assert.That(responded.Where(person => person.Unanswered > 10), Is.Not.Empty);
            Assert.That(responded.Where(person => person.Oldest == 99), Is.Not.Empty);
            Assert.That(responded.Where(person => person.Eligible is null), Is.Not.Empty);
            Assert.That(responded.Where(person => person.Identity.IdNumber.EndsWith('X')), Is.Not.Empty);
            Assert.That(County.People.Select(person => person.Codes[^1]).Distinct(), Has.Exactly(5).Items);
        }
    }

    [Test]
    public void TheFilesStandInTheOrderOfTheTowns() =>
        Assert.That(MadeCounty.Towns.Select(town => town.Name), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));

    [Test]
    public void TheQuestionnaireHasThePointsOfTheNationalOne()
    {
        static int Points(IEnumerable<MadeItem> items) => items.Sum(item => item.IsMultiple ? 2 : 1);
        Assert.That(MadeItem.All.GroupBy(item => item.Aspect).Select(Points), Is.EquivalentTo(new[] { 28, 22, 16 }));
        Assert.That(MadeItem.All.GroupBy(item => item.Issue).Select(Points), Is.EquivalentTo(new[] { 11, 7, 12, 14, 14, 8 }));
    }

    [Test]
    public void ThereAreAtLeastTwentyFaultsOfDifferentNames() =>
        Assert.That(Faults.All.Select(fault => fault.Name).Distinct().Count(), Is.EqualTo(Faults.All.Count).And.AtLeast(20));

    /// <summary>Records are compared by the lists they hold, not by what is in the lists.</summary>
    private static string Row(MadePerson person) => string.Join('|', CleanShape.Columns.Select(column => column.CellOf(person).Text));
}
