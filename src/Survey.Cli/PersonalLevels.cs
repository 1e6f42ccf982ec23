using Survey.Files;

namespace Survey.Cli;

/// <summary>Keeps people out of results: levels that are ID card numbers, phone numbers or many names would each be shown.</summary>
internal static class PersonalLevels
{
    // fewer, such as yes and no under a heading 户主, are answers rather than people
    private const int FewestNames = 20;

    /// <exception cref="SurveyDataException">The levels of a variable look like people; the message shows none.</exception>
    public static void Refuse(IEnumerable<Estimate> estimates, params IReadOnlyList<Decomposition> decompositions)
    {
        IEnumerable<(string Variable, string Level)> shown =
        [
            .. estimates.SelectMany(LevelsOf),
            .. decompositions.SelectMany(decomposition => decomposition.ByGroup.Select(group => (decomposition.Groups, group.Label))),
        ];
        foreach (IGrouping<string, (string Variable, string Level)> levels in shown.Distinct().GroupBy(level => level.Variable))
            if (PersonalData.KindOf(levels.Key, levels.Select(level => (level.Level, 1))) is { } found && IsPeople(found))
                throw new SurveyDataException(
                    $"The levels of '{levels.Key}' look like {found.Kind.Called()} ({Invariant.Count(found.Rows)} of {Invariant.Count(found.Values)}), and results would show them; split by something that many people have in common.");
    }

    private static bool IsPeople(PersonalDataColumn found) =>
        found.Kind is PersonalDataKind.IdentityNumber or PersonalDataKind.PhoneNumber || found is { Kind: PersonalDataKind.Name, Values: >= FewestNames };

    private static IEnumerable<(string Variable, string Level)> LevelsOf(Estimate estimate)
    {
        foreach (DomainLevel level in estimate.Domain)
            yield return (level.Variable, level.Level);
        if (estimate.Category is { } category)
            yield return (estimate.Variable, category);
    }
}
