using System.Text.Json;
using Survey.Files;

namespace Survey.Cli.Tests.Studies;

/// <summary>What survey weight writes, and what it prints.</summary>
public class WeightTests
{
    private static readonly (string Name, string Text)[] Lists =
        [("frame.csv", "村,户数\n0101,600\n0102,400\n0103,1000\n0201,300\n0202,500\n0203,300\n"), ("register.csv", "村,抽取户数,实有户数\n0101,2,600\n0103,2,500\n0201,2,300\n0202,2,500\n")];

    private const string People = "村,人数,结果,年龄\n0101,2,1,30\n0101,,2,\n0103,5,1,40\n0103,1,1,50\n0201,3,1,20\n0201,4,1,60\n0202,1,1,33\n0202,2,1,44\n";

    private const string Text = """
        columns:
          village: {from: 村, as: code, digits: 4}
          town: {derive: "left(village, 2)"}
          eligible: {from: 人数, as: number}
          age: {from: 年龄, as: number}
          result: {from: 结果, codes: {1: responded, 2: refused}}
        lookups: [{file: register.csv, key: village, columns: {drawn: 抽取户数, present: 实有户数}}]
        waves: [{id: "2024", files: people.csv}]
        response: {disposition: result}
        design: {strata: town, clusters: village}
        weighting:
          base:
            - {stage: village, frame: frame.csv, key: village, method: pps, size: 户数, within: town, drawn: 2}
            - {stage: household, drawn: drawn, present: present}
            - {stage: person, kish: eligible}
          nonresponse: {cells: village, minimum: 1}

        """;

    private static StudySession StudyOf(string people = People, string text = Text) => new(text, [("people.csv", people), .. Lists]);

    [Test]
    public void TheTableIsOfThoseWhoRespondedAndEstimatesTakeIt()
    {
        using StudySession study = StudyOf();
        Run run = Session.Survey("weight", study.Path, "--out", study.At("weighted"));
        Assert.That((run.Code, run.Messages), Is.EqualTo((0, "")));
        Table table = Table.Read(study.At("weighted", "2024.csv"));
        Assert.That(table.RowCount, Is.EqualTo(7));
        Assert.That(((NumberColumn)table["weight"]).Values.ToArray(), Is.EqualTo(new[]
        {
            2_000 / 1_200.0 * 300 * 2 * 2, 250 * 5, 250, 1_100 / 600.0 * 150 * 3, 1_100 / 600.0 * 150 * 4, 1.1 * 250, 1.1 * 250 * 2,
        }).Within(1e-12).Percent);
        Run estimate = Session.Survey("estimate", study.At("weighted", "2024.csv"), "--weights", "weight", "--strata", "town", "--clusters", "village", "--mean", "age");
        Assert.That((estimate.Code, estimate.Messages), Is.EqualTo((0, "")));
        Assert.That(estimate.Output, Does.Contain("7 rows, 4 PSUs in 2 strata, 2 degrees of freedom"));
    }

    [Test]
    public void TheStepsArePrinted()
    {
        using StudySession study = StudyOf();
        Assert.That(Session.Survey("weight", study.Path, "--out", study.At("weighted")).Output, Is.EqualTo("""
            小

            2024: weights of 7 of 8 people drawn

            step                            by                                                 rows         factors  sum of weights  smallest  median  greatest     Kish deff
            ------------------------------  -------------------------------------------------  ----  --------------  --------------  --------  ------  --------  ------------
            village: proportional to size   village 户数, village total 户数, village drawn 2     8  1.000 to 1.833           11.20     1.000   1.383     1.833  1.00 to 1.06
            household: equal probabilities  drawn, present                                        8  150.0 to 300.0           2,600     250.0   275.0     500.0  1.06 to 1.10
            person: Kish grid               eligible                                              7  1.000 to 5.000           5,250     250.0   825.0     1,250  1.08 to 1.24
            nonresponse                     village, status                                       7  1.000 to 2.000           6,250     250.0   825.0     2,000  1.24 to 1.41
            Note (person: Kish grid): 1 household of 5 eligible members has the weight 5, as neither ranks nor tables are given; the grid's chances ask for 6, 6, 4, 6, 4 by rank.
            Note (nonresponse): 1 row that did not respond has the weight 0; while it is kept, PSUs without respondents stay in the design.

            0 changed, dropped or chosen
            0 to be looked at
            0 unresolved

            """));
    }

    [Test]
    public void JsonAndCsvHoldTheSteps()
    {
        using StudySession study = StudyOf();
        using JsonDocument json = JsonDocument.Parse(Session.Survey("weight", study.Path, "--out", study.At("weighted"), "--format", "json").Output);
        JsonElement wave = json.RootElement.GetProperty("waves")[0], step = wave.GetProperty("steps")[2];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(wave.GetProperty("isWeighted").GetBoolean());
            Assert.That(wave.GetProperty("steps").GetArrayLength(), Is.EqualTo(4));
            Assert.That(step.GetProperty("step").GetString(), Is.EqualTo("person: Kish grid"));
            Assert.That(step.GetProperty("rows").GetInt32(), Is.EqualTo(7));
            Assert.That(step.GetProperty("greatestFactor").GetDouble(), Is.EqualTo(5));
            Assert.That(step.GetProperty("notes")[0].GetString(), Does.StartWith("1 household of 5 eligible members has the weight 5"));
            Assert.That(json.RootElement.GetProperty("findings").GetArrayLength(), Is.Zero);
        }
        string[] lines = Session.Survey("weight", study.Path, "--out", study.At("weighted"), "--format", "csv").Output.Split('\n');
        Assert.That(lines[0].TrimStart('\uFEFF'), Is.EqualTo("wave,step,columns,rows,smallestFactor,greatestFactor,sum,smallest,median,greatest,designEffectBefore,designEffectAfter,warnings,notes"));
        Assert.That(lines, Has.Length.EqualTo(6));
    }

    [Test]
    public void AWaveThatCannotBeWeightedIsNotWrittenAndAnOldTableGoes()
    {
        using StudySession study = StudyOf(People.Replace("0201,3", "0201,", StringComparison.Ordinal));
        Directory.CreateDirectory(study.At("weighted"));
        File.WriteAllText(study.At("weighted", "2024.csv"), "of another day\n");
        Run run = Session.Survey("weight", study.Path, "--out", study.At("weighted"));
        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Messages, Is.EqualTo($"survey: 2024 is not written, as 1 thing is unresolved; {study.At("weighted", "2024.csv")} of an earlier run is removed.\n"));
        Assert.That(run.Output, Does.Contain("2024: no weights, as something is unresolved").And.Contain("the number of eligible members 'eligible' is missing in row 5").And.Contain("people.csv, row 5 (line 6)"));
        Assert.That(File.Exists(study.At("weighted", "2024.csv")), Is.False);
    }

    [Test]
    public void OneWaveOfTwoIsWeighted()
    {
        using var study = new StudySession(
            Text.Replace("{id: \"2024\", files: people.csv}", "{id: \"2023\", files: before.csv}, {id: \"2024\", files: people.csv}", StringComparison.Ordinal),
            [("people.csv", People), ("before.csv", "村,人数,结果,年龄\n0109,2,1,30\n"), .. Lists]);
        Run run = Session.Survey("weight", study.Path, "--out", study.At("weighted"));
        Assert.That(run.Code, Is.EqualTo(3));
        Assert.That(run.Messages, Does.Match(@"^survey: 2023 is not written, as \d+ things? (is|are) unresolved\.\n$"));
        Assert.That(File.Exists(study.At("weighted", "2024.csv")));
    }

    [Test]
    public void PersonalDataAreNotWritten()
    {
        using StudySession study = StudyOf(People.Replace("结果,年龄", "结果,年龄,电话", StringComparison.Ordinal).Replace(",30\n", ",30,19912345678\n", StringComparison.Ordinal), Text.Replace("  result:", "  phone: {from: 电话, as: text}\n  result:", StringComparison.Ordinal));
        Run run = Session.Survey("weight", study.Path, "--out", study.At("weighted"));
        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Output + run.Messages, Does.Not.Contain("19912345678"));
        Assert.That(Directory.GetFiles(study.At("weighted")), Is.Empty);
    }

    [Test]
    public void WhatIsWrongWithTheCallIsOneSentence()
    {
        using StudySession study = StudyOf(text: Text[..Text.IndexOf("weighting:", StringComparison.Ordinal)]);
        Assert.That(Session.Survey("weight", study.Path), Is.EqualTo(new Run(2, "", "survey: No folder is named; say where the tables go with --out FOLDER.\n")));
        Run run = Session.Survey("weight", study.Path, "--out", study.At("weighted"));
        Assert.That((run.Code, run.Output), Is.EqualTo((2, "")));
        Assert.That(run.Messages, Does.Match(@"^survey: .*study\.yaml has no weighting; say under weighting\.base how the sample was drawn, stage by stage\.\n$"));
    }
}
