namespace Survey;

/// <summary>A value and its exact derivatives, carried along through a calculation (automatic differentiation, forward mode).</summary>
/// <param name="Value">Of the function.</param>
/// <param name="Gradient">Its derivative by each variable.</param>
internal readonly record struct Differentiable(double Value, double[] Gradient)
{
    /// <summary>A number that depends on nothing.</summary>
    public static Differentiable Constant(double value, int variables) => new(value, new double[variables]);

    /// <summary>One of the variables.</summary>
    public static Differentiable Variable(double value, int index, int variables)
    {
        Differentiable variable = Constant(value, variables);
        variable.Gradient[index] = 1;
        return variable;
    }

    public Differentiable Log() => Chain(Math.Log(Value), 1 / Value);

    public Differentiable Exp() => Chain(Math.Exp(Value), Math.Exp(Value));

    public Differentiable Sqrt() => Chain(Math.Sqrt(Value), 0.5 / Math.Sqrt(Value));

    public static Differentiable operator +(Differentiable a, Differentiable b) => Combine(a.Value + b.Value, a, 1, b, 1);

    public static Differentiable operator -(Differentiable a, Differentiable b) => Combine(a.Value - b.Value, a, 1, b, -1);

    public static Differentiable operator *(Differentiable a, Differentiable b) => Combine(a.Value * b.Value, a, b.Value, b, a.Value);

    public static Differentiable operator *(double c, Differentiable a) => a.Chain(c * a.Value, c);

    public static Differentiable operator /(Differentiable a, Differentiable b)
    {
        double quotient = a.Value / b.Value;
        return Combine(quotient, a, 1 / b.Value, b, -quotient / b.Value);
    }

    public static Differentiable operator -(Differentiable a) => a.Chain(-a.Value, -1);

    /// <summary>f(a), given f and its slope there.</summary>
    public Differentiable Chain(double value, double slope) => new(value, Array.ConvertAll(Gradient, own => own == 0 ? 0 : slope * own));

    // a variable that plays no part has derivative 0 even where the slope is infinite
    private static Differentiable Combine(double value, Differentiable a, double slopeOfA, Differentiable b, double slopeOfB)
    {
        double[] gradient = new double[a.Gradient.Length];
        for (int k = 0; k < gradient.Length; k++)
            gradient[k] = (a.Gradient[k] == 0 ? 0 : slopeOfA * a.Gradient[k]) + (b.Gradient[k] == 0 ? 0 : slopeOfB * b.Gradient[k]);
        return new Differentiable(value, gradient);
    }
}
