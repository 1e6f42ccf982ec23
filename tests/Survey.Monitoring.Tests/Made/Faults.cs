using System.Text;

namespace Survey.Monitoring.Tests.Made;

/// <summary>Faults as they are met in the files of counties, each planted where it can be told from all others.</summary>
public static class Faults
{
    private const string Register = "抽样/入户登记.csv";

    /// <summary>Eighteen digits, of which Excel keeps fifteen.</summary>
    private static readonly Cell Rounded = Cell.Of(329901198001010016);

    private const int BrokenRow = 17;

    private static readonly MadeTown Town = MadeCounty.Towns[3];

    public static IReadOnlyList<Fault> All { get; } = [.. InCodes, .. InValues, .. InAnswers, .. InHeadings, .. InRows, .. InFiles];

    private static IEnumerable<Fault> InCodes =>
    [
        new("a village code that Excel wrote as a power of ten", CleanShape.Of, study =>
            AtPerson(study.File, "村居代码", "3.29901E+11", ["村居代码", "village"], "3.29901E+11")),

        new("village codes that Excel rounded, all over a town", TownsShape.Of, study =>
        {
            study[Town].Rows.ForEach(row => row[study[Town].Names.IndexOf("村居代码")] = Cell.Of(329901000000));
            return new(Severity.Unresolved, study[Town].Path, ["村居代码", "village"], "329901000000") { Rows = study[Town].Rows.Count };
        }),

        new("a key of 18 digits kept as a number, of which Excel keeps 15", TownsShape.Of, study =>
            AtPerson(study[Town], "问卷编号", Rounded, ["问卷编号", "id"])),

        new("an ID card number kept as a number", TownsShape.Of, study =>
            AtPerson(study[Town], "身份证号", Rounded, ["身份证号", "person"]) with { Hidden = Rounded.Text }),

        new("a village code of 11 digits", CleanShape.Of, study =>
            AtPerson(study.File, "村居代码", "32990100120", ["村居代码", "village"], "32990100120", "12")),

        new("a village that the register does not know", TownsShape.Of, study =>
            AtPerson(study[Town], "村居代码", Cell.Of(329901001299), ["村居代码", "village"], "329901001299", Register)),

        new("a village of the register in which nobody was drawn", CleanShape.Of, study =>
        {
            study.Register.Rows.Add([.. new[] { "2023", "329901001298", "55", "700" }.Select(Cell.Of)]);
            return new(Severity.Doubt, Register, ["村居代码", "village"], "329901001298");
        }),

        new("a wave with another coding of sex", OptionsShape.Of, study =>
        {
            MadeFile file = study.AddWave("2024").Single();
            int column = file.Names.IndexOf("性别");
            file.Rows.ForEach(row => row[column] = Cell.Of(row[column].Text switch { "1" => "0", "2" => "1", string other => other }));
            return new(Severity.Unresolved, file.Path, [file.HeadingOf("性别"), "sex"], "0")
            {
                Wave = "2024",
                Rows = file.Rows.Count(row => row[column].Text == "0"),
                KeptElsewhere = 500,
            };
        }),
    ];

    private static IEnumerable<Fault> InValues =>
    [
        new("a date that no calendar has", CleanShape.Of, study =>
            AtPerson(study.File, "出生日期", "1990-02-30", ["出生日期", "birth"], "1990-02-30")),

        new("words in a column of numbers", CleanShape.Of, study =>
            AtPerson(study.File, "居住月数", "约12个月", ["居住月数", "months"], "约12个月")),

        new("a birth after the interview", CleanShape.Of, study =>
            AtPerson(study.File, "出生日期", "2024-01-05", ["出生日期", "birth", "age", "调查日期", "surveyed"]) with { Severity = Severity.Doubt }),

        new("an error of Excel in a cell", TownsShape.Of, study =>
            AtPerson(study[Town], "文化程度", new Cell(CellKind.Error, "#N/A"), ["文化程度", "education"], "#N/A")),
    ];

    private static IEnumerable<Fault> InAnswers =>
    [
        new("a fifth option where there are four", CleanShape.Of, study => AtPerson(study.File, "Q9", "E", ["Q9"], "E")),

        new("an unknown letter among those chosen", TownsShape.Of, study => AtPerson(study[Town], "Q32", "AZ", ["Q32"], "Z")),

        new("option 6 where there are four", OptionsShape.Of, study => AtPerson(study.File, "Q9", "6", [study.File.HeadingOf("Q9"), "Q9"], "6")),

        new("a text that says neither chosen nor not", OptionsShape.Of, study =>
            AtPerson(study.File, "Q32(2)", "不清楚", [study.File.HeadingOf("Q32(2)"), "Q32", "Q32.B"], "不清楚")),

        new("an option without its column", OptionsShape.Of, study =>
        {
            study.File.RemoveColumn("Q32(3)");
            return new(Severity.Unresolved, study.File.Path, ["32、以下说法正确的是(3)", "Q32", "Q32.C"], "Q32");
        }),
    ];

    private static IEnumerable<Fault> InHeadings =>
    [
        new("a sheet without its headings", TownsShape.Of, study =>
        {
            study[Town].Headings.Clear();
            return Unread(study, "row 2");
        }),

        new("a column that one town lacks", TownsShape.Of, study =>
        {
            study[Town].RemoveColumn("性别");
            return new(Severity.Unresolved, study[Town].Path, ["性别", "sex"], "性别");
        }),

        new("a heading with a blank inside, which is another heading", TownsShape.Of, study =>
        {
            study[Town].Rename("性别", "性 别");
            return new(Severity.Unresolved, study[Town].Path, ["性别", "sex"], "性别");
        }),

        new("two columns that may both be the key", TownsShape.Of, study =>
        {
            study[Town].AddColumn("序号", row => Cell.Of(study[Town].Rows.IndexOf(row) + 1));
            return new(Severity.Unresolved, study[Town].Path, ["问卷编号", "序号", "id"], "问卷编号", "序号");
        }),

        new("a heading that stands twice", TownsShape.Of, study =>
        {
            study[Town].AddColumn("性别", row => row[study[Town].Names.IndexOf("性别")]);
            return new(Severity.Unresolved, study[Town].Path, ["性别", "sex"], "性别");
        }),

        new("a misspelt heading among the personal ones", CleanShape.Of, study =>
        {
            study.Text = study.Text.Replace("联系电话", "联系电活", StringComparison.Ordinal);
            return new(Severity.Doubt, "study.yaml", ["联系电活"], "联系电活") { Wave = null };
        }),
    ];

    private static IEnumerable<Fault> InRows =>
    [
        new("two rows of the same key where none may be", CleanShape.Of, study =>
        {
            int first = Answered(study.File), second = Answered(study.File, first);
            study.File[second, "问卷编号"] = study.File[first, "问卷编号"];
            return new(Severity.Unresolved, study.File.Path, ["问卷编号", "id"], study.File[first, "问卷编号"].Text, $"row {first}", $"row {second}");
        }),

        new("the answers of one person under the key of another", CleanShape.Of, study =>
        {
            int first = Answered(study.File), second = Answered(study.File, first);
            foreach (string name in study.File.Names.Except([.. MadeIdentity.Headings, "问卷编号"]))
                study.File[second, name] = study.File[first, name];
            return new(Severity.Doubt, study.File.Path, [], $"row {first}", $"row {second}") { Rows = 2 };
        }),
    ];

    private static IEnumerable<Fault> InFiles =>
    [
        new("a text file that is called a workbook", TownsShape.Of, study => Unread(study)) { Break = path => File.WriteAllText(path, "问卷编号,性别\r\n1,男\r\n") },

        new("half a workbook", TownsShape.Of, study => Unread(study)) { Break = path => File.WriteAllBytes(path, File.ReadAllBytes(path)[..2_000]) },

        new("a sheet that one workbook calls otherwise", TownsShape.Of, study =>
        {
            study[Town].Sheet = "Sheet1";
            return Unread(study, "调查数据");
        }),

        new("GB18030 that is declared to be UTF-8", OptionsShape.Of, study =>
        {
            study.AddWave("2024");
            study.Waves[0] = study.Waves[0].Replace("gb18030", "utf-8", StringComparison.Ordinal);
            return new(Severity.Unresolved, study.Files[0].Path, [], "UTF-8") { Kept = 0, KeptElsewhere = 500 };
        }),

        new("a file that breaks off within quotes", CleanShape.Of, study =>
        {
            study.AddWave("2024");
            return new(Severity.Unresolved, study.Files[0].Path, [], "quote", $"row {BrokenRow}") { Kept = 0, KeptElsewhere = 500 };
        })
        { Break = BreakOff },

        new("a pattern that no file matches", TownsShape.Of, study =>
        {
            study.AddWaveWithoutFiles("2024");
            return new(Severity.Unresolved, "数据/2024/*.xlsx", []) { Wave = "2024", KeptElsewhere = 0 };
        }),
    ];

    private static ExpectedFinding AtPerson(MadeFile file, string name, string text, string[] columns, params string[] fragments) =>
        AtPerson(file, name, Cell.Of(text), columns, fragments);

    /// <summary>Alters one cell of somebody who responded.</summary>
    private static ExpectedFinding AtPerson(MadeFile file, string name, Cell cell, string[] columns, params string[] fragments)
    {
        int row = Answered(file, after: 4);
        file[row, name] = cell;
        return new(Severity.Unresolved, file.Path, columns, fragments) { Row = row, Rows = 1 };
    }

    private static int Answered(MadeFile file, int after = 0) => file.FirstRow("入户结果", text => text is "1" or "responded", after);

    /// <summary>The town's file cannot be read; all the others can.</summary>
    private static ExpectedFinding Unread(MadeStudy study, params string[] fragments) =>
        new(Severity.Unresolved, study[Town].Path, [], fragments) { Kept = 500 - study[Town].Rows.Count };

    /// <summary>Opens quotes at the second field of a row, and ends the file with that row.</summary>
    private static void BreakOff(string path)
    {
        string[] lines = File.ReadAllLines(path, Encoding.UTF8)[..(BrokenRow + 1)];
        string[] fields = lines[BrokenRow].Replace("\"", "", StringComparison.Ordinal).Split(',', 2);
        lines[BrokenRow] = $"{fields[0]},\"{fields[1]}";
        File.WriteAllLines(path, lines);
    }
}
