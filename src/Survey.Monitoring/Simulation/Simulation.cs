using Survey.Monitoring.Simulating;

namespace Survey.Monitoring;

/// <summary>A county that was made up, the samples drawn in it, what was answered, and the truth. All of it is simulated (模拟数据).</summary>
/// <remarks>
/// People keep their ages, households and schooling between waves, so that nothing changes but what the plan changes. The survey speaks of residents: people who have lived in the county for more than 6 of the last 12 months.
/// Random numbers are drawn by <c>(seed, purpose, place, wave)</c>, so that the result has the same bits for any number of threads.
/// </remarks>
public sealed class Simulation
{
    private readonly County _county;

    private Simulation(County county, int threads)
    {
        _county = county;
        Truth = TruthTable.Of(county, threads);
        Waves = new Sequence<SimulatedWave>([.. county.Plan.Waves.Select((wave, k) => new SimulatedWave(wave.Id, new PaperMaker(county.Plan, k).Fill(HouseholdSample.Draw(county, k, county.Plan.Seed))))]);
        Population = Frames.Population(county);
        Villages = Frames.Villages(county);
        Visits = Frames.Visits(Waves);
    }

    /// <summary>That it was made of.</summary>
    public SimulationPlan Plan => _county.Plan;

    /// <summary>A row for each town: its code, name, urban or rural, villages, households, people, and residents aged 15 to 69.</summary>
    public Table Population { get; }

    /// <summary>The frame of the first stage, a row for each village, with the headings of its file.</summary>
    public Table Villages { get; }

    /// <summary>A row for each wave and village drawn, with the headings of its file: households present, visited, and visited in place of others.</summary>
    public Table Visits { get; }

    /// <summary>The surveys, the earliest first.</summary>
    public IReadOnlyList<SimulatedWave> Waves { get; }

    /// <summary>
    /// The true figures of all residents: wave, indicator, variable and level of the domain (both missing for everyone), people of the domain, and the value, a fraction or a mean score.
    /// Indicators are of people aged 15 to 69, those whose names end in 15+ of all from 15 on.
    /// </summary>
    public Table Truth { get; }

    /// <summary>Makes up a county and surveys it.</summary>
    /// <param name="plan">Every parameter.</param>
    /// <param name="threads">How many villages are made at once; by default as many as there are processors. The result is the same for any number.</param>
    /// <param name="progress">Told after each village, from any thread.</param>
    /// <exception cref="SurveyDataException">A village is too large to be drawn as the plan wants it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of threads is below 1.</exception>
    public static Simulation Run(SimulationPlan plan, int? threads = null, IProgress<SimulationProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        int count = threads ?? Environment.ProcessorCount;
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1, nameof(threads));
        return new Simulation(County.Make(plan, count, progress), count);
    }

    /// <summary>Writes the frames, the questionnaire, the true figures, and the answers in each shape of the plan with a study file that reads them.</summary>
    /// <param name="folder">Is made if need be; files of the same names are replaced.</param>
    /// <exception cref="SurveyDataException">A file cannot be written.</exception>
    public void Write(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        new SimulationFiles(_county, this, folder).Write();
    }
}
