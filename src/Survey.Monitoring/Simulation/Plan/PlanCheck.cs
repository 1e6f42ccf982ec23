using System.Globalization;

namespace Survey.Monitoring.Simulating;

/// <summary>What a plan must hold to that no shape can say: sums of shares, orders, and enough villages and households.</summary>
/// <param name="root">A plan that fits its shape.</param>
/// <param name="errors">Where errors go.</param>
internal sealed class PlanCheck(MapNode root, StudyErrors errors)
{
    private const int MostMembers = 20;

    private const string NotInFileNames = "/\\:*?\"<>|";

    /// <summary>The longest fieldwork in which nobody need have a birthday.</summary>
    private const int LongestFieldwork = 200;

    public void Run()
    {
        MapNode population = root.Map("population")!;
        CheckTowns(population.Map("towns")!);
        CheckHouseholdSizes(population.Map("householdSizes")!);
        CheckSum(population.Map("ages")!, "population.ages", [.. AgeGroups.Names.Select(population.Map("ages")!.Share)]);
        foreach (MapEntry area in population.Map("education")!.Entries)
            foreach (MapEntry age in ((MapNode)area.Value).Entries)
                CheckSum(age.Value, $"population.education.{area.Name}.{age.Name}", [.. ((MapNode)area.Value).TextNodes(age.Name).Select(PlanValues.Share)]);
        CheckRange(population, "villages", "population.villages");
        CheckRange(population, "households", "population.households");
        foreach (string type in Items50.Types)
            CheckRange(root.Map("items")!.Map("difficulty")!, type, $"items.difficulty.{type}");
        CheckWaves();
    }

    /// <summary>Whether every town has the villages that all waves need, and every village the households.</summary>
    public static void CheckVillages(SimulationPlan plan, MapNode root, StudyErrors errors)
    {
        int needed = VillageSample.VillagesNeeded(plan), fewest = plan.Population.Villages.From;
        if (needed > fewest)
            errors.Add(root.Map("population")!["villages"]!.Place, $"population.villages begins at {fewest}, but the waves visit {needed} villages of each town; write {needed} or more, or draw fewer");
        foreach ((WavePlan wave, (MapNode map, string where)) in plan.Waves.Zip(root.Maps("waves")))
            if (wave.Keep is > 0 and < 1 && wave.Kept(plan.Sample.VillagesPerTown) is var kept && (kept == 0 || kept == plan.Sample.VillagesPerTown))
                errors.Add(map["villages"]!.Place, $"{where}.villages keeps {Invariant.Text(wave.Keep)} of {plan.Sample.VillagesPerTown} villages of each town, which is {(kept == 0 ? "none" : "all")} of them; write {(kept == 0 ? "new" : "same")}, another share, or draw more villages");
        int drawn = plan.Sample.HouseholdsPerVillage + plan.Sample.Reserve;
        if (drawn > plan.Population.Households.From)
            errors.Add(root.Map("population")!["households"]!.Place, $"population.households begins at {plan.Population.Households.From}, but {drawn} households of a village may be visited, reserve included; write {drawn} or more, or draw fewer");
        if (plan.Population.MeanHouseholdSize * (1 - plan.Population.Ages[AgeGroups.Children]) < 1)
            errors.Add(root.Map("population")!["ages"]!.Place, $"population.ages has more children than households of {Invariant.Text(Math.Round(plan.Population.MeanHouseholdSize, 2))} members can hold when one of them is 15 or older; write fewer children or larger households");
    }

    private void CheckTowns(MapNode towns)
    {
        string[] names = [.. towns.Entries.SelectMany(entry => entry.Value is ListNode list ? list.Items.Select(item => ((TextNode)item).Text) : [])];
        int count = names.Length + towns.Entries.Sum(entry => entry.Value is TextNode ? towns.Whole(entry.Name)!.Value : 0);
        if (count == 0 || count > PlaceNames.MostTowns)
            errors.Add(towns.Place, $"population.towns has {count} towns; write 1 to {PlaceNames.MostTowns}");
        if (names.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            errors.Add(towns.Place, $"'{Excerpt.Of(twice.Key)}' stands among the urban and the rural towns; remove one of the two");
        foreach (string name in names)
            if (name.Any(c => char.IsControl(c) || NotInFileNames.Contains(c)))
                errors.Add(towns.Place, $"'{Excerpt.Of(name)}' cannot be the name of a file, which each town has; write letters only");
    }

    private void CheckHouseholdSizes(MapNode sizes)
    {
        foreach (MapEntry entry in sizes.Entries)
            if (!int.TryParse(entry.Name, NumberStyles.None, CultureInfo.InvariantCulture, out int members) || members is < 1 or > MostMembers)
                errors.Add(entry.Key.Place, $"'{Excerpt.Of(entry.Name)}' in population.householdSizes is not a number of members from 1 to {MostMembers}; write it in digits, such as 3");
        CheckSum(sizes, "population.householdSizes", [.. sizes.Entries.Select(entry => ((TextNode)entry.Value).Share())]);
    }

    private void CheckSum(StudyNode node, string where, double[] shares)
    {
        if (Math.Abs(shares.Sum() - 1) > 1e-9)
            errors.Add(node.Place, $"{where} adds up to {Invariant.Text(Math.Round(shares.Sum() * 100, 6))} %; shares of a whole add up to 100 %, so correct them");
    }

    private void CheckRange(MapNode map, string key, string where)
    {
        if (map.NumberRange(key) is var (from, to) && from > to)
            errors.Add(map[key]!.Place, $"{where} goes from {Invariant.Text(from)} to {Invariant.Text(to)}; write the smaller number first");
    }

    private void CheckWaves()
    {
        (MapNode Map, string Where)[] waves = [.. root.Maps("waves")];
        for (int at = 0; at < waves.Length; at++)
        {
            (MapNode map, string where) = waves[at];
            string[] days = [.. map.Texts("fieldwork")];
            if (Array.Find(waves[..at], other => other.Map.Text("id")!.Equals(map.Text("id"), StringComparison.OrdinalIgnoreCase)).Map is { } same)
                errors.Add(map.Place, $"{where} has the id '{map.Text("id")}', as the wave in line {same.Place.Line} has; give each wave an id of its own");
            CheckDays(map, where, days, at == 0 ? null : waves[at - 1].Map.Texts("fieldwork")[1]);
            foreach (string key in new[] { "villages", "change" })
                if (map.Entry(key) is { } entry && at == 0)
                    errors.Add(entry.Key.Place, $"{where} has '{key}', but no wave is before it; remove it");
                else if (at > 0 && !map.Has(key))
                    errors.Add(map.Place, $"{where} has no key '{key}'; add it ({(key == "villages" ? "same, new, or {keep: 0.5}" : "what has changed since the wave before")})");
        }
    }

    // ISO dates are in the order of their texts
    private void CheckDays(MapNode map, string where, string[] days, string? before)
    {
        if (string.CompareOrdinal(days[1], days[0]) < 0)
            errors.Add(map["fieldwork"]!.Place, $"{where}.fieldwork ends on {days[1]}, before it begins on {days[0]}; write the first day first");
        else if (DateOnly.Parse(days[1], CultureInfo.InvariantCulture).DayNumber - DateOnly.Parse(days[0], CultureInfo.InvariantCulture).DayNumber > LongestFieldwork)
            errors.Add(map["fieldwork"]!.Place, $"{where}.fieldwork lasts more than {LongestFieldwork} days; write a shorter one");
        if (before is not null && string.CompareOrdinal(days[0], before) <= 0)
            errors.Add(map["fieldwork"]!.Place, $"{where}.fieldwork begins on {days[0]}, and the wave before it ends on {before}; write the earliest wave first");
    }
}
