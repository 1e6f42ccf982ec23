using System.Text;
using Survey.Monitoring.Tests.Made;

namespace Survey.Cli.Tests.Studies;

/// <summary>Whatever command is run on files of people, none of what identifies them is in anything that is printed or written.</summary>
public class SearchTests
{
    /// <summary>Enough for names to be known as such.</summary>
    private static readonly MadeCounty Few = new(people: 70);

    private static readonly string[] Secrets = [.. StudySession.County.Secrets.Concat(Few.Secrets).Distinct()];

    private static readonly string[] Formats = ["table", "json", "csv"];

    /// <summary>Faults at which something of a person stands where it is not expected, or whose sentences are about persons' rows.</summary>
    private static readonly string[] FaultNames =
    [
        "an ID card number kept as a number",
        "a sheet without its headings",
        "a misspelt heading among the personal ones",
        "two rows of the same key where none may be",
        "half a workbook",
        "a file that breaks off within quotes",
        "two columns that may both be the key",
    ];

    /// <summary>What is asked of files of data: columns of people, misspelt ones, and conditions on them.</summary>
    private static IEnumerable<string[]> Questions =>
    [
        .. MadeIdentity.Headings.SelectMany(heading => (string[][])
        [
            ["--mean", "居住月数", "--by", heading],
            ["--mean", "居住月数", "--by", heading, "--where", "居住月数 < 3"],
            ["--mean", "居住月数", "--where", $"{heading} = 'x'"],
            ["--mean", heading],
            ["--total", heading],
            ["--proportion", heading],
            ["--categories", heading],
            ["--categories", heading, "--where", "居住月数 < 3"],
            ["--mean", $"{heading} + 1"],
            ["--mean", "居住月数", "--by", $"left({heading}, 30) as x"],
            ["--mean", "居住月数", "--by", $"left({heading}, 30) as x", "--where", "居住月数 < 3"],
            ["--mean", "居住月数", "--by", $"cut({heading}, 1, 2)"],
            ["--mean", "居住月数", "--clusters", heading],
            ["--mean", "居住月数", "--strata", heading],
            ["--mean", "居住月数", "--weights", heading],
            ["--mean", "居住月数", "--type", $"{heading}=number", "--by", heading],
            ["--mean", "居住月数", "--type", $"{heading}=date", "--by", heading],
        ]),
        ["--mean", "居住月数", "--by", "姓明"],
        ["--mean", "联系电活"],
        ["--mean", "居住月数", "--where", "身份证 = 'x'"],
        ["--mean", "居住月数", "--by", "姓名, 性别"],
    ];

    [TestCaseSource(typeof(MadeShape), nameof(MadeShape.All))]
    public void StudiesOfAllShapes(MadeShape shape)
    {
        using var study = new StudySession(shape.Of(StudySession.County));
        RunOnStudy(study, shape.Of(StudySession.County));
    }

    [TestCaseSource(nameof(FaultNames))]
    public void StudiesWithFaults(string name)
    {
        Fault fault = Faults.All.Single(fault => fault.Name == name);
        using var study = new StudySession(fault);
        MadeStudy made = fault.Shape(StudySession.County);
        RunOnStudy(study, made);
        Describe(study, made);
    }

    [TestCaseSource(typeof(MadeShape), nameof(MadeShape.All))]
    public void DescriptionsOfFiles(MadeShape shape)
    {
        MadeStudy made = shape.Of(StudySession.County);
        using var study = new StudySession(made);
        Describe(study, made);
    }

    [Test]
    public void QuestionsAskedOfAFile([Values("clean", "towns")] string name)
    {
        MadeStudy made = MadeShape.All.Single(shape => shape.Name == name).Of(name == "towns" ? StudySession.County : Few);
        using var study = new StudySession(made);
        string file = study.At(name == "towns" ? made[TownsShape.WithRemarks].Path : made.File.Path), other = study.At("other" + Path.GetExtension(file));
        string[] reading = name == "towns" ? ["--sheet", "调查数据", "--header-row", "2"] : [];
        File.Copy(file, other);
        List<string> leaks = [];
        foreach (string[] question in Questions)
        {
            leaks.AddRange(Run(study, ["estimate", file, .. question, .. reading]));
            if (question.Contains("--by") || question.Contains("--categories"))
                leaks.AddRange(Run(study, ["compare", file, other, "--same-places", "no", .. question, .. reading]));
        }
        Assert.That(string.Join("\n", leaks), Is.Empty);
    }

    [Test]
    public void ColumnsOfPeopleThatTheStudyReads()
    {
        MadeStudy made = CleanShape.Of(StudySession.County);
        made.Text = made.Text.Replace("drop: [姓名, 身份证号, 联系电话, 详细住址, 来自IP]", "drop: [身份证号, 联系电话, 来自IP]", StringComparison.Ordinal)
            .Replace("columns:\n", "columns:\n  who: {from: 姓名, as: text}\n  where: {from: 详细住址, as: text}\n", StringComparison.Ordinal)
            .Replace("by: [town, village]", "by: [who]", StringComparison.Ordinal);
        made.Waves[0] = made.Waves[0].Replace("duplicates: {key: id, then: fail}", "duplicates: {key: [who, where], then: fail}", StringComparison.Ordinal);
        using var study = new StudySession(made);
        RunOnStudy(study, made);
    }

    private static void RunOnStudy(StudySession study, MadeStudy made)
    {
        string[] files = [.. made.Files.Select(file => study.At(file.Path)).Where(File.Exists)];
        List<string> leaks = [];
        foreach (string format in Formats)
        {
            leaks.AddRange(Run(study, "describe", study.Path, "--format", format));
            leaks.AddRange(Run(study, "check", "--only-data", study.Path, "--format", format));
            leaks.AddRange(Run(study, "load", study.Path, "--out", study.At("clean"), "--format", format));
        }
        leaks.AddRange(Run(study, ["init", .. files, "--out", study.At("draft.yaml")]));
        leaks.AddRange(Run(study, ["init", .. files, "--instrument", study.At(made.Items.Path)]));
        Assert.That(string.Join("\n", leaks.Concat(InFiles(study))), Is.Empty);
    }

    /// <summary>With the right options, and as somebody would begin who knows nothing of the files.</summary>
    private static void Describe(StudySession study, MadeStudy made)
    {
        string[][] readings = [[], ["--header-row", "2"], ["--sheet", "调查数据", "--header-row", "2"]];
        Assert.That(
            from file in made.Files.Select(file => study.At(file.Path)).Where(File.Exists).Take(4)
            from format in Formats
            from reading in readings
            from leak in Run(study, ["describe", file, "--format", format, .. reading])
            select leak,
            Is.Empty);
    }

    /// <summary>What a run shows of people: in words, how much and where.</summary>
    private static IEnumerable<string> Run(StudySession study, params string[] args)
    {
        Run run = Session.Survey(args);
        string[] found = SecretsIn(run.Output + run.Messages);
        if (found.Length > 0)
            yield return $"{found.Length} are shown, such as {found[0]}: {string.Join(' ', args).Replace(study.Folder, "", StringComparison.Ordinal)}";
    }

    /// <summary>What is in files, but those that the study was given.</summary>
    private static IEnumerable<string> InFiles(StudySession study) =>
        from file in Directory.EnumerateFiles(study.Folder, "*", SearchOption.AllDirectories)
        where !file.StartsWith(study.At("数据"), StringComparison.Ordinal)
        let found = SecretsIn(File.ReadAllText(file, Encoding.UTF8))
        where found.Length > 0
        select $"{Path.GetFileName(file)} holds {found.Length}, such as {found[0]}";

    private static string[] SecretsIn(string text) => [.. Secrets.Where(secret => text.Contains(secret, StringComparison.Ordinal))];
}
