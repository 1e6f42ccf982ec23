using System.Globalization;
using Survey.Files;

namespace Survey.Cli;

/// <summary>What whoever estimates from a file of replicate weights has to know beside them.</summary>
internal static class ReplicateScalesFile
{
    /// <summary>Says the options that go with the replicates, and writes their factors where they differ.</summary>
    /// <param name="design">With the replicates.</param>
    /// <param name="file">Of their weights.</param>
    /// <param name="messages">Where it is said.</param>
    public static void Write(ReplicateDesign design, string file, TextWriter messages)
    {
        string scales = $"{file}.rscales.csv";
        bool differ = design.Method == ReplicateMethod.JKn || design.RScales.Distinct().Count() > 1;
        if (differ)
            Table.FromColumns([("rscale", (Column)new NumberColumn([.. design.RScales]))]).Write(scales);
        string type = design.Method switch
        {
            ReplicateMethod.SuccessiveDifferences => "sdr",
            ReplicateMethod.CantyDavison => "canty-davison",
            var method => method.ToString().ToLowerInvariant(),
        };
        messages.WriteLine(
            $"survey: note: estimate from {file} with --replicates \"replicate*\" --replicate-type {type}{(design.Fay is { } rho ? string.Create(CultureInfo.InvariantCulture, $" --fay {rho:R}") : "")} --scale {Invariant.Text(design.Scale)}{(differ ? $" --rscales {scales}" : "")} --mse {(design.Centre == ReplicateCentre.FullEstimate ? "yes" : "no")}.");
    }
}
