using Survey.Files;

namespace Survey.Cli;

/// <summary>Printed sheets for the households of a sample.</summary>
internal static class KishOptions
{
    /// <summary>What the sheets call their columns: town, village and household are the last three names of the plan. Null where no sheets are asked for.</summary>
    public static KishSheetOptions? Of(Arguments arguments, SamplingPlan plan)
    {
        if (!arguments.Has("--kish-sheets"))
            return arguments.Has("--kish-show") ? throw new ArgumentException("--kish-show names columns of the sheets, and no sheets are asked for; add --kish-sheets FOLDER.") : null;
        string[] names = [.. plan.Stages.SelectMany(stage => (string[])[.. stage.Strata.All, stage.Unit])];
        if (names is not [.., var town, var village, var household])
            throw new ArgumentException($"Kish sheets need a town, a village and a household, and the plan names {string.Join(" and ", names)}; add the others with --within, such as --stage village --within town, then --stage household.");
        return new KishSheetOptions { Town = town, Village = village, Household = household, Show = arguments["--kish-show"] is { } shown ? Words.List("--kish-show", shown) : [] };
    }

    public static void Write(Arguments arguments, Table households, KishSheetOptions options, TextWriter messages)
    {
        IReadOnlyList<string> files = KishSheets.WriteTowns(households, arguments["--kish-sheets"]!, options);
        messages.WriteLine($"survey: {Invariant.Count(files.Count)} {(files.Count == 1 ? "workbook" : "workbooks")} for the towns in {arguments["--kish-sheets"]}.");
    }
}
