namespace Survey;

/// <summary>A test of the association of two variables under the design of the sample: whether the shares of one are the same in all levels of the other.</summary>
/// <remarks>What the tests are, and their sources, stands at <see cref="AssociationExtensions.Association"/>.</remarks>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed record Association : IResult
{
    /// <summary>How it was tested.</summary>
    public required AssociationMethod Method { get; init; }

    /// <summary>The variable whose levels are the rows of the table.</summary>
    public required string RowVariable { get; init; }

    /// <summary>The variable whose levels are its columns.</summary>
    public required string ColumnVariable { get; init; }

    /// <summary>What readers are shown for the levels of the rows.</summary>
    public required IReadOnlyList<string> RowLevels { get; init; }

    /// <summary>What readers are shown for the levels of the columns.</summary>
    public required IReadOnlyList<string> ColumnLevels { get; init; }

    /// <summary>The share of each cell among all who have a value of both, a fraction, row by row.</summary>
    public required IReadOnlyList<Estimate> Cells { get; init; }

    /// <summary>Levels that nobody of non-zero weight has, such as "region = north". They are in no cell and add no degrees of freedom.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>The figure that is compared with the F or chi-squared distribution.</summary>
    public required double Statistic { get; init; }

    /// <summary>Of the F distribution's numerator, or of the chi-squared distribution. Of <see cref="AssociationMethod.RaoScottF"/> seldom a whole number.</summary>
    public required double NumeratorDegreesOfFreedom { get; init; }

    /// <summary>Of the F distribution's denominator; +∞ for chi-squared.</summary>
    public required double DenominatorDegreesOfFreedom { get; init; }

    /// <summary>Pearson's X² = n Σ (p - p_row p_column)² / (p_row p_column) of the weighted shares and n <see cref="Respondents"/>, as if they were a simple random sample.</summary>
    /// <remarks>R's <c>svychisq</c> counts in n also rows without an answer and of weight 0, and prints this as the statistic of <c>"Chisq"</c>.</remarks>
    public required double PearsonChiSquared { get; init; }

    /// <summary>By how much the design makes X² larger on average: the mean of Rao's and Scott's design effects δ. NaN of Wald tests.</summary>
    public required double MeanDesignEffect { get; init; }

    /// <summary>Rows with a value of both and a weight that is not 0.</summary>
    public required long Respondents { get; init; }

    /// <summary>Rows of the domain without a value of one of them, or of both.</summary>
    public required long Missing { get; init; }

    /// <summary>The sample it came from, and what should be said beside it.</summary>
    public required SampleSummary Sample { get; init; }

    /// <summary>How likely a statistic at least this large is where the two have nothing to do with each other. NaN, with a remark, without degrees of freedom.</summary>
    public double PValue =>
        double.IsPositiveInfinity(DenominatorDegreesOfFreedom)
            ? ChiSquared.UpperTail(Statistic, NumeratorDegreesOfFreedom)
            : FDistribution.UpperTail(Statistic, NumeratorDegreesOfFreedom, DenominatorDegreesOfFreedom);

    /// <summary>Why there is no p value, or null.</summary>
    public string? Remark =>
        DenominatorDegreesOfFreedom > 0 ? null
        : Method == AssociationMethod.AdjustedWald ? "no p value: the adjusted Wald test takes at least as many degrees of freedom of the design as (rows - 1)(columns - 1)"
        : "no p value: there are no degrees of freedom";

    /// <summary>The table in per cent of all, the test, and the notes of the sample.</summary>
    public override string ToString() => new AssociationText(this).Display().ToString();

    /// <summary>The cells as rows: the level of each variable, and the share among all.</summary>
    public Table ToTable()
    {
        int columns = ColumnLevels.Count;
        return new ResultTable<int>([.. Enumerable.Range(0, Cells.Count)])
            .Key(RowVariable, k => RowLevels[k / columns]).Key(ColumnVariable, k => ColumnLevels[k % columns])
            .Number("share", k => Cells[k].Value).Number("standardError", k => Cells[k].StandardError)
            .ToTable();
    }

    Display IResult.Display() => new AssociationText(this).Display();

    internal string Title => $"{RowVariable} and {ColumnVariable}";
}
