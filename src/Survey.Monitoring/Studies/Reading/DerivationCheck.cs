namespace Survey.Monitoring;

/// <summary>Finds columns that are made of themselves: derived ones, and those that a lookup brings by its key.</summary>
internal static class DerivationCheck
{
    private sealed record Made(StudyPlace Place, HashSet<string> Of);

    /// <summary>Adds an error if columns are made of each other in a circle.</summary>
    /// <param name="columns">Of the study or of a wave.</param>
    /// <param name="lookups">Joined to them.</param>
    /// <param name="errors">Where errors go.</param>
    public static void Run(IReadOnlyList<StudyColumn> columns, IReadOnlyList<StudyLookup> lookups, StudyErrors errors)
    {
        var waiting = new Dictionary<string, Made>();
        foreach (StudyColumn column in columns)
            if (column.Derive is { } expression)
                waiting.Add(column.Name, new Made(column.Place, [.. Expr.Parse(expression).Columns]));
        foreach (StudyLookup lookup in lookups)
            foreach ((string name, _) in lookup.Columns)
                if (!waiting.TryAdd(name, new Made(lookup.Place, [.. lookup.Key])))
                    waiting[name].Of.UnionWith(lookup.Key);
        RemoveWhatCanBeMade(waiting);
        if (waiting.Count == 0)
            return;
        List<string> circle = Circle(waiting);
        IEnumerable<string> shown = circle.Count <= 8 ? circle : [.. circle.Take(6), "...", circle[^1]];
        errors.Add(waiting[circle[0]].Place, $"the column {Excerpt.Of(circle[0])} is made of itself ({string.Join(" of ", shown.Select(Excerpt.Of))}); make one of these of other columns");
    }

    // what waits for nothing is made, and what waited for it waits for less; what is left at the end waits for itself
    private static void RemoveWhatCanBeMade(Dictionary<string, Made> waiting)
    {
        ILookup<string, string> users = waiting.SelectMany(made => made.Value.Of.Select(of => (Of: of, made.Key))).ToLookup(pair => pair.Of, pair => pair.Key);
        var ready = new Queue<string>(users.Select(user => user.Key).Concat(waiting.Keys).Distinct().Where(name => !waiting.TryGetValue(name, out Made? made) || made.Of.Count == 0));
        while (ready.TryDequeue(out string? made))
        {
            waiting.Remove(made);
            foreach (string user in users[made])
                if (waiting[user].Of.Remove(made) && waiting[user].Of.Count == 0)
                    ready.Enqueue(user);
        }
    }

    // what is left may wait for a circle without being in it, so the first name that comes again begins it
    private static List<string> Circle(Dictionary<string, Made> waiting)
    {
        var path = new List<string> { waiting.Keys.First() };
        var seen = new HashSet<string>(path);
        while (true)
        {
            string next = waiting[path[^1]].Of.First();
            path.Add(next);
            if (!seen.Add(next))
                return path[path.IndexOf(next)..];
        }
    }
}
