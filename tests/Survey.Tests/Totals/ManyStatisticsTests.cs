using static Survey.Expr;
using static Survey.Statistic;
using static Survey.Tests.Tolerance;

namespace Survey.Tests.Totals;

/// <summary>Requests of so many numbers that their rows are prepared in parts of a chunk.</summary>
public class ManyStatisticsTests
{
    private const int Means = 150, Rows = Chunk.Size + 20_000;

    private static readonly Table People = Drawn();

    [Test]
    public void TheirBuffersStaySmall()
    {
        Request few = RequestOf([Mean("y"), Shares("c")]), many = RequestOf(Asked);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(few.RowsAtATime, Is.EqualTo(Chunk.Size));
            Assert.That(many.RowsAtATime, Is.EqualTo(Chunk.Size / 8));
            Assert.That(many.Read().Select(chunk => chunk.RowCount), Is.EqualTo((int[])[Chunk.Size, Rows - Chunk.Size]));
        }
    }

    [Test]
    public void EachIsAsIfAskedAlone([Values("psu", null)] string? clusters)
    {
        SurveyDesign design = new(People, "w", "h", clusters);
        Estimates together = design.By("g").Estimate([.. Asked, Shares("c")]);

        using (Assert.EnterMultipleScope())
            foreach (int k in (int[])[0, 77, Means, Means + 3])
            {
                Estimates alone = design.By("g").Estimate(k < Means ? Asked[k] : Proportion(Col("c") == $"{k - Means}"));
                for (int domain = 0; domain < 2; domain++)
                {
                    Estimate one = together[2 * k + domain];
                    Assert.That(one.Value, Close(alone[domain].Value, ClosedForm));
                    Assert.That(one.StandardError, Close(alone[domain].StandardError, ClosedForm));
                    Assert.That((one.Respondents, one.Missing, one.DegreesOfFreedom), Is.EqualTo((alone[domain].Respondents, alone[domain].Missing, alone[domain].DegreesOfFreedom)));
                }
            }
    }

    private static Statistic[] Asked => [.. Enumerable.Range(0, Means).Select(k => Mean(((Variable)(k % 2 == 0 ? Col("y") + k : Col("z") + k)).As($"y{k}")))];

    private static Request RequestOf(Statistic[] statistics)
    {
        SurveyDesign design = new(People, "w", "h", "psu");
        var binder = new Binder(People);
        return new Request(design, new DomainCodes(People, null, [], binder), [.. statistics.SelectMany(statistic => statistic.Expand(binder)).Select(one => new TermGroup(one.Terms, 1, binder))], binder);
    }

    private static Table Drawn()
    {
        var random = new Random(3);
        double[] Column(Func<double> draw) => [.. Enumerable.Range(0, Rows).Select(_ => draw())];
        return Table.FromColumns([
            ("h", new NumberColumn(Column(() => random.Next(4)))), ("psu", new NumberColumn(Column(() => random.Next(30)))), ("w", new NumberColumn(Column(() => random.Next(5)))),
            ("g", new NumberColumn(Column(() => random.Next(2)))), ("y", new NumberColumn(Column(() => random.Next(20) == 0 ? double.NaN : 50 + random.NextDouble()))),
            ("z", new NumberColumn(Column(() => 7 * random.NextDouble()))),
            ("c", (Column)new CategoryColumn([.. Enumerable.Range(0, Rows).Select(_ => random.Next(30) == 0 ? null : $"{random.Next(20)}")]))]);
    }
}
