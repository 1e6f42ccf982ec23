namespace Survey.Tests.Weighting;

/// <summary>Margins from small tables.</summary>
public class MarginsTests
{
    private static readonly string[] Columns = ["sex", "age", "income", "area"];

    private static Table Long(params (string? Variable, string? Level, double Amount)[] rows) => Table.FromColumns([
        ("variable", new CategoryColumn([.. rows.Select(row => row.Variable)])), ("level", new CategoryColumn([.. rows.Select(row => row.Level)])), ("count", (Column)new NumberColumn([.. rows.Select(row => row.Amount)]))]);

    private static string Text(Margin margin) => $"{string.Join(", ", margin.Variables)}: {string.Join("; ", margin.Cells.Select(cell => $"{string.Join("/", cell.Levels)}={cell.Amount}"))}";

    [Test]
    public void ARowACellIsOneMargin()
    {
        Table table = Table.FromColumns([("sex", new[] { "f", "m" }), ("area", new[] { "u", "u" }), ("人口数", new double[] { 5, 4 })]);
        Assert.That(Margins.Of(table, columns: Columns).Select(Text), Is.EqualTo(new[] { "sex, area: f/u=5; m/u=4" }));
    }

    [Test]
    public void TheAmountIsToldByItsNameOrAsTheOnlyStranger()
    {
        Table numbers = Table.FromColumns([("age", new double[] { 1, 2 }), ("n2020", new double[] { 5, 4 })]);
        Assert.That(Margins.Of(numbers, columns: Columns).Select(Text), Is.EqualTo(new[] { "age: 1=5; 2=4" }));
        Assert.That(Margins.Of(numbers, "n2020").Select(Text), Is.EqualTo(new[] { "age: 1=5; 2=4" }));
        Assert.That(() => Margins.Of(numbers), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo("The population has the columns age, n2020, and it cannot be told which of them holds counts or shares; name it."));
    }

    [Test]
    public void AHeadingMayBeAnExpression()
    {
        Table table = Table.FromColumns([("cut(income, 0, 10, 20)", new[] { "0-9", "10-19" }), ("count", new double[] { 5, 4 })]);
        Assert.That(Margins.Of(table, columns: Columns)[0].Variables[0].Of.Columns, Is.EqualTo(new[] { "income" }));
    }

    [Test]
    public void ARowALevelIsAMarginForEachVariable() =>
        Assert.That(
            Margins.Of(Long(("sex", "f", 5), ("age", "old", 3), ("sex", "m", 4), ("income", null, 700), ("age", "young", 6), (null, null, 9)), columns: Columns).Select(Text),
            Is.EqualTo(new[] { "sex: f=5; m=4", "age: old=3; young=6", "income: =700", ": =9" }));

    [Test]
    public void SharesAreNotTakenAsCountsUnsaid()
    {
        Table shares = Table.FromColumns([("sex", new[] { "f", "m" }), ("share", new[] { 0.51, 0.487 })]);
        Assert.That(() => Margins.Of(shares, columns: Columns), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo(
            "The column 'share' of the population is called shares, and its amounts would be taken as counts; say that they are shares (areShares: true), or give it another name."));
        Margin margin = Margins.Of(shares, areShares: true, columns: Columns)[0];
        SurveyDesign design = new SurveyDesign(Table.FromColumns([("sex", new[] { "f", "m", "f" })])).PostStratify(margin);
        Assert.That(design.Log!.Steps[^1].Notes, Is.EqualTo(new[] { "the shares of sex make 0.997 and were taken over that" }));
        Assert.That(
            () => new SurveyDesign(Table.FromColumns([("sex", new[] { "f", "m", "f" })])).PostStratify(Margin.Counts("sex", ("f", 0.6), ("m", 0.4))),
            Throws.TypeOf<SurveyDataException>().With.Message.EqualTo("The margin of sex has 1 people in all, fewer than the 3 rows of the sample with a weight; if its amounts are shares say so, else give numbers of people."));
    }

    [Test]
    public void ATotalBesideLevelsIsRefused() => Assert.That(
        () => Margins.Of(Long(("sex", "f", 5), ("sex", null, 9)), columns: Columns),
        Throws.TypeOf<SurveyDataException>().With.Message.EqualTo("Row 2 of the population has no level, and 'sex' stands in other rows too; a total, or a number of people, stands in one row."));

    [Test]
    public void ALevelOfNothingIsRefused() => Assert.That(
        () => Margins.Of(Long((null, "f", 5)), columns: Columns), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo("Row 1 of the population has a level and no variable; name the variable."));

    [Test]
    public void AnAmountThatIsMissingIsRefused() => Assert.That(
        () => Margins.Of(Long(("sex", "f", double.NaN)), columns: Columns), Throws.TypeOf<SurveyDataException>().With.Message.EqualTo("Row 1 of the population has no value in 'count'; fill it in or leave the row out."));
}
