namespace Survey;

/// <summary>Where rows come from: a <see cref="Table"/> in memory, files read as they are needed, or a database.</summary>
public abstract class Rows
{
    private readonly Lock _asking = new();

    private protected Rows()
    {
    }

    /// <summary>Names of the columns, in order.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>What became of the rows on the way here and should be said beside results, such as "12 rows were filtered out".</summary>
    public abstract IReadOnlyList<string> Notes { get; }

    /// <summary>Whether the rows are read from their source in every pass, rather than held in memory.</summary>
    internal virtual bool AreStreamed => false;

    /// <summary>The type of a column, and the levels of a category. Of streamed rows this is what their beginning shows, until it is settled.</summary>
    internal abstract Variety VarietyOf(string column);

    /// <summary>Rows [k · 65,536, (k + 1) · 65,536) of the input in order, whatever row groups, pages or files they come from; the columns in the order asked for.</summary>
    /// <remarks>
    /// A category of streamed rows is coded as it is met: the codes of the levels that <see cref="VarietyOf"/> tells come first, in their order, and a chunk may hold codes beyond. The whole of the rows is checked against what was told:
    /// reading ends, or the columns of a chunk are made, with a <see cref="ProvisionalFactsException"/> where a type turns out otherwise.
    /// </remarks>
    internal abstract IEnumerable<Chunk> Read(IReadOnlyList<string> columns);

    /// <summary>Finds out all types and levels of the columns read so far, so that they are told rightly from now on.</summary>
    private protected virtual void Settle()
    {
    }

    /// <summary>How often streamed rows have been asked for more than their beginning shows; codes of their categories are others each time.</summary>
    internal int Settlements { get; private set; }

    /// <summary>Does something with the rows, and does it once more if it turns out that they were taken for something else. Of streamed rows one question is answered at a time, and what is part of one begins again with it.</summary>
    internal T Settled<T>(Func<T> use)
    {
        if (!AreStreamed || _asking.IsHeldByCurrentThread)
            return use();
        lock (_asking)
            return Asked(use);
    }

    private T Asked<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Exception error) when (error is ProvisionalFactsException || (error is SurveyDataException && Settlements == 0))
        {
            Settle(); // an error, too, may be due to what the beginning showed
            Settlements++;
            return use();
        }
    }

    /// <summary>Refuses a name that is no column, with the nearest one that is.</summary>
    internal void Require(string column)
    {
        if (!Columns.Contains(column, StringComparer.Ordinal))
            throw new SurveyDataException(NoSuchColumn(column, Columns));
    }

    internal static string NoSuchColumn(string column, IReadOnlyList<string> columns) =>
        Nearest.Of(column, columns) is { } near
            ? $"There is no column '{column}'; did you mean '{near}'?"
            : $"There is no column '{column}' among {Listed(columns)}.";

    private static string Listed(IReadOnlyList<string> columns) =>
        string.Join(", ", columns.Take(12)) + (columns.Count > 12 ? $", ... ({columns.Count} in all)" : "");
}
