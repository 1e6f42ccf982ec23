namespace Survey.Monitoring.Reproducing;

/// <summary>A wave whose figures are made again.</summary>
internal sealed class ReproducedWave
{
    /// <param name="id">As the study calls it.</param>
    /// <param name="suffix">What stands for it in names of R and of files.</param>
    /// <param name="design">Of its people.</param>
    public ReproducedWave(string id, string suffix, SurveyDesign design)
    {
        (Id, Suffix, Design) = (id, suffix, design);
        FinalWeights = ((NumberColumn)People[design.Weights!]).Values.ToArray();
        Weights = design.Calibrations is { } calibrated ? calibrated.Steps[0].Before : FinalWeights;
        Psus = design.Sample.PsuOfRow();
        HashSet<int> met = [.. Enumerable.Range(0, Weights.Length).Where(row => Weights[row] != 0).Select(row => Psus[row])];
        Rows = [.. Enumerable.Range(0, Weights.Length).Where(row => Weights[row] != 0 || met.Add(Psus[row]))];
    }

    public string Id { get; }

    public string Suffix { get; }

    public SurveyDesign Design { get; }

    /// <summary>The name of its file.</summary>
    public string File => $"wave-{Suffix}.csv";

    /// <summary>Everyone of the design.</summary>
    public Table People => (Table)Design.Rows;

    /// <summary>The weights before any calibration, from which the design starts in R.</summary>
    public double[] Weights { get; }

    /// <summary>The weights after all steps.</summary>
    public double[] FinalWeights { get; }

    /// <summary>The PSU of each row.</summary>
    public int[] Psus { get; }

    /// <summary>The rows that are handed on: people with a weight, and one of each PSU where nobody has one, as it was drawn too.</summary>
    public int[] Rows { get; }
}
