using System.Globalization;
using Survey.Monitoring.Tests.Intake;

namespace Survey.Monitoring.Tests.Reproducing;

/// <summary>A test that hands a study of two waves to R: four towns of three villages of sixteen people, drawn with probabilities of their own.</summary>
public abstract class ReproducedStudies : SmallStudies
{
    protected const string Design = "design: {strata: town, clusters: village, samePlaces: same}\n";

    protected const string Smokers = "  - {id: smoking-current, zh: 吸烟率, en: Smoking, event: \"smoke in ('daily', 'some')\", age: 18+, better: lower}\n";

    protected const string Base = "base: [{stage: person, probability: p}]";

    protected const string PopulationOfSexes = "sex,人数\n男,1700\n女,1600\n", PopulationOfAges = "ageGroup,人数\n15-44,1900\n45-69,1400\n";

    /// <summary>The codes of the villages, of twelve digits; the first nine are the town's.</summary>
    protected static IReadOnlyList<string> Villages { get; } = [.. from town in Enumerable.Range(1, 4) from village in Enumerable.Range(1, 3) select $"3205061{town:00}2{village:00}"];

    /// <summary>Estimates a study and hands it to R.</summary>
    /// <param name="weighting">Keys of weighting; null for none.</param>
    /// <param name="design">The section.</param>
    /// <param name="indicators">A line each.</param>
    /// <param name="change">Of the rows of a wave.</param>
    /// <param name="rest">Other sections.</param>
    /// <returns>The folder, and what is left out.</returns>
    protected (string Folder, IReadOnlyList<string> LeftOut) Reproduced(string? weighting = Base, string design = Design, string indicators = Smokers, Func<string, string[], string[]?>? change = null, string rest = "")
    {
        string folder = Path.Combine(NewFolder(), "R");
        return (folder, StudyReproduction.Write(Estimated(weighting, design, indicators, change, rest), folder));
    }

    protected StudyIndicators Estimated(string? weighting = Base, string design = Design, string indicators = Smokers, Func<string, string[], string[]?>? change = null, string rest = "") =>
        Load(StudyOf(weighting, design, indicators, rest), [("2023.csv", People("2023", change)), ("2024.csv", People("2024", change)), .. Populations]).Estimate();

    /// <summary>The texts of all files in a folder.</summary>
    protected static IReadOnlyList<(string Name, string Text)> Texts(string folder) => [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllText(file)))];

    /// <summary>A column of a file, row by row.</summary>
    protected static string[] Column(string folder, string file, string name)
    {
        string[][] rows = [.. File.ReadAllLines(Path.Combine(folder, file)).Select(line => line.Split(','))];
        int at = Array.IndexOf(rows[0], name);
        return [.. rows.Skip(1).Select(row => row[at])];
    }

    private static readonly (string, string)[] Populations =
    [
        ("sex.csv", PopulationOfSexes), ("age.csv", PopulationOfAges), ("sex_shares.csv", "sex,占比\n男,0.52\n女,0.48\n"), ("age_shares.csv", "ageGroup,占比\n15-44,0.55\n45-69,0.45\n"),
        ("town_sex.csv", "town,sex,人数\n" + string.Concat(Enumerable.Range(1, 4).Select(town => $"3205061{town:00},男,{400 + 20 * town}\n3205061{town:00},女,{400 - 10 * town}\n"))),
        ("town_age.csv", "town,ageGroup,人数\n" + string.Concat(Enumerable.Range(1, 4).Select(town => $"3205061{town:00},15-44,{450 + 10 * town}\n3205061{town:00},45-69,{350}\n"))),
        ("sex_age.csv", "sex,ageGroup,人数\n男,15-44,1000\n男,45-69,700\n女,15-44,900\n女,45-69,700\n"),
        ("sex_waves.csv", "wave,sex,人数\n2023,男,1700\n2023,女,1600\n2024,男,1750\n2024,女,1550\n"),
    ];

    private static string StudyOf(string? weighting, string design, string indicators, string rest) =>
        $$$"""
        personalData: {keep: [phone]}
        columns:
          village: {from: 村, as: code, digits: 12}
          town: {derive: "left(village, 9)"}
          sex: {from: 性别, codes: {1: 男, 2: 女}}
          age: {from: 年龄, as: number}
          ageGroup: {derive: "cut(age, 15, 45, 70)"}
          smoke: {from: 吸烟, codes: {1: daily, 2: some, 3: none}}
          cigarettes: {from: 支数, as: number}
          phone: {from: 电话, as: number}
          p: {from: 概率, as: number}
          result: {from: 结果, codes: {1: responded, 2: refused}}
        response: {disposition: result}
        waves: [{id: "2023", files: 2023.csv}, {id: "2024", files: 2024.csv}]
        {{{design}}}{{{(weighting is null ? "" : $"weighting:\n  {weighting}\n")}}}indicators:
        {{{indicators}}}{{{rest}}}
        """;

    /// <summary>The file of a wave; somebody in eleven has not answered.</summary>
    private static string People(string wave, Func<string, string[], string[]?>? change)
    {
        int later = wave == "2024" ? 1 : 0;
        string[] row(int v, int k) =>
        [
            Villages[v], (1 + (k + v) % 2).ToString(CultureInfo.InvariantCulture), (15 + (7 * k + 3 * v + 11 * later) % 55).ToString(CultureInfo.InvariantCulture),
            (k + later) % 11 == 5 ? "" : (1 + (k * (v + 2) + k / 3 + later * v) % 3).ToString(CultureInfo.InvariantCulture), (k * k % 23).ToString(CultureInfo.InvariantCulture),
            (13_800_000_000 + 1_000 * v + k).ToString(CultureInfo.InvariantCulture), (0.04 + 0.005 * (v % 5) + 0.004 * (k % 3)).ToString("0.###", CultureInfo.InvariantCulture), "1",
        ];
        IEnumerable<string[]?> rows = from v in Enumerable.Range(0, Villages.Count) from k in Enumerable.Range(0, 16) select change is null ? row(v, k) : change(wave, row(v, k));
        return "村,性别,年龄,吸烟,支数,电话,概率,结果\n" + string.Concat(rows.OfType<string[]>().Select(row => string.Join(',', row) + "\n"));
    }
}
