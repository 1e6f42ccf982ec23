namespace Survey.Tests.Data;

/// <summary>Levels, labels and codes.</summary>
public sealed class CategoryColumnTests
{
    [Test]
    public void LevelsAreThoseMetInNaturalOrder()
    {
        var column = new CategoryColumn(["v10", null, "v9", "v10"]);
        Assert.That(column.Levels, Is.EqualTo(new[] { "v9", "v10" }));
        Assert.That(column.Labels, Is.EqualTo(column.Levels));
        Assert.That(column.Codes.ToArray(), Is.EqualTo(new[] { 1, -1, 0, 1 }));
        Assert.That(column.Ordered, Is.False);
    }

    [Test]
    public void GivenLevelsStandInTheirOrderMetOrNot()
    {
        var column = new CategoryColumn(["yes"], ["yes", "no"], ["Yes", "No"], ordered: true);
        Assert.That(column.Levels, Is.EqualTo(new[] { "yes", "no" }));
        Assert.That(column.Labels, Is.EqualTo(new[] { "Yes", "No" }));
        Assert.That(column.Ordered);
    }

    [Test]
    public void WrongLevelsAreRefused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => new CategoryColumn(["a", "c"], ["a", "b"]), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo("Row 2 is 'c', which is not among the 2 levels given."));
            Assert.That(() => new CategoryColumn(["a"], ["a", "a"]), Throws.ArgumentException.With.Message.StartsWith("The level 'a' stands twice."));
            Assert.That(() => new CategoryColumn(["a"], ["a"], ["A", "B"]), Throws.ArgumentException.With.Message.StartsWith("There are 1 levels and 2 labels; give one label for each level."));
        }
    }
}
