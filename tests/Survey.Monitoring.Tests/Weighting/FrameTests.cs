using System.Globalization;
using Survey.Monitoring.Tests.Made;

namespace Survey.Monitoring.Tests.Weighting;

/// <summary>The lists that villages were drawn from.</summary>
public sealed class FrameTests : WeighedStudies
{
    private double[] VillageWeights(string stage, string frame = Frame) => Numbers(Weigh(StudyOf(stage), frame: frame)["1"].Result!.Table, "villageWeight")[3..7];

    private string Refused(string frame, string stage = Village)
    {
        StudyWeights weights = Weigh(StudyOf(stage), frame: frame);
        Assert.That(weights["1"].Result, Is.Null);
        return Unresolved(weights).Single();
    }

    [Test]
    public void PartsMayBeDerivedOfTheKeyOrStandInTheList()
    {
        double[] expected = [2_000 / 1_200.0, 1, 1, 1_000 / 300.0];
        Assert.That(VillageWeights(Village), Is.EqualTo(expected));
        Assert.That(VillageWeights(Village.Replace("within: town", "within: 片", StringComparison.Ordinal), "村,片,户数,抽取村数\n0101,a,600,2\n0102,a,400,2\n0103,a,1000,2\n0201,b,300,1\n0202,b,700,1\n"), Is.EqualTo(expected));
        Assert.That(VillageWeights(Village.Replace(", within: town", "", StringComparison.Ordinal), Frame.Replace(",1\n", ",2\n", StringComparison.Ordinal)), Is.EqualTo(new[] { 3_000 / 1_200.0, 1.5, 1.5, 3_000 / 600.0 }));
    }

    [Test]
    public void HowManyWereDrawnMayBeANumber() =>
        Assert.That(VillageWeights(Village.Replace("抽取村数", "1", StringComparison.Ordinal)), Is.EqualTo(new[] { 2_000 / 600.0, 2, 2, 1_000 / 300.0 }));

    [TestCase("srs")]
    [TestCase("systematic")]
    public void WithoutSizesUnitsAreCounted(string method) =>
        Assert.That(VillageWeights($"{{stage: village, frame: frame.csv, key: village, method: {method}, within: town, drawn: 抽取村数}}"), Is.EqualTo(new[] { 1.5, 1.5, 1.5, 2 }));

    [Test]
    public void AKeyMayHoldTheWave()
    {
        string stage = Village.Replace("key: village", "key: [wave, village]", StringComparison.Ordinal);
        Assert.That(VillageWeights(stage, "wave,村,户数,抽取村数\n1,0101,800,2\n1,0102,200,2\n1,0103,1000,2\n1,0201,50,1\n2,0101,9,9\n2,0103,9,9\n"), Is.EqualTo(new[] { 1.25, 1, 1, 1 }));
    }

    [Test]
    public void KeysThatTheListHasNotAreNamed()
    {
        StudyWeights weights = Weigh(frame: Frame.Replace("0103", "103", StringComparison.Ordinal).Replace("0201", "0209", StringComparison.Ordinal));
        Assert.That(Unresolved(weights).Single(), Does.Match(@"frame\.csv: 2 values of village in 4 rows of 1 are not in this list that the village was drawn from: 0103, 0201; complete the list, or correct the values where they come from\.$"));
        Assert.That(weights["1"].Result, Is.Null);
    }

    [Test]
    public void ARowWithoutAKeyIsUnresolved()
    {
        string people = "村,人数,表,结果,年龄\n,2,A,1,30\n0101,2,A,1,30\n";
        Assert.That(Unresolved(Weigh(StudyOf(Village), people)).Single(), Does.Match(@"^1 row of 1 has no village, so that .*frame\.csv does not tell the weight of the village; fill it in where the rows come from\.$"));
    }

    [TestCase("村,户数,抽取村数\n0101,600,2\n0101,400,2\n", "has a key twice, in rows 1 and 2 (village); each key stands once.")]
    [TestCase("村,户数,抽取村数\n0101,,2\n0103,-4,2\n", "the column '户数' is missing or negative in 2 rows (1, 2); correct the file.")]
    [TestCase("村,户数,抽取村数\n0101,约600,2\n0102,400,2\n", "the column '户数' is no number in row 1; correct the file.")]
    [TestCase("村,户数,抽取村数\n0101,600,2\n0102,400,3\n", "the column '抽取村数' differs from that of another unit of the same town in row 2; correct the file.")]
    [TestCase("村,户数,抽取村数\n0101,600,\n", "the column '抽取村数' is missing in row 1; correct the file.")]
    [TestCase("村,户,抽取村数\n0101,600,1\n", "has no column '户数'")]
    [TestCase("村,户数,抽取村数\n0101,600,2\n合计,600,2\n", "row 2 is a total of others, which would count twice; take it out of the file, or name a sheet without it.")]
    public void AListThatCannotBeUsedIsNamed(string frame, string why) =>
        Assert.That(Refused(frame), Does.Match(@"line \d+, column \d+: the weights of 1 cannot be made: .*frame\.csv").And.Contains(why));

    [Test]
    public void ALargeVillageIsAContradiction() =>
        Assert.That(Refused(Frame.Replace("0103,1000", "0103,1001", StringComparison.Ordinal)), Does.Contain("The stage 'village': row 5 has 2 drawn of a total of 2001 by a size of 1001, which would be a probability of 1.0005; correct the numbers, or if so large a unit was drawn with certainty, give the probabilities of the draw themselves (probability: COLUMN)").And.Contains("the first is ").And.Contains("people.csv, row 5 (line 6)"));

    [Test]
    public void APartThatNothingTellsIsNamed() =>
        Assert.That(Refused(Frame, Village.Replace("within: town", "within: 片区", StringComparison.Ordinal)), Does.Contain("frame.csv has no column '片区'"));

    // a code kept as a number has lost its zero, and is another text
    [Test]
    public void AWorkbookIsReadByTheTextsOfItsCodes([Values] bool isText)
    {
        string folder = NewFolder(), study = Write(folder, StudyOf(Village.Replace("frame.csv", "frame.xlsx", StringComparison.Ordinal)), ("people.csv", People), ("register.csv", Register));
        IEnumerable<IReadOnlyList<Cell>> rows = Frame.Trim().Split('\n').Select((line, at) => (IReadOnlyList<Cell>)[.. line.Split(',').Select((text, column) => at == 0 || (column == 0 && isText) ? Cell.Of(text) : Cell.Of(double.Parse(text, CultureInfo.InvariantCulture)))]);
        Workbook.Write(Path.Combine(folder, "frame.xlsx"), ("名册", rows));
        StudyWeights weights = Study.Read(study).Load().Weigh();
        if (isText)
            Assert.That(Numbers(weights["1"].Result!.Table, "villageWeight")[3..7], Is.EqualTo(new[] { 2_000 / 1_200.0, 1, 1, 1_000 / 300.0 }));
        else
            Assert.That(Unresolved(weights).Single(), Does.Contain("3 values of village in 8 rows of 1 are not in this list that the village was drawn from: 0101, 0103, 0201;"));
    }

    [Test]
    public void AListThatIsNotThereIsNamed() =>
        Assert.That(Refused(Frame, Village.Replace("frame.csv", "none.csv", StringComparison.Ordinal)), Does.Contain("none.csv"));
}
