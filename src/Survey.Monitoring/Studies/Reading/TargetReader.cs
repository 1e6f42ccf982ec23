namespace Survey.Monitoring;

/// <summary>Makes targets of their maps.</summary>
/// <param name="indicators">Of the study.</param>
/// <param name="waves">The ids of waves that a rule may name: those of the study and those of published figures.</param>
/// <param name="errors">Where what is wrong is said.</param>
internal sealed class TargetReader(IReadOnlyList<Indicator> indicators, IReadOnlyList<string> waves, StudyErrors errors)
{
    public IReadOnlyList<StudyTarget> Targets(MapNode root)
    {
        var targets = new List<StudyTarget>();
        foreach ((MapNode map, string where) in root.Maps("targets"))
        {
            var rules = new TargetRuleReader(indicators, waves, errors) { Judged = map.Text("wave") ?? waves[^1] };
            string? indicator = rules.IndicatorOf(map, where);
            Target read = rules.Rule((MapNode)map["rule"]!, $"{where}.rule", indicator);
            rules.CheckWave(map["wave"] as TextNode, $"{where}.wave", isSince: false);
            LocalText? name = map.Has("zh") || map.Has("en") ? new LocalText(map.Text("zh") ?? map.Text("en"), map.Text("en") ?? map.Text("zh")) : null;
            var target = new StudyTarget(map.Text("id")!, name, indicator, map.Text("wave"), map.Text("age") is { } ages ? AgeRange.Parse(ages) : null, map.Text("figures") is { } figures ? figures == "confirmed" : null, read, rules.Scores, map.Place);
            if (targets.Exists(other => other.Id == target.Id))
                errors.Add(map.Place, $"{where} has the id '{Excerpt.Of(target.Id)}', as another target has; give each an id of its own");
            targets.Add(target);
        }
        foreach (StudyTarget target in targets)
            foreach (string needed in target.Rule.Walk().OfType<PrerequisiteTarget>().Select(own => own.Of).Where(needed => needed == target.Id || targets.TrueForAll(other => other.Id != needed)))
                errors.Add(target.Place, $"the target {Excerpt.Of(target.Id)} has the prerequisite '{Excerpt.Of(needed)}', which is no other target{Nearest.Hint(needed, targets.Select(own => own.Id).Where(id => id != target.Id), "; name one")}");
        return targets;
    }
}
