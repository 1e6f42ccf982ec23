namespace Survey.Monitoring;

/// <summary>How answers that are none are counted.</summary>
public sealed record ScoringRules
{
    /// <summary>Levels that mean "I do not know": such an answer has no points.</summary>
    public IReadOnlyList<string> DontKnow { get; init; } = [];

    /// <summary>The most items that may be left unanswered; somebody with more has no score. Null counts every item without an answer as wrong, however many there are.</summary>
    public int? MostUnanswered { get; init; }
}

/// <summary>Scores questionnaires.</summary>
public static class Scoring
{
    /// <summary>Adds the scores of a questionnaire, and who is literate by them, to the answers.</summary>
    /// <param name="answers">A table with a category of answers for each item, whose levels are letters of options: "A", or "A,C,D" of several.</param>
    /// <param name="instrument">With keys and scales.</param>
    /// <param name="rules">How answers that are none are counted; by default as wrong.</param>
    /// <returns>
    /// The table with a column of scores and a flag for each scale: <c>score</c> and <c>literate</c> of all items, <c>score.knowledge</c> and <c>literate.knowledge</c> of a part.
    /// Both are missing of somebody who left out more items than <see cref="ScoringRules.MostUnanswered"/>.
    /// </returns>
    /// <remarks>An item has its points if exactly the options of its key are chosen, and none otherwise. Literate is who has at least <see cref="Scale.Cut"/> points: 5 · score ≥ 4 · points in whole numbers for 80 %.</remarks>
    /// <exception cref="SurveyDataException">The table lacks an item, an answer is not made of the options of its item, or a column of scores is there already.</exception>
    public static Table Score(this Table answers, Instrument instrument, ScoringRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(instrument);
        return Scored(answers, instrument, rules ?? new ScoringRules(), null);
    }

    /// <summary>The same, of people of whom some were not asked: these have no score.</summary>
    /// <param name="answers">A row a person.</param>
    /// <param name="instrument">With keys and scales.</param>
    /// <param name="rules">How answers that are none are counted.</param>
    /// <param name="wasAsked">Of each row; null where everybody was.</param>
    internal static Table Scored(Table answers, Instrument instrument, ScoringRules rules, bool[]? wasAsked)
    {
        foreach (string name in instrument.Scales.SelectMany(scale => (string[])[scale.ScoreColumn, scale.LiterateColumn]))
            if (answers.Columns.Contains(name))
                throw new SurveyDataException($"The table has a column '{name}' already, which is the name of a score; give that column another name first.");
        var scorer = new Instruments.Scorer(answers, instrument, rules, wasAsked);
        scorer.Run();
        return Table.FromColumns([.. answers.Columns.Select(name => (name, answers[name])), .. scorer.Columns()]).Noting(answers.Notes);
    }
}
