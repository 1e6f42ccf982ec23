using System.Data.Common;
using System.Globalization;
using System.Numerics;

namespace Survey.Engines;

/// <summary>Reads the rows of a provider.</summary>
internal static class AdoReply
{
    public static async Task<Reply> ReadAsync(DbDataReader reader, IReadOnlyList<ReplyKind> kinds, string server, CancellationToken token)
    {
        if (reader.FieldCount != kinds.Count)
            throw ServerFailure.Unreadable(server, $"it has {reader.FieldCount} columns and not the {kinds.Count} that were asked for");
        Field[] fields = [.. kinds.Select((kind, k) => kind == ReplyKind.Number ? (Field)new NumberField(reader, k, server) : new TextField(reader, k))];
        int rows = 0;
        while (await reader.ReadAsync(token))
        {
            foreach (Field field in fields)
                field.Take();
            rows++;
        }
        return new Reply(rows, [.. fields.Select(field => field.ToArray())]);
    }

    private abstract class Field
    {
        public abstract void Take();

        public abstract Array ToArray();
    }

    private sealed class NumberField(DbDataReader reader, int column, string server) : Field
    {
        private readonly List<double> _values = [];
        private readonly bool _isDouble = reader.GetFieldType(column) == typeof(double);

        public override void Take() => _values.Add(reader.IsDBNull(column) ? double.NaN : _isDouble ? reader.GetDouble(column) : Converted(Value()));

        public override Array ToArray() => _values.ToArray();

        private object Value()
        {
            try
            {
                return reader.GetValue(column);
            }
            catch (Exception error) when (error is OverflowException or InvalidCastException)
            {
                throw ServerFailure.Unreadable(server, $"the column '{reader.GetName(column)}' holds a number that .NET has no type for");
            }
        }

        private double Converted(object value) =>
            value switch
            {
                double or float or byte or sbyte or short or ushort or int or uint => Convert.ToDouble(value, CultureInfo.InvariantCulture),
                long whole => Exactly(whole),
                ulong whole => Exactly(whole),
                BigInteger whole => Exactly(whole),
                decimal number => double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), // to the nearest, which the cast is not always
                _ => throw ServerFailure.Unreadable(server, $"the column '{reader.GetName(column)}' is of the type {reader.GetDataTypeName(column)} and not of numbers"),
            };

        private double Exactly(BigInteger whole)
        {
            double value = (double)whole;
            return double.IsFinite(value) && new BigInteger(value) == whole ? value : throw ServerFailure.TooWide(server, reader.GetName(column), whole.ToString(CultureInfo.InvariantCulture));
        }
    }

    private sealed class TextField(DbDataReader reader, int column) : Field
    {
        private readonly List<string?> _values = [];

        public override void Take() => _values.Add(reader.IsDBNull(column) ? null : TextOf(reader.GetValue(column)));

        public override Array ToArray() => _values.ToArray();

        private static string TextOf(object value) =>
            value switch
            {
                string text => text,
                bool flag => flag ? "true" : "false",
                DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                DateTime time when time.TimeOfDay == TimeSpan.Zero => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                _ => value.ToString() ?? "",
            };
    }
}
