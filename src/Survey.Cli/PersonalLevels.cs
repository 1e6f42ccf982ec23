using Survey.Files;

namespace Survey.Cli;

/// <summary>Keeps people out of results: levels that are ID card numbers, phone numbers or many names would each be shown.</summary>
internal static class PersonalLevels
{
    // fewer, such as yes and no under a heading 户主, are answers rather than people
    private const int FewestNames = 20;

    /// <param name="variables">What is asked for: what an expression is made of tells what its levels may be.</param>
    /// <param name="estimates">With the levels that would be shown.</param>
    /// <param name="decompositions">With theirs.</param>
    /// <exception cref="SurveyDataException">The levels of a variable look like people; the message shows none.</exception>
    public static void Refuse(IEnumerable<Variable> variables, IEnumerable<Estimate> estimates, params IReadOnlyList<Decomposition> decompositions)
    {
        ILookup<string, string> columnsOf = variables.SelectMany(variable => variable.Of.Columns.Prepend(variable.Name).Select(column => (variable.Name, column))).Distinct().ToLookup(pair => pair.Name, pair => pair.column);
        IEnumerable<(string Variable, string Level)> shown =
        [
            .. estimates.SelectMany(LevelsOf),
            .. decompositions.SelectMany(decomposition => decomposition.ByGroup.Select(group => (decomposition.Groups, group.Label))),
        ];
        foreach (IGrouping<string, (string Variable, string Level)> levels in shown.Distinct().GroupBy(level => level.Variable))
            if (columnsOf[levels.Key].DefaultIfEmpty(levels.Key).Select(heading => PersonalData.KindOf(heading, levels.Select(level => (level.Level, 1)))).FirstOrDefault(found => found is not null && IsPeople(found)) is { } found)
                throw new SurveyDataException(
                    $"The levels of '{levels.Key}' look like {found.Kind.Called()} ({Invariant.Count(found.Rows)} of {Invariant.Count(found.Values)}), and results would show them; split by something that many people have in common.");
    }

    /// <summary>Refuses strata that are people: messages name strata of which too little was drawn.</summary>
    /// <exception cref="SurveyDataException">A column looks like people; the message shows none.</exception>
    public static void RefuseStrata(Rows rows, IEnumerable<string> strata)
    {
        // of streamed rows the beginning shows what strata are
        IEnumerable<PersonalDataColumn> personal = rows is Table table
            ? PersonalData.Find(table.Select(strata))
            : strata.Where(rows.Columns.Contains).Select(name => PersonalData.KindOf(name, rows.VarietyOf(name).Levels.Select(level => (level, 1)))).OfType<PersonalDataColumn>();
        if (personal.FirstOrDefault(IsPeople) is { } found)
            throw new SurveyDataException($"As strata, {found}, and messages would show them; name the column of the strata that the sample was drawn from.");
    }

    /// <summary>Refuses margins that are people: the balance of the sample shows their levels.</summary>
    /// <exception cref="SurveyDataException">A column looks like people; the message shows none.</exception>
    public static void RefuseMargins(Table table, IEnumerable<string> columns)
    {
        if (PersonalData.Find(table.Select(columns.Distinct().Where(table.Columns.Contains))).FirstOrDefault(IsPeople) is { } found)
            throw new SurveyDataException($"As a margin, {found}, and results would show them; calibrate to what many people have in common.");
    }

    /// <summary>Refuses places that are people, and interviewers that are told by more than their names.</summary>
    /// <exception cref="SurveyDataException">A column looks like that; the message shows none.</exception>
    public static void RefuseOfFieldwork(Table table, string by, string? interviewer)
    {
        if (PersonalData.Find(table.Select(by)).FirstOrDefault(IsPeople) is { } place)
            throw new SurveyDataException($"As places, {place}, and results would show them; name the column of villages or towns.");
        if (interviewer is not null && PersonalData.Find(table.Select(interviewer)).FirstOrDefault(found => found.Kind != PersonalDataKind.Name) is { } staff)
            throw new SurveyDataException($"Of interviewers, {staff}, and results would show them; name a column of their names or numbers.");
    }

    private static bool IsPeople(PersonalDataColumn found) =>
        found.Kind is not (PersonalDataKind.Name or PersonalDataKind.Address or PersonalDataKind.MessengerAccount) || found.Values >= FewestNames;

    private static IEnumerable<(string Variable, string Level)> LevelsOf(Estimate estimate)
    {
        foreach (DomainLevel level in estimate.Domain)
            yield return (level.Variable, level.Level);
        if (estimate.Category is { } category)
            yield return (estimate.Variable, category);
    }
}
