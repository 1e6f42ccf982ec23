namespace Survey.Monitoring.Tests.Intake;

/// <summary>Answers with several options, joined in one column or in one column an option.</summary>
public sealed class OptionColumnTests : SmallStudies
{
    private static readonly string[] Texts = ["电视", "报纸、杂志", "网络"];

    private const string Options = "as: multiple, options: {A: 电视, B: 报纸、杂志, C: 网络}";

    [Test]
    public void TheSameAnswersInAllFormsAreTheSameColumn([Range(1, 10)] int seed)
    {
        var random = new Random(seed);
        bool[][] answers = [.. Enumerable.Range(0, 60).Select(_ => Enumerable.Range(0, 3).Select(_ => random.Next(2) == 0).ToArray())];
        Table expected = Joined(answers, ",", option => "ABC"[option].ToString());
        Table[] others =
        [
            Joined(answers, "", option => "abc"[option].ToString()),
            Joined(answers, "┋", option => $"{option + 1}"),
            Joined(answers, "、", option => Texts[option]),
            InColumns(answers, _ => "1", "0", ""),
            InColumns(answers, _ => "选中", "", "x({option})"),
            InColumns(answers, option => Texts[option], "", "{item}({option})"),
            InColumns(answers, option => "ABC"[option].ToString(), "-3", "{item}({option})"),
        ];
        foreach (Table other in others)
            Made.TableAssert.AreIdentical(other, expected);
        Assert.That(Values(expected, "x"), Is.EqualTo(answers.Select(answer => answer.Contains(true) ? string.Join(',', "ABC".Where((_, option) => answer[option])) : null)));
        Assert.That(Values(expected, "x.B"), Is.EqualTo(answers.Select(answer => answer.Contains(true) ? (answer[1] ? "true" : "false") : null)));
    }

    [Test]
    public void WhereNothingIsChosenThereIsNoAnswer()
    {
        StudyData data = LoadOptions("", "0,0,0", ",,", "-3,-3,-3", "1,-3,", "0,,-3");
        Assert.That(Unresolved(data), Is.Empty);
        Assert.That(Values(data), Is.EqualTo([null, null, null, "A", null]));
        Assert.That(Values(data, "x.A"), Is.EqualTo([null, null, null, "true", null]));
        Assert.That(Values(data, "x.B"), Is.EqualTo([null, null, null, "false", null]));
    }

    [Test]
    public void AnUnknownTextIsNamedAndLeavesTheAnswerOut()
    {
        StudyData data = LoadOptions("", "1,0,0", "1,也许,0", "1,1,1");
        Assert.That(Unresolved(data), Has.One.Items);
        Assert.That(Unresolved(data)[0], Does.Contain("row 2 (line 3), column 'x(2)' (x.B): '也许' says neither that option B of x was chosen nor that it was not"));
        Assert.That(Values(data), Is.EqualTo(["A", null, "A,B,C"]), "the faulty answer does not stain the next one");
    }

    [Test]
    public void TheTextOfAnotherOptionIsUnknown() =>
        Assert.That(Unresolved(LoadOptions("", "电视,电视,")), Has.One.Items.And.One.Contains("column 'x(2)' (x.B): '电视'"));

    [Test]
    public void DeclaredMarksAreInPlaceOfTheUsualOnes()
    {
        StudyData data = LoadOptions(", chosen: [有], notChosen: [没]", "有,没,网络");
        Assert.That(Values(data), Is.EqualTo(["A,C"]));
        Assert.That(Unresolved(LoadOptions(", chosen: [有], notChosen: [没]", "选中,没,没")), Has.One.Items);
    }

    [Test]
    public void AnOptionWithoutItsColumnIsNamedOnce()
    {
        StudyData data = Load($"columns:\n  n: {{from: n, as: text}}\n  x: {{from: x, {Options}, multiple: {{columns: \"{{item}}({{option}})\"}}}}\n{OneWave}", ("people.csv", "n,x(1),x(3)\n1,1,0\n"));
        Assert.That(Unresolved(data), Has.One.Items.And.One.Contains("(x.B)"));
        Assert.That(Values(data), Is.EqualTo(new string?[] { null }));
    }

    [Test]
    public void CodesNameOptions()
    {
        const string Keys = "as: multiple, options: [tv, web], codes: {01: tv, 网上: web, 手机: web}";
        StudyData data = LoadColumn(Keys, ["01、网上", "手机", "tv,web", "web"]);
        Assert.That(Unresolved(data), Is.Empty);
        Assert.That(Values(data), Is.EqualTo(["tv,web", "web", "tv,web", "web"]));
        data = Load($"columns:\n  n: {{from: n, as: text}}\n  x: {{from: 途径, {Keys}, multiple: {{columns: \"{{item}}_{{option}}\"}}}}\n{OneWave}", ("people.csv", "n,途径_01,途径_手机\n1,1,0\n2,网上,手机\n"));
        Assert.That(Unresolved(data), Has.One.Items.And.One.Contains("'网上'"), "a name of another option says nothing of this one");
        Assert.That(Values(data), Is.EqualTo(["tv", null]));
    }

    [Test]
    public void NumbersNameOptionsWhereNothingElseCanBeMeant()
    {
        Assert.That(Values(LoadColumn("as: multiple, options: {A: a, B: b, C: c}", ["1", "2", "3"])), Is.EqualTo(["A", "B", "C"]));
        Assert.That(Values(LoadColumn("as: multiple, options: [电视, 报纸]", ["1", "2"])), Is.EqualTo(["电视", "报纸"]));
        foreach (string options in (string[])["{A: \"2\", B: \"1\", C: other}", "{1: a, 2: b, 9: c}", "[A, B, D]"])
            Assert.That(Unresolved(LoadColumn($"as: multiple, options: {options}", ["3"])), Has.One.Contains("'3' is not made of the options"), options);
    }

    [Test]
    public void AJoinedTextThatIsNotMadeOfOptionsIsNamed()
    {
        StudyData data = LoadColumn(Options, ["A,D", "电视网络", "AA", "A"]);
        Assert.That(Unresolved(data), Has.One.Items.And.One.Contains("'A,D' (like '电视网络' in row 2, 'AA' in row 3, 3 rows of the file) is not made of the options A, B, C, each once"));
        Assert.That(Values(data), Is.EqualTo([null, null, null, "A"]));
    }

    [Test]
    public void WhatMeansIDoNotKnowInAQuestionnaireMayBeAnOptionOfAColumn()
    {
        string many = string.Join(", ", "ABCDEFGHIJ".Select(option => $"{option}: 途径{option}"));
        StudyData data = Load(
            $$"""
            columns: {n: {from: n, as: text}, x: {from: x, as: multiple, options: { {{many}} } } }
            instrument: {use: q, items: items.csv, dontKnow: [不知道, 9]}
            waves: [{id: "1", files: people.csv, answers: {columns: "Q{item}", options: letters} }]
            """,
            ("items.csv", "item,type,options\n1,single,4\n"), ("people.csv", "n,x,Q1\n1,9,9\n2,10,A\n3,1┋9,B\n4,不知道,不知道\n"));
        Assert.That(Unresolved(data), Is.Empty);
        Assert.That(Values(data), Is.EqualTo(["I", "J", "A,I", "不知道"]));
        Assert.That(Values(data, "Q1"), Is.EqualTo(["不知道", "A", "B", "不知道"]));
    }

    [Test]
    public void TwoOptionsOfOneTextAreRefusedInTheStudy() =>
        Assert.That(() => LoadColumn("as: multiple, options: {A: 是, B: 是}", ["A"]), Throws.TypeOf<SurveyDataException>().With.Message.Match(@"line 5, column \d+: columns\.x.*'是' names two options, A and B"));

    [Test]
    public void TwoOptionsOfOneTextInTheQuestionnaireAreAFinding()
    {
        StudyData data = Load(
            """
            columns: {n: {from: n, as: text}}
            instrument: {use: q, items: items.csv}
            waves: [{id: "1", files: people.csv, answers: {columns: "Q{item}", options: texts}}]
            """,
            ("items.csv", "item,type,options\n1,single,是|否\n2,multiple,对|对\n"), ("people.csv", "n,Q1,Q2\n1,是,对\n"));
        Assert.That(Unresolved(data), Has.One.Items.And.One.Match("items.csv.*Q2.*'对' names two options, A and B"));
        Assert.That(Values(data, "Q1"), Is.EqualTo(["A"]));
        Assert.That(Values(data, "Q2"), Is.EqualTo(new string?[] { null }));
        Assert.That(data.Waves[0].IsResolved, Is.False);
    }

    [Test]
    public void MoreOptionsThanBitsAreRefused() =>
        Assert.That(() => LoadColumn($"as: multiple, options: [{string.Join(", ", Enumerable.Range(1, 70).Select(k => $"o{k}"))}]", ["o70"]), Throws.TypeOf<SurveyDataException>().With.Message.Contains("70 options"));

    private StudyData LoadOptions(string marks, params string[] rows) =>
        Load($"columns:\n  n: {{from: n, as: text}}\n  x: {{from: x, {Options}, multiple: {{columns: \"{{item}}({{option}})\"{marks}}}}}\nmissing: [-3]\n{OneWave}", ("people.csv", "n,x(1),x(2),x(3)\n" + string.Concat(rows.Select((row, k) => $"{k + 1},{row}\n"))));

    private Table Joined(bool[][] answers, string separator, Func<int, string> textOf)
    {
        StudyData data = LoadColumn(Options, answers.Select(answer => string.Join(separator, Enumerable.Range(0, 3).Where(option => answer[option]).Select(textOf))));
        Assert.That(Unresolved(data), Is.Empty);
        return data.Waves[0].Table!;
    }

    private Table InColumns(bool[][] answers, Func<int, string> chosen, string notChosen, string pattern)
    {
        string file = "n,x(1),x(2),x(3)\n" + string.Concat(answers.Select((answer, k) => $"{k + 1},{string.Join(',', answer.Select((isChosen, option) => isChosen ? chosen(option) : notChosen))}\n"));
        StudyData data = Load($"columns:\n  n: {{from: n, as: text}}\n  x: {{from: x, {Options}, multiple: {{columns: \"{(pattern.Length == 0 ? "x({option})" : pattern)}\"}}}}\nmissing: [-3]\n{OneWave}", ("people.csv", file));
        Assert.That(Unresolved(data), Is.Empty);
        return data.Waves[0].Table!;
    }
}
