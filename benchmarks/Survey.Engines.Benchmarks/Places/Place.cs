namespace Survey.Engines.Benchmarks;

/// <summary>A database in which the survey is, as a table for each size.</summary>
internal abstract class Place
{
    /// <summary>For the table of results.</summary>
    public abstract string Name { get; }

    /// <summary>What it is and its version, such as "PostgreSQL 15.8".</summary>
    public abstract string Version { get; }

    /// <summary>The words by which a process of its own finds the table (<see cref="Asked"/>).</summary>
    public abstract string[] WordsOf(long rows);

    /// <summary>The table of so many rows.</summary>
    public abstract string TableOf(long rows);

    /// <summary>A server that knows nothing yet.</summary>
    /// <param name="port">Where a relay stands before it; null to go there directly.</param>
    public abstract IServer Server(int? port = null);

    /// <summary>The port of the server; null where the database is in this process.</summary>
    public virtual int? Port => null;

    /// <summary>Sends a statement by the thinnest client there is, and lets the answer go by.</summary>
    public abstract void Drain(Statement statement);

    /// <summary>What a statement says to one thread, and of whose rows.</summary>
    /// <param name="question">Whose bare GROUP BY it is.</param>
    /// <param name="rows">Of the survey.</param>
    public abstract (Action Run, long Rows) OneThread(Question question, long rows);

    /// <summary>Bytes that the asked server has from its shards for some statements about the table of so many rows; null where there are none.</summary>
    public virtual long? BytesFromShards(IReadOnlyList<Statement> statements, long rows) => null;

    /// <summary>The most memory, in MB, that a process has which asks one question and ends.</summary>
    public virtual double Megabytes(Question question, long rows) => Asked.Megabytes(question, WordsOf(rows));

    public Rows Open(long rows) => new Engine(Server()).Open(TableOf(rows));
}
