namespace Survey;

/// <summary>Waves of which some have replicate weights: they are independent, or their replicates were made together, so that replicate r of one belongs to replicate r of the others.</summary>
internal sealed class ReplicateLinks : WaveLinks
{
    private readonly IReadOnlyList<(string Name, Design Design)> _waves;
    private readonly bool? _together;

    /// <param name="waves">Names and designs, earliest first.</param>
    /// <param name="together">Whether replicates were made together, as declared.</param>
    /// <param name="crosswalk">Has no meaning here.</param>
    public ReplicateLinks(IReadOnlyList<(string Name, Design Design)> waves, bool? together, IReadOnlyDictionary<string, string> crosswalk)
    {
        (_waves, _together) = (waves, together);
        if (crosswalk.Count > 0)
            throw new SurveyDataException("The crosswalk names PSU ids, and waves with replicate weights are not joined by ids; leave it out.");
        if (together is true)
            RequireLike();
        else if (together is null)
            RequireDeclaration();
    }

    public override bool AreShared => _together is true;

    public override int[]? PlacesOf(int wave) => AreShared ? [.. Enumerable.Range(0, ((ReplicateDesign)_waves[wave].Design).ReplicateCount)] : null;

    public override WaveOverlap Overlap(int first, int second) =>
        new(_waves[first].Name, _waves[second].Name, _waves[first].Design.Summary.PsuCount, _waves[second].Design.Summary.PsuCount, _together, 0, 0, 0)
        {
            SharedReplicates = AreShared ? ((ReplicateDesign)_waves[first].Design).ReplicateCount : 0,
        };

    private void RequireLike()
    {
        (string firstName, Design first) = _waves[0];
        foreach ((string name, Design design) in _waves)
        {
            if (design is not ReplicateDesign own || first is not ReplicateDesign other)
                throw new SurveyDataException($"The waves are declared to be in the same places, and of {firstName} and {name} one has replicate weights and the other has not, so no covariance of them is known; give both the same kind of design, or declare that the places are not the same.");
            if (own.ReplicateCount != other.ReplicateCount || own.Method != other.Method || own.Scale != other.Scale || !own.RScales.SequenceEqual(other.RScales))
                throw new SurveyDataException($"The waves are declared to be in the same places, for which replicates are made together, and {firstName} has {other.ReplicateCount} replicates ({other.Method.Called()}, scale {Invariant.Text(other.Scale)}), {name} {own.ReplicateCount} ({own.Method.Called()}, scale {Invariant.Text(own.Scale)}); declare that the places are not the same, or use replicates that were made together.");
        }
    }

    /// <summary>Replicates of one number and method may have been made together, and only who made them knows.</summary>
    private void RequireDeclaration()
    {
        for (int second = 1; second < _waves.Count; second++)
            for (int first = 0; first < second; first++)
                if (_waves[first].Design is ReplicateDesign a && _waves[second].Design is ReplicateDesign b && a.ReplicateCount == b.ReplicateCount && a.Method == b.Method)
                    throw new SurveyDataException(
                        $"{_waves[first].Name} and {_waves[second].Name} both have {a.ReplicateCount} replicates ({a.Method.Called()}): say whether they were made together, of the same places (samePlaces: true or false), which the weights alone cannot tell.");
    }
}
