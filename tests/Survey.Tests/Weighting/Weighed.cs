namespace Survey.Tests.Weighting;

/// <summary>What tests of weights share.</summary>
internal static class Weighed
{
    /// <summary>The numbers of a column.</summary>
    public static double[] Numbers(this Table table, string column) => ((NumberColumn)table[column]).Values.ToArray();

    /// <summary>The weights that a step came to.</summary>
    public static double[] Weights(this WeightingResult result) => result.Table.Numbers(result.Weight);

    public static void Refuses(Func<WeightingResult> act, string message) =>
        Assert.That(() => act(), Throws.InstanceOf<SurveyDataException>().With.Message.EqualTo(message));
}
