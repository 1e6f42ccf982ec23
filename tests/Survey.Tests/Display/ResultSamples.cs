using Survey.Files;
using Survey.Monitoring;
using Survey.Reporting;

namespace Survey.Tests.Display;

/// <summary>A result of every type, from small real data, with the number of its parts.</summary>
internal static class ResultSamples
{
    /// <summary>What would do harm in a page.</summary>
    public const string Hostile = "<script>alert(1)</script>", Quotes = "\"O'Brien\" & <co>";

    private const string HostileName = "<b>\n&\"'";

    /// <summary>The results of a sample that is split by a variable of ordinary name and levels.</summary>
    public static IReadOnlyList<Sample> Plain { get; } = [.. OfGroups("group", ["a", "b", "c"]), .. OfStudy()];

    /// <summary>Those whose variable and levels would do harm.</summary>
    public static IReadOnlyList<Sample> Harmful { get; } = OfGroups(HostileName, [Hostile, Quotes, "c"]);

    /// <summary>The types of results that the library has.</summary>
    public static IReadOnlyList<Type> Types { get; } =
        [.. new[] { typeof(Table), typeof(TableFile), typeof(Study), typeof(ResultChart) }.SelectMany(type => type.Assembly.GetTypes()).Where(type => type.IsClass && typeof(IResult).IsAssignableFrom(type))];

    /// <summary>The results of one sample, split by a variable.</summary>
    /// <param name="group">Its name.</param>
    /// <param name="levels">Its levels, three of them.</param>
    /// <param name="labels">What readers are shown for them; by default the levels.</param>
    public static IReadOnlyList<Sample> OfGroups(string group, string[] levels, string[]? labels = null)
    {
        Table years = Table.Read(Repository.File("datasets", "two-waves", "two_waves.csv"));
        years = years.With(group, new CategoryColumn([.. Persons(years).Select(person => levels[person % 3])], levels, labels));
        Waves waves = Waves.Of(years, "year", rows => DesignOf(rows), samePlaces: true).By(group);
        Table people = years.Filter(Expr.Parse("year = 2023"));
        SurveyDesign design = DesignOf(people);
        Estimates estimates = design.By(group).Estimate(Statistic.Proportion("literate"), Statistic.Mean("person"));
        Changes changes = waves.Changes(Statistic.Proportion("literate"));
        Contrasts contrasts = waves.Contrasts(["p2 - p1 as rise"], Statistic.Proportion("literate"));
        Associations associations = design.Associations("literate", [group, "stratum"]);
        Decomposition decomposition = Waves.Of(years, "year", rows => DesignOf(rows), samePlaces: true).Decompose(Statistic.Proportion("literate"), group);

        string[] outcomes = ["responded", "responded", "refused", "not found", "ineligible", "unknown", "responded"];
        Table units = people.With("outcome", new CategoryColumn([.. Persons(people).Select(person => outcomes[person % outcomes.Length])])).With("team", new CategoryColumn([.. Persons(people).Select(person => $"T{person % 4}")]));
        ResponseSummary response = ResponseSummary.Of(units, "outcome", [group]);
        FieldworkSummary fieldwork = FieldworkSummary.Of(units, new FieldworkOptions { By = group, Disposition = "outcome", Interviewer = "team", Items = ["literate"], Target = 100 });

        Table frame = Table.FromColumns([("village", (Column)new CategoryColumn([.. Enumerable.Range(1, 12).Select(k => $"V{k}")])), (group, new CategoryColumn([.. Enumerable.Range(0, 12).Select(k => levels[k % 3])], levels, labels))]);
        DrawnSample drawn = new SamplingPlan(seed: 1, new SamplingStage("village", Allocation.PerStratum(2)) { Strata = group }).Draw(frame);
        SurveyDesign weighted = DesignOf(people.Select(people.Columns.Where(name => name != "year"))).PostStratify(Margin.Shares(group, (levels[0], 0.3), (levels[1], 0.3), (levels[2], 0.4)));
        TableDescription description = people.Describe();
        return
        [
            new(estimates, 6), new(estimates[0], 1), new(changes, 3), new(changes[0], 1), new(contrasts, 3), new(contrasts[0], 1), new(associations, 2), new(associations[0], 6), new(decomposition, 6),
            new(response, 4), new(fieldwork, 4), new(drawn, 3), new(weighted.Log!, 2), new(description, people.Columns.Count),
        ];
    }

    private static IEnumerable<Sample> OfStudy()
    {
        StudyIndicators figures = Study.Read(Repository.File("datasets", "demo-county", "clean", "study.yaml")).Load().Estimate();
        StudyVerdicts verdicts = figures.Judge();
        Scorecard card = Study.Read(Repository.File("datasets", "demo-county", "study.yaml")).Load().Estimate().Judge(Programme.Library["wuzhong-2023"]);
        ItemAnalysis items = ItemAnalysis.Of(figures.Weights!["2023"].Design!, figures.Data["2023"].Instrument!, new ScoringRules { DontKnow = figures.Data.Study.Instrument!.DontKnow });
        return
        [
            new(figures.Data, figures.Data.Findings.Count), new(figures.Weights!, figures.Weights.Waves.Sum(wave => wave.Result!.Log.Steps.Count)), new(figures, figures.Figures.Count),
            new(verdicts, verdicts.Verdicts.Count), new(card, card.Parts.Count), new(items, 50),
        ];
    }

    private static SurveyDesign DesignOf(Table rows) => new(rows, weights: "w", strata: "stratum", clusters: "village");

    private static IEnumerable<int> Persons(Table table) => ((NumberColumn)table["person"]).Values.ToArray().Select(person => (int)person);

    /// <summary>A result, and how many parts it has.</summary>
    internal sealed record Sample(IResult Result, int Parts)
    {
        public override string ToString() => Result.GetType().Name;
    }
}
