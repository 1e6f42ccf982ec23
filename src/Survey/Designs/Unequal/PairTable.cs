namespace Survey;

/// <summary>A row for each pair of PSUs: first, second, probability.</summary>
internal sealed class PairTable : GivenPairs
{
    private const string First = "first", Second = "second", Probability = "probability";

    private readonly Table _table;

    public PairTable(Table joint)
    {
        ArgumentNullException.ThrowIfNull(joint);
        _table = joint;
    }

    public override PairList Among(SampledPsus psus)
    {
        PsuNames names = psus.Names ?? throw new SurveyDataException("The table of joint probabilities names PSUs, and each row of the sample is a PSU without a name; name the column of PSUs as clusters.");
        if (((string[])[First, Second, Probability]).FirstOrDefault(column => !_table.Columns.Contains(column)) is { } lacking)
            throw new SurveyDataException($"The table of joint probabilities has no column '{lacking}'; it takes '{First}', '{Second}' and '{Probability}', as a drawn sample's joint probabilities have them.");
        Column? strata = psus.Strata is { } column && _table.Columns.Contains(column) ? _table[column] : null;
        if (strata is null && !names.ClustersAreUnique)
            throw new SurveyDataException($"The table of joint probabilities has no column '{psus.Strata}', and {names.Column} ids begin anew in each stratum; add it.");
        return Read(ByName(names, strata is not null), strata);
    }

    private PairList Read(Dictionary<(string Stratum, string Cluster), int> psuOf, Column? strata)
    {
        var probabilities = _table[Probability] as NumberColumn ?? throw new SurveyDataException($"The column '{Probability}' of the table of joint probabilities is {_table[Probability].Type.Called()}, where numbers are wanted.");
        var pairs = new PairList();
        for (int row = 0; row < _table.RowCount; row++)
        {
            string stratum = strata is null ? "" : TextAt(strata, "stratum", row);
            bool known = psuOf.TryGetValue((stratum, TextAt(_table[First], First, row)), out int first) & psuOf.TryGetValue((stratum, TextAt(_table[Second], Second, row)), out int second);
            if (known)
                pairs.Add(first, second, probabilities.Values[row]);
            else
                pairs.Outside++;
        }
        return pairs;
    }

    private static string TextAt(Column column, string name, int row) =>
        column.TextAt(row) ?? throw new SurveyDataException($"The table of joint probabilities has no {name} in row {row + 1}; each row names two PSUs.");
}
