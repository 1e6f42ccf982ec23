namespace Survey;

/// <summary>A square matrix of joint probabilities.</summary>
internal sealed class PairMatrix : GivenPairs
{
    private readonly double[,] _matrix;
    private readonly string[]? _psus;

    public PairMatrix(double[,] joint, IReadOnlyList<string>? psus)
    {
        ArgumentNullException.ThrowIfNull(joint);
        if (joint.GetLength(0) != joint.GetLength(1))
            throw new ArgumentException($"The matrix of joint probabilities has {joint.GetLength(0)} rows and {joint.GetLength(1)} columns; it has one of each for every PSU.", nameof(joint));
        if (psus is not null && psus.Count != joint.GetLength(0))
            throw new ArgumentException($"There are {psus.Count} PSU ids for the {joint.GetLength(0)} rows of the matrix of joint probabilities; give one for each.", nameof(psus));
        if (psus?.GroupBy(psu => psu).FirstOrDefault(same => same.Key is null || same.Count() > 1) is { } twice)
            throw new ArgumentException(twice.Key is null ? "A PSU id of the matrix of joint probabilities is null; give one for each row." : $"The PSU id '{twice.Key}' stands for two rows of the matrix of joint probabilities; each PSU has one.", nameof(psus));
        (_matrix, _psus) = ((double[,])joint.Clone(), psus?.ToArray());
    }

    private int Size => _matrix.GetLength(0);

    public override PairList Among(SampledPsus psus)
    {
        int[] psuOf = PsuOfRow(psus);
        var pairs = new PairList();
        for (int i = 0; i < Size; i++)
            for (int j = i; j < Size; j++)
            {
                if (Math.Abs(_matrix[i, j] - _matrix[j, i]) > JointCheck.Tolerance * Math.Abs(_matrix[i, j]))
                    throw new SurveyDataException($"The matrix of joint probabilities is not symmetric: {Invariant.Text(_matrix[i, j])} in row {i + 1}, column {j + 1}, and {Invariant.Text(_matrix[j, i])} in row {j + 1}, column {i + 1}.");
                if (psuOf[i] >= 0 && psuOf[j] >= 0)
                    pairs.Add(psuOf[i], psuOf[j], _matrix[i, j]);
                else
                    pairs.Outside++;
            }
        return pairs;
    }

    /// <summary>The PSU of each row of the matrix, -1 for one that is not in the sample.</summary>
    private int[] PsuOfRow(SampledPsus psus)
    {
        if (_psus is null)
            return psus.Names is { } named ? throw new SurveyDataException($"The matrix of joint probabilities does not say which PSU each of its rows is, and the sample's are named by '{named.Column}'; give their ids in its order, or a table of pairs.")
                : Size == psus.Count ? [.. Enumerable.Range(0, Size)]
                : throw new SurveyDataException($"The matrix of joint probabilities has {Size} rows and columns for a sample of {psus.Count} rows, each of which is a PSU; they stand in the same order.");
        PsuNames names = psus.Names ?? throw new SurveyDataException("The matrix of joint probabilities names PSUs, and each row of the sample is a PSU without a name; name the column of PSUs as clusters, or leave the names out.");
        if (!names.ClustersAreUnique)
            throw new SurveyDataException($"The matrix of joint probabilities names PSUs by '{names.Column}', whose ids begin anew in each stratum; name clusters by a column whose ids are unique, or give a table of pairs with the strata.");
        Dictionary<(string, string), int> psuOf = ByName(names, withStrata: false);
        return Array.ConvertAll(_psus, psu => psuOf.GetValueOrDefault(("", psu), -1));
    }
}
