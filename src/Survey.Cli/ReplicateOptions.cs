using Survey.Files;

namespace Survey.Cli;

/// <summary>The options for replicate weights that a data producer supplies.</summary>
internal static class ReplicateOptions
{
    private const string Section = "Replicate weights that the file has";

    // what a design of strata and clusters says
    private static readonly string[] OfStrata = ["--strata", "--clusters", "--population-sizes", "--lonely-psu", "--lonely-domains", "--collapse", "--systematic", "--probabilities", "--pps", "--joint", "--sum-of-squares"];

    private static readonly (string Word, ReplicateMethod Method)[] Types = [.. Enum.GetValues<ReplicateMethod>().Select(method => (method.Word(), method))];

    public static readonly Option[] Options =
    [
        new("--replicates", ["COLS"], "the columns of replicate weights: a pattern such as 'repwgt*', or names between commas; --weights names the full sample's", Section),
        new("--replicate-type", ["TYPE"], "how they were made: jk1, jkn, jk2, brr, fay, sdr, bootstrap, canty-davison or other", Section),
        new("--fay", ["RHO"], "Fay's factor, such as 0.5", Section),
        new("--scale", ["S"], "the producer's scale of the sum over replicates (that of the type otherwise)", Section),
        new("--rscales", ["FILE"], "the producer's factor of each replicate: a file of one column, a line each", Section),
        new("--mse", ["yes|no"], "yes compares replicates with the full estimate, no with their mean (by default as the type has it)", Section),
        new("--replicate-factors", [], "the columns hold factors by which the weights are multiplied, not weights", Section),
    ];

    public static bool AreAsked(Arguments arguments) => arguments.Has("--replicates");

    /// <summary>Refuses options that contradict each other.</summary>
    public static void Check(Arguments arguments)
    {
        if (!AreAsked(arguments))
        {
            foreach (string option in (string[])["--replicate-type", "--scale", "--rscales", "--mse", "--replicate-factors"])
                if (arguments.Has(option))
                    throw new ArgumentException($"{option} is of replicate weights, and none are named; add --replicates 'repwgt*', or leave it out.");
            if (arguments.Has("--fay") && !arguments.Has("--make-replicates"))
                throw new ArgumentException("--fay is of replicate weights by Fay's method, and none are named or made; add --replicates 'repwgt*' or --make-replicates fay, or leave it out.");
            return;
        }
        if (!arguments.Has("--weights"))
            throw new ArgumentException("--replicates names replicate weights, and the full sample's are not named; add --weights COL.");
        if (!arguments.Has("--replicate-type"))
            throw new ArgumentException("--replicates needs to know how the replicate weights were made; add --replicate-type jk1, jkn, jk2, brr, fay, sdr, bootstrap, canty-davison or other.");
        if (Array.Find(OfStrata, arguments.Has) is { } stratified)
            throw new ArgumentException($"{stratified} says how the sample was drawn, which replicate weights stand for; leave it out, or leave --replicates out to estimate by linearization.");
    }

    /// <summary>The columns of replicate weights among those of a file.</summary>
    public static string[] ColumnsOf(Arguments arguments, string weights, IReadOnlyList<string> columns) =>
        ReplicateColumns.Find(columns, Words.List("--replicates", arguments["--replicates"]!), weights);

    public static ReplicateDesign DesignOf(Arguments arguments, Rows rows, string weights)
    {
        ReplicateDesign design = Counted(arguments, rows, weights);
        return arguments["--df"] is { } df && long.TryParse(df, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out long degrees) ? design.WithDegreesOfFreedom(degrees) : design;
    }

    private static ReplicateDesign Counted(Arguments arguments, Rows rows, string weights) =>
        new(
            rows,
            weights,
            Names.Of(Words.List("--replicates", arguments["--replicates"]!)),
            Words.OneOf("--replicate-type", arguments["--replicate-type"]!, Types),
            arguments["--fay"] is { } fay ? Words.Number("--fay", fay) : null,
            arguments["--scale"] is { } scale ? Words.Number("--scale", scale) : null,
            arguments["--rscales"] is { } file ? ScalesOf(file) : null,
            !arguments.Has("--replicate-factors"),
            arguments["--mse"] is { } mse ? Words.OneOf("--mse", mse, ("yes", ReplicateCentre.FullEstimate), ("no", ReplicateCentre.Mean)) : null,
            DesignOptions.RuleOf(arguments));

    /// <summary>The numbers of a file of one column, of which the first line may name it.</summary>
    private static double[] ScalesOf(string file)
    {
        IReadOnlyList<string> names = TableFile.ColumnNames(file);
        if (names.Count != 1)
            throw new SurveyDataException($"The file {file} of --rscales has {names.Count} columns; it takes one, a factor for each replicate.");
        Table table = Table.Read(file);
        if (table[names[0]] is not NumberColumn numbers || numbers.CountMissing() > 0)
            throw new SurveyDataException($"The file {file} of --rscales holds what is no number, or an empty line; it takes a factor for each replicate, a line each.");
        return Words.TryNumber(names[0], out double first) ? [first, .. numbers.Values] : numbers.Values.ToArray();
    }
}
