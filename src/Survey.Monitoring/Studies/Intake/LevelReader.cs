using Survey.Files;
using Survey.Files.Columns;

namespace Survey.Monitoring.Intake;

/// <summary>Reads a category whose levels are declared: a text is a level, or a code that stands for one.</summary>
internal sealed class LevelReader : ColumnReader<int>
{
    private readonly IReadOnlyList<string> _levels;
    private readonly IReadOnlyList<string> _labels;
    private readonly Dictionary<string, int> _codeOf = new(StringComparer.Ordinal);
    private readonly string _fault;

    /// <param name="name">Of the column.</param>
    /// <param name="levels">In the order in which they are shown.</param>
    /// <param name="labels">One for each level.</param>
    /// <param name="codes">Texts of the files and the levels they stand for.</param>
    /// <param name="missing">Texts that mean missing.</param>
    /// <param name="takesLevels">Whether a level stands for itself in the files.</param>
    /// <param name="fault">What is said of other texts.</param>
    public LevelReader(string name, IReadOnlyList<string> levels, IReadOnlyList<string> labels, IEnumerable<(string Code, string Level)> codes, MissingTexts missing, bool takesLevels, string fault) : base(name, CategoryColumn.Missing, missing)
    {
        (_levels, _labels, _fault) = (levels, labels, fault);
        var levelOf = levels.Select((level, code) => (level, code)).ToDictionary(pair => pair.level, pair => pair.code, StringComparer.Ordinal);
        foreach ((string code, string level) in codes.Where(pair => LostDigits.In(pair.Code) is null))
            _codeOf.TryAdd(Folding.Fold(code), levelOf[level]);
        for (int code = 0; takesLevels && code < levels.Count; code++)
            if (LostDigits.In(levels[code]) is null)
                _codeOf.TryAdd(Folding.Fold(levels[code]), code);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Column Column)> Build() =>
        [(Name, new CategoryColumn((ReadOnlyMemory<int>)ReleaseValues(), _levels, _labels))];

    /// <inheritdoc/>
    protected override Outcome<int> Understand(string text) =>
        _codeOf.TryGetValue(text, out int code) || (NumberText.TryRead(text, out NumberText number) && number.IsFinite && _codeOf.TryGetValue(Invariant.Text(number.Value), out code))
            ? new(code)
            : new(CategoryColumn.Missing, LostDigits.In(text) ?? _fault);
}
