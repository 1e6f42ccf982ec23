using YamlDotNet.Core;

namespace Survey.Monitoring;

/// <summary>What is said where a text is no YAML.</summary>
internal static class YamlFault
{
    // signs that look right on the screen and mean nothing to YAML
    private static readonly (char Sign, string Meant)[] FullWidth =
        [('：', "': ' (with a blank)"), ('，', "','"), ('“', "'\"'"), ('”', "'\"'"), ('［', "'['"), ('］', "']'"), ('｛', "'{'"), ('｝', "'}'"), ('＃', "'#'")];

    public static SurveyDataException Of(Exception fault, string text, StudyPlace place)
    {
        string what = fault is YamlException ? fault.Message.TrimEnd('.') : "Brackets and colons do not match";
        string sentence = $"{place}: this is no YAML ({char.ToLowerInvariant(what[0])}{what[1..].ReplaceLineEndings(" ")}); {WayOut(text, place.Line)}.";
        return new SurveyDataException(sentence, fault);
    }

    private static string WayOut(string text, int line)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        // a key that lost its colon is only noticed in the line below it
        for (int at = Math.Min(line, lines.Length) - 1; at >= Math.Max(0, line - 2); at--)
            foreach ((char sign, string meant) in FullWidth)
                if (lines[at].Contains(sign))
                    return $"write {meant} for the full-width '{sign}' in line {at + 1}, or put the text it belongs to in double quotes";
        return "look here and one line above for a colon without a blank behind it, a bracket or quote that is not closed, or a wrong indent, and put texts with signs such as : # { [ % @ in double quotes";
    }
}
