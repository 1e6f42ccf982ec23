namespace Survey;

/// <summary>Tests of association.</summary>
public static class AssociationExtensions
{
    /// <summary>Tests whether two variables have to do with each other in the population: whether the shares of one are the same in all levels of the other.</summary>
    /// <param name="design">The sample, and who is meant.</param>
    /// <param name="rows">A category, a flag or condition, dates or numbers; with <paramref name="columns"/> it makes at most 1,000 cells.</param>
    /// <param name="columns">Another one.</param>
    /// <param name="method">By default Rao's and Scott's second-order F.</param>
    /// <returns>The test, with the shares of the cells. A row in which one of the two is missing is counted and in no cell, but its PSU stays in the design; levels that nobody has are left out and named.</returns>
    /// <remarks>
    /// With p the shares of the cells, V their covariance under the design, n the respondents, k = (rows - 1)(columns - 1) and ν the degrees of freedom of the domain, Pearson's X² = n Σ (p - p_row p_column)²/(p_row p_column)
    /// behaves as a sum of chi-squared variables of one degree of freedom times δ, the eigenvalues of Δ = n (C'D⁻¹C)⁻¹ C'D⁻¹VD⁻¹C: D has the observed p, and C all tables whose rows and columns sum to 0. Then
    /// RaoScottF is X²/Σδ as F of (Σδ)²/Σδ² and ν(Σδ)²/Σδ² degrees of freedom, RaoScottChiSquared is X²/mean δ as chi-squared of k. With Y the totals of cells less those expected, Wald is Y'V(Y)⁻¹Y/k as F of k and ν,
    /// AdjustedWald (ν - k + 1)/(νk) Y'V(Y)⁻¹Y as F of k and ν - k + 1.
    /// With equal weights and rows drawn with replacement all δ are n/(n - 1).
    /// Rao and Scott (1984), "On chi-squared tests for multiway contingency tables with cell proportions estimated from survey data", Annals of Statistics 12, 46-60; for the Wald tests Koch, Freeman and Freeman (1975), "Strategies in
    /// the multivariate analysis of data from complex surveys", International Statistical Review 43, 59-78, and Thomas and Rao (1987), "Small-sample comparison of level and power for simple goodness-of-fit statistics under cluster
    /// sampling", Journal of the American Statistical Association 82, 630-636. R: <c>svychisq</c> with "F", "Chisq", "Wald" and "adjWald".
    /// </remarks>
    /// <exception cref="ArgumentException">Both variables have one name, or there is no such method.</exception>
    /// <exception cref="SurveyDataException">
    /// Nobody has a value of both; a variable has one level, or both more than 1,000 cells; so many cells are empty that there is no test; a share is below 0; the covariance of a Wald test has no inverse; or the design leaves no sampling error.
    /// </exception>
    public static Association Association(this Design design, Variable rows, Variable columns, AssociationMethod method = AssociationMethod.RaoScottF) => Tests(design, [rows], columns, method)[0];

    /// <summary>Tests whether an outcome has to do with each of several variables, in one pass over the rows.</summary>
    /// <param name="design">The sample, and who is meant.</param>
    /// <param name="outcome">The columns of every table, such as whether somebody smokes.</param>
    /// <param name="groups">The rows of each: at least one variable.</param>
    /// <param name="method">By default Rao's and Scott's second-order F.</param>
    /// <returns>What <see cref="Association"/> answers for each variable, in their order; each test has respondents of its own.</returns>
    /// <exception cref="ArgumentException">No variable is given, one has the name of the outcome, or there is no such method.</exception>
    /// <exception cref="SurveyDataException">As for one of them.</exception>
    public static Associations Associations(this Design design, Variable outcome, IReadOnlyList<Variable> groups, AssociationMethod method = AssociationMethod.RaoScottF)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return groups.Count > 0 ? new Associations(Tests(design, groups, outcome, method)) : throw new ArgumentException("Name at least one variable to test the outcome against.", nameof(groups));
    }

    private static Association[] Tests(Design design, IReadOnlyList<Variable> rows, Variable columns, AssociationMethod method)
    {
        ArgumentNullException.ThrowIfNull(design);
        _ = method.Called(); // refuses what is none
        if (rows.Any(own => own.Name == columns.Name))
            throw new ArgumentException($"Both variables of a test are called '{columns.Name}'; give two different ones, or name one otherwise with As (as in text).", nameof(rows));
        return design.Rows.Settled(() =>
        {
            var outcome = TableMargin.Of(design.Rows, columns);
            TwoWayTable[] tables = [.. rows.Select(own => new TwoWayTable(TableMargin.Of(design.Rows, own), outcome))];
            Estimates estimates = design.Estimate([.. tables.SelectMany(table => (IEnumerable<Statistic>)[.. table.Shares, .. method.IsWald() ? table.Totals : []])]);
            int first = 0;
            var tests = new Association[tables.Length];
            for (int k = 0; k < tests.Length; first += tables[k++].CellCount * (method.IsWald() ? 2 : 1))
                tests[k] = Test(new FilledTable(tables[k], estimates, first), method);
            return tests;
        });
    }

    private static Association Test(FilledTable table, AssociationMethod method)
    {
        double pearson = table.PearsonChiSquared(), nu = table.DegreesOfFreedom;
        RaoScott? effects = method.IsWald() ? null : new RaoScott(table);
        int k = table.Dimension;
        (double statistic, double numerator, double denominator) = method switch
        {
            AssociationMethod.RaoScottF => SecondOrder(pearson, effects!, nu),
            AssociationMethod.RaoScottChiSquared => (pearson * k / effects!.Trace, k, double.PositiveInfinity),
            AssociationMethod.Wald => (WaldAssociation.Statistic(table) / k, k, nu),
            _ => (WaldAssociation.Statistic(table) / k * (nu - k + 1) / nu, k, nu - k + 1),
        };
        return new Association
        {
            Method = method,
            RowVariable = table.Of.RowVariable,
            ColumnVariable = table.Of.ColumnVariable,
            RowLevels = table.RowLabels,
            ColumnLevels = table.ColumnLabels,
            Cells = table.Cells,
            LeftOut = table.LeftOut,
            Statistic = statistic,
            NumeratorDegreesOfFreedom = numerator,
            DenominatorDegreesOfFreedom = denominator,
            PearsonChiSquared = pearson,
            MeanDesignEffect = effects is null ? double.NaN : effects.Trace / k,
            Respondents = table.Respondents,
            Missing = table.Missing,
            Sample = table.Sample,
        };
    }

    private static (double Statistic, double Numerator, double Denominator) SecondOrder(double pearson, RaoScott effects, double nu)
    {
        double degrees = effects.Trace * effects.Trace / effects.TraceOfSquares;
        return (pearson / effects.Trace, degrees, degrees * nu);
    }
}
