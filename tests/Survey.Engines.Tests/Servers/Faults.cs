using System.Diagnostics;

namespace Survey.Engines.Tests;

/// <summary>What a fault must come to: one sentence, soon, and without the password.</summary>
internal static class Faults
{
    /// <summary>The message of the one error that a question ends in.</summary>
    /// <param name="ask">The question.</param>
    /// <param name="within">Seconds that it may take.</param>
    /// <param name="meanwhile">What is done half a second after it was asked.</param>
    public static string Of(Action ask, double within, Action? meanwhile = null)
    {
        var watch = Stopwatch.StartNew();
        var other = new Thread(() => // not of the pool, whose few threads are the question's
        {
            Thread.Sleep(500);
            meanwhile?.Invoke();
        });
        other.Start();
        SurveyDataException error = Assert.Throws<SurveyDataException>(() => ask())!;
        double seconds = watch.Elapsed.TotalSeconds;
        other.Join();
        TestContext.Out.WriteLine($"{seconds:F2} s: {error.Message}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(seconds, Is.LessThan(within));
            Assert.That(error.Message, Does.Not.Contain('\n').And.EndWith(".").And.Length.LessThan(600));
            Assert.That(error.ToString(), Does.Not.Contain(ClickHouseCluster.Password).And.Not.Contain(PostgresShards.Password).And.Not.Contain("ünder"));
        }
        return error.Message;
    }
}
