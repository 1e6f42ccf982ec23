namespace Survey.Engines;

/// <summary>A table that takes rows, chunk after chunk.</summary>
internal abstract class LoadTarget : IDisposable
{
    /// <summary>Whether what was written stays when the load fails; all rows are then looked at before the first is written.</summary>
    public virtual bool KeepsWhatFailed => false;

    /// <summary>Creates the table, or checks that it takes the columns.</summary>
    public abstract void Begin(IReadOnlyList<LoadColumn> columns);

    /// <summary>Whether rows can be written at all; asked after the beginning.</summary>
    /// <param name="columns">Their values.</param>
    /// <param name="firstRow">Number of the first one, from 0.</param>
    public virtual void Check(IReadOnlyList<Column> columns, long firstRow)
    {
    }

    /// <summary>Writes rows.</summary>
    /// <param name="columns">Their values.</param>
    /// <param name="firstRow">Number of the first one, from 0.</param>
    public abstract void Write(IReadOnlyList<Column> columns, long firstRow);

    /// <summary>Ends the load: from now on all rows are there for everybody. It is not given up half-way, as nobody could tell then whether they are.</summary>
    public abstract void Finish();

    /// <summary>Takes back what was written, as far as that can be done, and tells what cannot.</summary>
    /// <param name="failure">What ended the load.</param>
    /// <returns>What is to be told.</returns>
    public virtual SurveyDataException Undo(SurveyDataException failure) => failure;

    public abstract void Dispose();
}
