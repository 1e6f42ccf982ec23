using System.Numerics;
using Survey.Files;
using Survey.Files.Columns;

namespace Survey.Monitoring.Intake;

/// <summary>Reads a quantity.</summary>
/// <param name="name">Of the column.</param>
/// <param name="unit">That may stand behind a number; or null.</param>
/// <param name="codes">Texts and the numbers they stand for.</param>
/// <param name="missing">Texts that mean missing.</param>
internal sealed class NumberReader(string name, string? unit, IEnumerable<(string Code, string Level)> codes, MissingTexts missing) : ColumnReader<double>(name, double.NaN, missing)
{
    private readonly Dictionary<string, string> _codes = codes.ToDictionary(pair => Folding.Fold(pair.Code), pair => pair.Level, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Column Column)> Build() => [(Name, NumberColumn.Owning(ReleaseValues()))];

    /// <inheritdoc/>
    protected override Outcome<double> Understand(string text)
    {
        text = CodeOf(text) ?? WithoutUnit(text);
        if (!NumberText.TryRead(text, out NumberText number) || !number.IsFinite)
            return new(double.NaN, $"is not a number{(unit is null ? "" : $" of {unit}")}; add what it stands for to codes of the column, or declare it as missing.");
        double value = number.Value;
        return number.WholeDigits > ColumnEvidence.SafeDigits && (!number.IsWhole || BigInteger.Parse(text, System.Globalization.CultureInfo.InvariantCulture) != new BigInteger(value))
            ? new(double.NaN, "has more digits than a number keeps; declare the column as: code, or as: text.")
            : new(value);
    }

    private string WithoutUnit(string text) =>
        unit is { Length: > 0 } && text.EndsWith(unit, StringComparison.Ordinal) ? text[..^unit.Length].TrimEnd(' ') : text;

    /// <summary>What a code stands for, 9 and 9.0 being one; or null.</summary>
    private string? CodeOf(string text) =>
        _codes.TryGetValue(text, out string? own) || (_codes.Count > 0 && NumberText.TryRead(text, out NumberText number) && number.IsFinite && _codes.TryGetValue(Invariant.Text(number.Value), out own)) ? own : null;
}
