using Survey.Files.Frames;

namespace Survey.Files;

/// <summary>Samples drawn from frames in files.</summary>
public static class FrameFiles
{
    /// <summary>
    /// Draws a sample from a frame in CSV files or workbooks, without holding the frame: a first pass over the rows keeps the stratum of each, a second the rows that were drawn.
    /// Memory is needed for some twelve bytes a row, for the strata and units above the last stage, and for the sample.
    /// </summary>
    /// <param name="plan">What is drawn.</param>
    /// <param name="paths">The files; their rows follow one another in this order, and columns are matched by name.</param>
    /// <param name="options">What the files cannot say about themselves; <see cref="ReadOptions.Columns"/> are the columns of the rows drawn, by default all of the first file.</param>
    /// <returns>The rows drawn, typed by their values as <see cref="TableFile"/> types them, with their probabilities.</returns>
    /// <exception cref="SurveyDataException">A file cannot be read or lacks a column; or as for <see cref="SamplingPlan.Draw"/>, with file, row and line.</exception>
    /// <exception cref="ArgumentException">No file is named, or the options contradict themselves.</exception>
    public static DrawnSample Draw(this SamplingPlan plan, IReadOnlyList<string> paths, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        InputFile.CheckNames(paths);
        options ??= new ReadOptions();
        options.Check();
        return FrameReader.Draw(plan, paths, options);
    }
}
