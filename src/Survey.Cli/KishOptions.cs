using System.Globalization;
using Survey.Files;

namespace Survey.Cli;

/// <summary>Kish tables and printed sheets for the households of a sample.</summary>
internal static class KishOptions
{
    private const string Section = "The Kish grid";

    public static readonly Option[] Options =
    [
        new("--kish", [], "adds kishTable, the table of the Kish grid of each household drawn", Section),
        new("--kish-sheets", ["FOLDER"], "printable workbooks in Chinese, one a town: whom to visit and whom to interview there (adds kishTable too)", Section),
        new("--kish-columns", ["TOWN,VILLAGE,HOUSEHOLD"], "what the frame calls them, by default the last three names of --within and --stage", Section),
        new("--kish-show", ["COL[,COL]"], "further columns that the sheets show to interviewers, such as the address; personal data too", Section),
        new("--kish-ages", ["FROM-TO"], "who is eligible, by default 15-69", Section),
        new("--kish-months", ["N"], "who has lived there for more than N of the last 12 months, by default 6; 0 asks for nothing", Section),
        new("--kish-target", ["N"], "interviews wanted in each village; left to be filled in otherwise", Section),
        new("--simulated", [], "marks every page 模拟数据", Section),
    ];

    /// <summary>What the sheets say and what they call their columns; null where no sheets are asked for.</summary>
    public static KishSheetOptions? Of(Arguments arguments, SamplingPlan plan)
    {
        if (!arguments.Has("--kish-sheets"))
            return Options.Skip(2).FirstOrDefault(option => arguments.Has(option.Name)) is { } lost ? throw new ArgumentException($"{lost.Name} says what stands on Kish sheets, and none are asked for; add --kish-sheets FOLDER.") : null;
        (string town, string village, string household) = ColumnsOf(arguments, plan);
        (int youngest, int oldest) = AgesOf(arguments["--kish-ages"] ?? "15-69");
        return new KishSheetOptions
        {
            Town = town,
            Village = village,
            Household = household,
            Show = arguments["--kish-show"] is { } shown ? Words.List("--kish-show", shown) : [],
            YoungestAge = youngest,
            OldestAge = oldest,
            MonthsOfResidence = Whole(arguments, "--kish-months") ?? 6,
            Wanted = Whole(arguments, "--kish-target"),
            Simulated = arguments.Has("--simulated"),
        };
    }

    public static void Write(Arguments arguments, Table households, KishSheetOptions options, TextWriter messages)
    {
        IReadOnlyList<string> files = KishSheets.WriteTowns(households, arguments["--kish-sheets"]!, options);
        messages.WriteLine($"survey: {Invariant.Count(files.Count)} {(files.Count == 1 ? "workbook" : "workbooks")} for the towns in {arguments["--kish-sheets"]}.");
    }

    private static (string Town, string Village, string Household) ColumnsOf(Arguments arguments, SamplingPlan plan)
    {
        if (arguments["--kish-columns"] is { } named)
            return Words.List("--kish-columns", named) is [var ofTown, var ofVillage, var ofHousehold]
                ? (ofTown, ofVillage, ofHousehold)
                : throw new ArgumentException($"--kish-columns takes three columns, the town, the village and the household, not '{named}'.");
        string[] names = [.. plan.Stages.SelectMany(stage => (string[])[.. stage.Strata.All, stage.Unit])];
        return names is [.., var town, var village, var household]
            ? (town, village, household)
            : throw new ArgumentException($"Kish sheets need a town, a village and a household, and the plan names {string.Join(" and ", names)}; name the columns with --kish-columns TOWN,VILLAGE,HOUSEHOLD.");
    }

    private static (int Youngest, int Oldest) AgesOf(string text) =>
        text.Split('-') is [var from, var to] && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out int youngest) && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out int oldest) && oldest >= youngest
            ? (youngest, oldest)
            : throw new ArgumentException($"--kish-ages takes two ages, such as 15-69, not '{text}'.");

    private static int? Whole(Arguments arguments, string option) =>
        arguments[option] is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
        : throw new ArgumentException($"{option} takes a whole number, not '{text}'.");
}
