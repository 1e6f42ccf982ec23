using Survey.Monitoring.Intake;

namespace Survey.Monitoring.Weighting;

/// <summary>Makes the weights of a wave.</summary>
/// <param name="study">With the lists that were drawn from.</param>
/// <param name="weighting">As the study declares it.</param>
/// <param name="wave">Its data.</param>
/// <param name="findings">Where it is said what keeps weights from being made.</param>
internal sealed class WaveWeigher(Study study, StudyWeighting weighting, WaveData wave, FindingList findings)
{
    private const string NonresponseWeight = "nonresponseWeight";

    /// <summary>Without a result where something of the wave is unresolved.</summary>
    public WaveWeights Weights()
    {
        if (wave is not { IsResolved: true, Everyone: { } everyone })
            return new WaveWeights(wave.Wave, null);
        StudyPlace place = weighting.Place;
        var later = new LaterSteps(study, weighting, wave.Wave);
        try
        {
            Table people = everyone.With(StatusColumn.Name, StatusDispositions.Of(study, everyone));
            var stages = new List<WeightStage>();
            foreach (StudyStage stage in weighting.Base)
            {
                place = stage.Place;
                stages.Add(StageOf(stage, ref people));
            }
            if (findings.IsUnresolved(wave.Wave.Id))
                return new WaveWeights(wave.Wave, null);
            place = weighting.Place;
            WeightingResult result = people.BaseWeights(StatusColumn.Name, stages);
            place = weighting.Nonresponse?.Place ?? weighting.Place;
            result = Result(result);
            Table table = result.Table.Select(result.Table.Columns.Where(name => !people.Columns.Contains(name) || everyone.Columns.Contains(name))).With(StatusColumn.Name, everyone[StatusColumn.Name]);
            result = new WeightingResult(table, result.Weight, result.DrawnWeight, Noting(result.Log, PlacesWithout.Of(study.Design, result.Table)));
            return (weighting.HasLaterSteps ? Later(result, later) : new WaveWeights(wave.Wave, result)) with { DesignOf = () => later.Take(result, study.Design?.LonelyPsu ?? LonelyPsu.Fail) };
        }
        catch (Exception error) when (error is SurveyDataException or ArgumentException)
        {
            Say(error, later.Place ?? place);
            return new WaveWeights(wave.Wave, null);
        }
    }

    /// <summary>The weights after the steps that follow nonresponse, under the name "weight", and then replicate weights; those before them are "nonresponseWeight".</summary>
    private WaveWeights Later(WeightingResult result, LaterSteps later)
    {
        SurveyDesign design = later.Take(result, LonelyPsu.Certainty);
        ReplicateDesign? replicates = weighting.Replicates is { } asked ? later.Replicates(result, asked) : null;
        Table after = (Table)(replicates ?? (Design)design).Rows;
        bool keepsBefore = weighting.Nonresponse is not null && design.Weights != WeightingClasses.Weight;
        IEnumerable<(string, Column)> columns = [
            .. from name in result.Table.Columns where name != WeightingClasses.Weight select (name, after[name]),
            .. keepsBefore ? [(NonresponseWeight, after[WeightingClasses.Weight])] : ((string, Column)[])[],
            (WeightingClasses.Weight, after[design.Weights!]),
            .. from name in replicates is { Replicates: WeightsInColumns own } ? own.Names : [] select (name, after[name])];
        return new WaveWeights(wave.Wave, new WeightingResult(Table.FromColumns(columns), WeightingClasses.Weight, result.DrawnWeight, design.Log!)) { Replicates = replicates };
    }

    private void Say(Exception error, StudyPlace place)
    {
        RowPlace? first = error is RowException { Row: var row } ? wave.Places?.Of((int)row) : null;
        string where = first is { } at ? $" (of the rows of everyone drawn in {wave.Wave.Id}; the first is {at.Text})" : "";
        findings.Add(Severity.Unresolved, wave.Wave.Id, $"{place}: the weights of {wave.Wave.Id} cannot be made: {InStudy(error.Message.Split(" (Parameter ")[0]).TrimEnd('.', '?')}{where}.", first?.File ?? study.File, first?.Row);
    }

    // the library's ways out, as a study writes them
    private static string InStudy(string message) =>
        message.Replace("merge it with a stratum like it (collapse), ", "", StringComparison.Ordinal).Replace("choose the lonely-PSU rule Certainty, Adjust or Average", "write design.lonelyPsu: certainty", StringComparison.Ordinal)
            .Replace("(WeightStage.Probability)", "(probability: COLUMN)", StringComparison.Ordinal).Replace("(collapse)", "(nonresponse.collapse)", StringComparison.Ordinal)
            .Replace("if its amounts are shares say so, else", "if its amounts are shares write shares: true, else", StringComparison.Ordinal)
            .Replace("give bounds of the factors, such as 0.3 and 3, or take the distance Raking", "calibrate within bounds", StringComparison.Ordinal)
            .Replace("leave those rows out with the reason noted", "leave those rows out by a rule of eligibility", StringComparison.Ordinal);

    private WeightStage StageOf(StudyStage stage, ref Table people)
    {
        if (stage is not FrameStage drawn)
            return ((ColumnStage)stage).Stage;
        (people, WeightStage own) = new FrameJoin(study, wave.Wave, drawn, findings).To(people);
        return own;
    }

    private WeightingResult Result(WeightingResult basis) =>
        weighting.Nonresponse is { } rule
            ? basis.AdjustForNonresponse(Names.Of([.. rule.Cells]), StatusColumn.Name, study.Response.Drawn, rule.Minimum, rule.Collapse)
            : Unadjusted(basis);

    /// <summary>The base weights of those who responded, and 0 of the others.</summary>
    private static WeightingResult Unadjusted(WeightingResult basis)
    {
        ReadOnlySpan<double> weights = ((NumberColumn)basis.Table[basis.Weight]).Values;
        Disposition[] dispositions = basis.Table.DispositionsOf(StatusColumn.Name);
        double[] own = new double[weights.Length];
        for (int row = 0; row < own.Length; row++)
            own[row] = dispositions[row] == Disposition.Responded ? weights[row] : 0;
        return new WeightingResult(basis.Table.Adding(WeightingClasses.Weight, own), WeightingClasses.Weight, basis.DrawnWeight, basis.Log);
    }

    private static WeightLog Noting(WeightLog log, IReadOnlyList<string> notes) =>
        new(new Sequence<WeightStep>([.. log.Steps.SkipLast(1), log.Steps[^1] with { Notes = new Sequence<string>([.. log.Steps[^1].Notes, .. notes]) }]));
}
