using Survey.Files.Columns;

namespace Survey.Monitoring.Intake;

/// <summary>Says of each row whether it counts, or why not.</summary>
/// <param name="study">With the rules.</param>
/// <param name="wave">The wave.</param>
/// <param name="findings">Where those left out are counted.</param>
internal sealed class StatusColumn(Study study, StudyWave wave, FindingList findings)
{
    /// <summary>The name of the column, and of those who count.</summary>
    public const string Name = "status", Valid = "valid";

    /// <summary>The rules of the wave, in order.</summary>
    public IReadOnlyList<EligibilityRule> Rules { get; } = [.. study.Eligibility.Where(rule => rule.Waves.Count == 0 || rule.Waves.Contains(wave.Id))];

    /// <summary>The levels, in order: valid, the dispositions, the reasons.</summary>
    public IReadOnlyList<string> Levels => [Valid, .. DispositionText.Levels.Skip(1), .. Rules.Select(rule => rule.Reason).Distinct()];

    /// <param name="table">Everyone.</param>
    /// <param name="places">Where each row comes from.</param>
    public CategoryColumn Of(Table table, RowPlaces places)
    {
        string?[] status = new string?[table.RowCount];
        if (study.Response.Disposition is { } disposition && table.Columns.Contains(disposition, StringComparer.Ordinal))
            TakeDispositions(table[disposition], disposition, status, places);
        foreach (EligibilityRule rule in Rules)
            Apply(rule, table, status);
        return new CategoryColumn([.. status.Select(text => text ?? Valid)], Levels);
    }

    private void TakeDispositions(Column column, string name, string?[] status, RowPlaces places)
    {
        string[] odd = column is CategoryColumn category ? [.. category.Levels.Except(DispositionText.Levels)] : [];
        if (odd.Length > 0 || column is not CategoryColumn)
        {
            findings.Add(Severity.Unresolved, wave.Id, $"{study.File}: {name} says what became of each person, and {(odd.Length > 0 ? $"{Excerpt.List([.. odd.Select(level => $"'{Texts.Short(level)}'")])} {(odd.Length == 1 ? "is" : "are")}" : "it has")} none of {string.Join(", ", DispositionText.Levels)}; bring its codes to these.", study.File, column: name);
            return;
        }
        int missing = 0, first = -1;
        for (int row = 0; row < status.Length; row++)
            if (column.TextAt(row) is not { } text)
            {
                first = missing++ == 0 ? row : first;
                status[row] = Disposition.Unknown.Text();
            }
            else if (text != Disposition.Responded.Text())
                status[row] = text;
        if (missing > 0)
            findings.Add(Severity.Doubt, wave.Id, $"{name} is missing in {Invariant.Count(missing)} row{(missing == 1 ? "" : "s")} of {wave.Id}, the first {places.Of(first).Text}; they count as unknown.", places.Of(first).File, places.Of(first).Row, name, missing);
    }

    private void Apply(EligibilityRule rule, Table table, string?[] status)
    {
        const string kept = "kept by the rule";
        Column flags;
        try
        {
            flags = table.With(kept, Expr.Parse(rule.Keep))[kept];
            if (flags is not FlagColumn)
                throw new SurveyDataException($"it is {flags.Type.Called()}, and a rule is true or false.");
        }
        catch (SurveyDataException error)
        {
            findings.Add(Severity.Unresolved, wave.Id, $"{rule.Place}: the rule \"{rule.Keep}\" cannot be applied: {error.Message}", study.File);
            return;
        }
        int left = 0, unknown = 0;
        ReadOnlySpan<byte> keeps = ((FlagColumn)flags).Values;
        for (int row = 0; row < status.Length; row++)
            if (status[row] is null && keeps[row] != 1)
            {
                status[row] = rule.Reason;
                left++;
                unknown += keeps[row] == FlagColumn.Missing ? 1 : 0;
            }
        if (left > 0)
            findings.Add(Severity.Change, wave.Id, $"{Invariant.Count(left)} row{(left == 1 ? "" : "s")} of {wave.Id} left out by \"{rule.Keep}\" ({rule.Reason}){(unknown > 0 ? $", {Invariant.Count(unknown)} of them because it is not known" : "")}.", study.File, rows: left);
    }
}
