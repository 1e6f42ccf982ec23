using Survey.Monitoring.Tests.Made;

namespace Survey.Monitoring.Tests.Drafting;

/// <summary>The drafts of the made-up county are read as they stand, and tell nobody's secrets.</summary>
public sealed class DraftShapesTests : MadeFolders
{
    [TestCaseSource(typeof(MadeShape), nameof(MadeShape.All))]
    public void NothingIsUnresolved(MadeShape shape)
    {
        string path = WriteDraft(shape);
        StudyData data = Study.Read(path).Load();
        Assert.That(data.Findings.Where(finding => finding.Severity == Severity.Unresolved).Select(finding => finding.Message), Is.Empty);
        Assert.That(data["2023"].Everyone!.RowCount, Is.EqualTo(County.People.Count));
    }

    [TestCaseSource(typeof(MadeShape), nameof(MadeShape.All))]
    public void NoSecretIsInTheDraft(MadeShape shape)
    {
        string draft = File.ReadAllText(WriteDraft(shape));
        Assert.That(County.Secrets.Where(secret => draft.Contains(secret, StringComparison.Ordinal)), Is.Empty);
    }

    [TestCaseSource(typeof(MadeShape), nameof(MadeShape.All))]
    public void TheUsualColumnsAreKnown(MadeShape shape)
    {
        Study study = Study.Read(WriteDraft(shape));
        Assert.That(study.Columns.Select(column => column.Name), Is.SupersetOf(new[] { "id", "village", "town", "area", "sex", "birth", "surveyed", "age", "ageGroup", "education", "eligible", "months", "result" }));
        Assert.That(study.Waves[0].Answers, Is.Not.Null);
    }

    private string WriteDraft(MadeShape shape)
    {
        string folder = NewFolder();
        MadeStudy study = shape.Of(County);
        string path = study.Write(folder);
        string draft = StudyDraft.Of([.. study.Files.Select(file => Path.Combine(folder, file.Path))], folder, "wuzhong-2023", Path.Combine(folder, study.Items.Path));
        File.WriteAllText(path, draft);
        return path;
    }
}
