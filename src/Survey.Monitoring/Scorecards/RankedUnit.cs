using System.Globalization;
using Survey.Monitoring.Intake;

namespace Survey.Monitoring;

/// <summary>A department among others that are ranked by their scores.</summary>
/// <param name="Unit">What it is called.</param>
/// <param name="Score">Its points.</param>
/// <param name="Place">From 1 on; equal scores share a place, and the next place is passed over.</param>
/// <param name="IsTied">Whether others have the same score.</param>
/// <param name="HasGrade">Whether it is among the share that gets the grade.</param>
public sealed record RankedUnit(string Unit, decimal Score, int Place, bool IsTied, bool HasGrade)
{
    /// <summary>Ranks departments by their scores, the largest first.</summary>
    /// <param name="scores">Departments and scores.</param>
    /// <param name="topShare">The share that gets the grade, in per cent.</param>
    /// <param name="rounding">How that share becomes a number of places.</param>
    /// <param name="ties">What becomes of departments that share the last place.</param>
    public static IReadOnlyList<RankedUnit> Ranked(IReadOnlyList<(string Unit, decimal Score)> scores, decimal topShare, RankRounding rounding, RankTies ties) =>
    [
        .. from own in scores
           orderby own.Score descending
           let above = scores.Count(other => other.Score > own.Score)
           let equal = scores.Count(other => other.Score == own.Score)
           let rule = new RankTarget(own.Unit, topShare, null, rounding, ties)
           select new RankedUnit(own.Unit, own.Score, above + 1, equal > 1, RankClause.Of(rule, scores) is Known { IsMet: true }),
    ];

    /// <summary>Reads a file of two columns, departments and scores.</summary>
    /// <exception cref="SurveyDataException">The file cannot be read, or a score is none.</exception>
    internal static IReadOnlyList<(string Unit, decimal Score)> Read(string path, decimal? outOf)
    {
        var scores = new List<(string, decimal)>();
        foreach ((string unit, string text) in LabelFile.Read(path))
            scores.Add((unit, decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal score)
                ? score >= 0 && !(score > outOf) ? score : throw new SurveyDataException($"{path}: the score {text} of {unit} is not between 0 and {outOf:0.####}; correct it.")
                : throw new SurveyDataException($"{path}: the score '{Excerpt.Of(text)}' of {unit} is no number; write it in digits, such as 912.5.")));
        return scores;
    }
}
