namespace Survey.Monitoring.Scorecards;

/// <summary>A study of two waves of 800 people, of whom fewer smoke in the second without that being sure, and in which nobody knows anything of scorecards: what is appended says that.</summary>
internal sealed class SmallCounty : IDisposable
{
    public const string Head = """
        format: 1
        title: {zh: 示例}
        area: {name: 示例县, kind: county, towns: [东镇, 西镇, 南街道]}
        columns:
          village: {from: village, as: code}
          age: {from: age, as: number}
          smokeNow: {from: smoke, codes: {1: daily, 2: some, 3: none}}
          p: {from: p, as: number}
        eligibility:
          - {keep: "age between 15 and 69", reason: 年龄, status: ineligible}
        design: {clusters: village, samePlaces: same}
        weighting: {base: [{stage: person, probability: p}]}
        waves:
          - {id: "2023", role: baseline, fieldwork: [2023-09-01, 2023-10-01], files: "2023.csv"}
          - {id: "2024", role: final, fieldwork: [2024-09-01, 2024-10-01], files: "2024.csv"}
        indicators:
          - use: smoking-current

        """;

    public SmallCounty()
    {
        Folder = Directory.CreateTempSubdirectory("survey-scorecards-").FullName;
        foreach ((string wave, int smokers, int step) in new[] { ("2023", 20, 7), ("2024", 17, 3) })
            Write($"{wave}.csv", ["village,age,smoke,p", .. from village in Enumerable.Range(0, 10) from person in Enumerable.Range(0, 80) select $"{100 + village},{15 + person * 7 % 55},{(person < smokers + village * step % 10 ? 1 + person % 2 : 3)},0.01"]);
    }

    public string Folder { get; }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public void Write(string file, params IEnumerable<string> lines) => File.WriteAllLines(Path.Combine(Folder, file), lines);

    public Study Study(string more, string? head = null)
    {
        string file = Path.Combine(Folder, "study.yaml");
        File.WriteAllText(file, (head ?? Head) + more);
        return Monitoring.Study.Read(file);
    }

    public Scorecard Judged(string programme, string more) => Study(more).Load().Estimate().Judge(Programme.Library[programme]);

    /// <summary>What is refused, each sentence without the folder.</summary>
    public string[] Refused(string programme, string more)
    {
        SurveyDataException error = Assert.Catch<SurveyDataException>(() => Judged(programme, more))!;
        IReadOnlyList<string> sentences = error is StudyErrorsException several ? several.Errors : [error.Message];
        return [.. sentences.Select(sentence => sentence.Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))];
    }
}
