namespace Survey;

/// <summary>What each function takes, checked in one place for expressions from text and from C#.</summary>
internal static class Functions
{
    /// <summary>Why a function cannot take that many arguments, or null when it can.</summary>
    public static string? WrongCount(Function function, int count)
    {
        (int least, int most) = function switch
        {
            Function.Abs or Function.Log or Function.Exp or Function.Sqrt or Function.Year or Function.Month => (1, 1),
            Function.Left or Function.Age => (2, 2),
            Function.Round => (1, 2),
            Function.Cut => (3, int.MaxValue),
            _ => (1, int.MaxValue),
        };
        string takes = least == most ? $"{least}" : most == int.MaxValue ? $"at least {least}" : $"{least} or {most}";
        return count >= least && count <= most ? null : $"{function.ToString().ToLowerInvariant()} takes {takes} argument{(takes.EndsWith('1') ? "" : "s")}, not {count}";
    }

    /// <summary>A cut with checked breaks.</summary>
    public static Node.Call Cut(IReadOnlyList<Node> arguments, Func<string, Exception> error)
    {
        if (WrongCount(Function.Cut, arguments.Count) is { } wrong)
            throw error(wrong + ": a variable and at least two breaks");
        double[] breaks = [.. arguments.Skip(1).Select(argument => argument is Node.Number number ? number.Value : throw error($"a break of cut is a number, not {argument}"))];
        if (double.IsNegativeInfinity(breaks[0]))
            throw error("the first break of cut is finite; write a number below all values");
        for (int k = 1; k < breaks.Length; k++)
            if (!(breaks[k - 1] < breaks[k]))
                throw error($"the breaks of cut rise, and {Text(breaks[k])} follows {Text(breaks[k - 1])}");
        return new Node.Call(Function.Cut, new([.. arguments]));
    }

    /// <summary>"15-24" and "65+" between whole numbers, which are taken as completed years or the like; "[0.5, 1)" otherwise.</summary>
    public static string[] CutLevels(ReadOnlySpan<double> breaks)
    {
        bool whole = true;
        foreach (double value in breaks)
            whole &= double.IsPositiveInfinity(value) || value == Math.Floor(value);
        string[] levels = new string[breaks.Length - 1];
        for (int k = 0; k < levels.Length; k++)
            levels[k] = whole
                ? breaks[k + 1] == breaks[k] + 1 ? Text(breaks[k]) : double.IsPositiveInfinity(breaks[k + 1]) ? Text(breaks[k]) + "+" : $"{Text(breaks[k])}-{Text(breaks[k + 1] - 1)}"
                : $"[{Text(breaks[k])}, {Text(breaks[k + 1])})";
        return levels;
    }

    private static string Text(double value) => double.IsPositiveInfinity(value) ? "inf" : Invariant.Text(value);
}
