using Survey.Files;
using Survey.Files.Columns;

namespace Survey.Monitoring.Intake;

/// <summary>Reads answers with several options that stand in one column an option.</summary>
/// <remarks>An answer chooses at least one option: where none is chosen there is no answer.</remarks>
internal sealed class OptionColumnsReader : ColumnReader
{
    private const ulong Faulty = ulong.MaxValue;

    private readonly OptionList _options;
    private readonly DontKnow _dontKnow;
    private readonly bool _withFlags;
    private readonly GrowingColumn<ulong> _rows = new();
    private readonly Member[] _members;
    private ulong _chosen;
    private int _given;

    /// <param name="name">Of the column.</param>
    /// <param name="options">Of the question.</param>
    /// <param name="form">What stands in the column of an option that was chosen, and of one that was not.</param>
    /// <param name="dontKnow">What "I do not know" is called.</param>
    /// <param name="withFlags">Whether each option becomes a flag column too.</param>
    /// <param name="missing">Texts that mean missing.</param>
    public OptionColumnsReader(string name, OptionList options, MultipleForm form, DontKnow dontKnow, bool withFlags, MissingTexts missing) : base(name)
    {
        (_options, _dontKnow, _withFlags) = (options, dontKnow, withFlags);
        HashSet<string> chosen = [.. form.Chosen.Select(text => Folding.Fold(text))], notChosen = [.. form.NotChosen.Select(text => Folding.Fold(text))];
        _members = [.. options.Ids.Select((id, option) => new Member($"{name}.{id}", this, option, chosen, notChosen, missing))];
    }

    /// <summary>The takers of the options' columns, in the order of the options.</summary>
    public IReadOnlyList<ColumnReader> Members => _members;

    /// <inheritdoc/>
    public override int RowCount => _rows.Count;

    /// <inheritdoc/>
    public override void Take(ReadOnlySpan<char> text, Place at) => throw new NotSupportedException("The members take the fields.");

    /// <inheritdoc/>
    public override void Truncate(int rows)
    {
        _rows.Truncate(rows);
        (_chosen, _given) = (0, 0);
        foreach (Member member in _members)
            member.Truncate(rows);
    }

    /// <inheritdoc/>
    public override void AddMissing(int rows)
    {
        for (int k = 0; k < rows; k++)
            _rows.Add(OptionsColumn.Missing);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, Column Column)> Build() =>
        OptionsColumn.Of(Name, _options, _rows.Release(), _dontKnow, _withFlags);

    /// <inheritdoc/>
    public override void ReportFile(FindingList findings, string wave)
    {
        foreach (Member member in _members)
            member.ReportFile(findings, wave);
    }

    /// <inheritdoc/>
    public override IEnumerable<FoldTally> Folded => _members.SelectMany(member => member.Folded);

    private void Give(int option, byte answer)
    {
        if (answer == Member.Fault)
            _chosen = Faulty;
        else if (answer == Member.Yes && _chosen != Faulty)
            _chosen |= 1UL << option;
        if (++_given < _members.Length)
            return;
        _rows.Add(_chosen == Faulty ? OptionsColumn.Missing : _chosen);
        (_chosen, _given) = (0, 0);
    }

    /// <summary>Takes the column of one option.</summary>
    private sealed class Member(string name, OptionColumnsReader owner, int option, HashSet<string> chosen, HashSet<string> notChosen, MissingTexts missing) : ColumnReader<byte>(name, No, missing)
    {
        public const byte No = 0, Yes = 1, Fault = 2;

        /// <inheritdoc/>
        public override void Truncate(int rows) => base.Truncate(0); // the owner keeps the rows

        /// <inheritdoc/>
        public override IReadOnlyList<(string Name, Column Column)> Build() => throw new NotSupportedException("The owner makes the columns.");

        /// <inheritdoc/>
        protected override void Keep(byte value) => owner.Give(option, value);

        /// <inheritdoc/>
        protected override Outcome<byte> Understand(string text) => Answer(NumberText.TryRead(text, out NumberText number) && number.IsFinite ? Invariant.Text(number.Value) : text);

        private Outcome<byte> Answer(string text) =>
            chosen.Contains(text) ? new(Yes)
            : notChosen.Contains(text) ? new(No)
            : owner._options.Of(text) == option ? new(Yes) // what the study says of a text goes before the option's own name
            : new(Fault, $"says neither that option {owner._options.Ids[option]} of {owner.Name} was chosen nor that it was not; add the text to chosen or notChosen, or declare it as missing.");
    }
}
