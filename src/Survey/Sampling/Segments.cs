namespace Survey;

/// <summary>Makes units of a size that can be drawn and listed: small neighbours are merged, large ones split into parts.</summary>
public static class Segments
{
    /// <summary>The segments of a frame's units.</summary>
    /// <param name="frame">A row for each unit, such as a village; neighbours on the list are neighbours on the ground.</param>
    /// <param name="unit">The column that names them.</param>
    /// <param name="size">The column of their sizes, whole numbers above 0, such as households.</param>
    /// <param name="within">Columns whose combinations are not merged across, such as the town.</param>
    /// <param name="mergeBelow">A unit smaller than this is merged with the smaller of its neighbours on the list, the smallest first, until none is left or the stratum is one segment.</param>
    /// <param name="splitAbove">A segment larger than this is split into as few parts as make none larger, whose sizes differ by 1 at most.</param>
    /// <returns>A row for each segment: the columns of <paramref name="within"/>, <c>segment</c> (its name: "V01", "V01+V02" merged, "V03/1" a part), the column of <paramref name="unit"/> (the units it comes from, joined by +), <c>part</c>, <c>parts</c>, <c>from</c> and <c>to</c> (which of the units' households, counted on in the order of the list, are of the part), the column of sizes, and all other columns of the frame, with a value where the units of a segment agree on it.</returns>
    /// <exception cref="SurveyDataException">A column is missing, a name is missing or stands twice, or a size is no whole number above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The first limit is below 1, or the second below the first.</exception>
    public static Table Of(Table frame, string unit, string size, Names within = default, int mergeBelow = 750, int splitAbove = 2000)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentOutOfRangeException.ThrowIfLessThan(mergeBelow, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(splitAbove, mergeBelow);
        string[] strata = [.. within.All];
        Column names = frame[unit];
        Column[] keys = [.. strata.Select(name => frame[name])];
        List<Segment> segments = [];
        foreach (var stratum in Enumerable.Range(0, frame.RowCount).GroupBy(row => string.Join('\u001F', keys.Select((column, k) => TextAt(column, strata[k], row)))))
        {
            if (stratum.GroupBy(row => TextAt(names, unit, row)).FirstOrDefault(same => same.Count() > 1) is { } twice)
                throw new SurveyDataException($"{unit} '{twice.Key}' stands twice, in rows {twice.First() + 1} and {twice.Last() + 1}; each unit stands once in a frame.");
            segments.AddRange(Split(Merged([.. stratum.Select(row => new Segment([row], SizeAt(frame[size], size, row)))], mergeBelow), splitAbove));
        }
        return new Table(
        [
            .. strata.Select((name, k) => (name, Texts(segments, segment => keys[k].TextAt(segment.Rows[0])!))),
            ("segment", Texts(segments, segment => Joined(names, segment) + (segment.Parts > 1 ? $"/{segment.Part}" : ""))),
            (unit, Texts(segments, segment => Joined(names, segment))),
            ("part", Numbers(segments, segment => segment.Part)),
            ("parts", Numbers(segments, segment => segment.Parts)),
            ("from", Numbers(segments, segment => segment.First)),
            ("to", Numbers(segments, segment => segment.First + segment.Size - 1)),
            (size, Numbers(segments, segment => segment.Size)),
            .. frame.Columns.Except([.. strata, unit, size]).Select(name => (name, Agreed(frame[name], segments))),
        ]);
    }

    private static List<Segment> Merged(List<Segment> segments, int mergeBelow)
    {
        while (segments.Count > 1 && segments.MinBy(segment => segment.Size) is { } smallest && smallest.Size < mergeBelow)
        {
            int at = segments.IndexOf(smallest);
            bool withNext = at == 0 || (at < segments.Count - 1 && segments[at + 1].Size < segments[at - 1].Size);
            int first = withNext ? at : at - 1;
            segments[first] = new Segment([.. segments[first].Rows, .. segments[first + 1].Rows], segments[first].Size + segments[first + 1].Size);
            segments.RemoveAt(first + 1);
        }
        return segments;
    }

    private static IEnumerable<Segment> Split(List<Segment> segments, int splitAbove)
    {
        foreach (Segment segment in segments)
        {
            long parts = (segment.Size + splitAbove - 1) / splitAbove;
            for (long part = 1; part <= parts; part++)
                yield return segment with { Size = (segment.Size * part / parts) - (segment.Size * (part - 1) / parts), First = (segment.Size * (part - 1) / parts) + 1, Part = part, Parts = parts };
        }
    }

    private static string TextAt(Column column, string name, int row) =>
        column.TextAt(row) ?? throw new SurveyDataException($"Row {row + 1} of the frame has no {name}, and every unit needs it; fill it in, or take the row out.");

    private static long SizeAt(Column sizes, string name, int row) =>
        sizes is NumberColumn numbers && numbers.Values[row] is >= 1 and < 1e15 and double size && size == Math.Floor(size)
            ? (long)size
            : throw new SurveyDataException($"Row {row + 1} of the frame has the {name} '{sizes.TextAt(row)}', and a size is a whole number above 0; mend it.");

    private static string Joined(Column names, Segment segment) => string.Join('+', segment.Rows.Select(names.TextAt));

    private static Column Agreed(Column column, List<Segment> segments) =>
        column.Take([.. segments.Select(segment => Array.TrueForAll(segment.Rows, row => column.TextAt(row) == column.TextAt(segment.Rows[0])) ? segment.Rows[0] : -1)]);

    private static CategoryColumn Texts(List<Segment> segments, Func<Segment, string> text) => new([.. segments.Select(text)]);

    private static NumberColumn Numbers(List<Segment> segments, Func<Segment, double> number) => NumberColumn.Owning([.. segments.Select(number)]);

    private sealed record Segment(int[] Rows, long Size, long First = 1, long Part = 1, long Parts = 1);
}
