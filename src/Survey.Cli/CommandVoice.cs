using Survey.Files;

namespace Survey.Cli;

/// <summary>Says what the library says in the words of this command: its options instead of the library's parameters and methods.</summary>
internal static class CommandVoice
{
    private static readonly (string Library, string Command)[] Words =
    [
        ("samePlaces: true or false", "--same-places yes or no"),
        ("leave systematicOrder out", "leave --systematic out"),
        ("take the Average of the waves", "add --average"),
        ("lonely-PSU rule Certainty, Adjust or Average", "rule --lonely-psu certainty, adjust or average"),
        ("lonely-PSU rule Certainty", "rule --lonely-psu certainty"),
        ("(collapse)", "(--collapse)"),
        ("with Where (--where)", "with --where"),
        ("such as By(\"sex\")", "such as --by sex"),
        ("HeaderRow = ", "--header-row "),
        ("(HeaderRow)", "(--header-row)"),
        ("leave Sheet out", "leave --sheet out"),
        ("another with Sheet", "another with --sheet"),
        ("Sheet is blank; name a sheet, or leave it null", "--sheet is blank; name a sheet, or leave it out"),
        ("(TakeAllIfFewer)", "(--all-if-fewer)"),
        ("name it otherwise with As (as in text)", "name it otherwise, such as \"x as y\""),
    ];

    /// <summary>One sentence on one line, without ID card and phone numbers that it may have met in the data.</summary>
    public static string Of(string message)
    {
        foreach ((string library, string command) in Words)
            message = message.Replace(library, command, StringComparison.Ordinal);
        return PersonalData.Hidden(message.ReplaceLineEndings(" "));
    }

    /// <summary>Tells what should be said beside a result.</summary>
    public static void Note(IEnumerable<string> notes, TextWriter messages)
    {
        foreach (string note in notes)
            messages.WriteLine($"survey: note: {PersonalData.Hidden(note)}");
    }
}
