using Survey.Files;
using Survey.Files.Personal;

namespace Survey.Engines;

/// <summary>Refuses to hand personal data on to a database, as they are refused where rows are written into a file.</summary>
/// <param name="rows">What is loaded. A table is looked at before; what other rows hold shows while they are read.</param>
/// <param name="allowedIn">Columns that may be loaded all the same.</param>
internal sealed class PersonalCheck(Rows rows, IReadOnlyList<string> allowedIn)
{
    private readonly PersonalTally? _tally = rows is Table ? null : new PersonalTally(rows.Columns, allowedIn);

    /// <summary>Looks at a table, all of which is there.</summary>
    /// <exception cref="SurveyDataException">A column looks like personal data, or one that is allowed is not there.</exception>
    public static void Before(Rows rows, IReadOnlyList<string> allowedIn)
    {
        foreach (string name in allowedIn)
            rows.Require(name);
        if (rows is Table table)
            PersonalData.Refuse(table, allowedIn);
    }

    /// <summary>Takes the next rows.</summary>
    public void Take(IReadOnlyList<Column> columns) => _tally?.Take(columns);

    /// <summary>Looks at what was taken, all rows having been.</summary>
    /// <exception cref="LoadFailedException">A column looks like personal data, whatever else is found out about the rows.</exception>
    public void End()
    {
        if (_tally is null)
            return;
        IReadOnlyList<PersonalDataColumn> personal = _tally.Find(rows);
        LoadFailedException.Of(() => PersonalData.Refuse(personal, "of the Columns that are read"));
    }
}
