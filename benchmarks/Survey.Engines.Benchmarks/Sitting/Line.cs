namespace Survey.Engines.Benchmarks;

/// <summary>What one place took for one question.</summary>
/// <param name="Place">Its name.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Rows">Of the survey.</param>
/// <param name="Ours">From opening the table to the estimates.</param>
internal sealed record Line(string Place, Question Question, long Rows, Taken Ours)
{
    /// <summary>The same statements by the thinnest client, whose answers go by unread; null where there are none.</summary>
    public Taken? Statements { get; init; }

    /// <summary>The GROUP BY that somebody would write by hand, by the thinnest client.</summary>
    public Taken? Bare { get; init; }

    /// <summary>How many statements were sent.</summary>
    public int? StatementCount { get; init; }

    /// <summary>Rows of all answers.</summary>
    public long? AnswerRows { get; init; }

    /// <summary>Bytes that came from the server.</summary>
    public long? Bytes { get; init; }

    /// <summary>Bytes that the asked server had from its shards.</summary>
    public long? BytesFromShards { get; init; }

    /// <summary>The most memory of a process that does nothing else, in MB.</summary>
    public required double Megabytes { get; init; }

    /// <summary>How far the estimates are from those of the table in memory.</summary>
    public required double Apart { get; init; }
}
