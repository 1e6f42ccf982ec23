namespace Survey;

/// <summary>Loops over the values of a chunk. Flags are bytes 0, 1 and 2 (missing); a number is missing when NaN.</summary>
internal static class Kernels
{
    // three-valued logic by a table indexed 3 * left + right
    private static readonly byte[] Both = [0, 0, 0, 0, 1, 2, 0, 2, 2], Either = [0, 1, 2, 1, 1, 1, 2, 1, 2];

    private static readonly double[] NumberOfFlag = [0, 1, double.NaN];

    public static byte[] And(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) => Combine(a, b, Both);

    public static byte[] Or(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b) => Combine(a, b, Either);

    public static byte[] Not(ReadOnlySpan<byte> a)
    {
        byte[] result = new byte[a.Length];
        for (int i = 0; i < result.Length; i++)
            result[i] = a[i] == FlagColumn.Missing ? FlagColumn.Missing : (byte)(1 - a[i]);
        return result;
    }

    public static byte[] Compare(Comparison op, ReadOnlySpan<double> a, ReadOnlySpan<double> b) =>
        op switch
        {
            Comparison.Equal => Compare<EqualTo>(a, b),
            Comparison.NotEqual => Not(Compare<EqualTo>(a, b)),
            Comparison.Less => Compare<LessThan>(a, b),
            Comparison.LessOrEqual => Compare<AtMost>(a, b),
            Comparison.Greater => Compare<LessThan>(b, a),
            _ => Compare<AtMost>(b, a),
        };

    /// <summary>Compares whole numbers (codes, days) of which one value means missing.</summary>
    public static byte[] Compare(Comparison op, ReadOnlySpan<int> a, ReadOnlySpan<int> b, int missing)
    {
        byte[] result = new byte[a.Length];
        for (int i = 0; i < result.Length; i++)
            result[i] = a[i] == missing || b[i] == missing ? FlagColumn.Missing : Holds(op, a[i].CompareTo(b[i])) ? (byte)1 : (byte)0;
        return result;
    }

    public static bool Holds(Comparison op, int order) =>
        op switch
        {
            Comparison.Equal => order == 0,
            Comparison.NotEqual => order != 0,
            Comparison.Less => order < 0,
            Comparison.LessOrEqual => order <= 0,
            Comparison.Greater => order > 0,
            _ => order >= 0,
        };

    /// <summary>Looks each code up in a table of flags.</summary>
    public static byte[] LookUp(ReadOnlySpan<int> codes, ReadOnlySpan<byte> table)
    {
        byte[] result = new byte[codes.Length];
        for (int i = 0; i < result.Length; i++)
            result[i] = codes[i] < 0 ? FlagColumn.Missing : table[codes[i]];
        return result;
    }

    /// <summary>Whether each value is in a set; what those not in it become is given.</summary>
    public static byte[] OneOf<T>(ReadOnlySpan<T> values, HashSet<T> among, T missing, byte no)
        where T : IEquatable<T>
    {
        byte[] result = new byte[values.Length];
        for (int i = 0; i < result.Length; i++)
            result[i] = values[i].Equals(missing) ? FlagColumn.Missing : among.Contains(values[i]) ? (byte)1 : no;
        return result;
    }

    public static double[] Calculate(Arithmetic op, ReadOnlySpan<double> a, ReadOnlySpan<double> b) =>
        op switch
        {
            Arithmetic.Add => Calculate<Plus>(a, b),
            Arithmetic.Subtract => Calculate<Minus>(a, b),
            Arithmetic.Multiply => Calculate<Times>(a, b),
            Arithmetic.Divide => Calculate<DividedBy>(a, b),
            _ => Calculate<Modulo>(a, b),
        };

    /// <summary>The flags as 0, 1 and NaN.</summary>
    public static double[] Numbers(ReadOnlySpan<byte> flags)
    {
        double[] result = new double[flags.Length];
        for (int i = 0; i < result.Length; i++)
            result[i] = NumberOfFlag[flags[i]];
        return result;
    }

    public static double[] Map(ReadOnlySpan<double> values, Func<double, double> function)
    {
        double[] result = new double[values.Length];
        for (int i = 0; i < result.Length; i++)
            result[i] = Finite(function(values[i]));
        return result;
    }

    /// <summary>What no double can hold is missing: a quotient by 0, exp(1000), log(0).</summary>
    private static double Finite(double value) => double.IsFinite(value) ? value : double.NaN;

    private static byte[] Combine(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, byte[] table)
    {
        byte[] result = new byte[a.Length];
        for (int i = 0; i < result.Length; i++)
            result[i] = table[3 * a[i] + b[i]];
        return result;
    }

    private static byte[] Compare<T>(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
        where T : IRelation
    {
        byte[] result = new byte[a.Length];
        for (int i = 0; i < result.Length; i++)
        {
            // no branch, which would often be foreseen wrongly; of NaN nothing holds
            int missing = double.IsNaN(a[i]) | double.IsNaN(b[i]) ? FlagColumn.Missing : 0;
            result[i] = (byte)(missing | (T.Holds(a[i], b[i]) ? 1 : 0));
        }
        return result;
    }

    private static double[] Calculate<T>(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
        where T : IOperation
    {
        double[] result = new double[a.Length];
        for (int i = 0; i < result.Length; i++)
            result[i] = Finite(T.Of(a[i], b[i]));
        return result;
    }

    private interface IRelation
    {
        static abstract bool Holds(double a, double b);
    }

    private readonly struct EqualTo : IRelation
    {
        public static bool Holds(double a, double b) => a == b;
    }

    private readonly struct LessThan : IRelation
    {
        public static bool Holds(double a, double b) => a < b;
    }

    private readonly struct AtMost : IRelation
    {
        public static bool Holds(double a, double b) => a <= b;
    }

    private interface IOperation
    {
        static abstract double Of(double a, double b);
    }

    private readonly struct Plus : IOperation
    {
        public static double Of(double a, double b) => a + b;
    }

    private readonly struct Minus : IOperation
    {
        public static double Of(double a, double b) => a - b;
    }

    private readonly struct Times : IOperation
    {
        public static double Of(double a, double b) => a * b;
    }

    private readonly struct DividedBy : IOperation
    {
        public static double Of(double a, double b) => a / b;
    }

    private readonly struct Modulo : IOperation
    {
        public static double Of(double a, double b) => a % b;
    }
}
