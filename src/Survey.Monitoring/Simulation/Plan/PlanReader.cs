using System.Globalization;

namespace Survey.Monitoring.Simulating;

/// <summary>Makes a plan of its text.</summary>
internal static class PlanReader
{
    /// <summary>Reads the text of a plan.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="file">Its name in messages.</param>
    public static SimulationPlan Read(string text, string file)
    {
        var errors = new StudyErrors();
        StudyNode tree = YamlTree.Read(text, file);
        new ShapeChecker(errors, "plan").Check(tree, PlanShapes.Root, "");
        errors.ThrowIfAny();
        var root = (MapNode)tree;
        new PlanCheck(root, errors).Run();
        errors.ThrowIfAny();
        SimulationPlan plan = Plan(root, file);
        PlanCheck.CheckVillages(plan, root, errors);
        errors.ThrowIfAny();
        return plan;
    }

    private static SimulationPlan Plan(MapNode root, string file) =>
        new()
        {
            File = file,
            Title = root.LocalText("title")!,
            AreaName = root.Map("area")!.Text("name")!,
            AreaCode = root.Map("area")!.Text("code")!,
            Seed = ulong.Parse(root.Text("seed")!, CultureInfo.InvariantCulture),
            Population = Population(root.Map("population")!),
            Literacy = Literacy(root.Map("literacy")!),
            Items = Items(root.Map("items")!),
            Smoking = Smoking(root.Map("smoking")!),
            SecondHand = Habit(root.Map("secondHand")!, "withSmoker", "withoutSmoker"),
            Exercise = Habit(root.Map("exercise")!, "urban", "rural"),
            Sample = Sample(root.Map("sample")!),
            Nonresponse = Nonresponse(root.Map("nonresponse")!),
            Waves = [.. root.Maps("waves").Select((wave, at) => Wave(wave.Map, at))],
            Shapes = [.. root.Texts("shapes").Select(word => Enum.Parse<AnswerShape>(word, ignoreCase: true))],
        };

    private static PopulationPlan Population(MapNode map) =>
        new()
        {
            Towns = [.. Towns(map.Map("towns")!, "urban").Select(name => (name, true)), .. Towns(map.Map("towns")!, "rural").Select(name => (name, false))],
            Villages = map.WholeRange("villages"),
            Households = map.WholeRange("households"),
            HouseholdSizes = [.. map.Map("householdSizes")!.Entries.Select(entry => (int.Parse(entry.Name, CultureInfo.InvariantCulture), ((TextNode)entry.Value).Share()))],
            Men = map.Share("men"),
            Ages = map.ByAge("ages", PlanValues.Share),
            UrbanEducation = Education(map.Map("education")!.Map("urban")!),
            RuralEducation = Education(map.Map("education")!.Map("rural")!),
            ShortStay = map.Share("shortStay"),
        };

    private static IEnumerable<string?> Towns(MapNode towns, string kind) =>
        towns[kind] is ListNode list ? list.Items.Select(item => ((TextNode)item).Text) : Enumerable.Repeat((string?)null, towns.Whole(kind)!.Value);

    private static double[][] Education(MapNode ages) =>
        [.. AgeGroups.Names.Select(name => ages.TextNodes(name).Select(PlanValues.Share).ToArray())];

    private static LiteracyPlan Literacy(MapNode map)
    {
        MapNode deviations = map.Map("deviations")!;
        return new()
        {
            Mean = map.Number("mean"),
            Urban = map.Number("urban"),
            Ages = map.ByAge("ages", PlanValues.Number),
            Education = [.. Simulating.Education.Names.Select(map.Map("education")!.Number)],
            VillageDeviation = deviations.Number("village"),
            VillageInWaveDeviation = deviations.Number("villageInWave"),
            HouseholdDeviation = deviations.Number("household"),
            PersonDeviation = deviations.Number("person"),
        };
    }

    private static ItemsPlan Items(MapNode map) =>
        new(map.Number("discrimination"), [.. Items50.Types.Select(map.Map("difficulty")!.NumberRange)], [.. Items50.Types.Select(map.Map("guessing")!.Share)], map.Share("dontKnow"), map.Share("partial"));

    private static SmokingPlan Smoking(MapNode map) =>
        new(map.ByAge("men", PlanValues.Share), map.ByAge("women", PlanValues.Share), map.Share("lessThanDaily"), map.Number("village"));

    private static HabitPlan Habit(MapNode map, string first, string second) => new(map.Share(first), map.Share(second), map.Number("village"));

    private static SamplePlan Sample(MapNode map)
    {
        MapNode villages = map.Map("villages")!, households = map.Map("households")!;
        return new()
        {
            VillagesPerTown = villages.Whole("perTown")!.Value,
            VillageMethod = Enum.Parse<SelectionMethod>(villages.Text("method")!, ignoreCase: true),
            HouseholdsPerVillage = households.Whole("perVillage")!.Value,
            HouseholdMethod = households.Text("method") == "srs" ? SelectionMethod.SimpleRandom : SelectionMethod.Systematic,
            Reserve = households.Whole("reserve")!.Value,
            InterviewersPerTown = map.Whole("interviewers")!.Value,
        };
    }

    private static NonresponsePlan Nonresponse(MapNode map)
    {
        MapNode person = map.Map("personRefuses")!;
        return new()
        {
            Unknown = map.Share("unknown"),
            NotFound = Household("notFound"),
            HouseholdRefuses = Household("householdRefuses"),
            PersonRefuses = person.Share("share"),
            PersonUrban = person.Number("urban"),
            PersonMen = person.Number("men"),
            PersonAges = person.ByAge("ages", PlanValues.Number),
            QuestionMissing = map.Share("questionMissing"),
            ItemMissing = map.Share("itemMissing"),
            ManyItemsMissing = map.Share("manyItemsMissing"),
        };

        (double, double) Household(string key) => (map.Map(key)!.Share("share"), map.Map(key)!.Number("urban"));
    }

    private static WavePlan Wave(MapNode map, int at)
    {
        DateOnly[] days = [.. map.Texts("fieldwork").Select(text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture))];
        double keep = map["villages"] switch
        {
            MapNode part => part.Number("keep"),
            TextNode { Text: "new" } => 0,
            _ => 1,
        };
        return new WavePlan(map.Text("id")!, days[0], days[1], keep, at == 0 ? ChangePlan.None : Change(map.Map("change")!));
    }

    private static ChangePlan Change(MapNode map) =>
        new(map.Number("literacy"), map.Share("quitting"), map.Map("starting")!.Share("men"), map.Map("starting")!.Share("women"), map.Number("secondHand"), map.Number("exercise"));
}
