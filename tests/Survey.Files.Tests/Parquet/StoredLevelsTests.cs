using Survey.Files.Parquet;

namespace Survey.Files.Tests.Parquet;

/// <summary>Levels and labels in the metadata, written, read, and broken.</summary>
public sealed class StoredLevelsTests
{
    [Test]
    public void AreReadAsTheyAreWritten()
    {
        StoredLevels.Column[] columns =
        [
            StoredLevels.Of("sex", ["1", "2"], ["男", "女"], true), StoredLevels.Of("a \"b\"\n", ["", " ", "x\0", "<&>😀"], ["", " ", "x\0", "<&>😀"], false), StoredLevels.Of("", [], [], false),
        ];
        Assert.That(StoredLevels.Parse(StoredLevels.ToJson(columns)), Is.EqualTo(columns));
        Assert.That(columns[1].Labels, Is.Null);
    }

    [TestCase("""{"version":2,"columns":"of another kind"}""")]
    [TestCase("""{"version":1.5}""")]
    [TestCase("""{"version":99999999999}""")]
    public void OfALaterVersionAreNone(string json) => Assert.That(StoredLevels.Parse(json), Is.Empty);

    [Test]
    public void UnknownMembersAreIgnored() =>
        Assert.That(StoredLevels.Parse("""{"by":{},"version":1,"columns":[{"unit":[1],"name":"x","levels":["a"]}]}""").Single(), Is.EqualTo(StoredLevels.Of("x", ["a"], ["a"], false)));

    [TestCase("", "they are no JSON of the right form")]
    [TestCase("{", "they are no JSON of the right form")]
    [TestCase("[]", "they have no version")]
    [TestCase("1", "they have no version")]
    [TestCase("{}", "they have no version")]
    [TestCase("""{"version":"1"}""", "they have no version")]
    [TestCase("""{"version":1}""", "they have no list of columns")]
    [TestCase("""{"version":1,"columns":{}}""", "they have no list of columns")]
    [TestCase("""{"version":1,"columns":[1]}""", "a column has no name")]
    [TestCase("""{"version":1,"columns":[{"name":null}]}""", "a column has no name")]
    [TestCase("""{"version":1,"columns":[{"name":"x"}]}""", "the column 'x' has no levels")]
    [TestCase("""{"version":1,"columns":[{"name":"x","levels":"a"}]}""", "\"levels\" of the column 'x' is no list")]
    [TestCase("""{"version":1,"columns":[{"name":"x","levels":["a",null]}]}""", "\"levels\" of the column 'x' holds what is no text")]
    [TestCase("""{"version":1,"columns":[{"name":"x","levels":["a","b","a"]}]}""", "the level 'a' of the column 'x' stands twice")]
    [TestCase("""{"version":1,"columns":[{"name":"x","levels":["a"],"labels":[]}]}""", "the column 'x' has 1 levels and 0 labels")]
    [TestCase("""{"version":1,"columns":[{"name":"x","levels":["a"],"labels":[3]}]}""", "\"labels\" of the column 'x' holds what is no text")]
    [TestCase("""{"version":1,"columns":[{"name":"x","levels":["a"],"ordered":"yes"}]}""", "\"ordered\" of the column 'x' is neither true nor false")]
    [TestCase("""{"version":1,"columns":[{"name":"x","levels":[]},{"name":"x","levels":[]}]}""", "the column 'x' stands twice")]
    [TestCase("""{"version":1,"columns":[{"name":"x","levels":["\ud800"]}]}""", "they are no JSON of the right form")]
    public void BrokenOnesAreRefused(string json, string how) =>
        Assert.That(
            Assert.Throws<SurveyDataException>(() => StoredLevels.Parse(json))!.Message,
            Is.EqualTo($"has levels and labels in its metadata (key \"survey\") that cannot be read, as {how}; write the file anew, or take the key out of it."));

    [Test]
    public void DeepAndRandomJsonIsRefusedOrRead()
    {
        Assert.Throws<SurveyDataException>(() => StoredLevels.Parse(new string('[', 100_000)));
        string whole = StoredLevels.ToJson([StoredLevels.Of("sex", ["1", "2"], ["男", "女"], true)]);
        var random = new Random(1);
        for (int k = 0; k < 5_000; k++)
        {
            char[] changed = whole.ToCharArray();
            for (int change = random.Next(1, 4); change > 0; change--)
                changed[random.Next(changed.Length)] = "\"[]{},:\\a1u\uD800"[random.Next(12)];
            try
            {
                StoredLevels.Parse(new string(changed));
            }
            catch (SurveyDataException)
            {
                // any other error fails the test
            }
        }
    }
}
