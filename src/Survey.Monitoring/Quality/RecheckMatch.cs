using Survey.Monitoring.Intake;

namespace Survey.Monitoring;

/// <summary>Finds the interview of a wave for each interview of its re-check.</summary>
/// <param name="key">The columns that name an interview.</param>
/// <param name="interviews">Of the wave.</param>
/// <param name="again">Of the re-check.</param>
/// <param name="places">Where each row of the re-check comes from.</param>
internal sealed class RecheckMatch(IReadOnlyList<string> key, Table interviews, Table again, RowPlaces places)
{
    private const char UnitSeparator = '\u001F';

    private const int Several = -2, None = -1;

    /// <summary>The row of the wave for each row of the re-check; below 0 where there is none, or no single one.</summary>
    /// <exception cref="SurveyDataException">The re-check has an interview twice.</exception>
    public int[] Partners(ShownKeys shown)
    {
        CheckDistinct(shown);
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int row = 0; row < interviews.RowCount; row++)
            if (KeyOf(interviews, row) is { } own && !rowOf.TryAdd(own, row))
                rowOf[own] = Several;
        return [.. Enumerable.Range(0, again.RowCount).Select(row => KeyOf(again, row) is { } own ? rowOf.GetValueOrDefault(own, None) : None)];
    }

    /// <summary>Whether the wave has several interviews of that key.</summary>
    public static bool IsAmbiguous(int partner) => partner == Several;

    /// <summary>The key of a row of the re-check, for people; null where a part is missing.</summary>
    public string? TextOf(int row) => KeyOf(again, row)?.Replace($"{UnitSeparator}", ", ", StringComparison.Ordinal);

    private void CheckDistinct(ShownKeys shown)
    {
        if (RowKeys.Groups(RowKeys.Of(again, key)).FirstOrDefault() is { } twice)
            throw new SurveyDataException($"{places.Of(twice[0]).Text} and {places.Of(twice[1]).Text} re-check one interview ({string.Join(", ", key.Select(name => $"{name} = {shown.Of(name, twice[0])}"))}); keep one of the two rows");
    }

    private string? KeyOf(Table table, int row)
    {
        string?[] parts = [.. key.Select(name => table[name].TextAt(row))];
        return parts.Contains(null) ? null : string.Join(UnitSeparator, parts);
    }
}
