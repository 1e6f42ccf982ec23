namespace Survey;

/// <summary>Samples of the same population at different times, with the PSUs they share.</summary>
/// <remarks>
/// Each wave's variances are those of its own design. The covariance of two waves is C = Σ c_1i c_2i over the PSUs in both, where c_wi = sqrt((1 - f) n/(n - 1)) (z_wi - mean) is the PSU's score
/// centred in its own wave's stratum; strata may differ between waves. With all PSUs shared in the same strata that is R's stacked design, with none the waves are independent.
/// Where m of a stratum's n PSUs are shared C is on average n/(n - 1) (1 - 2/n + m/n²) of the true covariance, as PSUs are centred at the mean of all n: standard errors of changes are then a little too large, never systematically too small
/// where the covariance is positive. Designs with replicate weights have C = scale Σ_r rscale_r (θ_1r - centre)(θ_2r - centre) where the replicates of the waves were made together, which <c>samePlaces</c> declares of them, else 0.
/// </remarks>
public sealed partial class Waves
{
    /// <summary>What results call the waves.</summary>
    private const string WaveVariable = "wave";

    private readonly (string Name, Design Design)[] _waves;
    private readonly Variable[] _by;
    private readonly WaveLinks _places;

    /// <summary>Names the waves, earliest first, and declares whether equal PSU ids in two waves are the same places.</summary>
    /// <param name="samePlaces">Whether they are; null says nothing, and is an error where an id occurs in two waves.</param>
    /// <param name="waves">At least two, each with a name of its own, such as its year.</param>
    /// <exception cref="ArgumentException">There are fewer than two waves, two have the same name, or one has no name or no design.</exception>
    /// <exception cref="SurveyDataException">
    /// Ids occur in two waves and nothing was declared; or the same places were declared for PSUs without ids, for waves in which no id occurs twice, or for a design of successive differences or of unequal probabilities by another estimator than Brewer's;
    /// or replicates that were declared made together differ in number, method or scale.
    /// </exception>
    public Waves(bool? samePlaces, params IReadOnlyList<(string Name, Design Design)> waves) : this(samePlaces, new Dictionary<string, string>(), waves)
    {
    }

    /// <summary>Names the waves, with a crosswalk of changed PSU ids.</summary>
    /// <param name="samePlaces">Whether equal ids are the same places; null says nothing, and is an error where an id occurs in two waves.</param>
    /// <param name="crosswalk">For ids of earlier waves that changed: what the last wave calls them.</param>
    /// <param name="waves">At least two, each with a name of its own, such as its year.</param>
    /// <exception cref="ArgumentException">As without a crosswalk.</exception>
    /// <exception cref="SurveyDataException">
    /// As without a crosswalk; or the crosswalk names an id that no wave has, makes one place of two, or goes with ids that begin anew in each stratum or with places not declared the same.
    /// </exception>
    public Waves(bool? samePlaces, IReadOnlyDictionary<string, string> crosswalk, params IReadOnlyList<(string Name, Design Design)> waves)
    {
        ArgumentNullException.ThrowIfNull(crosswalk);
        ArgumentNullException.ThrowIfNull(waves);
        if (waves.Count < 2)
            throw new ArgumentException("A comparison takes at least two waves.", nameof(waves));
        if (waves.Any(wave => string.IsNullOrWhiteSpace(wave.Name)))
            throw new ArgumentException("A wave has no name; give each one, such as its year.", nameof(waves));
        if (waves.GroupBy(wave => wave.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"Two waves are called '{twice.Key}'; give each a name of its own.", nameof(waves));
        if (waves.FirstOrDefault(wave => wave.Design is null).Name is { } without)
            throw new ArgumentException($"The wave '{without}' has no design.", nameof(waves));
        _waves = [.. waves];
        _by = [];
        _places = WaveLinks.Of(_waves, samePlaces, crosswalk);
    }

    private Waves(Waves waves, Func<Design, Design> design, Variable[] by)
    {
        _waves = Array.ConvertAll(waves._waves, wave => (wave.Name, design(wave.Design)));
        (_by, _places) = (by, waves._places);
    }

    /// <summary>Names of the waves, earliest first.</summary>
    public IReadOnlyList<string> Names => new Sequence<string>([.. _waves.Select(wave => wave.Name)]);

    /// <summary>Whether PSUs with equal ids were declared to be the same places, or replicates to have been made together.</summary>
    public bool SamePlaces => _places.AreShared;

    /// <summary>The same waves, asked about some of their people.</summary>
    /// <param name="condition">As <see cref="Design.Where"/> takes it.</param>
    public Waves Where(Expr condition) => new(this, design => design.Where(condition), _by);

    /// <summary>The same waves split into domains, in each of which a change is asked for.</summary>
    /// <param name="variables">As <see cref="Design.By"/> takes them.</param>
    /// <exception cref="ArgumentException">No variable is given, or one is called "wave".</exception>
    public Waves By(params IReadOnlyList<Variable> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        if (variables.Any(variable => variable.Name == WaveVariable))
            throw new ArgumentException($"A variable that splits waves cannot be called '{WaveVariable}', as results call the waves so; name it otherwise.", nameof(variables));
        return variables.Count > 0 ? new Waves(this, design => design, [.. variables]) : throw new ArgumentException("Name at least one variable to split by.", nameof(variables));
    }

    /// <summary>Which PSUs two waves share.</summary>
    /// <param name="from">Name of the earlier; by default the first wave.</param>
    /// <param name="to">Name of the later; by default the last wave.</param>
    /// <exception cref="ArgumentException">There is no such wave, or both are one.</exception>
    public WaveOverlap Overlap(string? from = null, string? to = null) => OverlapOf(StepOf(from, to));

    /// <summary>For each PSU, or replicate, of a wave a number that the same one has in every wave; null where none is shared.</summary>
    /// <param name="wave">Its index.</param>
    internal int[]? PlacesOf(int wave) => _places.PlacesOf(wave);

    private WaveOverlap OverlapOf((int First, int Last) step) => _places.Overlap(step.First, step.Last);

    /// <summary>Several statistics in every wave, with their covariance within and between waves.</summary>
    /// <param name="statistics">At least one.</param>
    /// <returns>Statistic by statistic, then wave by wave (the first of the domain's levels, called "wave"), then domain by domain.</returns>
    /// <exception cref="SurveyDataException">A variable does not fit its statistic in a wave, or nobody is in the domain.</exception>
    public Estimates Estimate(params IReadOnlyList<Statistic> statistics) =>
        Joint(statistics, Enumerable.Range(1, _waves.Length - 1).Select(w => _places.Overlap(w - 1, w).ToString()));

    private Estimates Joint(IReadOnlyList<Statistic> statistics, IEnumerable<string> notes) => Joint([.. Enumerable.Range(0, _waves.Length)], statistics, notes);

    /// <summary>Some of the waves.</summary>
    private Estimates Joint(int[] waves, IReadOnlyList<Statistic> statistics, IEnumerable<string> notes) =>
        JointEstimates.Of(WaveVariable, [.. waves.Select(w => (_waves[w].Name, EstimateIn(_waves[w].Name, _waves[w].Design, statistics), _places.PlacesOf(w)))], notes);

    /// <summary>Two different waves.</summary>
    private (int First, int Last) StepOf(string? from, string? to)
    {
        (int first, int last) = (from is null ? 0 : IndexOf(from), to is null ? _waves.Length - 1 : IndexOf(to));
        return first != last ? (first, last) : throw new ArgumentException(
            $"A change is between two waves, and {_waves[first].Name} is both; name {(first == _waves.Length - 1 ? "an earlier wave as the first" : "a later wave as the last")}.");
    }

    private int IndexOf(string name)
    {
        int index = Array.FindIndex(_waves, wave => wave.Name == name);
        return index >= 0 ? index : throw new ArgumentException($"There is no wave '{name}'; they are {string.Join(", ", Names)}.");
    }

    private Estimates EstimateIn(string name, Design design, IReadOnlyList<Statistic> statistics) =>
        InWave(name, () => _by.Length == 0 ? design.Estimate(statistics) : design.By(_by).Estimate(statistics));

    /// <summary>An error in one of several waves says in which.</summary>
    private static T InWave<T>(string name, Func<T> make)
    {
        try
        {
            return make();
        }
        catch (SurveyDataException error)
        {
            throw new SurveyDataException($"In {name}: {error.Message}");
        }
    }
}
