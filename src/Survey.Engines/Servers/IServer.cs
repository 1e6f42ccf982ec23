namespace Survey.Engines;

/// <summary>Runs statements. Every answer is whole or an error: a <see cref="SurveyDataException"/> of one sentence that names the server and never its credentials.</summary>
internal interface IServer
{
    /// <summary>What it speaks.</summary>
    Dialect Dialect { get; }

    /// <summary>What it is called in messages, such as "PostgreSQL at db.example:5432/survey".</summary>
    string Name { get; }

    /// <summary>Names and the server's types of the columns that a statement gives, in order.</summary>
    IReadOnlyList<(string Name, string Type)> Describe(Statement statement, CancellationToken cancellation);

    /// <summary>Runs a statement that gives rows.</summary>
    /// <param name="statement">To be run.</param>
    /// <param name="kinds">How each of its columns is read.</param>
    /// <param name="cancellation">Ends it with an <see cref="OperationCanceledException"/>.</param>
    Reply Query(Statement statement, IReadOnlyList<ReplyKind> kinds, CancellationToken cancellation);
}
