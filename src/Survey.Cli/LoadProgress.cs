using Survey.Files;

namespace Survey.Cli;

/// <summary>Says how far a load has come: what is in the table, and how much of the files is read for it.</summary>
internal sealed class LoadProgress(ProgressLines lines) : IProgress<ReadProgress>, IProgress<long>
{
    private long _loaded;
    private ReadProgress _read;

    public void Report(ReadProgress value)
    {
        _read = value;
        Say();
    }

    public void Report(long value)
    {
        _loaded = value;
        Say();
    }

    private void Say()
    {
        string rows = _loaded > 0 ? $"{Figures.Count(_loaded)} rows are loaded" : $"{Figures.Count(_read.Rows)} rows are looked at";
        lines.Say(_read.AllBytes > 0 ? $"{rows}, {ProgressLines.Share(_read)}" : rows);
    }
}
