namespace Survey;

/// <summary>Numbers that stand in every row and are one for all rows of a unit, or of a group.</summary>
/// <param name="What">What the column holds, for messages: "population size".</param>
/// <param name="Column">Its name.</param>
/// <param name="Parts">Its values, chunk by chunk.</param>
/// <param name="Rule">Why they cannot differ, for messages.</param>
/// <param name="PlaceOfRow">What a row is called in messages, such as "row 7".</param>
internal sealed record OneNumber(string What, string Column, IReadOnlyList<NumberColumn> Parts, string Rule, Func<long, string> PlaceOfRow)
{
    /// <summary>The number of each unit; NaN where it is missing.</summary>
    /// <param name="unitOfRow">The unit, or the group, of each row.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="nameOf">What each is called.</param>
    public double[] Of(int[] unitOfRow, int count, Func<int, string> nameOf)
    {
        double[] given = Enumerable.Repeat(double.NaN, count).ToArray();
        int row = 0;
        foreach (NumberColumn part in Parts)
            foreach (double value in part.Values)
            {
                int unit = unitOfRow[row++];
                if (double.IsNaN(given[unit]))
                    given[unit] = value;
                else if (given[unit] != value)
                    throw new SurveyDataException($"The {What} '{Column}' of {nameOf(unit)} is {Invariant.Text(given[unit])} and, in {PlaceOfRow(row - 1)}, {Invariant.Text(value)}; {Rule}.");
            }
        return given;
    }

    /// <summary>Refuses the first value, missing ones included, that is none of those allowed.</summary>
    /// <param name="isAllowed">Whether a value is.</param>
    /// <param name="meaning">What it has to be.</param>
    public void Require(Func<double, bool> isAllowed, string meaning)
    {
        long row = 0;
        foreach (NumberColumn part in Parts)
            foreach (double value in part.Values)
            {
                row++;
                if (!isAllowed(value))
                    throw new SurveyDataException($"The {What} '{Column}' is {(double.IsNaN(value) ? "missing" : Invariant.Text(value))} in {PlaceOfRow(row - 1)}; {meaning}.");
            }
    }
}
