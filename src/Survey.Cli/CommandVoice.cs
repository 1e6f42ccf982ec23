using Survey.Files;

namespace Survey.Cli;

/// <summary>Says what the library says in the words of this command: its options instead of the library's parameters and methods.</summary>
internal static class CommandVoice
{
    private const string KeepWithColumns = "by naming the columns to keep with --columns, where what is named is kept whatever it looks like";

    private static readonly (string Library, string Command)[] Words =
    [
        ("with Select, or name in PersonalDataAllowedIn what may be handed on", KeepWithColumns),
        ("of the Columns that are read, or name in PersonalDataAllowedIn what may be handed on", KeepWithColumns),
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
        ("such as (0.4, 2.5)", "such as --bounds 0.4,2.5"),
        ("calibrate to it (Calibrate), which takes both", "calibrate to it with --calibrate, which takes both"),
        ("leave constantInClusters out", "leave --cluster-constant out"),
        ("give its column (systematicOrder)", "give its column (--systematic)"),
        ("give bounds of the factors, such as 0.3 and 3, or take the distance Raking", "give bounds of the factors, such as --bounds 0.3,3, or --distance raking"),
        ("The distance Logit has", "--distance logit has"),
        ("trim strictly to have none", "add --strict to have none"),
        ("choose the rule Certainty", "choose --lonely-psu certainty"),
        ("give the rscales of their producer", "give the factors of their producer (--rscales FILE)"),
        ("give the scale that their producer gives", "give the scale that their producer gives (--scale S)"),
        ("such as 0.5; give it", "such as 0.5; add --fay 0.5"),
        ("give Margin.Population, or counts", "give the number of people (a row without variable and level), or counts"),
        ("of which only ReplicateScheme.SuccessiveDifferences makes replicates; take that, or leave systematicOrder out", "of which only sdr makes replicates; take that, or leave --systematic out"),
        ("leave it out with Where", "leave it out with --where"),
        ("(DegreesOfFreedomRule.Design)", "(--df design)"),
        ("say that they are shares (areShares: true), or give it another name", "add --shares, or give it another name"),
        ("if its amounts are shares say so, else", "if its amounts are shares add --shares, else"),
        ("if they are factors by which weights are multiplied say so (areCombined: false)", "if they are factors by which weights are multiplied add --replicate-factors"),
        ("if they are weights leave areCombined: false out", "if they are weights leave --replicate-factors out"),
        ("it cannot be told which of them holds counts or shares; name it", "it cannot be told which of them holds counts or shares; name it with --count COL"),
        ("give margins of one population, or one of them as shares", "give margins of one population"),
        ("which is the name of the column of weights that a step makes; give it another name first", "which is the name of the weights that a step makes; rename it in the file, or take all steps at once from the weights before them"),
        ("correct it, or say that it means \"I do not know\" or is missing", "correct it, or say that it means \"I do not know\" (--dont-know) or is missing (--missing)"),
        ("give another name, or append to it", "give another name with --table, or add --append"),
        ("or allow it more time", "or allow it more time (--timeout)"),
        ("or load the column as text", "or load the column as text (--type COLUMN=category)"),
        ("into a table in memory and ask that (Extract)", "into a file and estimate from that"),
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
            messages.WriteLine($"survey: note: {Of(note)}");
    }
}
