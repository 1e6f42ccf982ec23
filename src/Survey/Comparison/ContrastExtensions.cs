using System.Globalization;

namespace Survey;

/// <summary>Contrasts of estimates.</summary>
public static class ContrastExtensions
{
    private const int MostContrasts = 10_000;

    /// <summary>A linear contrast: Σ coefficient · estimate.</summary>
    /// <param name="estimates">Of one request.</param>
    /// <param name="coefficients">One for each estimate, in their order.</param>
    /// <param name="name">By default the coefficients with the names of the estimates.</param>
    /// <exception cref="ArgumentException">The coefficients are not as many as the estimates, or one is no finite number.</exception>
    public static Contrast Contrast(this Estimates estimates, IReadOnlyList<double> coefficients, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        ArgumentNullException.ThrowIfNull(coefficients);
        var builder = new ContrastBuilder(estimates);
        AddLinear(builder, estimates, coefficients, name);
        return builder.Build()[0];
    }

    /// <summary>A contrast by expression, such as <c>p2 - p1</c> or <c>log("women" / "men")</c>; its derivatives are exact.</summary>
    /// <param name="estimates">Of one request.</param>
    /// <param name="expression">
    /// + - * /, log, exp, sqrt and abs of numbers and names. The estimates are called p1, p2, ... in their order, or by what tells them apart: the levels of their domain with a point between
    /// (<c>"women.urban"</c>), their variable or category, or both with a colon (<c>"women:smoker"</c>). May end in <c>as NAME</c>. Numbers alone (<c>+1 -1</c>) are the coefficients of a linear contrast.
    /// </param>
    /// <exception cref="ArgumentException">The text is no such expression, or no estimate or several have a name in it.</exception>
    public static Contrast Contrast(this Estimates estimates, string expression) => estimates.Contrasts(expression)[0];

    /// <summary>Several contrasts with their covariance.</summary>
    /// <param name="estimates">Of one request.</param>
    /// <param name="expressions">As <see cref="Contrast(Estimates, string)"/> takes them.</param>
    /// <exception cref="ArgumentException">A text is no such expression, or no estimate or several have a name in it.</exception>
    public static Contrasts Contrasts(this Estimates estimates, params IReadOnlyList<string> expressions)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        ArgumentNullException.ThrowIfNull(expressions);
        var names = new EstimateNames(estimates);
        var builder = new ContrastBuilder(estimates);
        foreach (string expression in expressions)
            if (expression is null)
                throw new ArgumentException("A contrast is null; give an expression, such as p2 - p1.", nameof(expressions));
            else if (Coefficients(expression, names) is { } coefficients)
                AddLinear(builder, estimates, coefficients, null);
            else
                AddExpression(builder, estimates, names, Variable.Parse(expression));
        return builder.Build();
    }

    /// <summary>All differences of two domains, the later less the earlier, statistic by statistic; without domains the differences of categories of a variable.</summary>
    /// <param name="estimates">Of one request.</param>
    /// <exception cref="SurveyDataException">There are more than 10,000.</exception>
    public static Contrasts Differences(this Estimates estimates)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        var names = new EstimateNames(estimates);
        bool hasDomains = estimates.Any(estimate => estimate.Domain.Count > 0);
        int[][] groups = [.. Enumerable.Range(0, estimates.Count).GroupBy(k => (estimates[k].Statistic, estimates[k].Variable, hasDomains ? estimates[k].Category : null)).Select(own => own.ToArray())];
        long count = groups.Sum(own => own.LongLength * (own.Length - 1) / 2);
        if (count == 0)
            throw new SurveyDataException($"There are no two domains or categories to take a difference of; split by a variable, such as By(\"sex\").");
        if (count > MostContrasts)
            throw new SurveyDataException($"{Invariant.Count(count)} differences are more than {Invariant.Count(MostContrasts)}; ask for the contrasts that matter.");
        IEnumerable<(int First, int Second)> pairs = groups.SelectMany(own => own.SelectMany((first, i) => own.Skip(i + 1).Select(second => (first, second))));
        var builder = new ContrastBuilder(estimates);
        foreach ((int first, int second) in pairs)
            builder.Add($"{names.All[second]} - {names.All[first]}", [first, second], new Differentiable(estimates[second].Value - estimates[first].Value, [-1, 1]), isLinear: true);
        return builder.Build();
    }

    private static void AddLinear(ContrastBuilder builder, Estimates estimates, IReadOnlyList<double> coefficients, string? name)
    {
        if (coefficients.Count != estimates.Count)
            throw new ArgumentException($"The contrast has {Counted(coefficients.Count, "coefficient")} for {Counted(estimates.Count, "estimate")}; give one for each, 0 for those that play no part.", nameof(coefficients));
        foreach (double coefficient in coefficients)
            if (!double.IsFinite(coefficient))
                throw new ArgumentException($"A coefficient of a contrast is a finite number, not {Invariant.Text(coefficient)}.", nameof(coefficients));
        int[] of = [.. Enumerable.Range(0, coefficients.Count).Where(k => coefficients[k] != 0)];
        double value = CompensatedSum.OfProducts([.. of.Select(k => coefficients[k])], [.. of.Select(k => estimates[k].Value)]);
        builder.Add(name ?? LinearName(estimates, coefficients, of), of, new Differentiable(value, [.. of.Select(k => coefficients[k])]), isLinear: true);
    }

    private static string Counted(int count, string of) => $"{count} {of}{(count == 1 ? "" : "s")}";

    private static string LinearName(Estimates estimates, IReadOnlyList<double> coefficients, int[] of)
    {
        IReadOnlyList<string> names = new EstimateNames(estimates).All;
        IEnumerable<string> terms = of.Select((k, place) =>
        {
            double c = coefficients[k];
            string sign = c < 0 ? place == 0 ? "-" : "- " : place == 0 ? "" : "+ ";
            return sign + (Math.Abs(c) == 1 ? "" : Invariant.Text(Math.Abs(c)) + " ") + names[k];
        });
        return of.Length == 0 ? "0" : string.Join(' ', terms);
    }

    private static void AddExpression(ContrastBuilder builder, Estimates estimates, EstimateNames names, Variable expression) =>
        AddExpression(builder, estimates, names, [.. Enumerable.Range(0, estimates.Count)], expression);

    /// <summary>An expression of some of the estimates.</summary>
    /// <param name="builder">Takes it.</param>
    /// <param name="estimates">All of them.</param>
    /// <param name="names">Of those it is of.</param>
    /// <param name="of">Which they are.</param>
    /// <param name="expression">With the name that results give it.</param>
    /// <param name="domain">Where it is taken in each domain.</param>
    internal static void AddExpression(ContrastBuilder builder, Estimates estimates, EstimateNames names, int[] of, Variable expression, IReadOnlyList<DomainLevel>? domain = null)
    {
        int[] used = [.. expression.Of.Columns.Select(names.IndexOf).Distinct()];
        if (used.Length == 0)
            throw new ArgumentException($"The contrast '{expression.Of}' names no estimate{NumberHint(names)}");
        Differentiable function = SmoothFunction.At(
            expression.Of.Node,
            name => Differentiable.Variable(estimates[of[names.IndexOf(name)]].Value, Array.IndexOf(used, names.IndexOf(name)), used.Length),
            used.Length);
        builder.Add(expression.Name, [.. used.Select(place => of[place])], function, SmoothFunction.IsLinear(expression.Of.Node), domain);
    }

    // a year without quotes is a number
    private static string NumberHint(EstimateNames names) =>
        names.All.FirstOrDefault(name => double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) is { } number
            ? $"; {number} alone is a number, so write \"{number}\" in double quotes, or p1 to p{names.All.Count}."
            : $"; they are called p1 to p{names.All.Count} in their order, or by their names.";

    /// <summary>The numbers of a text that holds nothing else, or null.</summary>
    /// <exception cref="ArgumentException">They are what different estimates are called, such as years: nobody takes 2024 and -2023 for coefficients.</exception>
    internal static double[]? Coefficients(string text, EstimateNames names)
    {
        string[] words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        double[] numbers = new double[words.Length];
        for (int k = 0; k < words.Length; k++)
            if (!double.TryParse(words[k], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[k]))
                return null;
        string[] called = [.. numbers.Select(number => Invariant.Text(Math.Abs(number))).Distinct()];
        if (called.Length > 1 && called.All(names.All.Contains))
            throw new ArgumentException($"The numbers of the contrast '{text}' are what estimates are called; write {string.Join(" - ", called.Select(name => $"\"{name}\""))} with the names in double quotes, or p1 to p{names.All.Count}.");
        return numbers.Length > 0 ? numbers : null;
    }
}
