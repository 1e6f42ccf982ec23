namespace Survey.Monitoring.Instruments;

/// <summary>How many answers are none, and of how many people.</summary>
/// <param name="People">Rows.</param>
/// <param name="Unanswered">Items without an answer, of all people together.</param>
/// <param name="DontKnow">Answers that mean "I do not know".</param>
/// <param name="Silent">People who answered no item at all.</param>
/// <param name="Unscored">People without a score.</param>
internal sealed record AnswerCounts(int People, long Unanswered, long DontKnow, int Silent, int Unscored)
{
    /// <param name="scored">A table of answers with their scores.</param>
    /// <param name="instrument">By which they were scored.</param>
    /// <param name="rules">By which they were scored.</param>
    public static AnswerCounts Of(Table scored, Instrument instrument, ScoringRules rules)
    {
        int[] unanswered = new int[scored.RowCount];
        long unsure = 0;
        foreach (CategoryColumn column in instrument.Items.Select(item => (CategoryColumn)scored[item.Column]))
        {
            bool[] isUnsure = [.. column.Levels.Select(level => rules.DontKnow.Contains(level, StringComparer.Ordinal))];
            ReadOnlySpan<int> codes = column.Codes;
            for (int row = 0; row < codes.Length; row++)
                if (codes[row] == CategoryColumn.Missing)
                    unanswered[row]++;
                else if (isUnsure[codes[row]])
                    unsure++;
        }
        return new AnswerCounts(scored.RowCount, unanswered.Sum(count => (long)count), unsure, unanswered.Count(count => count == instrument.Items.Count), scored[instrument.Total.ScoreColumn].CountMissing());
    }

    /// <summary>How they counted; without a full stop.</summary>
    /// <param name="rules">By which they were scored.</param>
    /// <param name="who">What the people are called.</param>
    public string Sentence(ScoringRules rules, string who)
    {
        string silent = Silent > 0 && rules.MostUnanswered is null ? $"; {Invariant.Count(Silent)} of them answered no item at all and have 0 points, so leave out who was not interviewed" : "";
        string left = rules.MostUnanswered is { } most ? $"; {Invariant.Count(Unscored)} people left out more than {most} and have no score" : "";
        return $"{Invariant.Count(Unanswered)} items were left unanswered and {Invariant.Count(DontKnow)} answered with \"I do not know\" by {Invariant.Count(People)} {who}; they count as wrong{silent}{left}";
    }
}
