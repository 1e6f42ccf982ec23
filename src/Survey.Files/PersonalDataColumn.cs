using Survey.Files.Columns;

namespace Survey.Files;

/// <summary>A column that looks like personal data.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Kind">What it looks like; of several kinds the first of <see cref="PersonalDataKind"/> that was found.</param>
/// <param name="Rows">Rows whose value is such; where the heading says so, all rows with a value.</param>
/// <param name="Values">Rows with a value.</param>
public sealed record PersonalDataColumn(string Column, PersonalDataKind Kind, int Rows, int Values)
{
    /// <summary>A clause for messages, without any value: "the column '身份证号' looks like ID card numbers (500 of 500 values)".</summary>
    public override string ToString() => $"the column '{Texts.Name(Column)}' looks like {Kind.Called()} ({Invariant.Count(Rows)} of {Invariant.Count(Values)} values)";
}
