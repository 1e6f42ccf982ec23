namespace Survey;

/// <summary>What the PSUs of a sample are called in its data, by which they are found again in another sample.</summary>
/// <param name="column">The cluster column.</param>
/// <param name="clusters">Texts of the cluster column.</param>
/// <param name="clusterOf">Which of them each PSU has.</param>
/// <param name="strata">Texts of the stratum column; one empty text where there is none.</param>
/// <param name="stratumOf">Which of them each PSU has.</param>
internal sealed class PsuNames(string column, string[] clusters, int[] clusterOf, string[] strata, int[] stratumOf)
{
    public string Column => column;

    public int Count => clusterOf.Length;

    public string Cluster(int psu) => clusters[clusterOf[psu]];

    public string Stratum(int psu) => strata[stratumOf[psu]];

    /// <summary>Whether no cluster id stands in two strata.</summary>
    public bool ClustersAreUnique => clusterOf.Distinct().Count() == clusterOf.Length;
}
