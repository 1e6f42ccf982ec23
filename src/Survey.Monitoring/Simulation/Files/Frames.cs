namespace Survey.Monitoring.Simulating;

/// <summary>Lists as a county would have them.</summary>
internal static class Frames
{
    public static Table Population(County county)
    {
        Town[] towns = county.Towns;
        return new(
        [
            ("town", Texts(towns, town => town.Code)),
            ("name", Texts(towns, town => town.Name)),
            ("area", Texts(towns, Labels.Area)),
            ("villages", Numbers(towns, town => town.VillageCount)),
            ("households", Numbers(towns, town => VillagesOf(county, town).Sum(village => village.HouseholdCount))),
            ("people", Numbers(towns, town => VillagesOf(county, town).Sum(village => village.People.Length))),
            ("residents", Numbers(towns, town => VillagesOf(county, town).Sum(Residents))),
        ]);
    }

    /// <summary>Residents aged 15 to 69 by area, sex and age: what a census would count.</summary>
    public static Table Residents(County county)
    {
        var counts = new SortedDictionary<(int Area, int Sex, int Age), int>();
        foreach (Village village in county.Villages)
            foreach (Person person in village.People)
                if (person.IsResident && AgeGroups.IsEligible(person.Age))
                {
                    (int, int, int) cell = (village.Place.Town.IsUrban ? 0 : 1, person.IsMan ? 0 : 1, AgeGroups.Of(person.Age));
                    counts[cell] = counts.GetValueOrDefault(cell) + 1;
                }
        KeyValuePair<(int Area, int Sex, int Age), int>[] cells = [.. counts];
        return new(
        [
            ("城乡", Texts(cells, cell => Labels.Areas[cell.Key.Area])),
            ("性别", Texts(cells, cell => Labels.Sexes[cell.Key.Sex])),
            ("ageGroup", Texts(cells, cell => AgeGroups.Labels[cell.Key.Age])),
            ("人口数", Numbers(cells, cell => cell.Value)),
            ("说明", Texts(cells, _ => Labels.Simulated)),
        ]);
    }

    /// <summary>All villages.</summary>
    public static Table Villages(County county)
    {
        VillagePlace[] villages = [.. county.Villages.Select(village => village.Place)];
        return new(
        [
            ("乡镇代码", Texts(villages, village => village.Town.Code)),
            ("乡镇名称", Texts(villages, village => village.Town.Name)),
            ("村居代码", Texts(villages, village => village.Code)),
            ("村居名称", Texts(villages, village => village.Name)),
            ("城乡", Texts(villages, village => Labels.Area(village.Town))),
            ("户数", Numbers(villages, village => village.HouseholdCount)),
            ("抽取村数", Numbers(villages, _ => county.Plan.Sample.VillagesPerTown)),
            ("说明", Texts(villages, _ => Labels.Simulated)),
        ]);
    }

    /// <summary>The villages drawn in each wave.</summary>
    public static Table Visits(IReadOnlyList<SimulatedWave> waves)
    {
        (string Wave, Paper[] Papers)[] visits = [.. waves.SelectMany(wave => wave.Papers.GroupBy(paper => paper.Household.Village).Select(group => (wave.Id, group.ToArray())))];
        return new(
        [
            ("wave", Texts(visits, visit => visit.Wave)),
            ("乡镇代码", Texts(visits, visit => visit.Papers[0].Household.Village.Place.Town.Code)),
            ("村居代码", Texts(visits, visit => visit.Papers[0].Household.Village.Place.Code)),
            ("实有户数", Numbers(visits, visit => visit.Papers[0].Household.Village.HouseholdCount)),
            ("抽取户数", Numbers(visits, visit => visit.Papers.Length)),
            ("其中替换户数", Numbers(visits, visit => visit.Papers.Count(paper => paper.Household.IsReplacement))),
            ("说明", Texts(visits, _ => Labels.Simulated)),
        ]);
    }

    /// <summary>The Kish table that each drawn household was given before it was visited.</summary>
    public static Table KishTables(SimulatedWave wave) =>
        new(
        [
            ("问卷编号", Texts(wave.Papers, paper => paper.Id)),
            ("村居代码", Texts(wave.Papers, paper => paper.Household.Village.Place.Code)),
            ("户号", Texts(wave.Papers, paper => paper.HouseholdNumber)),
            ("抽样表", Texts(wave.Papers, paper => paper.Household.Table.ToString())),
            ("说明", Texts(wave.Papers, _ => Labels.Simulated)),
        ]);

    /// <summary>All households of the villages that some wave drew; their doors are made up too.</summary>
    public static Table Households(IReadOnlyList<SimulatedWave> waves)
    {
        Village[] villages = [.. waves.SelectMany(wave => wave.Papers.Select(paper => paper.Household.Village)).Distinct().OrderBy(village => village.Place.Index)];
        (Village Village, int Number)[] households = [.. villages.SelectMany(village => Enumerable.Range(0, village.HouseholdCount).Select(number => (village, number)))];
        return new(
        [
            ("乡镇代码", Texts(households, household => household.Village.Place.Town.Code)),
            ("乡镇名称", Texts(households, household => household.Village.Place.Town.Name)),
            ("村居代码", Texts(households, household => household.Village.Place.Code)),
            ("村居名称", Texts(households, household => household.Village.Place.Name)),
            ("户号", Texts(households, household => $"{household.Number + 1:00000}")),
            ("门牌", Texts(households, household => Door(household.Village.Place, household.Number))),
            ("说明", Texts(households, _ => Labels.Simulated)),
        ]);
    }

    public static Table TownNames(County county) =>
        new([("code", Texts(county.Towns, town => town.Code)), ("label", Texts(county.Towns, town => town.Name))]);

    /// <summary>The questionnaire as the intake wants it.</summary>
    public static Table Items()
    {
        IReadOnlyList<SurveyItem> items = Items50.All;
        return new(
        [
            ("item", Texts(items, item => $"{item.Number}")),
            ("type", Texts(items, item => item.IsScenario ? item.IsMultiple ? "情景多选" : "情景单选" : Items50.Types[(int)item.Kind])),
            ("options", Texts(items, item => item.Kind == SurveyItemKind.TrueFalse ? "对|错" : string.Join('|', "甲乙丙丁戊".Take(item.OptionCount)))),
            ("key", Texts(items, item => PaperTable.Options(item.Key, ""))),
            ("aspect", Texts(items, item => Items50.Aspects[item.Aspect])),
            ("issue", Texts(items, item => Items50.Issues[item.Issue])),
            ("note", Texts(items, _ => Labels.Simulated)),
        ]);
    }

    private static IEnumerable<Village> VillagesOf(County county, Town town) => county.Villages.Skip(town.FirstVillage).Take(town.VillageCount);

    private static int Residents(Village village)
    {
        int count = 0;
        foreach (Person person in village.People)
            count += person.IsResident && AgeGroups.IsEligible(person.Age) ? 1 : 0;
        return count;
    }

    // four doors to a staircase in town, groups of thirty houses in the country
    private static string Door(VillagePlace place, int number) =>
        place.Town.IsUrban ? $"{1 + (number / 48)}幢{1 + (number / 4 % 12)}0{1 + (number % 4)}室" : $"{1 + (number / 30)}组{1 + (number % 30)}号";

    private static CategoryColumn Texts<T>(IEnumerable<T> rows, Func<T, string?> of) => new CategoryColumn([.. rows.Select(of)]);

    private static NumberColumn Numbers<T>(IEnumerable<T> rows, Func<T, int> of) => new NumberColumn([.. rows.Select(row => (double)of(row))]);
}
