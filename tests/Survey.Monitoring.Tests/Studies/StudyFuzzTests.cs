namespace Survey.Monitoring.Tests.Studies;

/// <summary>However a study file is damaged, reading it ends in a study or in sentences.</summary>
public class StudyFuzzTests
{
    private static readonly string Whole = File.ReadAllText(StudyText.Doc("study.yaml"));

    // signs with a meaning in YAML or in expressions, and some that look like them
    private const string Signs = "{}[]:,#&*!|>'\"%@`-?\\ \t\n()~0a：，“é\u2028\0𠀀";

    [CancelAfter(60_000)]
    [Test]
    public void ADamagedStudyEndsInAStudyOrInSentences([Range(1, 30)] int seed)
    {
        var random = new Random(seed);
        for (int time = 0; time < 100; time++)
        {
            string text = Damaged(random);
            try
            {
                Assert.That(StudyText.Read(text).Waves, Is.Not.Empty);
            }
            catch (SurveyDataException error)
            {
                IReadOnlyList<string> sentences = error is StudyErrorsException several ? several.Errors : [error.Message];
                Assert.That(sentences.Where(sentence => !IsSentence(sentence)), Is.Empty, text);
            }
        }
    }

    // one line with a place in front and an end
    private static bool IsSentence(string text) => text.StartsWith("study.yaml, line ", StringComparison.Ordinal) && text[^1] is '.' or '?' && !text.AsSpan().ContainsAny('\n', '\r');

    private static string Damaged(Random random)
    {
        string text = Whole;
        for (int times = random.Next(1, 4); times > 0; times--)
            text = random.Next(2) == 0 ? WithLine(random, text) : WithCharacter(random, text);
        return text;
    }

    private static string WithLine(Random random, string text)
    {
        List<string> lines = [.. text.Split('\n')];
        int at = random.Next(lines.Count), other = random.Next(lines.Count);
        switch (random.Next(4))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(other, lines[at]);
                break;
            case 2:
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
            default:
                lines[at] = new string(' ', random.Next(6)) + lines[at].TrimStart();
                break;
        }
        return string.Join('\n', lines);
    }

    private static string WithCharacter(Random random, string text)
    {
        int at = random.Next(text.Length);
        string sign = Signs[random.Next(Signs.Length)].ToString();
        return random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, sign),
            2 => text.Remove(at, 1).Insert(at, sign),
            _ => text[..at],
        };
    }
}
