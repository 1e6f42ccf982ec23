using System.Runtime.CompilerServices;
using Survey.Monitoring.Simulating;

namespace Survey.Monitoring.Instruments;

/// <summary>The national structure, scores by it, and everything that may be wrong in a file of items.</summary>
public sealed class InstrumentTests
{
    private static readonly string _demo = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", "datasets", "demo-county"));

    private static readonly Instrument _national = Instrument.Read("national-50", Path.Combine(_demo, "问卷", "题目.csv"), "2023");

    [Test]
    public void TheCutsAreThoseOfTheNationalQuestionnaire()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_national.Scales.Select(scale => (scale.Cut, scale.Points)), Is.EqualTo(new[] { (53, 66), (23, 28), (18, 22), (13, 16), (9, 11), (6, 7), (10, 12), (12, 14), (12, 14), (7, 8) }));
            Assert.That(_national.Scales.Select(scale => scale.ItemCount), Is.EqualTo(new[] { 50, 22, 16, 12, 8, 6, 9, 10, 11, 6 }));
            foreach (ScaleKind kind in (ScaleKind[])[ScaleKind.Aspect, ScaleKind.Issue])
                Assert.That(_national.Scales.Where(scale => scale.Kind == kind).Sum(scale => scale.Points), Is.EqualTo(66));
        }
    }

    [Test]
    public void TheCutIsExactForEveryNumberOfPoints() =>
        Assert.That(Enumerable.Range(1, 500).Select(points => new Scale("x", ScaleKind.Total, new LocalText("x", null), 1, points, 80).Cut), Is.EqualTo(Enumerable.Range(1, 500).Select(points => (4 * points + 4) / 5)));

    [Test]
    public void TheDemoCountyIsScoredAlikeFromAllItsForms()
    {
        StudyData[] forms = [.. new[] { "clean", "towns", "options" }.Select(form => Study.Read(Path.Combine(_demo, form, "study.yaml")).Load().Score())];
        foreach (string wave in (string[])["2023", "2024"])
        {
            Table first = forms[0][wave].Table!;
            foreach (Scale scale in _national.Scales)
                foreach (StudyData other in forms[1..])
                {
                    Assert.That(((NumberColumn)other[wave].Table![scale.ScoreColumn]).Values.ToArray(), Is.EqualTo(((NumberColumn)first[scale.ScoreColumn]).Values.ToArray()), $"{wave} {scale.Id}");
                    Assert.That(((FlagColumn)other[wave].Table![scale.LiterateColumn]).Values.ToArray(), Is.EqualTo(((FlagColumn)first[scale.LiterateColumn]).Values.ToArray()));
                }
        }
    }

    [TestCase("2023")]
    [TestCase("2024")]
    public void ScoresAreThoseOfTheSimulator(string wave)
    {
        Table people = Study.Read(Path.Combine(_demo, "clean", "study.yaml")).Load().Score()[wave].Table!;
        ulong[] right = [.. Enumerable.Range(0, people.RowCount).Select(row => RightOf(people, row))];
        foreach ((Scale scale, TrueScale rule) in _national.Scales.Zip(TrueScale.All))
        {
            Assert.That(((NumberColumn)people[scale.ScoreColumn]).Values.ToArray(), Is.EqualTo(right.Select(bits => (double)rule.Score(bits))), scale.Id);
            Assert.That(((FlagColumn)people[scale.LiterateColumn]).Values.ToArray(), Is.EqualTo(right.Select(bits => rule.IsReached(bits) ? 1 : 0)), scale.Id);
        }
    }

    /// <summary>The items answered rightly, a bit an item.</summary>
    private static ulong RightOf(Table people, int row)
    {
        ulong right = 0;
        foreach (SurveyItem item in Items50.All)
            right |= people[$"Q{item.Number}"].TextAt(row) == string.Join(',', Enumerable.Range(0, item.OptionCount).Where(option => (item.Key >> option & 1) != 0).Select(option => (char)('A' + option))) ? 1UL << (item.Number - 1) : 0;
        return right;
    }

    [Test]
    public void ALevelThatNobodyHasDoesNoHarm() =>
        Assert.That(((NumberColumn)Table.FromColumns([("Q1", (Column)new CategoryColumn(["A,C"], ["A,C", "Z"]))]).Score(Small())["score"]).Values.ToArray(), Is.EqualTo([2.0]));

    [Test]
    public void ManyPointsAddUp()
    {
        Instrument large = Small() with { Items = [new InstrumentItem("1", ItemType.OneOption, 2, "A", 70_000, null, null)], Scales = [new Scale("total", ScaleKind.Total, new LocalText("总", null), 1, 70_000, 80)] };
        Assert.That(((NumberColumn)Few(["A", "B"]).Score(large)["score"]).Values.ToArray(), Is.EqualTo([70_000.0, 0]));
    }

    [Test]
    public void WhatWasSaidOfTheRowsStaysSaid()
    {
        Table rest = Few(["A,C", "A"]).Filter(Expr.Parse("Q1 = 'A'"));
        Assert.That(rest.Score(Small()).Notes, Is.EqualTo(rest.Notes).And.Not.Empty);
    }

    [Test]
    public void AMultipleAnswerIsAllOrNothing()
    {
        Table scored = Few(["A", "A,C", "A,B,C", "C,A", null, "不知道"]).Score(Small(), new ScoringRules { DontKnow = ["不知道"] });
        Assert.That(((NumberColumn)scored["score"]).Values.ToArray(), Is.EqualTo(new[] { 0.0, 2, 0, 2, 0, 0 }));
    }

    [Test]
    public void WhoLeavesOutTooMuchHasNoScore()
    {
        Table scored = Few(["A,C", null]).With("Q2", new CategoryColumn(["A", null])).Score(Two(), new ScoringRules { MostUnanswered = 1 });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(((NumberColumn)scored["score"]).Values.ToArray(), Is.EqualTo(new[] { 3.0, double.NaN }));
            Assert.That(scored["literate"].TextAt(1), Is.Null);
            Assert.That(((NumberColumn)Few(["A,C", null]).With("Q2", new CategoryColumn(["A", null])).Score(Two())["score"]).Values.ToArray(), Is.EqualTo(new[] { 3.0, 0 }));
        }
    }

    // the block of the scorer is 4,096 rows
    [TestCase(1)]
    [TestCase(4095)]
    [TestCase(4097)]
    [TestCase(20_000)]
    public void ScoringIsAddingUpRowByRow(int rows)
    {
        var random = new RandomStream((ulong)rows);
        string[][] levels = [.. _national.Items.Select(item => item.Type == ItemType.SeveralOptions ? (string[])[item.Key, "A", "B,C", "A,B,C,D"] : ["A", "B"])];
        string?[][] answers = [.. levels.Select(own => Enumerable.Range(0, rows).Select(_ => random.Uniform() < 0.1 ? null : own[(int)(random.Uniform() * own.Length)]).ToArray())];
        Table scored = Table.FromColumns([.. _national.Items.Select((item, k) => (item.Column, (Column)new CategoryColumn(answers[k])))]).Score(_national);
        foreach (Scale scale in _national.Scales)
        {
            double[] naive = new double[rows];
            for (int row = 0; row < rows; row++)
                for (int k = 0; k < _national.Items.Count; k++)
                    if (scale.Has(_national.Items[k]) && answers[k][row] == _national.Items[k].Key)
                        naive[row] += _national.Items[k].Points;
            Assert.That(((NumberColumn)scored[scale.ScoreColumn]).Values.ToArray(), Is.EqualTo(naive), scale.Id);
            Assert.That(((FlagColumn)scored[scale.LiterateColumn]).Values.ToArray().Select(flag => flag == 1), Is.EqualTo(naive.Select(score => 5 * score >= 4 * scale.Points)));
        }
    }

    [Test]
    public void CommonItemsMakeEditionsComparable()
    {
        Instrument old = _national with { Version = "2015" };
        Instrument changed = _national with { Version = "2016", Items = [.. _national.Items.Skip(4).Select((item, k) => k == 0 ? item with { OptionCount = 3 } : item with { Key = item.Type == ItemType.SeveralOptions ? item.Key : "B" })] };
        (Instrument first, Instrument second) = Instrument.Common(old, changed);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.Items.Count, second.Items.Count, first.Version), Is.EqualTo((45, 45, "45 common items of 2015 and 2016")));
            Assert.That(second.Version, Is.EqualTo(first.Version));
            Assert.That(first.Total.Points, Is.EqualTo(first.Items.Sum(item => item.Points)));
            Assert.That(first.Total.Cut, Is.EqualTo((4 * first.Total.Points + 4) / 5));
            Assert.That(second.Items[0].Key, Is.EqualTo("B"), "each edition keeps its own key");
            Assert.That(() => Instrument.Common(old, changed with { Items = [changed.Items[0]] }), Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("national-50 (2015) and national-50 (2016) have no item in common"));
        }
    }

    [TestCase("item,type,options,key,aspect,issue\n1,single,4,A,knowledge,安全与急救\n", "items.csv has 0 items of type true-false, and national-50 has 8; correct the types, or use a structure of your own.", "national-50")]
    [TestCase("item,type,options\n1,single,4\n", "items.csv has no column 'key' or '答案' or '正确答案' among item, type, options.", "small.yaml")]
    [TestCase("item,type,options,key\n1,single,4,\n", "items.csv, row 1: item 1 has no key in the column 'key'; write the option that is right, such as A.", "small.yaml")]
    [TestCase("item,type,options,key\n1,single,4,E\n", "items.csv, row 1: the key 'E' of item 1 is not made of its options A, B, C, D; write the letters of those that are right.", "small.yaml")]
    [TestCase("item,type,options,key\n1,single,4,\"A,B\"\n", "items.csv, row 1: item 1 has one option in an answer and the key 'A,B' has several; write one letter, or give it the type multiple.", "small.yaml")]
    [TestCase("item,type,options,key\n1,single,4,A\n1,single,4,A\n", "items.csv has the item Q1 twice; each item stands once.", "small.yaml")]
    [TestCase("item,type,options,key,points\n1,single,4,A,two\n", "items.csv, row 1: the points 'two' of item 1 are no whole number from 1 to 100; write them in digits, such as 2.", "small.yaml")]
    [TestCase("item,type,options,key\n1,single,4,A\n2,multiple,4,\"A,B\"\n", "items.csv: the items of all scales together add up to 3 points, and 4 are wanted; correct the points of the items.", "four.yaml")]
    [TestCase("item,type,options,key\n1,true-false,2,A\n", "items.csv, row 1: item 1 is of type true-false, to which small.yaml gives no points; write points.true-false there, or points in the file of items.", "small.yaml")]
    [TestCase("item,type,options,key,aspect\n1,single,4,A,技巧\n", "items.csv, row 1: '技巧' in the column 'aspect' of item 1 is none of 技能; did you mean '技能'?", "parts.yaml")]
    public void AFileOfItemsThatIsWrongIsSaid(string items, string message, string structure)
    {
        using var folder = new Folder();
        folder.Write("items.csv", items);
        folder.Write("small.yaml", "format: 1\nid: small\ntitle: {en: Small}\npoints: {single: 1, multiple: 2}\n");
        folder.Write("four.yaml", "format: 1\nid: small\ntitle: {en: Small}\npoints: {single: 1, multiple: 2}\ntotal: {points: 4}\n");
        folder.Write("parts.yaml", "format: 1\nid: small\ntitle: {en: Small}\npoints: {single: 1, multiple: 2}\naspects: [{id: skills, zh: 技能}]\n");
        string shown(SurveyDataException error) => error.Message.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        SurveyDataException thrown = Assert.Throws<SurveyDataException>(() => Instrument.Read(structure.EndsWith(".yaml", StringComparison.Ordinal) ? Path.Combine(folder.Path, structure) : structure, Path.Combine(folder.Path, "items.csv")))!;
        Assert.That(shown(thrown), Is.EqualTo(message));
    }

    [TestCase("points: {singel: 1}", "line 4, column 10: there is no key 'singel' in points; did you mean 'single'?")]
    [TestCase("points: {single: one}", "line 4, column 18: points.single 'one' is not a whole number from 1 to 100; write it in digits, such as 12.")]
    [TestCase("points: {single: 101}", "line 4, column 18: points.single '101' is not a whole number from 1 to 100; write it in digits, such as 12.")]
    [TestCase("points: {single: 0}", "line 4, column 18: points.single '0' is not a whole number from 1 to 100; write it in digits, such as 12.")]
    [TestCase("points: {single: 1}\ntotal: {points: 9, cut: 7}", "line 5, column 25: the cut is 7, and 80 % of 9 points, rounded up, is 8; correct what is wrong.")]
    [TestCase("points: {single: 1}\ntotal: {points: 9}\naspects: [{id: a, points: 4}, {id: b, points: 4}]", "line 6, column 10: the points of aspects add up to 8, and total.points is 9; correct what is wrong.")]
    [TestCase("points: {single: 1}\naspects: [{id: \"1\"}]", "line 5, column 16: aspects[1].id '1' cannot be part of a column's name; write letters a to z only, such as knowledge.")]
    public void AStructureThatIsWrongIsSaidWithLineAndColumn(string line, string message)
    {
        using var folder = new Folder();
        folder.Write("small.yaml", $"format: 1\nid: small\ntitle: {{en: Small}}\n{line}\n");
        folder.Write("items.csv", "item,type,options,key\n1,single,4,A\n");
        Assert.That(() => Instrument.Read(Path.Combine(folder.Path, "small.yaml"), Path.Combine(folder.Path, "items.csv")), Throws.TypeOf<SurveyDataException>().With.Message.EndsWith(message));
    }

    [Test]
    public void AnswersThatAreNoneAreSaid()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Few(["E"]).Score(Small()), Throws.InstanceOf<SurveyDataException>().With.Message.EqualTo("Row 1: the answer 'E' to Q1 is not made of its options A, B, C, D; correct it, or say that it means \"I do not know\" or is missing."));
            Assert.That(() => Few(["A,B"]).Score(Small() with { Items = [new InstrumentItem("1", ItemType.OneOption, 4, "A", 1, null, null)] }), Throws.InstanceOf<SurveyDataException>().With.Message.StartsWith("Row 1: the answer 'A,B' to Q1 is of several of its options, of which one may be chosen: A, B, C, D;"));
            Assert.That(() => Few(["A"]).Score(Two()), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo("The table has no column 'Q2' of the item 2; every item that is scored needs its answers."));
            Assert.That(() => Few(["A"]).With("score", new NumberColumn([1])).Score(Small()), Throws.TypeOf<SurveyDataException>().With.Message.StartsWith("The table has a column 'score' already"));
            Assert.That(() => Instrument.Read("national-5", "x.csv"), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo("There is no questionnaire 'national-5'; did you mean 'national-50'?"));
        }
    }

    // w <- c(1,2,3,4,5,6); x <- cbind(c(1,0,1,1,0,1), c(2,0,2,2,0,0), c(1,1,0,1,0,1)); v <- cov.wt(x, w, method = "ML")$cov
    // 3/2 * (1 - sum(diag(v)) / sum(v)); cov.wt(cbind(x[,1], x[,2] + x[,3]), w, cor = TRUE)$cor[1,2]; weighted.mean(x[,2] / 2, w); and alpha of v[c(1,3),c(1,3)]
    [Test]
    public void ItemFiguresAreThoseOfR()
    {
        Table answers = Table.FromColumns([
            ("Q1", (Column)new CategoryColumn(["A", "B", "A", "A", "B", "A"])), ("Q2", new CategoryColumn(["A,C", "A", "A,C", "A,C", null, "B"])), ("Q3", new CategoryColumn(["A", "A", "B", "A", "B", "A"])), ("w", new NumberColumn([1, 2, 3, 4, 5, 6]))]);
        Instrument three = Small() with { Items = [new("1", ItemType.OneOption, 4, "A", 1, null, null), new("2", ItemType.SeveralOptions, 4, "A,C", 2, null, null), new("3", ItemType.OneOption, 4, "A", 1, null, null)], Scales = [new Scale("total", ScaleKind.Total, new LocalText("总", null), 3, 4, 80)] };
        ItemAnalysis analysis = ItemAnalysis.Of(new SurveyDesign(answers.Score(three), "w"), three);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(analysis.Scales[0].Alpha, Is.EqualTo(R[0]).Within(1e-12));
            Assert.That(analysis.Items[0].Correlation, Is.EqualTo(R[1]).Within(1e-12));
            Assert.That(analysis.Items[1].Right.Value, Is.EqualTo(R[2]).Within(1e-15));
            Assert.That(analysis.Items[1].AlphaWithout, Is.EqualTo(R[3]).Within(1e-12));
        }
    }

    [Test]
    public void AnItemThatEverybodyKnowsHasNoCorrelation()
    {
        Table answers = Few(["A,C", "A,C"]).With("Q2", new CategoryColumn(["A", "B"])).With("w", new NumberColumn([1, 1]));
        ItemAnalysis analysis = ItemAnalysis.Of(new SurveyDesign(answers.Score(Two()), "w"), Two());
        Assert.That((analysis.Items[0].Right.Value, analysis.Items[0].Correlation), Is.EqualTo((1.0, double.NaN)));
    }

    private static readonly double[] R = [0.51800847457627119, 0.71047237269749774, 0.38095238095238093, 0.65333333333333332];

    private static Instrument Small() => new() { Id = "small", Title = new LocalText(null, "Small"), Items = [new InstrumentItem("1", ItemType.SeveralOptions, 4, "A,C", 2, null, null)], Scales = [new Scale("total", ScaleKind.Total, new LocalText("总", null), 1, 2, 80)] };

    private static Instrument Two() => Small() with { Items = [.. Small().Items, new InstrumentItem("2", ItemType.OneOption, 4, "A", 1, null, null)], Scales = [new Scale("total", ScaleKind.Total, new LocalText("总", null), 2, 3, 80)] };

    private static Table Few(string?[] answers) => Table.FromColumns([("Q1", (Column)new CategoryColumn(answers))]);

    private static string ThisFile([CallerFilePath] string path = "") => path;

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("survey-items-").FullName;

        public void Write(string name, string text) => File.WriteAllText(System.IO.Path.Combine(Path, name), text);

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
