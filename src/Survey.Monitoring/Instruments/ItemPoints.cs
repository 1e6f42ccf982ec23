using Survey.Files;
using Survey.Monitoring.Intake;

namespace Survey.Monitoring.Instruments;

/// <summary>The points of each level of an item's column, so that rows are scored by looking them up.</summary>
internal static class ItemPoints
{
    /// <summary>By code + 1; the first is that of a missing answer.</summary>
    /// <exception cref="SurveyDataException">The column is no category, or what somebody answered is no answer.</exception>
    public static int[] Of(Table answers, InstrumentItem item, ScoringRules rules)
    {
        if (!answers.Columns.Contains(item.Column))
            throw new SurveyDataException($"The table has no column '{item.Column}' of the item {item.Id}; every item that is scored needs its answers.");
        if (answers[item.Column] is not CategoryColumn column)
            throw new SurveyDataException($"The column '{item.Column}' is {answers[item.Column].Type.Called()} where letters of options are wanted; read it as a category.");
        string[] letters = [.. Enumerable.Range(0, item.OptionCount).Select(Item.Letter)];
        var options = new OptionList(letters, [.. letters.Select(letter => (IReadOnlyList<string>)[letter])]);
        int[] points = new int[column.Levels.Count + 1];
        for (int level = 0; level < column.Levels.Count; level++)
            points[level + 1] = PointsOf(column, level, item, options, rules);
        return points;
    }

    private static int PointsOf(CategoryColumn column, int level, InstrumentItem item, OptionList options, ScoringRules rules)
    {
        string text = column.Levels[level];
        if (rules.DontKnow.Contains(text, StringComparer.Ordinal))
            return 0;
        ulong? chosen = options.Joined(Folding.Fold(text), ",，、;；|");
        bool isAnswer = chosen is not null && (item.Type == ItemType.SeveralOptions || ulong.IsPow2(chosen.Value));
        // a level that nobody has, of rows that were left out, does no harm
        if (!isAnswer && column.Codes.IndexOf(level) is >= 0 and var row)
            throw new RowException($"Row {row + 1}: the answer '{Excerpt.Of(text)}' to {item.Column} is {(chosen is null ? "not made of its options" : "of several of its options, of which one may be chosen:")} {string.Join(", ", options.Ids)}; correct it, or say that it means \"I do not know\" or is missing.", row);
        return isAnswer && options.TextOf(chosen!.Value) == item.Key ? item.Points : 0;
    }
}
