namespace Survey;

/// <summary>Tests of association as people read them.</summary>
internal sealed class AssociationText(Association test)
{
    /// <summary>The table of cells, and the test under it.</summary>
    public Display Display()
    {
        var table = new TextTable([TextTable.Left(test.RowVariable), .. test.ColumnLevels.Select(level => TextTable.Right($"{test.ColumnVariable} = {level}")), TextTable.Right("all")]);
        for (int i = 0; i < test.RowLevels.Count; i++)
            table.Add([test.RowLevels[i], .. Row(i).Select(Percent), Percent(Row(i).Sum())]);
        table.Add(["all", .. Enumerable.Range(0, test.ColumnLevels.Count).Select(j => Percent(Column(j).Sum())), Percent(1)]);
        return new Display().Add(table, $"association of {test.Title}, cells in % of all").Add(Line).Add($"{Figures.Count(test.Respondents)} respondents, {Figures.Count(test.Missing)} missing")
            .Add(LeftOut(test)).Add(test.Sample.ToString()).AddNotes(test.Sample);
    }

    /// <summary>Several tests of one outcome and one sample, one a row.</summary>
    public static Display Display(IReadOnlyList<Association> tests)
    {
        var table = new TextTable(
            TextTable.Left("variable"), TextTable.Right("levels"), TextTable.Right("respondents"), TextTable.Right("missing"), TextTable.Right(tests[0].Method.Called()),
            TextTable.Right("numerator df"), TextTable.Right("denominator df"), TextTable.Right("p"));
        var remarks = new Remarks();
        foreach (Association test in tests)
            table.Add(
                test.RowVariable, Figures.Count(test.RowLevels.Count), Figures.Count(test.Respondents), Figures.Count(test.Missing), Figures.Fixed(test.Statistic, 2),
                Figures.Degrees(test.NumeratorDegreesOfFreedom), Denominator(test), remarks.Mark(ContrastFigures.PValue(test.PValue), test.Remark));
        return new Display().Add(table, $"association with {tests[0].ColumnVariable}").Add(remarks.ToString()).Add(string.Concat(tests.Select(LeftOut).Distinct())).Add(tests[0].Sample.ToString()).AddNotes(tests[0].Sample);
    }

    private string Line
    {
        get
        {
            string degrees = double.IsPositiveInfinity(test.DenominatorDegreesOfFreedom)
                ? $"{Figures.Degrees(test.NumeratorDegreesOfFreedom)} degrees of freedom"
                : $"{Figures.Degrees(test.NumeratorDegreesOfFreedom)} and {Figures.Degrees(test.DenominatorDegreesOfFreedom)} degrees of freedom";
            string p = ContrastFigures.PValue(test.PValue);
            string effect = double.IsNaN(test.MeanDesignEffect) ? "" : $"; mean design effect {Figures.Effect(test.MeanDesignEffect)}";
            return $"{test.Method.Called()} = {Figures.Fixed(test.Statistic, 2)} on {degrees}, {test.Remark ?? (p[0] == '<' ? $"p {p}" : $"p = {p}")}{effect}";
        }
    }

    private IEnumerable<double> Row(int i) => test.Cells.Skip(i * test.ColumnLevels.Count).Take(test.ColumnLevels.Count).Select(cell => cell.Value);

    private IEnumerable<double> Column(int j) => test.Cells.Where((_, k) => k % test.ColumnLevels.Count == j).Select(cell => cell.Value);

    private static string Percent(double share) => Figures.Fixed(100 * share, 2);

    private static string Denominator(Association test) => double.IsPositiveInfinity(test.DenominatorDegreesOfFreedom) ? "-" : Figures.Degrees(test.DenominatorDegreesOfFreedom);

    private static string LeftOut(Association test) => test.LeftOut.Count == 0 ? "" : $"left out, as nobody is there: {string.Join(", ", test.LeftOut)}\n";
}
