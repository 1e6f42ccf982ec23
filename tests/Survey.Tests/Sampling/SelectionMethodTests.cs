namespace Survey.Tests.Sampling;

/// <summary>100,000 seeded draws by each method: units and pairs come as often as their probabilities say.</summary>
public class SelectionMethodTests
{
    private const int Draws = 100_000;

    private static readonly SelectionMethod[] ProportionalToSize = [SelectionMethod.Sampford, SelectionMethod.Brewer, SelectionMethod.Pivotal, SelectionMethod.Poisson];

    // unequal, with a certain unit, with ties, of different sums
    private static readonly double[][] Probabilities =
    [
        [0.2, 0.35, 0.7, 0.15, 0.6],
        [0.05, 0.9, 0.45, 0.3, 0.3, 0.62, 0.38],
        [1, 0.25, 0.25, 0.5, 0.75, 0.25],
        [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1],
        [0.91, 0.82, 0.73, 0.64, 0.55, 0.46, 0.37, 0.28, 0.19, 0.05],
    ];

    private static IEnumerable<TestCaseData> Cases() =>
        from method in ProportionalToSize
        from k in Enumerable.Range(0, Probabilities.Length)
        select new TestCaseData(method, Probabilities[k]).SetArgDisplayNames(method.ToString(), $"set {k + 1}");

    [TestCaseSource(nameof(Cases))]
    public void UnitsAndPairsComeAsOftenAsTheirProbabilitiesSay(SelectionMethod method, double[] probabilities)
    {
        var frequencies = new Frequencies(probabilities.Length);
        for (ulong seed = 0; seed < Draws; seed++)
            frequencies.Add(Selection.Draw(probabilities, method, new RandomStream(seed)));
        frequencies.Match(probabilities);
        double[,]? joint = JointProbabilities.Of(probabilities, All(probabilities), method);
        if (method == SelectionMethod.Brewer && probabilities.Where(p => p < 1).Sum() > 2.5)
            Assert.That(joint, Is.Null);
        else
            frequencies.MatchJoint(joint!);
    }

    [TestCaseSource(nameof(Cases))]
    public void AFixedNumberIsDrawnOfAllMethodsButPoisson(SelectionMethod method, double[] probabilities)
    {
        int[] counts = [.. Enumerable.Range(0, 1000).Select(seed => Selection.Draw(probabilities, method, new RandomStream((ulong)seed)).Length).Distinct()];
        Assert.That(counts, method == SelectionMethod.Poisson ? Has.Length.GreaterThan(1) : Is.EqualTo(new[] { Selection.CountOf(probabilities) }));
    }

    private static IEnumerable<TestCaseData> CasesOfFixedNumbersWithFormulas() =>
        Cases().Where(data => data.Arguments is [SelectionMethod method, double[] probabilities] && method != SelectionMethod.Poisson && (method != SelectionMethod.Brewer || probabilities.Where(p => p < 1).Sum() < 2.5));

    [TestCaseSource(nameof(CasesOfFixedNumbersWithFormulas))]
    public void JointProbabilitiesAddUpToThoseOfUnits(SelectionMethod method, double[] probabilities)
    {
        double[,] joint = JointProbabilities.Of(probabilities, All(probabilities), method)!;
        // of a fixed number n, Σ_j joint(i, j) = (n - 1) p_i
        int count = Selection.CountOf(probabilities);
        using (Assert.EnterMultipleScope())
            for (int i = 0; i < probabilities.Length; i++)
                Assert.That(Enumerable.Range(0, probabilities.Length).Where(j => j != i).Sum(j => joint[i, j]), Tolerance.Close((count - 1) * probabilities[i], Tolerance.ClosedForm));
    }

    /// <summary>The random start is integrated, not drawn: between two neighbouring ends of stretches the sample is the same.</summary>
    [Test]
    public void SystematicDrawsHaveTheirProbabilitiesExactly([Range(0, 4)] int set)
    {
        double[] probabilities = Probabilities[set];
        double[,] joint = JointProbabilities.Of(probabilities, All(probabilities), SelectionMethod.Systematic)!;
        double[] once = new double[probabilities.Length];
        double[,] together = new double[probabilities.Length, probabilities.Length];
        foreach ((int[] drawn, double chance) in SampleSpace.Of(probabilities, 3, SelectionMethod.Systematic))
        {
            Assert.That(drawn, Has.Length.EqualTo(Selection.CountOf(probabilities)));
            foreach (int i in drawn)
                once[i] += chance;
            foreach (int i in drawn)
                foreach (int j in drawn)
                    together[i, j] += chance;
        }
        using (Assert.EnterMultipleScope())
            for (int i = 0; i < probabilities.Length; i++)
            {
                Assert.That(once[i], Tolerance.Close(probabilities[i], Tolerance.ClosedForm, 1));
                for (int j = 0; j < probabilities.Length; j++)
                    Assert.That(together[i, j], Tolerance.Close(joint[i, j], Tolerance.ClosedForm, 1));
            }
    }

    [Test]
    public void SystematicDrawsComeAsOftenAsTheirProbabilitiesSay([Range(0, 4)] int set)
    {
        var frequencies = new Frequencies(Probabilities[set].Length);
        for (ulong seed = 0; seed < Draws; seed++)
            frequencies.Add(Selection.Draw(Probabilities[set], SelectionMethod.Systematic, new RandomStream(seed)));
        frequencies.Match(Probabilities[set]);
    }

    [TestCase(10, 3)]
    [TestCase(7, 7)]
    [TestCase(12, 1)]
    public void SimpleRandomSamplesHaveEqualChances(int units, int count)
    {
        var frequencies = new Frequencies(units);
        for (ulong seed = 0; seed < Draws; seed++)
            frequencies.Add(SimpleRandomSample.Draw(units, count, new RandomStream(seed)));
        double[] probabilities = [.. Enumerable.Repeat((double)count / units, units)];
        frequencies.Match(probabilities);
        frequencies.MatchJoint(JointProbabilities.Of(probabilities, All(probabilities), SelectionMethod.SimpleRandom)!);
    }

    /// <summary>Sampford's joint probabilities against the sum over all sets.</summary>
    [Test]
    public void SampfordsJointProbabilitiesAreThoseOfItsSets([Values(0, 1, 4)] int set)
    {
        double[] probabilities = Probabilities[set];
        double[,] joint = JointProbabilities.Of(probabilities, All(probabilities), SelectionMethod.Sampford)!;
        double[,] together = new double[probabilities.Length, probabilities.Length];
        foreach ((int[] drawn, double chance) in SampleSpace.Of(probabilities, Selection.CountOf(probabilities), SelectionMethod.Sampford))
            foreach (int i in drawn)
                foreach (int j in drawn)
                    together[i, j] += chance;
        using (Assert.EnterMultipleScope())
            for (int i = 0; i < probabilities.Length; i++)
                for (int j = 0; j < probabilities.Length; j++)
                    Assert.That(joint[i, j], Tolerance.Close(together[i, j], Tolerance.ClosedForm));
    }

    [Test]
    public void OfTwoUnitsBrewersMethodIsSampfords()
    {
        double[] probabilities = Probabilities[0];
        double[,] brewer = JointProbabilities.Of(probabilities, All(probabilities), SelectionMethod.Brewer)!;
        double[,] sampford = JointProbabilities.Of(probabilities, All(probabilities), SelectionMethod.Sampford)!;
        using (Assert.EnterMultipleScope())
            for (int i = 0; i < probabilities.Length; i++)
                for (int j = 0; j < probabilities.Length; j++)
                    Assert.That(brewer[i, j], Tolerance.Close(sampford[i, j], Tolerance.ClosedForm));
    }

    [Test]
    public void EqualStepsAlongALongList([Values(1, 7, 55, 999)] int count)
    {
        const int units = 1000;
        double[] probabilities = [.. Enumerable.Repeat((double)count / units, units)];
        for (ulong seed = 0; seed < 200; seed++)
        {
            double start = new RandomStream(seed).Uniform();
            Assert.That(SystematicSample.DrawEqual(units, count, start), Is.EqualTo(SystematicSample.Draw(probabilities, start)));
        }
    }

    [Test]
    public void SampfordRefusesWhatItsTablesCannotHold()
    {
        double[] probabilities = [.. Enumerable.Repeat(0.5, 2000)];
        Assert.That(() => Selection.Draw(probabilities, SelectionMethod.Sampford, new RandomStream(1)), Throws.TypeOf<SurveyDataException>().With.Message.Contains("draw by the pivotal or the systematic method"));
    }

    private static int[] All(double[] probabilities) => [.. Enumerable.Range(0, probabilities.Length)];
}
