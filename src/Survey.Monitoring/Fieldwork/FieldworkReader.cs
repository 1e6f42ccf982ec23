namespace Survey.Monitoring;

/// <summary>Makes a summary of a table.</summary>
internal sealed class FieldworkReader
{
    private const string Temporary = "value of the expression";

    private readonly Table _units;
    private readonly FieldworkOptions _options;
    private readonly IReadOnlyList<RowGroup> _places;
    private readonly int[]? _dispositions;
    private readonly int _withoutDisposition;
    private readonly byte[]? _replacement;

    public FieldworkReader(Table units, FieldworkOptions options)
    {
        (_units, _options) = (units, options);
        _places = RowGroups.Of(units, [options.By]);
        _dispositions = options.Disposition is { } disposition ? DispositionCodes.Of(units, disposition, out _withoutDisposition) : null;
        _replacement = options.Replacement is { } replacement ? ReplacementOf(replacement) : null;
    }

    public FieldworkSummary Read()
    {
        ResponseSummary? rates = _options.Disposition is { } disposition ? ResponseSummary.Of(_units, disposition, [_options.By]) : null;
        FieldworkPlace[] places = [.. _places.Select((place, k) => Flagged(PlaceOf(place.Levels[0], place.Rows, rates?.Parts[k].Rates, TargetOf(place))))];
        FieldworkPlace all = PlaceOf(null, [.. Enumerable.Range(0, _units.RowCount)], rates?.All, places.Where((_, k) => IsKnown(_places[k])).Sum(place => place.Target));
        (IReadOnlyList<FieldworkInterviewer> interviewers, IReadOnlyList<InterviewerVariation> items, int without) = Interviewers(rates?.All.EligibleShare);
        return new FieldworkSummary(_options, all, places, interviewers, items) { WithoutDisposition = _withoutDisposition, WithoutInterviewer = without };
    }

    private bool IsInterview(int row) => _dispositions is null || _dispositions[row] == (int)Disposition.Responded;

    private FieldworkPlace Flagged(FieldworkPlace place) => place with { Flags = FieldworkPlace.FlagsOf(place, _options) };

    private FieldworkPlace PlaceOf(DomainLevel? level, IReadOnlyList<int> rows, ResponseRates? rates, double target)
    {
        int[] interviews = [.. rows.Where(IsInterview)];
        double replacements = _replacement is null ? double.NaN : interviews.Count(row => _replacement[row] == 1);
        return new FieldworkPlace(level, rates, interviews.Length, target, replacements, _replacement is null ? 0 : interviews.Count(row => _replacement[row] == FlagColumn.Missing), []);
    }

    private bool IsKnown(RowGroup place) => !_units[_options.By].IsMissing(place.Rows[0]);

    private double TargetOf(RowGroup place)
    {
        if (!IsKnown(place))
            return double.NaN;
        if (_options.TargetColumn is not { } name)
            return _options.Target ?? double.NaN;
        if (_units[name] is not NumberColumn targets)
            throw new SurveyDataException($"The column of targets '{name}' is {_units[name].Type.Called()}, and a target is a number of interviews.");
        int[] known = [.. place.Rows.Where(row => !targets.IsMissing(row))];
        if (known.Length == 0)
            return double.NaN;
        double first = targets.Values[known[0]];
        int other = Array.FindIndex(known, row => targets.Values[row] != first);
        return other < 0
            ? first
            : throw new SurveyDataException($"The target '{name}' of {_options.By} '{place.Levels[0].Level}' is {Invariant.Text(first)} in row {Invariant.Count(known[0] + 1)} and {Invariant.Text(targets.Values[known[other]])} in row {Invariant.Count(known[other] + 1)}; a place has one target.");
    }

    private byte[] ReplacementOf(Expr replacement) =>
        _units.With(Temporary, replacement)[Temporary] is FlagColumn flags
            ? flags.Values.ToArray()
            : throw new SurveyDataException($"Whether a unit is a replacement, {replacement}, is no flag; write a condition, such as {replacement} = 1.");

    private double[] AnswersOf(Variable item) =>
        _units.With(Temporary, item)[Temporary] switch
        {
            NumberColumn numbers => numbers.Values.ToArray(),
            FlagColumn flags => Array.ConvertAll(flags.Values.ToArray(), flag => flag == FlagColumn.Missing ? double.NaN : flag),
            Column other => throw new SurveyDataException($"The item {item.Name} is {other.Type.Called()}, and interviewers are compared by numbers or flags; write a condition, such as {item.Name} = 'yes'."),
        };

    private (IReadOnlyList<FieldworkInterviewer>, IReadOnlyList<InterviewerVariation>, int Without) Interviewers(double? eligibleShare)
    {
        if (_options.Interviewer is not { } name)
            return ([], [], 0);
        RowGroup[] own = [.. RowGroups.Of(_units, [name]).Where(group => !_units[name].IsMissing(group.Rows[0]))];
        int[] interviews = [.. Enumerable.Range(0, _units.RowCount).Where(IsInterview)];
        int[] interviewers = NumbersOf(own, interviews), places = NumbersOf(_places, interviews);
        ItemAnswers[] items = [.. _options.Items.Select(item => ItemAnswers.Of(item.Name, Taken(AnswersOf(item), interviews), places, interviewers))];
        return (
            [.. own.Select((group, k) => InterviewerOf(group, k, items, eligibleShare))],
            [.. items.Select(item => InterviewerComparison.VariationOf(item.Name, item.Missing, item.Places, item.Whole))],
            interviewers.Count(interviewer => interviewer < 0));
    }

    private FieldworkInterviewer InterviewerOf(RowGroup own, int number, ItemAnswers[] items, double? eligibleShare)
    {
        InterviewerMean[] means = [.. items.Select(item => InterviewerComparison.MeanOf(item.Name, item.MissingOf(number), number, item.Places))];
        string[] flags = [.. means.Where(mean => mean.Answers >= _options.FewestInterviews && Math.Abs(mean.ZScore) > _options.LargestDeviation).Select(mean => $"{mean.Item} far {(mean.ZScore > 0 ? "above" : "below")} others")];
        return new FieldworkInterviewer(own.Levels[0], RatesOf(own.Rows, eligibleShare), own.Rows.Count(IsInterview), means, flags);
    }

    private ResponseRates? RatesOf(IReadOnlyList<int> rows, double? eligibleShare)
    {
        if (_dispositions is null)
            return null;
        int Count(Disposition of) => rows.Count(row => _dispositions[row] == (int)of);
        return ResponseRates.OfCounts(Count(Disposition.Responded), Count(Disposition.Refused), Count(Disposition.NotFound), Count(Disposition.Ineligible), Count(Disposition.Unknown), eligibleShare is >= 0 ? eligibleShare : null);
    }

    /// <summary>The number of the group of each of these rows; -1 of those in none.</summary>
    private int[] NumbersOf(IReadOnlyList<RowGroup> groups, int[] rows)
    {
        int[] numbers = new int[_units.RowCount];
        Array.Fill(numbers, -1);
        foreach ((RowGroup group, int k) in groups.Select((group, k) => (group, k)))
            foreach (int row in group.Rows)
                numbers[row] = k;
        return Array.ConvertAll(rows, row => numbers[row]);
    }

    private static double[] Taken(double[] values, int[] rows) => Array.ConvertAll(rows, row => values[row]);
}

/// <summary>The answers to an item over all interviews.</summary>
/// <param name="Name">Of the item.</param>
/// <param name="Missing">Interviews without an answer.</param>
/// <param name="Places">Its answers by place and interviewer.</param>
/// <param name="Whole">Its answers by interviewer.</param>
/// <param name="MissingBy">The interviewers of the interviews without an answer.</param>
internal sealed record ItemAnswers(string Name, int Missing, IReadOnlyList<AnswerPlace> Places, IReadOnlyList<AnswerPlace> Whole, IReadOnlyList<int> MissingBy)
{
    public static ItemAnswers Of(string name, double[] answers, int[] places, int[] interviewers) =>
        new(name, answers.Count(double.IsNaN), AnswerPlace.Of(answers, places, interviewers), AnswerPlace.Of(answers, new int[answers.Length], interviewers), [.. interviewers.Where((_, k) => double.IsNaN(answers[k]))]);

    public int MissingOf(int interviewer) => MissingBy.Count(by => by == interviewer);
}
