using System.Text;

namespace Survey.Engines;

/// <summary>Puts pieces of SQL together, as every server takes them.</summary>
internal static class Sql
{
    /// <summary>The conditions that all servers know, as not all know the words.</summary>
    public const string True = "1=1", False = "1=0";

    /// <summary>A missing whole number.</summary>
    public const string NoWhole = "(CASE WHEN 1=0 THEN 0 END)";

    private const int Longest = 1_000_000;

    public static string And(IEnumerable<string> conditions) => Joined(conditions, " AND ", neutral: True, deciding: False);

    public static string Or(IEnumerable<string> conditions) => Joined(conditions, " OR ", neutral: False, deciding: True);

    /// <summary>A choice by conditions; NULL where none is true and there is nothing otherwise.</summary>
    /// <param name="arms">At least one whose condition is not always false, or something otherwise.</param>
    /// <param name="otherwise">Where no condition is true.</param>
    public static string Case(IEnumerable<(string When, string Then)> arms, string? otherwise = null)
    {
        var text = new StringBuilder("(CASE");
        foreach ((string when, string then) in arms)
            if (when == True)
            {
                otherwise = then;
                break;
            }
            else if (when != False)
                Append(text, $" WHEN {when} THEN {then}");
        if (text.Length == "(CASE".Length)
            return otherwise ?? throw new ArgumentException("No arm is left.", nameof(arms));
        return Checked(text.Append(otherwise is null ? " END)" : $" ELSE {otherwise} END)").ToString());
    }

    /// <summary>Whether a value is one of some.</summary>
    public static string In(string value, IEnumerable<string> among) => $"{value} IN ({List(among)})";

    /// <summary>A text that is not too long a statement: what stands twice in an expression that stands twice in another soon is.</summary>
    /// <exception cref="SurveyDataException">It is.</exception>
    public static string Checked(string text) => text.Length <= Longest ? text : throw TooLong();

    public static SurveyDataException TooLong() =>
        new($"An expression makes more than {Invariant.Count(Longest)} characters of SQL, too long a statement; have a column derived in the database for a part of it.");

    private static string List(IEnumerable<string> values)
    {
        var text = new StringBuilder();
        foreach (string value in values)
            Append(text, text.Length == 0 ? value : ", " + value);
        return text.ToString();
    }

    private static string Joined(IEnumerable<string> conditions, string between, string neutral, string deciding)
    {
        var text = new StringBuilder();
        int count = 0;
        foreach (string condition in conditions)
            if (condition == deciding)
                return deciding;
            else if (condition != neutral)
                Append(text, count++ == 0 ? condition : between + condition);
        return count switch { 0 => neutral, 1 => text.ToString(), _ => $"({text})" };
    }

    private static void Append(StringBuilder text, string part)
    {
        if (text.Append(part).Length > Longest)
            throw TooLong();
    }
}
