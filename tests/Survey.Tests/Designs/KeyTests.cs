namespace Survey.Tests.Designs;

/// <summary>Codes of keys and of units within parents: a table and a hash give the same, in the order of the values.</summary>
public class KeyTests
{
    [Test]
    public void UnitsAreNumberedByParentAndThenByKey([Values(3, 1 << 25)] int keyCount)
    {
        Nesting units = Nesting.Of([1, 0, 1, 0, 1, 1], 2, [2, 2, 0, 1, 2, 1], keyCount);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Join(' ', units.OfRow), Is.EqualTo("4 1 2 0 4 3"));
            Assert.That(string.Join(' ', units.ParentOf), Is.EqualTo("0 0 1 1 1"));
            Assert.That(string.Join(' ', units.KeyOf), Is.EqualTo("1 2 0 1 2"));
        }
    }

    [Test]
    public void ATableAndAHashNumberAlike([Range(1, 5)] int seed)
    {
        var random = new Random(seed);
        int[] parents = [.. Enumerable.Range(0, 5_000).Select(_ => random.Next(40))], keys = [.. parents.Select(_ => random.Next(300))];
        Nesting table = Nesting.Of(parents, 40, keys, 300), hash = Nesting.Of(parents, 40, keys, 1 << 28);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(hash.OfRow, Is.EqualTo(table.OfRow));
            Assert.That(hash.ParentOf, Is.EqualTo(table.ParentOf));
            Assert.That(hash.KeyOf, Is.EqualTo(table.KeyOf));
        }
    }

    [TestCase(new double[] { 30, -2, 30, 7 }, "2 0 2 1", "-2 7 30")]
    [TestCase(new double[] { 3e15, -2, 3e15, 7 }, "2 0 2 1", "-2 7 3000000000000000")]
    [TestCase(new double[] { 0.5, -0.0, 0.0, 0.25 }, "2 0 0 1", "0 0.25 0.5")]
    public void NumbersAreCodedInTheirOrder(double[] values, string codes, string texts)
    {
        KeyCodes keys = KeyCodes.Of("key", "strata", [new NumberColumn(values.AsSpan(0, 3)), new NumberColumn(values.AsSpan(3))]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(string.Join(' ', keys.Codes), Is.EqualTo(codes));
            Assert.That(string.Join(' ', Enumerable.Range(0, keys.Count).Select(code => keys.Texts[code])), Is.EqualTo(texts));
        }
    }

    [Test]
    public void FlagsAndDatesAreKeysToo()
    {
        KeyCodes flags = KeyCodes.Of("key", "strata", [new FlagColumn([true, false, true])]);
        KeyCodes dates = KeyCodes.Of("key", "strata", [new DateColumn([new(2024, 9, 30), new(2023, 1, 2), new(2024, 9, 30)])]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string.Join(' ', flags.Codes), flags.Texts[1]), Is.EqualTo(("1 0 1", "true")));
            Assert.That((string.Join(' ', dates.Codes), dates.Texts[1]), Is.EqualTo(("1 0 1", "2024-09-30")));
        }
    }
}
