namespace Survey.Engines;

/// <summary>Reads the format TabSeparatedWithNamesAndTypes, and nothing that is not quite it.</summary>
internal static class TabSeparated
{
    /// <summary>Names and types of an answer's columns.</summary>
    public static IReadOnlyList<(string Name, string Type)> Header(ReadOnlySpan<byte> body, string server)
    {
        Check(body, server);
        return Header(ref body, server);
    }

    /// <summary>An answer's rows.</summary>
    /// <exception cref="SurveyDataException">The answer is cut, ends in an error, or is not of that format.</exception>
    public static Reply Read(ReadOnlySpan<byte> body, IReadOnlyList<ReplyKind> kinds, string server)
    {
        Check(body, server);
        IReadOnlyList<(string Name, string Type)> header = Header(ref body, server);
        if (header.Count != kinds.Count)
            throw ServerFailure.Unreadable(server, $"it has {header.Count} columns and not the {kinds.Count} that were asked for");
        int rows = body.Count((byte)'\n'); // those within texts are escaped
        TabColumn[] columns = [.. kinds.Select((kind, k) => TabColumn.Of(kind, header[k].Name, header[k].Type, rows, server))];
        for (int row = 0; row < rows; row++)
            for (int k = 0; k < columns.Length; k++)
                columns[k].Take(Field(ref body, isLast: k == columns.Length - 1, row, columns.Length, server), row);
        return new Reply(rows, [.. columns.Select(column => column.Values)]);
    }

    private static void Check(ReadOnlySpan<byte> body, string server)
    {
        if (ClickHouseError.Behind(body) is { } error)
            throw ServerFailure.CutShort(server, error);
        if (body.IsEmpty || body[^1] != '\n')
            throw ServerFailure.CutShort(server, "its last line is not whole");
    }

    private static IReadOnlyList<(string Name, string Type)> Header(ref ReadOnlySpan<byte> body, string server)
    {
        string[] names = Line(ref body, server);
        string[] types = Line(ref body, server);
        if (names.Length != types.Length)
            throw ServerFailure.Unreadable(server, $"it names {names.Length} columns and {types.Length} types");
        return [.. names.Zip(types)];
    }

    private static string[] Line(ref ReadOnlySpan<byte> body, string server)
    {
        int end = body.IndexOf((byte)'\n');
        if (end < 0)
            throw ServerFailure.Unreadable(server, "the lines with names and types of its columns are not there");
        ReadOnlySpan<byte> line = body[..end];
        body = body[(end + 1)..];
        var fields = new List<string>();
        foreach (Range field in line.Split((byte)'\t'))
            fields.Add(TabText.Decoded(line[field]) ?? throw ServerFailure.Unreadable(server, "a name or a type of its columns is not text"));
        return [.. fields];
    }

    /// <summary>The next field, which ends where a field of its column must.</summary>
    private static ReadOnlySpan<byte> Field(scoped ref ReadOnlySpan<byte> body, bool isLast, int row, int columns, string server)
    {
        int end = body.IndexOfAny((byte)'\t', (byte)'\n');
        if (end < 0 || (body[end] == '\n') != isLast)
            throw ServerFailure.Unreadable(server, $"row {Invariant.Count(row + 1)} has {(isLast ? "more" : "fewer")} than {columns} fields");
        ReadOnlySpan<byte> field = body[..end];
        body = body[(end + 1)..];
        return field;
    }
}
