using Survey.Files;
using Survey.Monitoring.Intake;

namespace Survey.Monitoring.Tests.Intake;

/// <summary>Options joined in one text are taken apart as somebody would who tries every way to cut it.</summary>
public class OptionListTests
{
    private const string Separators = ",、;┋";

    private static readonly string[] Letters = ["A", "B", "C", "D"];

    private static readonly string[][] Names =
    [
        ["A", "B", "C", "D"],
        ["1", "2", "3", "10"],
        ["1", "2", "3", "4"],
        ["电视", "报纸、杂志", "报纸", "杂志"],
        ["水果", "水果、蔬菜", "蔬菜", "果、蔬"],
        ["是", "是的", "是的,是", "的"],
        ["A、", "A", "BC", "B"],
        ["a b", "a", "b", "B"],
        ["A1", "1", "A", "12"],
    ];

    [TestCase("A,C", "A,C")]
    [TestCase("ACD", "A,C,D")]
    [TestCase("DCA", "A,C,D")]
    [TestCase("acd", "A,C,D")]
    [TestCase("a、 C ;d", "A,C,D")]
    [TestCase(",A,,B;", "A,B")]
    [TestCase("AA", null)]
    [TestCase("A,A", null)]
    [TestCase("AE", null)]
    [TestCase(",", null)]
    [TestCase("", null)]
    public void Letter(string text, string? expected) => Is(Letters, text, expected);

    [TestCase("1┋3", "A,C")]
    [TestCase("10", "D")]
    [TestCase("1,10", "A,D")]
    [TestCase("110", null)]
    [TestCase("12", null)]
    [TestCase("1 2", "A,B")]
    public void NumbersOfTwoDigitsNeedSeparators(string text, string? expected) => Is(["1", "2", "3", "10"], text, expected);

    [TestCase("12", "A,B")]
    [TestCase("413", "A,C,D")]
    public void NumbersOfOneDigitDoNot(string text, string? expected) => Is(["1", "2", "3", "4"], text, expected);

    [TestCase("电视、报纸、杂志", "A,B")]
    [TestCase("报纸、杂志、电视", "A,B")]
    [TestCase("报纸", "C")]
    [TestCase("报纸、报纸、杂志", "B,C")]
    [TestCase("报纸、杂志、报纸、杂志", "B,C,D")]
    [TestCase("电视报纸", null)]
    public void ATextMayHoldASeparatorAndBeginAnother(string text, string? expected) => Is(["电视", "报纸、杂志", "报纸", "杂志"], text, expected);

    [Test]
    public void ATextMayEndInASeparator() => Is(["A、", "A", "BC", "B"], "A、BC", "B,C");

    [Test]
    public void ASmallLetterThatIsANameIsItself()
    {
        Is(["A", "a", "B", "C"], "a", "B");
        Is(["A", "a", "B", "C"], "aA", "A,B");
    }

    [Test]
    public void JoinedIsWhatTheNaiveTwinSays([Range(1, 40)] int seed)
    {
        var random = new Random(seed);
        for (int time = 0; time < 250; time++)
        {
            string[] names = NamesOf(random);
            var options = new OptionList(Letters, [.. names.Select(name => (IReadOnlyList<string>)[name])]);
            string text = TextOf(random, names);
            string? expected = JoinedOptionsTwin.Of(names, Separators, text) is { } chosen ? string.Join(',', chosen.Order().Select(option => Letters[option])) : null;
            Assert.That(options.Joined(text, Separators) is { } bits ? options.TextOf(bits) : null, NUnit.Framework.Is.EqualTo(expected), $"'{text}' of {string.Join(" | ", names)}");
        }
    }

    [Test]
    public void OneNameForTwoOptionsIsRefused() =>
        Assert.That(() => new OptionList(["A", "B"], [["x"], ["x"]]), Throws.TypeOf<SurveyDataException>().With.Message.Contains("'x' names two options, A and B"));

    private static void Is(string[] names, string text, string? expected)
    {
        var options = new OptionList(Letters, [.. names.Select(name => (IReadOnlyList<string>)[name])]);
        Assert.That(options.Joined(text, Separators) is { } bits ? options.TextOf(bits) : null, NUnit.Framework.Is.EqualTo(expected));
    }

    /// <summary>Names of a list above, or of a few characters at random.</summary>
    private static string[] NamesOf(Random random)
    {
        if (random.Next(2) == 0)
            return Names[random.Next(Names.Length)];
        var names = new HashSet<string>();
        while (names.Count < 4)
            if (Folding.Fold(Characters(random, "AB1中、,ab", random.Next(1, 4))) is { } name && name.Any(c => !Separators.Contains(c)))
                names.Add(name);
        return [.. names];
    }

    /// <summary>Names one after another with or without separators, sometimes with something else among them.</summary>
    private static string TextOf(Random random, string[] names)
    {
        string text = "";
        for (int left = random.Next(1, 6); left > 0; left--)
        {
            string name = names[random.Next(names.Length)];
            text += random.Next(8) == 0 ? name.ToLowerInvariant() : name;
            text += random.Next(3) == 0 ? "" : Characters(random, Separators + " ", random.Next(1, 3));
        }
        return Folding.Fold(random.Next(8) == 0 ? text.Insert(random.Next(text.Length + 1), Characters(random, "AB1中、x", 1)) : text);
    }

    private static string Characters(Random random, string among, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => among[random.Next(among.Length)]));
}
