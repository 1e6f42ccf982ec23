namespace Survey;

/// <summary>Joint probabilities of the units drawn, as a table.</summary>
internal sealed class JointTable(SamplingStage stage, Frame frame, StratumSample[] strata, Func<int, int, string> nameOf)
{
    private readonly List<string[]> _texts = [];
    private readonly List<double> _probabilities = [];

    public Table Make()
    {
        foreach (StratumSample stratum in strata)
            Add(stratum);
        string[] names = [.. stage.Strata.All, "first", "second"];
        return new Table([.. names.Select((name, k) => (name, (Column)new CategoryColumn([.. _texts.Select(texts => texts[k])]))), ("probability", NumberColumn.Owning([.. _probabilities]))]);
    }

    private void Add(StratumSample stratum)
    {
        double[] probabilities = [.. Enumerable.Range(0, stratum.Units.Length).Select(stratum.ProbabilityAt)];
        double[,] joint = (stratum.IsPartlyKept ? null : JointProbabilities.Of(probabilities, stratum.At, stage.Method)) ?? throw NoFormula(stratum);
        string[] path = frame.TextsOf(0, stratum.Stratum);
        for (int i = 0; i < stratum.At.Length; i++)
            for (int j = i + 1; j < stratum.At.Length; j++)
            {
                _texts.Add([.. path, Name(stratum, i), Name(stratum, j)]);
                _probabilities.Add(joint[i, j]);
            }
    }

    private string Name(StratumSample stratum, int drawn) => nameOf(0, stratum.Units[stratum.At[drawn]]);

    private SurveyDataException NoFormula(StratumSample stratum) =>
        new(stratum.IsPartlyKept
            ? $"Joint probabilities of {stage.Unit} are not known where a share of last year's is kept; draw all anew."
            : $"Brewer's method has a formula of joint probabilities for two {stage.Unit} in a stratum, and {stratum.At.Length} are drawn{(frame.PathOf(0, stratum.Stratum) is { Length: > 0 } path ? $" in {path}" : "")}; draw by Sampford's method or the pivotal one.");
}
