namespace Survey;

/// <summary>Rows that are not read here, as a database sums them: it tells what values a variable has.</summary>
internal interface INumberSource
{
    /// <summary>The different values of numbers, or of days, that occur; missing ones are none.</summary>
    /// <param name="of">The variable.</param>
    /// <param name="most">Beyond as many the rest need not be told.</param>
    IReadOnlyCollection<double> DistinctValues(Variable of, int most);
}
