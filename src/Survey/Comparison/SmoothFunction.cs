namespace Survey;

/// <summary>A smooth function of estimates written as an expression: + - * /, log, exp, sqrt and abs of names and numbers.</summary>
internal static class SmoothFunction
{
    /// <summary>The function at the estimates, with its derivatives.</summary>
    /// <param name="node">The expression.</param>
    /// <param name="estimate">Of a name.</param>
    /// <param name="variables">How many there are.</param>
    /// <exception cref="ArgumentException">The expression has no derivative or holds what is no number; the message names the part.</exception>
    public static Differentiable At(Node node, Func<string, Differentiable> estimate, int variables)
    {
        return Of(node);

        Differentiable Of(Node part) =>
            part switch
            {
                Node.Column column => estimate(column.Name),
                Node.Number number => Differentiable.Constant(number.Value, variables),
                Node.Negate negate => -Of(negate.Of),
                Node.Calculate { Op: Arithmetic.Add } sum => Of(sum.Left) + Of(sum.Right),
                Node.Calculate { Op: Arithmetic.Subtract } difference => Of(difference.Left) - Of(difference.Right),
                Node.Calculate { Op: Arithmetic.Multiply } product => Of(product.Left) * Of(product.Right),
                Node.Calculate { Op: Arithmetic.Divide } quotient => Of(quotient.Left) / Of(quotient.Right),
                Node.Call { Function: Function.Log } call => Of(call.Arguments[0]).Log(),
                Node.Call { Function: Function.Exp } call => Of(call.Arguments[0]).Exp(),
                Node.Call { Function: Function.Sqrt } call => Of(call.Arguments[0]).Sqrt(),
                Node.Call { Function: Function.Abs } call => Abs(Of(call.Arguments[0])),
                _ => throw new ArgumentException($"'{part}' has no place in a contrast, which is a smooth function of estimates: use + - * /, log, exp, sqrt and abs."),
            };
    }

    /// <summary>Whether it is a sum of estimates times numbers, so that it has their unit.</summary>
    public static bool IsLinear(Node node) =>
        node switch
        {
            Node.Column => true,
            Node.Negate negate => IsLinear(negate.Of),
            Node.Calculate { Op: Arithmetic.Add or Arithmetic.Subtract } sum => IsLinear(sum.Left) && IsLinear(sum.Right),
            Node.Calculate { Op: Arithmetic.Multiply } product => product.Left is Node.Number && IsLinear(product.Right) || product.Right is Node.Number && IsLinear(product.Left),
            Node.Calculate { Op: Arithmetic.Divide } quotient => quotient.Right is Node.Number && IsLinear(quotient.Left),
            _ => false,
        };

    // without a slope at 0
    private static Differentiable Abs(Differentiable of) => of.Chain(Math.Abs(of.Value), of.Value == 0 ? double.NaN : Math.Sign(of.Value));
}
