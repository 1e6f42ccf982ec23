using Survey.Files;

namespace Survey.Cli;

/// <summary>The options that say how a sample was drawn.</summary>
internal static class DesignOptions
{
    public const string Section = "How the sample was drawn";

    // those that name columns
    private static readonly string[] Columns = ["--weights", "--strata", "--clusters", "--population-sizes", "--systematic", "--probabilities"];

    private static readonly TwoColumns Collapse = new("--collapse", "a stratum", "the one it becomes part of", "stratum,into");

    /// <param name="oncePerFile">Whether options that name columns may stand once for each file, where files name them differently.</param>
    public static Option[] Options(bool oncePerFile) =>
    [
        new("--weights", ["COL"], "how many people each row stands for", Section, oncePerFile),
        new("--strata", ["COL"], "the stratum", Section, oncePerFile),
        new("--clusters", ["COL[,COL]"], "the primary sampling unit, then the units of later stages within it", Section, oncePerFile),
        new("--population-sizes", ["COL[,COL]"], "for each stage, of how many units those drawn were drawn (or the fraction drawn)", Section, oncePerFile),
        new("--lonely-psu", ["RULE"], "what a stratum of one PSU adds: fail (default), certainty, remove, adjust or average", Section),
        new("--lonely-domains", [], "let adjust and average act also where a PSU is alone only in the domain", Section),
        new("--collapse", ["FILE"], "a CSV file of two columns, strata and the stratum each becomes part of, merged before variance is estimated", Section, oncePerFile),
        new("--systematic", ["COL"], "PSUs were drawn systematically from a list in this order: successive differences", Section, oncePerFile),
        .. UnequalOptions.Options(oncePerFile),
    ];

    /// <summary>Refuses options that contradict each other.</summary>
    /// <param name="arguments">The command's.</param>
    /// <param name="files">For how many files columns may be named one by one.</param>
    public static void Check(Arguments arguments, int files)
    {
        if (arguments.Has("--lonely-domains") && arguments["--lonely-psu"]?.ToLowerInvariant() is not ("adjust" or "average"))
            throw new ArgumentException("--lonely-domains goes with --lonely-psu adjust or --lonely-psu average; with another rule it would change nothing.");
        if (arguments.Has("--lonely-domains") && arguments.Has("--systematic") && arguments["--lonely-psu"]?.ToLowerInvariant() is "adjust")
            throw new ArgumentException("--systematic does not go with --lonely-domains and --lonely-psu adjust, as successive differences have no centre to move; leave out --lonely-domains, or choose average.");
        if (arguments.Has("--collapse") && !arguments.Has("--strata"))
            throw new ArgumentException("--collapse merges strata, and none are named; add --strata COL.");
        ReplicateOptions.Check(arguments);
        WeightingOptions.Check(arguments);
        UnequalOptions.Check(arguments);
        foreach (string option in (IEnumerable<string>)[.. Columns, "--collapse", "--joint", "--sum-of-squares"])
            if (arguments.All(option).Count() is > 1 and var given && given != files)
                throw new ArgumentException(files == 1
                    ? $"{option} stands {given} times for one sample; give it once."
                    : $"{option} stands {given} times for {files} files; give it once for all, or once for each in their order.");
    }

    /// <summary>The columns that a file's design needs, and those of margins that its weights are calibrated to.</summary>
    /// <param name="arguments">The command's.</param>
    /// <param name="file">Its number among the files whose columns may be named one by one, from 0.</param>
    /// <param name="path">The file, or the first of several that belong together.</param>
    public static IEnumerable<string> ColumnsOf(Arguments arguments, int file, string path)
    {
        IEnumerable<string> named = Columns.SelectMany(option => Named(arguments, option, file)).Concat(Named(arguments, "--sum-of-squares", file).Where(UnequalOptions.IsColumn));
        if (!ReplicateOptions.AreAsked(arguments) && !WeightingOptions.AreAsked(arguments))
            return named;
        IReadOnlyList<string> columns = TableFile.ColumnNames(path, Reading.OptionsOf(arguments));
        return [.. named, .. ReplicateOptions.AreAsked(arguments) ? ReplicateOptions.ColumnsOf(arguments, Named(arguments, "--weights", file)[0], columns) : [], .. WeightingOptions.ColumnsOf(arguments, columns)];
    }

    /// <summary>Those of them that name units of the sample.</summary>
    public static IEnumerable<string> KeysOf(Arguments arguments, int file) => Named(arguments, "--strata", file).Concat(Named(arguments, "--clusters", file));

    /// <summary>The column of PSUs of a file.</summary>
    public static string PsuColumn(Arguments arguments, int file) => Named(arguments, "--clusters", file)[0];

    /// <param name="arguments">The command's.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="file">Its number among the files whose columns may be named one by one, from 0.</param>
    public static Design DesignOf(Arguments arguments, Rows rows, int file)
    {
        PersonalLevels.RefuseStrata(rows, Named(arguments, "--strata", file));
        return WeightingOptions.Apply(arguments, ReplicateOptions.AreAsked(arguments) ? ReplicateOptions.DesignOf(arguments, rows, Named(arguments, "--weights", file)[0]) : OfStrata(arguments, rows, file));
    }

    /// <summary>How degrees of freedom are counted; of replicate weights they may be given as a number.</summary>
    public static DegreesOfFreedomRule RuleOf(Arguments arguments) =>
        arguments["--df"] is { } df && !(ReplicateOptions.AreAsked(arguments) && !df.AsSpan().ContainsAnyExceptInRange('0', '9'))
            ? Words.OneOf("--df", df, ("domain", DegreesOfFreedomRule.Domain), ("design", DegreesOfFreedomRule.Design), ("answered", DegreesOfFreedomRule.Answered))
            : DegreesOfFreedomRule.Domain;

    private static SurveyDesign OfStrata(Arguments arguments, Rows rows, int file) =>
        new(
            rows,
            Named(arguments, "--weights", file).SingleOrDefault(),
            Named(arguments, "--strata", file).SingleOrDefault(),
            Names.Of(Named(arguments, "--clusters", file)),
            Names.Of(Named(arguments, "--population-sizes", file)),
            arguments["--lonely-psu"] is { } rule
                ? Words.OneOf("--lonely-psu", rule, ("fail", LonelyPsu.Fail), ("certainty", LonelyPsu.Certainty), ("remove", LonelyPsu.Certainty), ("adjust", LonelyPsu.Adjust), ("average", LonelyPsu.Average))
                : LonelyPsu.Fail,
            arguments.Has("--lonely-domains"),
            RuleOf(arguments),
            Named(arguments, "--collapse", file) is [var map] ? Collapse.Read(map, Texts(rows, Named(arguments, "--strata", file)[0]).Contains) : null,
            Named(arguments, "--systematic", file).SingleOrDefault(),
            UnequalOptions.Of(arguments, option => Named(arguments, option, file).SingleOrDefault()));

    /// <summary>All values of a column, as texts.</summary>
    public static HashSet<string> Texts(Rows rows, string name)
    {
        Column column = rows is IKeySource source ? source.Keys(new Survey.SampleColumns(null, name, default, default, null, null, null)).Columns[0].Column : ((Table)rows)[name];
        return [.. Enumerable.Range(0, column.Length).Select(column.TextAt).OfType<string>()];
    }

    private static string[] Named(Arguments arguments, string option, int file)
    {
        string[] given = [.. arguments.All(option)];
        string? text = given.Length > 1 ? given[file] : given.FirstOrDefault();
        return text is null ? [] : option is "--clusters" or "--population-sizes" ? Words.List(option, text) : [text];
    }
}
