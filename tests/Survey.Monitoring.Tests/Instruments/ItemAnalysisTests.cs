using System.Globalization;
using NUnit.Framework.Constraints;
using Survey.Monitoring.Tests.Made;
using Survey.Monitoring.Tests.Studies;

namespace Survey.Monitoring.Tests.Instruments;

/// <summary>Item analysis of the demonstration county against R: item-analysis.R makes item-analysis.tsv.</summary>
public sealed class ItemAnalysisTests
{
    private const double ClosedForm = 1e-12; // the same formulas, sums in another order

    private static readonly string[][] Expected = [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(StudyText.Doc("study.yaml"))!, "..", "tests", "Survey.Monitoring.Tests", "Instruments", "item-analysis.tsv")).Skip(1).Select(line => line.Split('\t'))];

    private static readonly Lazy<(Table People, Instrument Instrument, ScoringRules Rules)> Demo = new(Scored);

    private static readonly Lazy<ItemAnalysis> Analysis = new(() => ItemAnalysis.Of(DesignOf(Demo.Value.People), Demo.Value.Instrument, Demo.Value.Rules));

    [Test]
    public void ItemsAreThoseOfR()
    {
        string[][] items = [.. Expected.Where(line => line[0] == "item")];
        Assert.That(Analysis.Value.Items.Select(item => item.Item.Column), Is.EqualTo(items.Select(line => line[1])));
        foreach ((ItemFigures item, string[] line) in Analysis.Value.Items.Zip(items))
            using (Assert.EnterMultipleScope())
            {
                Assert.That(item.Right.Value, CloseTo(line[2]), line[1]);
                Assert.That(item.Right.StandardError, CloseTo(line[3]), line[1]);
                Assert.That(item.Correlation, CloseTo(line[4]), line[1]);
                Assert.That(item.AlphaWithout, CloseTo(line[5]), line[1]);
                Assert.That(item.Remark, Is.Null);
            }
    }

    [Test]
    public void AlphasAreThoseOfR()
    {
        string[][] scales = [.. Expected.Where(line => line[0] == "scale")];
        Assert.That(scales, Has.Length.EqualTo(10));
        foreach (string[] line in scales)
        {
            double alpha = Analysis.Value.Scales.Single(own => line[1] is "total" ? own.Scale.Kind == ScaleKind.Total : own.Scale.Name.Chinese == line[1]).Alpha;
            Assert.That(alpha, CloseTo(line[2]), line[1]);
            Assert.That(alpha, CloseTo(line[3]), line[1]);
        }
    }

    [Test]
    public void ADomainIsAnalysedAsIfItWereAll()
    {
        (Table people, Instrument instrument, ScoringRules rules) = Demo.Value;
        ItemAnalysis men = ItemAnalysis.Of(DesignOf(people).Where(Expr.Parse("sex = '男'")), instrument, rules), alone = ItemAnalysis.Of(DesignOf(people.Filter(Expr.Parse("sex = '男'"))), instrument, rules);
        Assert.That(men.Items.Select(item => (item.Right.Value, item.Correlation, item.AlphaWithout)), Is.EqualTo(alone.Items.Select(item => (item.Right.Value, item.Correlation, item.AlphaWithout))));
        Assert.That(men.Scales.Select(scale => scale.Alpha), Is.EqualTo(alone.Scales.Select(scale => scale.Alpha)));
        Assert.That(men.Scales[0].Alpha, Is.Not.EqualTo(Analysis.Value.Scales[0].Alpha));
    }

    [Test]
    public void WeightsThatFollowFromPopulationSizesCount()
    {
        (Table people, Instrument instrument, ScoringRules rules) = Demo.Value;
        people = people.With("size", new NumberColumn([.. Enumerable.Range(0, people.RowCount).Select(row => people["area"].TextAt(row) == "城市" ? 5000.0 : 90_000)]));
        var sizes = new SurveyDesign(people, strata: "area", populationSizes: "size");
        int urban = Enumerable.Range(0, people.RowCount).Count(row => people["area"].TextAt(row) == "城市");
        people = people.With("weight", new NumberColumn([.. Enumerable.Range(0, people.RowCount).Select(row => people["area"].TextAt(row) == "城市" ? 5000.0 / urban : 90_000.0 / (people.RowCount - urban))]));
        ItemAnalysis expected = ItemAnalysis.Of(new SurveyDesign(people, "weight"), instrument, rules);
        foreach ((ItemFigures one, ItemFigures other) in ItemAnalysis.Of(sizes, instrument, rules).Items.Zip(expected.Items))
        {
            Assert.That(one.Right.Value, Is.EqualTo(other.Right.Value).Within(ClosedForm), one.Item.Column);
            Assert.That(one.Correlation, Is.EqualTo(other.Correlation).Within(ClosedForm), one.Item.Column);
        }
    }

    // weights of which sums are rounded: what is left of a variance then must not make a correlation
    [Test]
    public void WhatDoesNotVaryHasNoCorrelationAndSaysWhy()
    {
        var three = new Instrument
        {
            Id = "three",
            Title = new LocalText(null, "Three"),
            Items = [new("1", ItemType.OneOption, 2, "A", 3, null, null), new("2", ItemType.OneOption, 2, "A", 1, null, null), new("3", ItemType.OneOption, 2, "A", 1, null, null), new("4", ItemType.OneOption, 2, "A", 1, null, null)],
            Scales = [new Scale("total", ScaleKind.Total, new LocalText("总", null), 4, 6, 80)],
        };
        Table answers = Table.FromColumns([("Q1", (Column)new CategoryColumn(["A", "A", "A"])), ("Q2", new CategoryColumn(["B", null, "B"])), ("Q3", new CategoryColumn(["A", "B", "A"])), ("Q4", new CategoryColumn(["A", "B", "B"])), ("w", new NumberColumn([0.1, 0.7, 0.3]))]);
        ItemAnalysis analysis = ItemAnalysis.Of(new SurveyDesign(answers.Score(three), "w"), three);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(analysis.Items.Select(item => item.Remark), Is.EqualTo(["everybody answers it rightly", "nobody answers it rightly", null, null]));
            Assert.That(analysis.Items.Select(item => double.IsNaN(item.Correlation)), Is.EqualTo([true, true, false, false]));
            Assert.That(analysis.Items[0].Right.Value, Is.EqualTo(1));
        }
    }

    private static (Table, Instrument, ScoringRules) Scored()
    {
        StudyData data = Study.Read(Path.Combine(MadePlan.DemoFolder, "clean", "study.yaml")).Load().Score();
        Table people = data["2023"].Everyone!.Filter(Expr.Parse("result = 'responded'"));
        return (people.With("w", new NumberColumn([.. Enumerable.Range(0, people.RowCount).Select(row => 1.0 + row % 5)])), data["2023"].Instrument!, new ScoringRules { DontKnow = data.Study.Instrument!.DontKnow });
    }

    private static SurveyDesign DesignOf(Table people) => new(people, "w", "town", "village");

    private static EqualNumericWithoutUsingConstraint<double> CloseTo(string text)
    {
        double expected = double.Parse(text, CultureInfo.InvariantCulture);
        return Is.EqualTo(expected).Within(ClosedForm * Math.Abs(expected));
    }
}
