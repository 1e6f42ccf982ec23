using System.Text;
using Survey.Files.Columns;

namespace Survey.Files.Frames;

/// <summary>Reads a frame twice: for its strata and units, and for the rows drawn.</summary>
internal sealed class FrameReader
{
    private readonly SamplingPlan _plan;
    private readonly ReadOptions _options;
    private readonly RowFile[] _files;
    private readonly IReadOnlyList<string> _columns;

    private FrameReader(SamplingPlan plan, ReadOptions options, RowFile[] files)
    {
        (_plan, _options, _files) = (plan, options, files);
        _columns = options.Columns ?? files[0].Columns;
        foreach (RowFile file in files)
            CheckColumns(file, [.. plan.Columns, .. _columns]);
    }

    /// <summary>A pass over large files for their encoding alone is saved where they are what they seem.</summary>
    public static DrawnSample Draw(SamplingPlan plan, IReadOnlyList<string> paths, ReadOptions options)
    {
        try
        {
            return new FrameReader(plan, options, [.. paths.Select(path => RowFile.OpenUnchecked(path, options))]).Draw();
        }
        catch (SurveyDataException odd) when (odd.InnerException is DecoderFallbackException)
        {
            return new FrameReader(plan, options, [.. paths.Select(path => RowFile.Open(path, options))]).Draw();
        }
    }

    private DrawnSample Draw()
    {
        SampleDraw draw = new SampleDrawer(_plan, Frame()).Draw();
        return new DrawnSample(_plan, draw, RowsOf(draw));
    }

    // apart from the rest, so that what only the check of names needs is gone before rows are read
    private Frame Frame()
    {
        using FrameBuilder builder = Filled(null);
        if (builder.Suspects() is { Count: > 0 } suspects)
            Filled(suspects).Dispose();
        return builder.Build();
    }

    private FrameBuilder Filled(IReadOnlySet<ulong>? suspects)
    {
        var builder = new FrameBuilder(_plan, suspects);
        try
        {
            foreach (RowFile file in _files)
                file.Read(FrameField.For(file.Columns, builder));
            return builder;
        }
        catch
        {
            builder.Dispose();
            throw;
        }
    }

    private Table RowsOf(SampleDraw draw)
    {
        var rows = new DrawnRows([.. draw.Rows], _columns, _options);
        foreach (RowFile file in _files)
            rows.Read(file);
        return rows.Table([.. _files.SelectMany(file => file.Notes).Distinct()]);
    }

    private void CheckColumns(RowFile file, IEnumerable<string> columns)
    {
        if (columns.FirstOrDefault(name => !file.Columns.Contains(name, StringComparer.Ordinal)) is not { } lacking)
            return;
        string hint = Nearest.Hint(Texts.Name(lacking), file.Columns.Select(Texts.Name), $"; it has {string.Join(", ", file.Columns.Take(20).Select(Texts.Name))}{(file.Columns.Count > 20 ? ", ..." : "")}.");
        throw new SurveyDataException($"{file.File} has no column '{Texts.Name(lacking)}'{(file != _files[0] && _files[0].Columns.Contains(lacking, StringComparer.Ordinal) ? $", which {_files[0].File} has" : "")}{hint}");
    }
}
