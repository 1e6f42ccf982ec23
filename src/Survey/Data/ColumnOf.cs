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
            case int[] integers when values.GetType() == typeof(int[]): // the runtime takes arrays of uint and of enums for int[] too
                return NumberColumn.Owning(Array.ConvertAll(integers, value => (double)value));
            case string?[] texts:
                return new CategoryColumn(texts);
        }

        object?[] boxed = [.. values.Cast<object?>()];
        Type? kind = OneKind(name, boxed);
        if (kind == typeof(string))
            return new CategoryColumn([.. boxed.Select(value => (string?)value)]);
        if (kind == typeof(bool))
            return new FlagColumn([.. boxed.Select(value => (bool?)value)]);
        if (kind == typeof(DateOnly))
            return new DateColumn([.. boxed.Select(value => value is DateTime moment ? DateOnly.FromDateTime(moment) : (DateOnly?)value)]);
        if (kind is { IsEnum: true })
            return EnumsOf(name, boxed, kind);
        return boxed.Any(IsTooLarge)
            ? new CategoryColumn([.. boxed.Select((value, row) => WholeNumber(name, value, row))])
            : NumbersOf(name, [.. boxed.Select(value => value is null ? double.NaN : Convert.ToDouble(value, CultureInfo.InvariantCulture))]);
    }

    /// <summary>What all the values are: text, flag, date, number or one enum; null when all are missing.</summary>
    private static Type? OneKind(string name, object?[] values)
    {
        int first = Array.FindIndex(values, value => value is not null);
        if (first < 0)
            return null;
        string found = values[first]!.GetType().Name;
        Type kind = KindOf(values[first]!) ?? throw new SurveyDataException($"The column '{name}' holds {found} values (row {first + 1}); a column is of numbers, texts, flags or dates, and null where a value is missing.");
        int odd = Array.FindIndex(values, value => value is not null && KindOf(value) != kind);
        return odd < 0
            ? kind
            : throw new SurveyDataException($"The column '{name}' begins with {found} and also holds {values[odd]!.GetType().Name} (row {odd + 1}); a column has one type, and null where a value is missing.");
    }

    private static Type? KindOf(object value) =>
        value switch
        {
            string => typeof(string),
            bool => typeof(bool),
            DateOnly or DateTime => typeof(DateOnly),
            Enum => value.GetType(),
            double or float or decimal or sbyte or byte or short or ushort or int or uint or long or ulong => typeof(double),
            _ => null,
        };

    private static NumberColumn NumbersOf(string name, double[] values)
    {
        int infinite = Array.FindIndex(values, double.IsInfinity);
        return infinite < 0
            ? new NumberColumn(values)
            : throw new SurveyDataException($"The column '{name}' is infinite in row {infinite + 1}; a number is finite, or missing (NaN).");
    }

    private static CategoryColumn EnumsOf(string name, object?[] values, Type type)
    {
        int odd = Array.FindIndex(values, value => value is not null && !Enum.IsDefined(type, value));
        return odd < 0
            ? new CategoryColumn([.. values.Select(value => value?.ToString())], Enum.GetNames(type), ordered: true)
            : throw new SurveyDataException($"The column '{name}' is {values[odd]} in row {odd + 1}, which {type.Name} does not name; name it there, or give null where a value is missing.");
    }

    /// <summary>A whole number as the text of a level, in a column of which some are beyond what a double holds to the last digit.</summary>
    private static string? WholeNumber(string name, object? value, int row) =>
        value switch
        {
            null => null,
            decimal number when number == decimal.Truncate(number) => decimal.Truncate(number).ToString(CultureInfo.InvariantCulture),
            double or float or decimal => throw new SurveyDataException($"The column '{name}' holds whole numbers beyond 2^53, which a double cannot hold, and a {value.GetType().Name} (row {row + 1}); give them all as texts, or all as double."),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture),
        };

    private static bool IsTooLarge(object? value) =>
        value switch
        {
            long number => number is > LargestExact or < -LargestExact,
            ulong number => number > LargestExact,
            decimal number => Math.Abs(number) > LargestExact && number == decimal.Truncate(number),
            _ => false,
        };
}
