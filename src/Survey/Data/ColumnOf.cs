using System.Collections;
using System.Globalization;

namespace Survey;

/// <summary>Makes a column of a sequence, typed by its first value.</summary>
internal static class ColumnOf
{
    private const long LargestExact = 1L << 53;

    public static Column Values(string name, IEnumerable values)
    {
        switch (values)
        {
            case double[] numbers:
                return NumbersOf(name, numbers);
            case int[] integers:
                return new NumberColumn((ReadOnlyMemory<double>)Array.ConvertAll(integers, value => (double)value));
            case string?[] texts:
                return new CategoryColumn(texts);
        }

        object?[] boxed = [.. values.Cast<object?>()];
        object? first = boxed.FirstOrDefault(value => value is not null);
        try
        {
            return first switch
            {
                null => new NumberColumn((ReadOnlyMemory<double>)Enumerable.Repeat(double.NaN, boxed.Length).ToArray()),
                string => new CategoryColumn(Texts(boxed)),
                bool => new FlagColumn([.. boxed.Select(value => (bool?)value)]),
                DateOnly => new DateColumn([.. boxed.Select(value => (DateOnly?)value)]),
                DateTime => new DateColumn([.. boxed.Select(value => value is DateTime moment ? DateOnly.FromDateTime(moment) : (DateOnly?)null)]),
                Enum => new CategoryColumn([.. boxed.Select(value => value?.ToString())], Enum.GetNames(first.GetType()), ordered: true),
                long or ulong when boxed.Any(IsTooLarge) => new CategoryColumn([.. boxed.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null)]),
                IConvertible => NumbersOf(name, [.. boxed.Select(Number)]),
                _ => throw new SurveyDataException($"The column '{name}' holds {first.GetType().Name} values; a column is of numbers, texts, flags or dates."),
            };
        }
        catch (InvalidCastException)
        {
            object odd = boxed.First(value => value is not null && value.GetType() != first!.GetType())!;
            throw new SurveyDataException($"The column '{name}' begins with {first!.GetType().Name} and also holds {odd.GetType().Name} (row {Array.IndexOf(boxed, odd) + 1}); a column has one type.");
        }
    }

    private static NumberColumn NumbersOf(string name, double[] values)
    {
        int infinite = Array.FindIndex(values, double.IsInfinity);
        return infinite < 0
            ? new NumberColumn(values)
            : throw new SurveyDataException($"The column '{name}' is infinite in row {infinite + 1}; a number is finite, or missing (NaN).");
    }

    private static string?[] Texts(object?[] values) => [.. values.Select(value => (string?)value)];

    private static double Number(object? value) =>
        value switch
        {
            null => double.NaN,
            string or bool or char or DateTime => throw new InvalidCastException(),
            IConvertible number => number.ToDouble(CultureInfo.InvariantCulture),
            _ => throw new InvalidCastException(),
        };

    private static bool IsTooLarge(object? value) => value is long and (> LargestExact or < -LargestExact) or ulong and > (ulong)LargestExact;
}
