using Survey.Monitoring.Tests.Intake;

namespace Survey.Monitoring.Tests.Weighting;

/// <summary>A test that weights a study of two towns: two villages of the first, one of the second, drawn from lists; households and people of them by a register.</summary>
public abstract class WeighedStudies : SmallStudies
{
    protected const string Frame = "村,户数,抽取村数\n0101,600,2\n0102,400,2\n0103,1000,2\n0201,300,1\n0202,700,1\n";

    protected const string Register = "村,抽取户数,实有户数\n0101,4,600\n0103,2,1000\n0201,2,310\n";

    protected const string People = "村,人数,表,结果,年龄\n0101,2,A,1,30\n0101,5,C,1,40\n0101,,,2,\n0101,,,4,\n0103,1,A,1,50\n0103,,,3,\n0201,3,F,1,20\n0201,4,F,1,60\n";

    protected const string Village = "{stage: village, frame: frame.csv, key: village, method: pps, size: 户数, within: town, drawn: 抽取村数}";

    protected const string Household = "{stage: household, drawn: drawn, present: present}";

    protected const string Person = "{stage: person, kish: eligible, table: kishTable}";

    protected const string Nonresponse = "nonresponse: {cells: village, minimum: 1}";

    /// <summary>The study, with a section weighting of its own.</summary>
    /// <param name="stages">Of weighting.base.</param>
    /// <param name="rest">Of weighting.</param>
    protected static string StudyOf(string stages, string rest = Nonresponse) =>
        $$$"""
        columns:
          village: {from: 村, as: code, digits: 4}
          town: {derive: "left(village, 2)"}
          eligible: {from: 人数, as: number}
          kishTable: {from: 表, as: text}
          age: {from: 年龄, as: number}
          result: {from: 结果, codes: {1: responded, 2: refused, 3: not found, 4: ineligible, 5: unknown}}
        lookups: [{file: register.csv, key: village, columns: {drawn: 抽取户数, present: 实有户数}}]
        waves: [{id: "1", files: people.csv}]
        response: {disposition: result}
        eligibility: [{keep: "age < 60", reason: 年龄, status: ineligible}]
        design: {strata: town, clusters: village}
        weighting:
          base: [{{{stages}}}]
          {{{rest}}}

        """;

    /// <summary>Weights the study.</summary>
    protected StudyWeights Weigh(string? study = null, string people = People, string frame = Frame, string register = Register) =>
        Load(study ?? StudyOf($"{Village}, {Household}, {Person}"), ("people.csv", people), ("frame.csv", frame), ("register.csv", register)).Weigh();

    protected static double[] Numbers(Table table, string column) => ((NumberColumn)table[column]).Values.ToArray();

    protected static string[] Unresolved(StudyWeights weights) => [.. weights.Findings.Where(finding => finding.Severity == Severity.Unresolved).Select(finding => finding.Message)];
}
