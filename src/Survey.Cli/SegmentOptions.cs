using System.Globalization;
using Survey.Files;

namespace Survey.Cli;

/// <summary>The options that make segments of a frame of villages instead of drawing from it.</summary>
internal static class SegmentOptions
{
    private const string Section = "Segments instead of a draw";
    private const int MergeBelow = 750, SplitAbove = 2000;

    public static readonly Option[] Options =
    [
        new("--merge-below", ["N"], $"villages smaller than this are merged with a neighbour on the list ({MergeBelow} where only --split-above is given)", Section),
        new("--split-above", ["N"], $"segments larger than this are split into equal parts ({SplitAbove} where only --merge-below is given)", Section),
    ];

    public static bool AreAsked(Arguments arguments) => arguments.Has("--merge-below") || arguments.Has("--split-above");

    /// <summary>Writes the segments as a frame to draw from.</summary>
    public static int Run(Arguments arguments, string file, TextWriter output, TextWriter messages)
    {
        if (arguments.Options.FirstOrDefault(option => option.Option.Name is "--draw" or "--method" or "--seed" or "--keep" or "--repeat" or "--joint" or "--kish" or "--kish-sheets" or "--size-rows") is { Option: { } drawn })
            throw new ArgumentException($"{drawn.Name} belongs to a draw, and --merge-below and --split-above make the list to draw from; make the segments first, then draw from {file}.");
        string unit = Needed(arguments, "--stage", "village"), size = Needed(arguments, "--size", "households");
        string[] within = arguments["--within"] is { } names ? Words.List("--within", names) : [];
        Table frame = Reading.Read(arguments, arguments.Files, null, [.. within, unit]);
        int mergeBelow = Limit(arguments, "--merge-below", MergeBelow);
        Table segments = Segments.Of(frame, unit, size, Names.Of(within), mergeBelow, Limit(arguments, "--split-above", SplitAbove));
        segments.Write(file);
        int small = Sizes(segments, size).Count(own => own < mergeBelow);
        if (small > 0)
            messages.WriteLine($"survey: note: {Invariant.Count(small)} {(small == 1 ? "segment is" : "segments are")} smaller than {Invariant.Count(mergeBelow)}: the parts of a split one, or all of a stratum.");
        output.WriteLine($"{Invariant.Count(frame.RowCount)} units of {unit} became {Invariant.Count(segments.RowCount)} segments of {Invariant.Count((long)Smallest(segments, size))} to {Invariant.Count((long)Largest(segments, size))} {size}: {file}");
        return 0;
    }

    private static string Needed(Arguments arguments, string option, string example) =>
        arguments[option] ?? throw new ArgumentException($"Segments need {option}, such as {option} {example}.");

    private static int Limit(Arguments arguments, string option, int otherwise) =>
        arguments[option] is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int limit) && limit >= 1 ? limit
        : throw new ArgumentException($"{option} takes a whole number of at least 1, such as {otherwise}, not '{text}'.");

    private static double Smallest(Table segments, string size) => Sizes(segments, size).Min();

    private static double Largest(Table segments, string size) => Sizes(segments, size).Max();

    private static double[] Sizes(Table segments, string size) => ((NumberColumn)segments[size]).Values.ToArray();
}
