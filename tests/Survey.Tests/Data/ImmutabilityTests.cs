using System.Collections;

namespace Survey.Tests.Data;

/// <summary>What the caller does to its arrays afterwards changes nothing.</summary>
public sealed class ImmutabilityTests
{
    [Test]
    public void SequencesAreCopied()
    {
        double[] numbers = [1];
        int[] integers = [1];
        string[] texts = ["a"];
        bool?[] flags = [true];
        List<double> list = [1];
        (string, IEnumerable)[] columns = [("n", numbers), ("i", integers), ("t", texts), ("f", flags), ("l", list)];
        Table table = Table.FromColumns(columns);
        (numbers[0], integers[0], texts[0], flags[0], list[0], columns[0]) = (2, 2, "b", false, 2, ("x", numbers));

        Assert.That(table.Columns, Is.EqualTo(new[] { "n", "i", "t", "f", "l" }));
        Assert.That(table.Columns.Select(name => table[name].TextAt(0)), Is.EqualTo(new[] { "1", "1", "a", "true", "1" }));
    }

    [Test]
    public void ColumnsKeepCopies()
    {
        double[] numbers = [1];
        string[] texts = ["a"], levels = ["a", "b"], labels = ["A", "B"];
        DateOnly?[] days = [new(2024, 1, 1)];
        var number = new NumberColumn(numbers);
        var category = new CategoryColumn(texts, levels, labels);
        var date = new DateColumn(days);
        (numbers[0], texts[0], levels[0], labels[0], days[0]) = (2, "b", "z", "Z", null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(number.Values[0], Is.EqualTo(1));
            Assert.That(category.TextAt(0), Is.EqualTo("a"));
            Assert.That(category.Levels, Is.EqualTo(new[] { "a", "b" }));
            Assert.That(category.Labels, Is.EqualTo(new[] { "A", "B" }));
            Assert.That(date[0], Is.EqualTo(new DateOnly(2024, 1, 1)));
        }
    }

    [Test]
    public void VerbsLeaveTheTableAsItWas()
    {
        Table table = Table.FromColumns([("x", new[] { 1.0, 2 }), ("s", new[] { "a", "b" })]);
        _ = table.With("x", (Variable)(Expr.Col("x") * 2)).With("y", "x").Filter(Expr.Col("x") > 2).Concat(table.With("y", "x"));
        Assert.That(table.Columns, Is.EqualTo(new[] { "x", "s" }));
        Assert.That(((NumberColumn)table["x"]).Values.ToArray(), Is.EqualTo(new[] { 1.0, 2 }));
        Assert.That(table.Notes, Is.Empty);
    }
}
