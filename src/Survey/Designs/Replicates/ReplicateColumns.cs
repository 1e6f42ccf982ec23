using System.Globalization;
using System.IO.Enumeration;

namespace Survey;

/// <summary>Finds the columns of replicate weights and checks them.</summary>
internal static class ReplicateColumns
{
    /// <summary>The columns named, patterns such as <c>repwgt*</c> replaced by those that match, in natural order and without the column of weights.</summary>
    /// <param name="columns">Names of the columns that there are.</param>
    /// <param name="replicates">As they were asked for.</param>
    /// <param name="weights">The full sample's, which is no replicate.</param>
    public static string[] Find(IReadOnlyList<string> columns, IReadOnlyList<string> replicates, string weights)
    {
        string[] found = [.. replicates.SelectMany(name => name.Contains('*', StringComparison.Ordinal) ? Matching(columns, name, weights) : [name])];
        if (found.FirstOrDefault(name => !columns.Contains(name, StringComparer.Ordinal)) is { } lacking)
            throw new SurveyDataException(Rows.NoSuchColumn(lacking, columns));
        if (found.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new SurveyDataException($"The replicate weight '{twice.Key}' is named twice; name each column once.");
        if (found.Contains(weights))
            throw new SurveyDataException($"'{weights}' is named as the weight of the full sample and as a replicate weight, under which nothing varies; leave it out of the replicates.");
        return found.Length > 1
            ? found
            : throw new SurveyDataException($"There {(found.Length == 1 ? $"is one column of replicate weights, '{found[0]}'" : "are no columns of replicate weights")}, and a variance takes two at least; name them all, or by a pattern such as 'repwgt*'.");
    }

    private static string[] Matching(IReadOnlyList<string> columns, string pattern, string weights)
    {
        string[] names = LevelOrder.Sorted([.. columns.Where(name => name != weights && FileSystemName.MatchesSimpleExpression(pattern.Replace("?", @"\?", StringComparison.Ordinal), name, ignoreCase: false))]);
        if (names.Length == 0)
            throw new SurveyDataException($"No column is called '{pattern}'{Nearest.Hint(pattern.TrimEnd('*'), columns, "; the star stands for any characters, and letter case counts.")}");
        // a column that shares the beginning of their names, such as an answer, is none of those that are numbered
        string[] numbered = [.. names.Where(name => pattern.EndsWith('*') && name.AsSpan(pattern.Length - 1).Length > 0 && !name.AsSpan(pattern.Length - 1).ContainsAnyExceptInRange('0', '9'))];
        if (numbered.Length > 1)
            names = numbered;
        RefuseGap(pattern, names);
        return names;
    }

    /// <summary>Numbers at the end of names run without a gap: a column that was left behind would make variances too small without a word.</summary>
    private static void RefuseGap(string pattern, string[] names)
    {
        int[] numbers = [.. names.Select(name => int.TryParse(name.AsSpan(name.AsSpan().LastIndexOfAnyExceptInRange('0', '9') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1)];
        if (numbers.Contains(-1) || numbers.Distinct().Count() != numbers.Length)
            return;
        if (numbers[0] > 1)
            throw new SurveyDataException($"The replicate weights '{pattern}' begin with {names[0]}, so those before it seem to be missing, without which the variance is wrong; read the file with all of them, or name the columns one by one.");
        for (int k = 1; k < numbers.Length; k++)
            if (numbers[k] != numbers[k - 1] + 1)
                throw new SurveyDataException($"Of the replicate weights '{pattern}' there is {names[k - 1]} and then {names[k]}: {numbers[k] - numbers[k - 1] - 1} between them {(numbers[k] - numbers[k - 1] == 2 ? "is" : "are")} missing, without which the variance is wrong; read the file with all of them, or name the columns one by one.");
    }
}
