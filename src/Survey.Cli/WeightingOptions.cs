using Survey.Files;

namespace Survey.Cli;

/// <summary>The options for steps of weighting, which are taken in the order in which they stand, and for making replicate weights after them.</summary>
internal static class WeightingOptions
{
    public const string Section = "Steps of weighting, in the order given";

    private static readonly string[] Steps = ["--trim-above", "--trim-below", "--post-stratify", "--rake", "--calibrate"];

    public static readonly Option[] Options =
    [
        new("--trim-above", ["LIMIT"], "cut greater weights to a limit, such as 45 or \"5 medians\", and give what is cut off to the others", Section),
        new("--trim-below", ["LIMIT"], "raise smaller weights to a limit; with --trim-above beside it one step", Section),
        new("--strict", [], "trim until no weight is outside the limits", Section),
        new("--post-stratify", ["FILE"], "a CSV file of cells: columns of the data (or expressions over them), and one of counts", Section),
        new("--rake", ["FILE"], "a CSV file of a margin, or of several (variable, level, count; or 变量, 水平, 人口数); several --rake that follow each other are one step", Section, Repeats: true),
        new("--calibrate", ["FILE"], "the same, and totals of variables (variable, an empty level, total); several that follow each other are one step", Section, Repeats: true),
        new("--distance", ["NAME"], "of --calibrate: linear (default), raking or logit", Section),
        new("--bounds", ["L,U"], "of --calibrate: the least and the greatest factor, such as 0.4,2.5", Section),
        new("--cluster-constant", [], "of --calibrate: one factor for all rows of a PSU", Section),
        new("--shares", [], "the files hold shares of people (and means) instead of counts (and totals)", Section),
        new("--count", ["COL"], "the column of counts or shares in the files, where it cannot be told", Section),
        new("--make-replicates", ["TYPE"], "make replicate weights, in which every calibration is taken anew: jk1, jkn, jk2, brr, fay, sdr, rao-wu, rao-wu-yue-beaumont or canty-davison", Section),
        new("--replicate-count", ["R"], "how many bootstrap replicates (500 otherwise)", Section),
        new("--seed", ["N"], "a whole number that decides the bootstrap; the same number gives the same replicates", Section),
    ];

    /// <summary>Whether a step is asked for.</summary>
    public static bool AreAsked(Arguments arguments) => Steps.Any(arguments.Has) || arguments.Has("--make-replicates");

    /// <summary>The first step that is asked for.</summary>
    public static string? StepOf(Arguments arguments) => Array.Find(Steps, arguments.Has);

    /// <summary>Refuses options that go with others that are not there.</summary>
    public static void Check(Arguments arguments)
    {
        Require("--strict", "trims until nothing is outside", ["--trim-above", "--trim-below"]);
        foreach (string option in (string[])["--distance", "--bounds", "--cluster-constant"])
            Require(option, "is of a calibration", ["--calibrate"]);
        foreach (string option in (string[])["--shares", "--count"])
            Require(option, "is of files of margins", ["--post-stratify", "--rake", "--calibrate"]);
        Require("--replicate-count", "is of replicate weights that are made", ["--make-replicates"]);
        Require("--seed", "is of a bootstrap", ["--make-replicates"]);
        if (AreAsked(arguments) && ReplicateOptions.AreAsked(arguments) && arguments.Has("--make-replicates"))
            throw new ArgumentException("--make-replicates makes replicate weights, and --replicates names those of the file; choose one.");

        void Require(string option, string what, string[] others)
        {
            if (arguments.Has(option) && !others.Any(arguments.Has))
                throw new ArgumentException($"{option} {what}, and none is asked for; add {string.Join(" or ", others)}, or leave it out.");
        }
    }

    /// <summary>The columns of the data that the margins are of.</summary>
    /// <param name="arguments">The command's.</param>
    /// <param name="columns">Those of the data.</param>
    public static IEnumerable<string> ColumnsOf(Arguments arguments, IReadOnlyList<string> columns) =>
        arguments.Options.Where(given => given.Option.Name is "--post-stratify" or "--rake" or "--calibrate")
            .SelectMany(given => MarginsOf(arguments, given.Option.Name, given.Values[0], columns)).SelectMany(margin => margin.Variables).SelectMany(variable => variable.Of.Columns);

    /// <summary>The design after the steps.</summary>
    public static Design Apply(Arguments arguments, Design design)
    {
        (Option Option, string[] Values)[] given = [.. arguments.Options.Where(own => Steps.Contains(own.Option.Name))];
        for (int at = 0; at < given.Length;)
        {
            string name = given[at].Option.Name;
            int end = at + 1;
            while (end < given.Length && IsOneStep(name, given[end].Option.Name))
                end++;
            design = Taken(arguments, design, name, [.. given[at..end].Select(own => own.Values[0])], given[at..end]);
            at = end;
        }
        return arguments["--make-replicates"] is { } type && design is SurveyDesign made ? made.Replicates(SchemeOf(arguments, type)) : design;
    }

    private static bool IsOneStep(string first, string next) =>
        first is "--rake" or "--calibrate" ? next == first : first.StartsWith("--trim", StringComparison.Ordinal) && next.StartsWith("--trim", StringComparison.Ordinal);

    /// <summary>A step, whose errors name it and its files.</summary>
    private static Design Taken(Arguments arguments, Design design, string name, string[] values, (Option Option, string[] Values)[] given)
    {
        try
        {
            return TakenOf(arguments, design, name, values, given);
        }
        catch (Exception error) when (error is SurveyDataException or ArgumentException && !name.StartsWith("--trim", StringComparison.Ordinal) && !error.Message.StartsWith("In ", StringComparison.Ordinal))
        {
            throw new SurveyDataException($"{name} {string.Join(", ", values)}: {App.Message(error)}", error);
        }
    }

    private static Design TakenOf(Arguments arguments, Design design, string name, string[] values, (Option Option, string[] Values)[] given)
    {
        if (name.StartsWith("--trim", StringComparison.Ordinal))
        {
            WeightLimit? above = Limit("--trim-above"), below = Limit("--trim-below");
            return design is SurveyDesign trimmed ? trimmed.Trim(above, below, arguments.Has("--strict")) : ((ReplicateDesign)design).Trim(above, below, arguments.Has("--strict"));
        }
        Margin[] margins = [.. values.SelectMany(file => MarginsOf(arguments, name, file, design.Rows.Columns))];
        PersonalLevels.RefuseMargins((Table)design.Rows, margins.SelectMany(margin => margin.Variables).SelectMany(variable => variable.Of.Columns));
        if (name == "--post-stratify")
            return margins is not [var cells] ? throw new SurveyDataException($"The file {values[0]} of --post-stratify has {margins.Length} margins, and cells are one; rake to several (--rake).")
                : design is SurveyDesign post ? post.PostStratify(cells) : ((ReplicateDesign)design).PostStratify(cells);
        if (name == "--rake")
            return design is SurveyDesign raked ? raked.Rake(margins) : ((ReplicateDesign)design).Rake(margins);
        CalibrationDistance distance = arguments["--distance"] is { } word ? Words.OneOf("--distance", word, ("linear", CalibrationDistance.Linear), ("raking", CalibrationDistance.Raking), ("logit", CalibrationDistance.Logit)) : CalibrationDistance.Linear;
        (double, double)? bounds = arguments["--bounds"] is { } text ? BoundsOf(text) : null;
        bool constant = arguments.Has("--cluster-constant");
        return design is SurveyDesign survey ? survey.Calibrate(margins, distance, bounds, constant) : ((ReplicateDesign)design).Calibrate(margins, distance, bounds, constant);

        WeightLimit? Limit(string option) => Array.Find(given, own => own.Option.Name == option).Values is [var limit] ? WeightLimit.Parse(limit) : null;
    }

    private static IReadOnlyList<Margin> MarginsOf(Arguments arguments, string option, string file, IReadOnlyList<string> columns)
    {
        try
        {
            return Margins.Of(Table.Read([file]), arguments["--count"], arguments.Has("--shares"), columns);
        }
        catch (Exception error) when (error is SurveyDataException or ArgumentException)
        {
            throw new SurveyDataException($"In {file} of {option}: {App.Message(error)}");
        }
    }

    private static (double, double) BoundsOf(string text) =>
        Words.List("--bounds", text) is [var low, var high] ? (Words.Number("--bounds", low), Words.Number("--bounds", high)) : throw new ArgumentException($"--bounds takes two numbers, the least factor and the greatest, such as 0.4,2.5, not '{text}'.");

    private static ReplicateScheme SchemeOf(Arguments arguments, string type)
    {
        if (type.Equals("fay", StringComparison.OrdinalIgnoreCase) != arguments.Has("--fay"))
            throw new ArgumentException(arguments.Has("--fay") ? "--fay is of --make-replicates fay; leave it out, or choose that." : "--make-replicates fay has a factor; add --fay 0.5.");
        bool isBootstrap = type.ToLowerInvariant() is "rao-wu" or "rao-wu-yue-beaumont" or "canty-davison";
        if (isBootstrap && !arguments.Has("--seed"))
            throw new ArgumentException($"--make-replicates {type} draws by chance; add --seed N, so that it can be repeated.");
        if (!isBootstrap && (arguments.Has("--seed") || arguments.Has("--replicate-count") && !type.Equals("sdr", StringComparison.OrdinalIgnoreCase)))
            throw new ArgumentException($"--make-replicates {type} makes as many replicates as the design asks for, without chance; leave --seed and --replicate-count out.");
        const int Usual = 500;
        int? asked = arguments["--replicate-count"] is { } text ? Words.Whole("--replicate-count", text) : null;
        int count = asked ?? Usual;
        ulong seed = arguments["--seed"] is { } number ? Words.Seed(number) : 0;
        return Words.OneOf<Func<ReplicateScheme>>(
            "--make-replicates", type, ("jk1", ReplicateScheme.JK1), ("jkn", ReplicateScheme.JKn), ("jk2", ReplicateScheme.JK2), ("brr", ReplicateScheme.Brr), ("fay", () => ReplicateScheme.Fay(Words.Number("--fay", arguments["--fay"]!))),
            ("sdr", () => ReplicateScheme.SuccessiveDifferences(asked)), ("rao-wu", () => ReplicateScheme.RaoWu(count, seed)),
            ("rao-wu-yue-beaumont", () => ReplicateScheme.RaoWuYueBeaumont(count, seed)), ("canty-davison", () => ReplicateScheme.CantyDavison(count, seed)))();
    }
}
