using Survey.Files;

namespace Survey.Cli;

/// <summary>Printed sheets for the households of a sample.</summary>
internal static class KishOptions
{
    public static bool AreAsked(Arguments arguments) => arguments.Has("--kish-sheets");

    /// <summary>Town, village and household are the last three names of the plan.</summary>
    public static void Write(Arguments arguments, SamplingPlan plan, Table households, TextWriter messages)
    {
        string[] names = [.. plan.Stages.SelectMany(stage => (string[])[.. stage.Strata.All, stage.Unit])];
        if (names is not [.., var town, var village, var household])
            throw new ArgumentException($"Kish sheets need a town, a village and a household, and the plan names {string.Join(" and ", names)}; add the others with --within, such as --stage village --within town, then --stage household.");
        var options = new KishSheetOptions { Town = town, Village = village, Household = household, Show = arguments["--kish-show"] is { } shown ? Words.List("--kish-show", shown) : [] };
        IReadOnlyList<string> files = KishSheets.WriteTowns(households, arguments["--kish-sheets"]!, options);
        messages.WriteLine($"survey: {Invariant.Count(files.Count)} {(files.Count == 1 ? "workbook" : "workbooks")} for the towns in {arguments["--kish-sheets"]}.");
    }
}
