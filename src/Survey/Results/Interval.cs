namespace Survey;

/// <summary>A closed interval in the units of the estimate it came from.</summary>
/// <param name="Low">NaN where there is no interval.</param>
/// <param name="High">NaN where there is no interval.</param>
/// <param name="Level">Coverage, such as 0.95.</param>
/// <param name="Method">The method used: <see cref="IntervalMethod.KornGraubard"/> for a proportion of 0 or 1, whatever was asked for.</param>
/// <param name="Remark">What a reader must know of it, or null.</param>
public readonly record struct Interval(double Low, double High, double Level, IntervalMethod Method, string? Remark = null);
