namespace Survey;

public sealed partial class Waves
{
    /// <summary>Functions of one figure in all waves, in every domain, such as <c>p2 - 1.2 * p1</c>: how far a rise is from 20 %.</summary>
    /// <param name="expressions">
    /// As <see cref="ContrastExtensions.Contrast(Estimates, string)"/> takes them; here p1, p2, ... are the waves in their order, or the names of the waves in double quotes, and numbers alone the coefficients of the waves.
    /// </param>
    /// <param name="of">At least one statistic.</param>
    /// <exception cref="ArgumentException">A text is no such expression.</exception>
    /// <exception cref="SurveyDataException">A variable does not fit its statistic in a wave, or a figure is not in every wave.</exception>
    public Contrasts Contrasts(IReadOnlyList<string> expressions, params IReadOnlyList<Statistic> of)
    {
        ArgumentNullException.ThrowIfNull(expressions);
        var names = new EstimateNames(Names);
        Variable[] parsed = [.. expressions.Select(text => ExpressionOf(text, names))];
        Estimates joint = Joint(of, []);
        EstimateSeries series = new EstimateSeries(joint, Names).Complete();
        bool several = series.All.Select(figure => EstimateSeries.Called(EstimateSeries.WithoutWave(joint[figure[0]]))).Distinct().Count() > 1;
        var builder = new ContrastBuilder(joint);
        foreach (Variable expression in parsed)
            foreach (int[] figure in series.All)
            {
                Estimate first = EstimateSeries.WithoutWave(joint[figure[0]]);
                ContrastExtensions.AddExpression(builder, joint, names, figure, several ? expression.As($"{expression.Name}: {EstimateSeries.Called(first)}") : expression, first.Domain);
            }
        return builder.Build();
    }

    private Variable ExpressionOf(string text, EstimateNames names)
    {
        if (text is null)
            throw new ArgumentException("A contrast is null; give an expression, such as p2 - p1.");
        if (ContrastExtensions.Coefficients(text, names) is not { } coefficients)
            return Variable.Parse(text);
        if (coefficients.Length != _waves.Length)
            throw new ArgumentException($"The contrast '{text}' has {coefficients.Length} coefficient{(coefficients.Length == 1 ? "" : "s")} for {_waves.Length} waves; give one for each, or an expression such as p2 - p1.");
        if (!Array.TrueForAll(coefficients, double.IsFinite))
            throw new ArgumentException($"The contrast '{text}' has a coefficient that is no finite number; give one for each wave, or an expression such as p2 - p1.");
        Expr[] terms = [.. coefficients.Select((coefficient, k) => coefficient * Expr.Col($"p{k + 1}"))];
        return ((Variable)terms.Aggregate((sum, term) => sum + term)).As(text);
    }
}
