using System.Globalization;
using System.Runtime.CompilerServices;

namespace Survey.Monitoring.Golden;

/// <summary>Cases that verdicts.R worked out from the formulas.</summary>
internal static class GoldenVerdicts
{
    private static readonly Amount _28 = Amount.Percent(28), _20 = Amount.Percent(20);

    private static readonly Target _above = new ReferenceTarget(TargetComparison.MoreThan, "province"), _below = new ReferenceTarget(TargetComparison.LessThan, "province"), _up = Target.RisesByPercent(20), _down = Target.FallsByPercent(10);

    private static readonly Dictionary<string, Target> _rules = new()
    {
        ["up20"] = _up,
        ["down10"] = _down,
        ["points1.5"] = Target.RisesByPoints(1.5m),
        ["above"] = _above,
        ["below"] = _below,
        ["noworse"] = Target.NoWorse(ChangeDirection.Rise),
        ["atleast28"] = Target.AtLeast(_28),
        ["atmost20"] = Target.AtMost(_20),
        ["about20"] = Target.About(_20, Amount.Percent(1)),
        ["range3to5"] = Target.ChangesByPoints(ChangeDirection.Fall, 3, 5),
        ["any(above,up20)"] = Target.AnyOf(_above, _up),
        ["any(below,down10)"] = Target.AnyOf(_below, _down),
        ["all(atleast28,up20)"] = Target.AllOf(Target.AtLeast(_28), _up),
        ["yongchuan"] = Target.AnyOf(Target.RisesByPoints(1.5m), Target.AllOf(_above, Target.NoWorse(ChangeDirection.Rise))),
        ["any(atleast28,above,up20)"] = Target.AnyOf(Target.AtLeast(_28), Target.AnyOf(_above, _up)), // flattened
        ["all(atleast28,above,up20)"] = Target.AllOf(Target.AllOf(Target.AtLeast(_28), _above), _up),
    };

    /// <summary>The rows of a file, by the names of its columns.</summary>
    public static IEnumerable<TestCaseData> Of(string file)
    {
        string[][] lines = [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(ThisFile())!, file)).Skip(1).Select(line => line.Split('\t'))];
        return lines.Skip(1).Select(line => new TestCaseData(new Row(lines[0].Zip(line).ToDictionary(pair => pair.First, pair => pair.Second))).SetArgDisplayNames(line[0]));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    /// <summary>A case.</summary>
    internal sealed class Row(Dictionary<string, string> values)
    {
        public double this[string name] => values[name] == "NA" ? double.NaN : double.Parse(values[name], CultureInfo.InvariantCulture);

        public string Text(string name) => values[name];

        public Target Rule => _rules[values["rule"]];

        /// <summary>Two waves with these variances, and a reference where the rule has one.</summary>
        public Evidence Evidence()
        {
            var set = new FigureSet();
            int first = set.Add(Wave("2023", this["p1"], this["v1"])), second = set.Add(Wave("2024", this["p2"], this["v2"]));
            set.Relate(first, second, this["c"], share: true);
            Reference[] references = double.IsNaN(this["reference"]) ? [] : [new Reference("province", (decimal)this["reference"]) { StandardError = values.ContainsKey("seRef") ? this["seRef"] : 0 }];
            return new Evidence(set) { Indicator = "x", Wave = "2024", Waves = ["2023", "2024"], LastYear = "2023", Start = "2023", References = references };
        }

        private Figure Wave(string wave, double p, double variance) => new()
        {
            Indicator = "x",
            Of = wave,
            Source = FigureSource.Survey,
            Value = p,
            StandardError = Math.Sqrt(variance),
            DegreesOfFreedom = values.ContainsKey("df") ? this["df"] : 1000,
            Respondents = 960,
        };
    }
}
