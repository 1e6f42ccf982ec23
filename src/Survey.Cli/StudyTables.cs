using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>What a study's files hold, as tables.</summary>
internal static class StudyTables
{
    /// <summary>The response tables of all waves, one after another; null where no wave has one.</summary>
    public static Table? Response(StudyData data)
    {
        (string Wave, Table Table)[] tables = [.. data.Waves.Where(wave => wave.Response is not null).Select(wave => (wave.Wave.Id, wave.Response!))];
        if (tables.Length == 0)
            return null;
        string[] names = [.. tables.SelectMany(pair => pair.Table.Columns).Distinct()];
        Table[] same = [.. tables.Select(pair => WithAll(pair.Table, names).With("wave", new CategoryColumn([.. Enumerable.Repeat((string?)pair.Wave, pair.Table.RowCount)])).Select(["wave", .. names]))];
        return same[0].Concat(same[1..]);
    }

    public static string Called(Severity severity) => severity.ToString().ToLowerInvariant();

    /// <summary>The table with counts that another wave has, such as a reason of its own: nobody was left out for it.</summary>
    private static Table WithAll(Table table, string[] names)
    {
        foreach (string name in names.Where(name => !table.Columns.Contains(name)))
            table = table.With(name, new NumberColumn(new double[table.RowCount]));
        return table;
    }
}
