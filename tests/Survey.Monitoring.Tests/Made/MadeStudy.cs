namespace Survey.Monitoring.Tests.Made;

/// <summary>A made-up study in memory, as it will stand in a folder: tests may alter it before it is written.</summary>
public sealed class MadeStudy
{
    /// <summary>The study file down to its waves.</summary>
    public string Text { get; set; } = MadeStudyText.Common;

    /// <summary>The waves in it, one text each.</summary>
    public required List<string> Waves { get; init; }

    /// <summary>The files with people's answers.</summary>
    public required List<MadeFile> Files { get; init; }

    /// <summary>What the village registers say: drawn and present households.</summary>
    public MadeFile Register { get; } = MadeFile.Of(
        "抽样/入户登记.csv",
        ["wave", "村居代码", "抽取户数", "实有户数"],
        MadeCounty.Towns.SelectMany(town => town.Villages).Select((village, k) => new[] { "2023", village, "55", $"{700 + k}" }));

    /// <summary>The towns' names.</summary>
    public MadeFile TownNames { get; } = MadeFile.Of("抽样/乡镇名称.csv", ["code", "label"], MadeCounty.Towns.Select(town => new[] { town.Code, town.Name }));

    /// <summary>The questionnaire.</summary>
    public MadeFile Items { get; } = MadeFile.Of(
        "问卷/题目.csv",
        ["item", "type", "options", "key", "aspect", "issue"],
        MadeItem.All.Select(item => new[] { $"{item.Number}", item.Type, string.Join('|', item.Options), item.Key, item.Aspect, item.Issue }));

    /// <summary>The only file with answers.</summary>
    public MadeFile File => Files.Single();

    /// <summary>The file of a town.</summary>
    public MadeFile this[MadeTown town] => Files.Single(file => file.Path.EndsWith($"/{town.Name}.xlsx", StringComparison.Ordinal));

    /// <summary>Adds a wave that is the first one once more, under its own name.</summary>
    /// <param name="id">Also stands in the names of its files.</param>
    /// <returns>Its files.</returns>
    public List<MadeFile> AddWave(string id)
    {
        Waves.Add(WaveText(id));
        List<MadeFile> files = [.. Files.Select(file => file.CopyTo(file.Path.Replace("2023", id, StringComparison.Ordinal)))];
        Files.AddRange(files);
        Register.Rows.AddRange([.. Register.Rows.Select(row => (List<Cell>)[Cell.Of(id), .. row.Skip(1)])]);
        return files;
    }

    /// <summary>Adds a wave without any files.</summary>
    public void AddWaveWithoutFiles(string id) => Waves.Add(WaveText(id));

    /// <summary>Writes the study and all its files.</summary>
    /// <returns>The path of the study file.</returns>
    public string Write(string folder)
    {
        foreach (MadeFile file in (IEnumerable<MadeFile>)[.. Files, Register, TownNames, Items])
            file.Write(folder);
        System.IO.File.WriteAllText(Path.Combine(folder, "密钥.txt"), "made up, for made-up people only: 4f1c9a");
        string path = Path.Combine(folder, "study.yaml");
        System.IO.File.WriteAllText(path, $"{Text}\nwaves:\n{string.Concat(Waves)}");
        return path;
    }

    /// <summary>Its people were interviewed on the days of the first wave, so it declares no days of its own.</summary>
    private string WaveText(string id) =>
        string.Concat(Waves[0].Split('\n').Where(line => line.Length > 0 && !line.Contains("fieldwork:", StringComparison.Ordinal)).Select(line => line.Replace("2023", id, StringComparison.Ordinal) + "\n"));
}
