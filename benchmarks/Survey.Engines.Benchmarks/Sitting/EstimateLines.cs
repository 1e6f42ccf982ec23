using Survey.Files;

namespace Survey.Engines.Benchmarks;

/// <summary>Asks each place the same questions about one survey.</summary>
/// <param name="rows">Of the survey.</param>
/// <param name="runs">How often each task is timed.</param>
/// <param name="warmUps">How often it is run before.</param>
internal sealed class EstimateLines(int rows, int runs, int warmUps)
{
    private static readonly Question[] Questions = [Question.Psus, Question.RowsInStrata];

    /// <summary>Of a table in memory; these are the estimates that the others are held to.</summary>
    public (Line[] Lines, Estimates[] Expected) OfMemory(Table table)
    {
        Line[] lines = [.. Questions.Select(question => new Line("table in memory", question, rows, Clock.Medians(runs, 1, [() => question.Ask(table)])[0]) { Megabytes = Asked.Megabytes(question, "memory", $"{rows}"), Apart = 0 })];
        return (lines, [.. Questions.Select(question => question.Ask(table))]);
    }

    /// <summary>Of a file, beside DuckDB's sums over the same file.</summary>
    public IEnumerable<Line> OfFile(string name, string file, Estimates[] expected, Place duckDb) =>
        Questions.Select((question, k) =>
        {
            Taken[] times = Clock.Medians(runs, warmUps, [() => duckDb.Drain(new Statement(question.Bare($"'{file}'"))), () => question.Ask(Rows.Open(file))]);
            return new Line(name, question, rows, times[1])
            {
                Bare = times[0],
                Megabytes = Asked.Megabytes(question, "file", file),
                Apart = Agreement.Between(expected[k], question.Ask(Rows.Open(file))),
            };
        });

    public IEnumerable<Line> Of(Place place, Estimates[] expected) => Questions.Select((question, k) => Of(place, question, expected[k]));

    /// <summary>Of a database.</summary>
    /// <param name="place">Where.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="expected">What it should answer; null where nobody knows.</param>
    public Line Of(Place place, Question question, Estimates? expected)
    {
        using Relay? relay = place.Port is { } port ? new Relay(port) : null;
        var recorder = new Recorder(place.Server(relay?.Port));
        Estimates estimates = question.Ask(new Engine(recorder).Open(place.TableOf(rows)));
        long? bytes = relay?.Taken();
        Taken[] times = Clock.Medians(runs, warmUps,
        [
            () => place.Drain(new Statement(question.Bare(place.TableOf(rows)))),
            () => recorder.Queries.ToList().ForEach(place.Drain),
            () => question.Ask(place.Open(rows)),
        ]);
        return new Line(place.Name, question, rows, times[2])
        {
            Bare = times[0],
            Statements = times[1],
            StatementCount = recorder.Queries.Count,
            AnswerRows = recorder.Rows,
            Bytes = bytes,
            BytesFromShards = place.BytesFromShards(recorder.Queries, rows),
            Megabytes = place.Megabytes(question, rows),
            Apart = expected is null ? double.NaN : Agreement.Between(expected, estimates),
        };
    }
}
