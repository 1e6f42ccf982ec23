using System.Globalization;
using System.Numerics;
using System.Text;

namespace Survey.Engines;

/// <summary>Takes the fields of one column of an answer.</summary>
/// <param name="name">Of the column.</param>
/// <param name="server">What the server is called in messages.</param>
internal abstract class TabColumn(string name, string server)
{
    /// <summary>double[] or string?[].</summary>
    public abstract Array Values { get; }

    public static TabColumn Of(ReplyKind kind, string name, string type, int rows, string server) =>
        kind == ReplyKind.Number ? new Numbers(name, type, rows, server) : new Texts(name, rows, server);

    public abstract void Take(ReadOnlySpan<byte> field, int row);

    private static bool IsNull(ReadOnlySpan<byte> field) => field.SequenceEqual("\\N"u8);

    private SurveyDataException Unreadable(ReadOnlySpan<byte> field, int row, string what) =>
        ServerFailure.Unreadable(server, $"row {Invariant.Count(row + 1)} of the column '{name}' is '{Encoding.UTF8.GetString(field[..Math.Min(field.Length, 40)])}', which is no {what}");

    private sealed class Texts(string name, int rows, string server) : TabColumn(name, server)
    {
        private readonly string?[] _values = new string?[rows];

        public override Array Values => _values;

        public override void Take(ReadOnlySpan<byte> field, int row) =>
            _values[row] = IsNull(field) ? null : TabText.Decoded(field) ?? throw Unreadable(field, row, "text in UTF-8");
    }

    private sealed class Numbers : TabColumn
    {
        private const double Wide = 1L << 53;

        private readonly double[] _values;
        private readonly bool _isWhole;
        private readonly string _name;
        private readonly string _server;

        public Numbers(string name, string type, int rows, string server) : base(name, server)
        {
            _values = new double[rows];
            (_name, _server) = (name, server);
            string bare = type.Replace("LowCardinality(", "", StringComparison.Ordinal).Replace("Nullable(", "", StringComparison.Ordinal);
            _isWhole = bare.StartsWith("Int", StringComparison.Ordinal) || bare.StartsWith("UInt", StringComparison.Ordinal);
            if (!_isWhole && !bare.StartsWith("Float", StringComparison.Ordinal) && !bare.StartsWith("Decimal", StringComparison.Ordinal) && !bare.StartsWith("Nothing", StringComparison.Ordinal))
                throw ServerFailure.Unreadable(server, $"the column '{name}' is of the type {type} and not of numbers");
        }

        public override Array Values => _values;

        public override void Take(ReadOnlySpan<byte> field, int row) => _values[row] = IsNull(field) ? double.NaN : Parsed(field, row);

        private double Parsed(ReadOnlySpan<byte> field, int row)
        {
            const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
            if (!double.TryParse(field, style, CultureInfo.InvariantCulture, out double value) || double.IsInfinity(value))
                return Infinity(field) ?? throw Unreadable(field, row, "number");
            if (_isWhole && Math.Abs(value) >= Wide)
                CheckExact(field, value, row);
            return value;
        }

        /// <summary>An infinity as the server writes it; a number beyond all doubles is none.</summary>
        private static double? Infinity(ReadOnlySpan<byte> field) =>
            field.SequenceEqual("inf"u8) ? double.PositiveInfinity : field.SequenceEqual("-inf"u8) ? double.NegativeInfinity : null;

        private void CheckExact(ReadOnlySpan<byte> field, double value, int row)
        {
            string text = Encoding.UTF8.GetString(field);
            if (!BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger whole))
                throw Unreadable(field, row, "whole number");
            if (new BigInteger(value) != whole)
                throw ServerFailure.TooWide(_server, _name, text);
        }
    }
}
