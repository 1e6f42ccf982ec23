using Survey.Files.Columns;

namespace Survey.Files.Csv;

/// <summary>Makes the values of one column, or tells what they look like, from the bytes of its fields.</summary>
/// <param name="plan">What is known of the column.</param>
/// <param name="tally">Counts the forms of the values; null where nobody asks.</param>
internal abstract class FieldParser(ColumnPlan plan, FormTally? tally)
{
    /// <summary>The most characters of a field that are looked at without taking memory.</summary>
    protected const int UsualText = 128;

    /// <summary>The field that is looked at closely, in its run.</summary>
    protected int Current { get; private set; }

    protected ColumnPlan Plan => plan;

    protected FormTally? Tally => tally;

    /// <summary>Takes fields up to the first that is an error, if one is.</summary>
    /// <param name="run">The fields.</param>
    /// <param name="error">What is wrong.</param>
    /// <returns>How many were taken.</returns>
    public int Take(FieldRun run, out Exception? error)
    {
        try
        {
            error = null;
            TakeAll(run);
            return run.Count;
        }
        catch (Exception wrong) when (wrong is SurveyDataException or ProvisionalFactsException)
        {
            error = wrong;
            return Current;
        }
    }

    /// <summary>Takes rows without a value.</summary>
    public virtual void TakeBlanks(int row, int count)
    {
    }

    protected abstract void TakeAll(FieldRun run);

    /// <summary>Looks at a text that is not simply what was expected: the text without surrounding blanks, empty where it means "missing"; counted if it is a value.</summary>
    protected ReadOnlySpan<char> Close(FieldRun run, int k, ReadOnlySpan<char> text)
    {
        Current = k;
        ReadOnlySpan<char> trimmed = Texts.Trimmed(text);
        if (plan.Missing.Match(trimmed))
            return [];
        if (tally is not null)
            Count(run, k, TextForms.Of(trimmed), text);
        return trimmed;
    }

    /// <summary>Counts a value, and refuses it where it shows that a column has not the type that is presumed.</summary>
    private void Count(FieldRun run, int k, TextForm form, ReadOnlySpan<char> text)
    {
        tally!.Count(form);
        if (tally.IsNew(form))
            tally.Meet(form, run.OrderOf(k), Met.At(run.PlaceOf(k), text));
        if (plan is { Type: ColumnType.Number, IsDeclared: false, IsProvisional: true } && (form & TextForms.NoQuantity) != 0)
            throw new ProvisionalFactsException(plan.Name);
    }
}
