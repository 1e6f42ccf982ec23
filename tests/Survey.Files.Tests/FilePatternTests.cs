namespace Survey.Files.Tests;

/// <summary>Which files a pattern stands for.</summary>
public sealed class FilePatternTests : TempFiles
{
    private string Folder => PathOf("").TrimEnd(Path.DirectorySeparatorChar);

    [SetUp]
    public void MakeFiles()
    {
        foreach (string name in (string[])["wave10.xlsx", "wave2.xlsx", "Wave1.XLSX", "~$wave2.xlsx", ".wave3.xlsx", "notes.txt", "data/2023/a.csv", "data/2023/b.csv", "data/2024/a.csv", "data/2024/deep/er/a.csv", "data/.git/a.csv"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
            FileOf("a\n1\n", name);
        }
    }

    [TestCase("*.xlsx", "Wave1.XLSX wave2.xlsx wave10.xlsx")]
    [TestCase("wave?.xlsx", "Wave1.XLSX wave2.xlsx")]
    [TestCase("wave?*.xlsx", "Wave1.XLSX wave2.xlsx wave10.xlsx")]
    [TestCase("data/2023/*.csv", "data/2023/a.csv data/2023/b.csv")]
    [TestCase("data/*/a.csv", "data/2023/a.csv data/2024/a.csv")]
    [TestCase("data/202?/*", "data/2023/a.csv data/2023/b.csv data/2024/a.csv")]
    [TestCase("**/a.csv", "data/2023/a.csv data/2024/a.csv data/2024/deep/er/a.csv")]
    [TestCase("data/**/*.csv", "data/2023/a.csv data/2023/b.csv data/2024/a.csv data/2024/deep/er/a.csv")]
    [TestCase("data/**/**/er/**", "data/2024/deep/er/a.csv")]
    [TestCase("data/2024/**", "data/2024/a.csv data/2024/deep/er/a.csv")]
    [TestCase("./data/../*.txt", "./data/../notes.txt")]
    [TestCase(".w*", ".wave3.xlsx")]
    [TestCase("data/.git/*", "data/.git/a.csv")]
    public void APatternStandsForFilesInNaturalOrder(string pattern, string files)
    {
        IReadOnlyList<string> expanded = FilePattern.Expand(pattern, Folder);
        Assert.That(string.Join(' ', expanded), Is.EqualTo(files));
        foreach (string path in expanded)
            Assert.That(File.Exists(Path.Combine(Folder, path)), path);
    }

    [Test]
    public void AnAbsolutePatternNeedsNoFolder() =>
        Assert.That(FilePattern.Expand(Folder.Replace('\\', '/') + "/data/*/b.csv", "elsewhere").Single(), Is.EqualTo(Folder.Replace('\\', '/') + "/data/2023/b.csv"));

    [Test]
    public void APathIsReturnedAsItIs()
    {
        Assert.That(FilePattern.Expand("data/2023/a.csv", Folder), Is.EqualTo(new[] { "data/2023/a.csv" }));
        Assert.That(FilePattern.Expand("~$none.xlsx", Folder), Is.EqualTo(new[] { "~$none.xlsx" }));
    }

    [Test]
    public void LinksThatLeadBackAreNotFollowed()
    {
        Directory.CreateSymbolicLink(PathOf("data/2023/back"), Folder);
        Assert.That(FilePattern.Expand("**/b.csv", Folder), Is.EqualTo(new[] { "data/2023/b.csv" }));
        Assert.That(FilePattern.Expand("data/2023/b*/n*.txt", Folder), Is.EqualTo(new[] { "data/2023/back/notes.txt" }));
    }

    [Test]
    public void ManyStarsDoNotWalkAFolderAgainAndAgain()
    {
        FileOf("a\n1\n", $"{Directory.CreateDirectory(PathOf(string.Concat(Enumerable.Repeat("d/", 40)))).FullName}/deep.csv");
        string pattern = string.Concat(Enumerable.Repeat("**/*/", 12)) + "deep.csv";
        Assert.That(Task.Run(() => FilePattern.Expand(pattern, Folder)).WaitAsync(TimeSpan.FromSeconds(30)).Result, Has.Count.EqualTo(1));
    }

    [TestCase("wave?.xls", "No file matches wave?.xls in the folder FOLDER; did you mean 'Wave1.XLSX'?")]
    [TestCase("data/2023/*.xlsx", "No file matches data/2023/*.xlsx in the folder FOLDER/data/2023; its files are a.csv, b.csv.")]
    [TestCase("data/202*/*.xlsx", "No file matches data/202*/*.xlsx in the folder FOLDER/data; there are no files in it.")]
    [TestCase("dta/*.csv", "No file matches dta/*.csv: there is no folder FOLDER/dta; check its name.")]
    [TestCase("q*.csv", "No file matches q*.csv in the folder FOLDER; its files are Wave1.XLSX, notes.txt, wave2.xlsx, ... (4 in all).")]
    public void NoMatchNamesThePatternTheFolderAndTheNearest(string pattern, string message)
    {
        string error = Assert.Throws<SurveyDataException>(() => FilePattern.Expand(pattern, Folder)).Message;
        Assert.That(error.Replace(Folder, "FOLDER", StringComparison.Ordinal), Is.EqualTo(message));
    }
}
