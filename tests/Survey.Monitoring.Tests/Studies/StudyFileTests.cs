using System.Text;

namespace Survey.Monitoring.Tests.Studies;

/// <summary>Study files as they lie on disks.</summary>
public class StudyFileTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("survey-study-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void AByteOrderMarkIsNoPartOfTheText()
    {
        Study study = Study.Read(FileOf([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(StudyText.Small)]));
        Assert.That((study.Folder, study.Title.Chinese), Is.EqualTo((_folder, "示例")));
    }

    [Test]
    public void WindowsLineEndsChangeNoPlace()
    {
        Study study = Study.Read(FileOf(StudyText.Small.ReplaceLineEndings("\r\n")));
        Assert.That((study.Columns[2].Place.Line, study.Columns[2].Place.Column), Is.EqualTo((9, 3)));
    }

    [Test]
    public void Gb18030IsToldAndTheWayOutIsSaid()
    {
        Encoding gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        Assert.That(ErrorOf(gb18030.GetBytes(StudyText.Small)), Is.EqualTo("study.yaml, line 2, column 14: the file is not UTF-8 (GB18030 or \"ANSI\", perhaps); open it in the editor that wrote it and save it with the encoding UTF-8."));
    }

    [Test]
    public void Utf16IsNotUtf8() =>
        Assert.That(ErrorOf([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(StudyText.Small)]), Does.StartWith("study.yaml, line 1, column 1: the file is not UTF-8"));

    [TestCase("format: 1\nmissing: a\0b\n", "study.yaml, line 2, column 11: the character U+0000 is no text; remove it, or name the study file if this is another.")]
    [TestCase("PK\u0003\u0004", "study.yaml, line 1, column 3: the character U+0003 is no text; remove it, or name the study file if this is another.")]
    public void WhatIsNoTextIsRefused(string text, string expected) => Assert.That(ErrorOf(Encoding.UTF8.GetBytes(text)), Is.EqualTo(expected));

    [Test]
    public void ALargeFileIsRefused() =>
        Assert.That(ErrorOf(new byte[(4 << 20) + 1]), Is.EqualTo("study.yaml, line 1, column 1: the file is larger than 4 MiB, which no study file is; name the study file, and leave data in files of their own."));

    [Test]
    public void AFileThatIsNotThereIsNamed() =>
        Assert.That(Error(() => Study.Read(Path.Combine(_folder, "study.yaml"))), Is.EqualTo("There is no file study.yaml; check its name and its folder."));

    [Test]
    public void AFolderIsNoFile() =>
        Assert.That(Assert.Catch<SurveyDataException>(() => Study.Read(_folder))!.Message, Is.EqualTo($"{_folder} is a folder; name the study file in it, such as {Path.Join(_folder, "study.yaml")}."));

    [Test]
    public void SeveralErrorsAreSaidTogetherInTheOrderOfTheFile()
    {
        string text = StudyText.Small.Replace("digits: 12", "digts: 12", StringComparison.Ordinal).Replace("format: 1", "format: 7", StringComparison.Ordinal);
        var errors = Assert.Throws<StudyErrorsException>(() => Study.Read(FileOf(text)))!;
        Assert.That(errors.Errors, Has.Count.EqualTo(2));
        Assert.That(errors.Errors[1], Does.EndWith("line 8, column 32: there is no key 'digts' in columns.village; did you mean 'digits'?"));
        Assert.That(errors.Message, Is.EqualTo(string.Join(Environment.NewLine, errors.Errors)));
    }

    [Test]
    public void OneErrorIsAnOrdinaryOne() => Assert.Throws<SurveyDataException>(() => Study.Read(FileOf("")));

    private string FileOf(string text) => FileOf(Encoding.UTF8.GetBytes(text));

    private string FileOf(byte[] bytes)
    {
        string file = Path.Combine(_folder, "study.yaml");
        File.WriteAllBytes(file, bytes);
        return file;
    }

    private string ErrorOf(byte[] bytes) => Error(() => Study.Read(FileOf(bytes)));

    private string Error(Action read) =>
        Assert.Catch<SurveyDataException>(() => read())!.Message.Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}
