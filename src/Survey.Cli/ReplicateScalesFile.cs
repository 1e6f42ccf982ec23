using System.Globalization;
using Survey.Files;

namespace Survey.Cli;

/// <summary>What whoever estimates from a file of replicate weights has to know beside them.</summary>
internal static class ReplicateScalesFile
{
    /// <summary>The file of factors beside a file of weights.</summary>
    public static string Of(string file) => $"{file}.rscales.csv";

    /// <summary>Says the command that reads the replicates again, and writes their factors where the weights do not tell them; removes those of an earlier run.</summary>
    /// <param name="design">With the replicates; null where there are none.</param>
    /// <param name="file">Of their weights.</param>
    /// <param name="weights">The column of the full sample's weights.</param>
    /// <param name="messages">Where it is said.</param>
    public static void Write(ReplicateDesign? design, string file, string weights, TextWriter messages)
    {
        string scales = Of(file);
        bool differ = design is not null && (design.Method == ReplicateMethod.JKn || design.RScales.Distinct().Count() > 1);
        if (!differ && File.Exists(scales))
        {
            File.Delete(scales);
            messages.WriteLine($"survey: note: {scales} of an earlier run is removed.");
        }
        if (design is null)
            return;
        if (differ)
            Table.FromColumns([("rscale", (Column)new NumberColumn([.. design.RScales]))]).Write(scales);
        string replicates = design.Replicates is WeightsInColumns { Names: [var first, ..] } ? first.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') : "";
        messages.WriteLine(
            $"survey: note: survey estimate {Quoted(file)} --weights {weights} --replicates \"{replicates}*\" --replicate-type {design.Method.Word()}{(design.Fay is { } rho ? string.Create(CultureInfo.InvariantCulture, $" --fay {rho:R}") : "")} --scale {Invariant.Text(design.Scale)}{(differ ? $" --rscales {Quoted(scales)}" : "")} --mse {(design.Centre == ReplicateCentre.FullEstimate ? "yes" : "no")} --df {design.DegreesOfFreedom} ... estimates from it.");
    }

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
