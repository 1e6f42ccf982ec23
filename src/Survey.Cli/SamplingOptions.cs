using System.Globalization;
using Survey.Files;

namespace Survey.Cli;

/// <summary>The options that describe the stages of a sample, each set after its --stage.</summary>
internal static class SamplingOptions
{
    public const string Draw = "The draw";

    private const string Stages = "Each stage";

    public static readonly Option[] Options =
    [
        new("--stage", ["UNIT"], "the column that names the units of a stage; what follows describes it", Stages, Repeats: true),
        new("--draw", ["N"], "how many in each stratum: 2, a share such as 10% (at least one), \"28 in all\" (in proportion to size), or column:NAME of the frame", Stages, Repeats: true),
        new("--within", ["COL[,COL]"], "the strata within which units are drawn", Stages, Repeats: true),
        new("--method", ["NAME"], "simple-random (default), systematic, sampford, brewer, pivotal or poisson", Stages, Repeats: true),
        new("--size", ["COL"], "the column of sizes to which chances are proportional", Stages, Repeats: true),
        new("--size-rows", [], "the size of a unit is its number of rows, such as the households of a village", Stages, Repeats: true),
        new("--order", ["COL[,COL]"], "sorts units before they are drawn: implicit stratification for systematic and pivotal", Stages, Repeats: true),
        new("--serpentine", [], "every other group of --order runs backwards", Stages, Repeats: true),
        new("--all-if-fewer", [], "takes a stratum whole that has fewer units than are to be drawn", Stages, Repeats: true),
        new("--keep", ["SHARE"], "a share of last year's units of the first stage that stays, such as 50%; the others are drawn anew (brewer and pivotal: up to two units a stratum)", Draw),
        new("--last", ["FILE"], "last year's sample, with the columns of the first stage", Draw),
    ];

    public static IReadOnlyList<SamplingStage> StagesOf(Arguments arguments)
    {
        var stages = new List<SamplingStage>();
        (Option Option, string[] Values)[] given = [.. arguments.Options.Where(option => option.Option.Section == Stages)];
        if (given.Length == 0 || given[0].Option.Name != "--stage")
            throw new ArgumentException($"{(given.Length == 0 ? "No stage is named" : $"{given[0].Option.Name} stands before any stage")}; begin with --stage and the column of what is drawn, such as --stage village --draw 2.");
        for (int first = 0, end; first < given.Length; first = end)
        {
            end = Array.FindIndex(given, first + 1, option => option.Option.Name == "--stage");
            end = end < 0 ? given.Length : end;
            stages.Add(StageOf(given[first..end], stages.Count == 0 ? KeptOf(arguments) : null));
        }
        return stages;
    }

    private static SamplingStage StageOf((Option Option, string[] Values)[] given, KeptShare? kept)
    {
        string unit = given[0].Values[0];
        if (given.GroupBy(option => option.Option.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"{twice.Key} stands twice for the stage {unit}; it may stand once for each.");
        string? Value(string option) => given.FirstOrDefault(other => other.Option.Name == option).Values is [var value, ..] ? value : null;
        bool Has(string option) => Array.Exists(given, other => other.Option.Name == option);
        string[] List(string option) => Value(option) is { } text ? Words.List(option, text) : [];
        return new SamplingStage(unit, Allocation.Parse(Value("--draw") ?? throw new ArgumentException($"How many {unit} are drawn is not said; add --draw after --stage {unit}, such as --draw 2.")))
        {
            Strata = Names.Of(List("--within")),
            Method = MethodOf(Value("--method")),
            MeasureOfSize = Value("--size"),
            SizeIsRows = Has("--size-rows"),
            Order = Names.Of(List("--order")),
            Serpentine = Has("--serpentine"),
            TakeAllIfFewer = Has("--all-if-fewer"),
            Kept = kept,
        };
    }

    private static SelectionMethod MethodOf(string? word) =>
        word is null ? SelectionMethod.SimpleRandom
        : word is "pps" ? throw new ArgumentException("--method pps says that chances are proportional to size, which --size does, and not how units are drawn; choose systematic, sampford, brewer, pivotal or poisson, such as --method systematic --size households.")
        : Words.OneOf(
            "--method",
            word,
            ("simple-random", SelectionMethod.SimpleRandom),
            ("systematic", SelectionMethod.Systematic),
            ("sampford", SelectionMethod.Sampford),
            ("brewer", SelectionMethod.Brewer),
            ("pivotal", SelectionMethod.Pivotal),
            ("poisson", SelectionMethod.Poisson));

    private static KeptShare? KeptOf(Arguments arguments)
    {
        string? share = arguments["--keep"], last = arguments["--last"];
        if (share is null && last is null)
            return null;
        if (share is null || last is null)
            throw new ArgumentException($"{(share is null ? "--last names last year's sample, and --keep does not say how much of it stays" : "--keep needs last year's sample")}; give both, such as --keep 50% --last 2023.csv.");
        return new KeptShare(ShareOf(share), Table.Read(last, new ReadOptions { Types = TableFile.ColumnNames(last).ToDictionary(name => name, _ => ColumnType.Category) }));
    }

    /// <summary>A sample that this command wrote: names of units as they are, what it added as numbers.</summary>
    public static Table EarlierSample(string file) =>
        Table.Read(file, new ReadOptions { Types = TableFile.ColumnNames(file).ToDictionary(name => name, name => DrawnSample.IsAdded(name) ? ColumnType.Number : ColumnType.Category) });

    private static double ShareOf(string text)
    {
        bool isPercent = text.EndsWith('%');
        return double.TryParse(isPercent ? text[..^1] : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double share) && (isPercent ? share / 100 : share) is >= 0 and <= 1 and double value
            ? value
            : throw new ArgumentException($"--keep takes a share from 0 to 1, such as 50% or 0.5, not '{text}'.");
    }
}
