namespace Survey.Cli;

/// <summary>The options that say which waves are compared.</summary>
internal static class WaveOptions
{
    public const string Section = "Which waves";

    public static readonly Option[] Options =
    [
        new("--wave", ["EXPR"], "the wave of a row, where one file (or several that belong together) holds all waves: numbers and dates rising, texts in natural order or as --names has them", Section),
        new("--names", ["NAME,NAME"], "what the waves are called, by default the names of the files; with --wave their order", Section),
        new("--same-places", ["yes|no"], "whether equal PSU ids in two waves are the same places", Section),
        new("--crosswalk", ["FILE"], "ids that changed: a CSV file of two columns, the id in earlier waves and that in the last", Section),
    ];

    private static readonly TwoColumns Crosswalk = new("--crosswalk", "an id in earlier waves", "that in the last", "before,after");

    /// <summary>One file a wave, or one file of all waves.</summary>
    /// <param name="arguments">The command's.</param>
    /// <param name="expressions">Whose columns are needed, besides those of the design and of --where.</param>
    public static Waves WavesOf(Arguments arguments, Expr[] expressions)
    {
        Expr[] asked = arguments["--where"] is { } where ? [.. expressions, Expr.Parse(where)] : expressions;
        bool? samePlaces = arguments["--same-places"] is { } word ? Words.OneOf<bool?>("--same-places", word, ("yes", true), ("no", false)) : null;
        if (arguments["--wave"] is { } column)
        {
            var wave = Variable.Parse(column);
            DesignOptions.Check(arguments, 1);
            Reading.CheckFiles(arguments);
            Table table = Reading.Read(arguments, arguments.Files, ColumnsOf(arguments, 0, [.. asked, wave.Of]), [.. DesignOptions.KeysOf(arguments, 0)]);
            IReadOnlyList<string>? order = arguments["--names"] is { } names ? Words.List("--names", names) : null;
            return Waves.Of(table, wave, rows => DesignOptions.DesignOf(arguments, rows, 0), samePlaces, CrosswalkOf(arguments, [table]), order);
        }
        if (arguments.Files.Count < 2)
            throw new ArgumentException("A comparison takes a file for each wave, earliest first; where one file holds all waves, add --wave with the column that tells them apart.");
        DesignOptions.Check(arguments, arguments.Files.Count);
        Reading.CheckFiles(arguments);
        string[] waveNames = NamesOf(arguments);
        Table[] tables = [.. arguments.Files.Select((path, k) => Reading.Read(arguments, [path], ColumnsOf(arguments, k, asked), [.. DesignOptions.KeysOf(arguments, k)]))];
        (string, Design)[] waves = [.. tables.Select((table, k) => (waveNames[k], In(waveNames[k], () => DesignOptions.DesignOf(arguments, table, k))))];
        return new Waves(samePlaces, CrosswalkOf(arguments, tables), waves);
    }

    /// <summary>An error in one of several waves says in which.</summary>
    private static T In<T>(string wave, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (SurveyDataException error)
        {
            throw new SurveyDataException($"In {wave}: {error.Message}");
        }
    }

    private static Dictionary<string, string> CrosswalkOf(Arguments arguments, Table[] tables)
    {
        if (arguments["--crosswalk"] is not { } file)
            return [];
        if (!arguments.Has("--clusters"))
            throw new ArgumentException("--crosswalk says how ids of PSUs changed, and none are named; add --clusters COL.");
        HashSet<string> ids = [.. tables.SelectMany((table, k) => DesignOptions.Texts(table, DesignOptions.PsuColumn(arguments, tables.Length == 1 ? 0 : k)))];
        return Crosswalk.Read(file, ids.Contains);
    }

    private static string[] NamesOf(Arguments arguments)
    {
        string[] names = arguments["--names"] is { } given ? Words.List("--names", given) : [.. arguments.Files.Select(path => Path.GetFileNameWithoutExtension(path))];
        if (names.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"Two waves are called '{twice.Key}'; give each a name of its own with --names, such as --names 2023,2024.");
        return names.Length == arguments.Files.Count ? names : throw new ArgumentException($"--names has {names.Length} names for {arguments.Files.Count} files; give one for each, in their order.");
    }

    private static string[] ColumnsOf(Arguments arguments, int file, Expr[] expressions) =>
        [.. DesignOptions.ColumnsOf(arguments, file, arguments.Files[file]).Concat(expressions.SelectMany(expr => expr.Columns)).Distinct()];
}
