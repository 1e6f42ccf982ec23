namespace Survey.Tests;

public class BlockListTests
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(16)]
    [TestCase(17)]
    [TestCase(65_536)]
    [TestCase(65_537)]
    [TestCase(200_000)]
    public void KeepsItsItems(int count)
    {
        var list = new BlockList<int>();
        for (int k = 0; k < count; k++)
            list.Add(3 * k);
        Assert.That(list.Count, Is.EqualTo(count));
        for (int k = 0; k < count; k++)
            if (list[k] != 3 * k)
                Assert.Fail($"{k}: {list[k]}");
    }
}
