namespace Survey.Monitoring.Tests.Made;

/// <summary>Each planted fault is named in one sentence with its place, and does not keep the rest from being read.</summary>
public sealed class FaultTests : MadeFolders
{
    /// <summary>A line end, or the end of a sentence with another after it.</summary>
    private const string SeveralSentences = @"[\r\n]|[.?!] \p{Lu}";

    [TestCaseSource(typeof(Faults), nameof(Faults.All))]
    public void IsNamedWithItsPlace(Fault fault)
    {
        (StudyData data, ExpectedFinding expected) = Load(fault);
        string all = string.Join('\n', data.Findings.Select(finding => $"{finding.Severity} {finding.File} {finding.Row} {finding.Column} {finding.Rows}: {finding.Message}"));
        Finding? found = data.Findings.FirstOrDefault(finding => IsAsExpected(finding, expected));
        Assert.That(found, Is.Not.Null, all);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found!.Message, Does.Contain(expected.File ?? "").And.Contains($"{expected.Row}"));
            Assert.That(all, Does.Not.Contain(expected.Hidden ?? "(nothing is hidden)"));
            Assert.That(data.Waves.Single(wave => wave.Wave.Id == (expected.Wave ?? "2023")).IsResolved, Is.EqualTo(expected.Severity != Severity.Unresolved));
        }
    }

    [TestCaseSource(typeof(Faults), nameof(Faults.All))]
    public void LeavesTheRestToBeRead(Fault fault)
    {
        (StudyData data, ExpectedFinding expected) = Load(fault);
        Assert.That(data["2023"].Everyone?.RowCount ?? 0, Is.EqualTo(expected.Kept));
        if (expected.KeptElsewhere is { } kept)
            Assert.That(data["2024"].Everyone?.RowCount ?? 0, Is.EqualTo(kept));
        Assert.That(data.Findings.Select(finding => finding.Message), Has.All.Not.Empty.And.All.Not.Match(SeveralSentences));
    }

    private (StudyData Data, ExpectedFinding Expected) Load(Fault fault)
    {
        (string path, ExpectedFinding expected) = fault.Write(County, NewFolder());
        return (Study.Read(path).Load(), expected);
    }

    private static bool IsAsExpected(Finding finding, ExpectedFinding expected) =>
        finding.Severity == expected.Severity
        && finding.Wave == expected.Wave
        && finding.File == expected.File
        && (expected.Row is null || finding.Row == expected.Row)
        && (expected.Rows is null || finding.Rows == expected.Rows)
        && (expected.Columns.Length == 0 || expected.Columns.Contains(finding.Column))
        && expected.Fragments.All(fragment => finding.Message.Contains(fragment, StringComparison.Ordinal));
}
