using Survey.Monitoring;
using Survey.Monitoring.Simulating;

namespace Survey.Cli.Tests.Studies;

/// <summary>How far a simulation has come is said every few seconds only.</summary>
public class ProgressTests
{
    [Test]
    public void ALongRunSaysALineAfterEachPauseAndAShortOneNothing()
    {
        using var messages = new StringWriter();
        var progress = new ProgressLines(messages, TimeSpan.Zero);
        progress.Report(new SimulationProgress(1, 2_000));
        progress.Report(new SimulationProgress(1_234, 2_000));
        Assert.That(messages.ToString(), Is.EqualTo($"survey: 1 of 2,000 villages are done.{Environment.NewLine}survey: 1,234 of 2,000 villages are done.{Environment.NewLine}"));

        using var households = new StringWriter();
        new ProgressLines(households, TimeSpan.Zero).Report(new HouseholdProgress(8_192, 10_000_000));
        Assert.That(households.ToString(), Is.EqualTo($"survey: 8,192 of 10,000,000 households are written.{Environment.NewLine}"));

        using var silent = new StringWriter();
        new ProgressLines(silent, TimeSpan.FromHours(1)).Report(new SimulationProgress(1_999, 2_000));
        Assert.That(silent.ToString(), Is.Empty);
    }
}
