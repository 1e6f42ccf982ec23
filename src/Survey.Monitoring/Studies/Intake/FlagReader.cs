using Survey.Files;
using Survey.Files.Columns;

namespace Survey.Monitoring.Intake;

/// <summary>Reads true and false.</summary>
internal sealed class FlagReader : ColumnReader<byte>
{
    /// <summary>Texts that need no codes.</summary>
    public static readonly (string Text, bool Value)[] Usual =
        [("1", true), ("是", true), ("有", true), ("true", true), ("TRUE", true), ("√", true), ("0", false), ("否", false), ("无", false), ("没有", false), ("false", false), ("FALSE", false), ("×", false)];

    private readonly Dictionary<string, byte> _values = new(StringComparer.Ordinal);

    /// <param name="name">Of the column.</param>
    /// <param name="codes">Texts that stand for true and false; empty takes the usual ones.</param>
    /// <param name="missing">Texts that mean missing.</param>
    public FlagReader(string name, IReadOnlyList<(string Code, string Level)> codes, MissingTexts missing) : base(name, FlagColumn.Missing, missing)
    {
        foreach ((string code, string level) in codes)
            _values[Folding.Fold(code)] = level == "true" ? (byte)1 : (byte)0;
        if (codes.Count == 0)
            foreach ((string text, bool value) in Usual)
                _values.Add(text, value ? (byte)1 : (byte)0);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Column Column)> Build() => [(Name, FlagColumn.Owning(ReleaseValues()))];

    /// <inheritdoc/>
    protected override Outcome<byte> Understand(string text) =>
        _values.TryGetValue(text, out byte value) || (NumberText.TryRead(text, out NumberText number) && number.IsFinite && _values.TryGetValue(Invariant.Text(number.Value), out value)) ? new(value) : new(FlagColumn.Missing, "is neither true nor false here; add it to codes of the column, such as codes: {1: \"true\", 2: \"false\"}, or declare it as missing.");
}
