namespace Survey;

/// <summary>What several waves have in common.</summary>
internal abstract class WaveLinks
{
    /// <summary>Whether anything is shared.</summary>
    public abstract bool AreShared { get; }

    /// <summary>For each PSU, or replicate, of a wave a number that the same one has in every wave; null where none is shared.</summary>
    public abstract int[]? PlacesOf(int wave);

    public abstract WaveOverlap Overlap(int first, int second);

    /// <param name="waves">Names and designs, earliest first.</param>
    /// <param name="samePlaces">As declared.</param>
    /// <param name="crosswalk">Cluster ids of earlier waves and what the last wave calls them.</param>
    public static WaveLinks Of(IReadOnlyList<(string Name, Design Design)> waves, bool? samePlaces, IReadOnlyDictionary<string, string> crosswalk)
    {
        if (waves.Any(wave => wave.Design is ReplicateDesign))
            return new ReplicateLinks(waves, samePlaces, crosswalk);
        if (samePlaces is true && waves.FirstOrDefault(wave => wave.Design is SurveyDesign { SystematicOrder: not null }).Name is { } systematic)
            throw new SurveyDataException($"The waves are declared to be in the same places, and {systematic} estimates by successive differences, between which and another wave no covariance is defined; leave systematicOrder out, or declare that the places are not the same.");
        if (samePlaces is true && waves.FirstOrDefault(wave => wave.Design is SurveyDesign { Unequal.HasContributions: false }) is { Design: SurveyDesign { Unequal: { } unequal } } quadratic)
            throw new SurveyDataException($"The waves are declared to be in the same places, and {quadratic.Name} estimates by {unequal.Whose} estimator, between which and another wave no covariance is defined; choose Brewer's, or declare that the places are not the same.");
        return new PlaceMatching([.. waves.Select(wave => (wave.Name, wave.Design.Sample.PsuNames, wave.Design.Sample.PsuCount))], samePlaces, crosswalk);
    }
}
