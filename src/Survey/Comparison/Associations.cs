using System.Collections;

namespace Survey;

/// <summary>Tests of the association of one outcome with several variables, made in one pass over the rows. Their p values are each for itself.</summary>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed class Associations : IReadOnlyList<Association>, IResult
{
    private readonly Association[] _all;

    internal Associations(Association[] all) => _all = all;

    /// <inheritdoc/>
    public Association this[int index] => _all[index];

    /// <inheritdoc/>
    public int Count => _all.Length;

    /// <inheritdoc/>
    public IEnumerator<Association> GetEnumerator() => ((IEnumerable<Association>)_all).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>An aligned table of one test a row, and the notes of the sample.</summary>
    public override string ToString() => AssociationText.Display(_all).ToString();

    /// <summary>The tests as rows.</summary>
    public Table ToTable() =>
        new ResultTable<Association>(_all)
            .Text("rows", test => test.RowVariable).Text("columns", test => test.ColumnVariable).Text("method", test => test.Method.Called())
            .Number("statistic", test => test.Statistic).Number("numeratorDegreesOfFreedom", test => test.NumeratorDegreesOfFreedom).Number("denominatorDegreesOfFreedom", test => test.DenominatorDegreesOfFreedom)
            .Number("p", test => test.PValue).Number("pearsonChiSquared", test => test.PearsonChiSquared).Number("meanDesignEffect", test => test.MeanDesignEffect)
            .Number("respondents", test => test.Respondents).Number("missing", test => test.Missing).Text("remark", test => test.Remark)
            .ToTable();

    Display IResult.Display() => AssociationText.Display(_all);
}
