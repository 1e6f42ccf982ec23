namespace Survey;

/// <summary>Holds a sample against the population that its weights were calibrated to.</summary>
internal static class Balance
{
    /// <param name="frame">With the margins.</param>
    /// <param name="before">The weights before the step.</param>
    /// <param name="after">Those after it.</param>
    public static Sequence<BalanceLine> Of(CalibrationFrame frame, double[] before, double[] after)
    {
        double[] ones = Array.ConvertAll(before, weight => weight == 0 ? 0.0 : 1.0);
        return new Sequence<BalanceLine>([
            .. frame.Margins.Join(frame.Cells, margin => margin, own => own.Margin, (_, own) => own).Where(own => own.Margin.Variables.Count > 0).SelectMany(own => LinesOf(own.Margin, own.OfRow, own.Labels, ones, before, after)),
            .. frame.Numbers.Select(number => LineOf(frame, number, ones, before, after))]);
    }

    private static IEnumerable<BalanceLine> LinesOf(Margin margin, int[] cellOfRow, string[] labels, double[] ones, double[] before, double[] after)
    {
        double[] unweighted = Sums(ones), weighted = Sums(before), calibrated = Sums(after);
        double people = margin.Cells.Sum(cell => cell.Amount), rows = unweighted.Sum(), sumBefore = weighted.Sum(), sumAfter = calibrated.Sum();
        return margin.Cells.Select((cell, k) =>
            new BalanceLine(margin.Name, labels[k], (int)unweighted[k], unweighted[k] / rows, weighted[k] / sumBefore, cell.Amount / people, calibrated[k] / sumAfter));

        double[] Sums(double[] weights)
        {
            double[] sums = new double[margin.Cells.Count];
            for (int row = 0; row < weights.Length; row++)
                if (cellOfRow[row] >= 0)
                    sums[cellOfRow[row]] += weights[row];
            return sums;
        }
    }

    private static BalanceLine LineOf(CalibrationFrame frame, NumberVariable number, double[] ones, double[] before, double[] after)
    {
        double amount = number.Margin.Cells[0].Amount;
        double people = frame.People;
        return new BalanceLine(number.Margin.Name, "", (int)ones.Sum(), Mean(ones), Mean(before), number.Margin.IsPerPerson ? amount : amount / (double.IsNaN(people) ? CompensatedSum.Sum(after) : people), Mean(after));

        double Mean(double[] weights) => number.Centre + number.Spread * CompensatedSum.OfProducts(number.Values, weights) / CompensatedSum.Sum(weights);
    }
}
