namespace Survey.Monitoring;

/// <summary>How a questionnaire works, for people and as rows.</summary>
internal static class ItemAnalysisDisplay
{
    public static Display Of(ItemAnalysis analysis) => new Display().Add(ScalesOf(analysis)).Add("\n").Add(ItemsOf(analysis));

    public static TextTable ScalesOf(ItemAnalysis analysis)
    {
        var table = new TextTable(TextTable.Left("scale"), TextTable.Right("items"), TextTable.Right("points"), TextTable.Right("cut"), TextTable.Right("mean score"), TextTable.Right("literate"), TextTable.Right(Figures.IntervalHeading(0.95)), TextTable.Right("respondents"),
            TextTable.Right("alpha"), TextTable.Left("name"));
        foreach (ScaleFigures own in analysis.Scales)
        {
            Interval interval = own.Literate.Interval();
            table.Add(own.Scale.Id, $"{own.Scale.ItemCount}", $"{own.Scale.Points}", $"{own.Scale.Cut}", Figures.Fixed(own.Mean.Value, 2), Figures.Value(own.Literate), $"{Figures.Limit(own.Literate, interval.Low)} to {Figures.Limit(own.Literate, interval.High)}",
                Figures.Count(own.Literate.Respondents), Figures.Fixed(own.Alpha, 3), own.Scale.Name.ToString());
        }
        return table;
    }

    public static TextTable ItemsOf(ItemAnalysis analysis)
    {
        var table = new TextTable(TextTable.Left("item"), TextTable.Right("points"), TextTable.Right("right"), TextTable.Right("std. error"), TextTable.Right("correlation with the rest"), TextTable.Right("alpha without it"), TextTable.Left("note"));
        foreach (ItemFigures own in analysis.Items)
            table.Add(own.Item.Column, $"{own.Item.Points}", Figures.Value(own.Right), Figures.Error(own.Right), Figures.Fixed(own.Correlation, 3), Figures.Fixed(own.AlphaWithout, 3), own.Remark ?? "");
        return table;
    }

    /// <summary>An item a row.</summary>
    public static Table Rows(ItemAnalysis analysis) =>
        new ResultTable<ItemFigures>(analysis.Items)
            .Text("item", own => own.Item.Id).Number("points", own => own.Item.Points).Number("right", own => own.Right.Value).Number("standardError", own => own.Right.StandardError)
            .Number("correlation", own => own.Correlation).Number("alphaWithout", own => own.AlphaWithout).Text("remark", own => own.Remark)
            .ToTable();
}
