namespace Survey.Tests.Numerics;

/// <summary>Hadamard matrices: H H' = n I, the first row and column of ones.</summary>
public class HadamardTests
{
    private static IEnumerable<int> Orders => Enumerable.Range(1, 512).Where(Hadamard.CanBuild);

    [TestCaseSource(nameof(Orders))]
    public void RowsAreOrthogonal(int order)
    {
        sbyte[][] matrix = Hadamard.OfOrderAtLeast(order);
        Assert.That(matrix, Has.Length.EqualTo(order));
        Assert.That(matrix[0].Concat(matrix.Select(row => row[0])), Is.All.EqualTo(1));
        for (int i = 0; i < order; i++)
            for (int j = 0; j <= i; j++)
            {
                int product = 0;
                for (int k = 0; k < order; k++)
                    product += matrix[i][k] * matrix[j][k];
                if (product != (i == j ? order : 0))
                    Assert.Fail($"rows {i} and {j} of order {order}: {product}");
            }
    }

    /// <summary>Orders that none of the constructions gives; the next one is taken.</summary>
    [Test]
    public void OnlyFewOrdersArePassedOver()
    {
        Assert.That(Enumerable.Range(1, 64).Select(k => 4 * k).Where(order => !Hadamard.CanBuild(order)), Is.EqualTo(new[] { 52, 92, 100, 116, 156, 172, 184, 188, 232, 236, 244 }));
        Assert.That(Hadamard.OfOrderAtLeast(90), Has.Length.EqualTo(96));
        Assert.That(Hadamard.OfOrderAtLeast(3), Has.Length.EqualTo(4));
        Assert.That(Hadamard.OfOrderAtLeast(2), Has.Length.EqualTo(2));
    }
}
