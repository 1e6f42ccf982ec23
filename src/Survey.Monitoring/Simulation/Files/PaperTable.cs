using System.Globalization;

namespace Survey.Monitoring.Simulating;

/// <summary>Questionnaires as a table, with the names and levels of the study files.</summary>
internal static class PaperTable
{
    private static readonly string[] Smoking = ["daily", "some", "none"], Exposed = ["接触", "未接触"], Exercising = ["经常", "不经常"];

    public static Table Of(IReadOnlyList<Paper> papers)
    {
        var columns = new List<(string Name, Column Column)>
        {
            ("id", Texts(paper => paper.Id)),
            ("town", Texts(paper => paper.Household.Village.Place.Town.Code)),
            ("village", Texts(paper => paper.Household.Village.Place.Code)),
            ("area", Texts(paper => Labels.Area(paper.Household.Village.Place.Town), Labels.Areas)),
            ("household", Texts(paper => paper.HouseholdNumber)),
            ("replacement", new FlagColumn([.. papers.Select(paper => (bool?)paper.Household.IsReplacement)])),
            ("kishTable", Texts(paper => paper.Household.Table.ToString(), [.. KishGrid.Tables.Select(table => table.ToString())])),
            ("eligible", Numbers(paper => paper.Eligible)),
            ("rank", Numbers(paper => paper.Rank)),
            ("sex", Levels(paper => paper.Sex, Labels.Sexes)),
            ("birth", new DateColumn([.. papers.Select(paper => paper.Birth)])),
            ("surveyed", new DateColumn([.. papers.Select(paper => (DateOnly?)paper.Surveyed)])),
            ("education", Levels(paper => paper.Education, Education.Labels)),
            ("months", Numbers(paper => paper.Months)),
            ("interviewer", Texts(paper => paper.Interviewer)),
            ("smokeNow", Levels(paper => paper.Smokes, Smoking)),
            ("secondHand", Levels(paper => paper.SecondHand, Exposed)),
            ("exercise", Levels(paper => paper.Exercises, Exercising)),
            ("result", Texts(paper => paper.Household.Disposition.Text(), DispositionText.Levels)),
        };
        columns.AddRange(Items50.All.Select((item, k) => ($"Q{item.Number}", (Column)Texts(paper => Options(paper.Answers[k], ",")))));
        return Table.FromColumns(columns);

        CategoryColumn Texts(Func<Paper, string?> of, IReadOnlyList<string>? levels = null) => new([.. papers.Select(of)], levels);
        CategoryColumn Levels(Func<Paper, int?> of, IReadOnlyList<string> levels) => Texts(paper => of(paper) is { } level ? levels[level] : null, levels);
        NumberColumn Numbers(Func<Paper, int?> of) => new([.. papers.Select(paper => of(paper) ?? double.NaN)]);
    }

    /// <summary>The letters of the options chosen; null where an item is left out.</summary>
    public static string? Options(uint answer, string separator) =>
        answer switch
        {
            0 => null,
            Paper.DontKnow => Labels.DontKnow,
            _ => string.Join(separator, "ABCDE".Where((_, option) => (answer >> option & 1) != 0).Select(letter => letter.ToString(CultureInfo.InvariantCulture))),
        };
}
