namespace Survey.Files.Columns;

/// <summary>Whether the name of a column says that its values are codes, which have no sum and lose their meaning as numbers.</summary>
/// <remarks>
/// A name does, in any letter case, if it contains one of <see cref="Parts"/>, or "id" as a word of its own (id, ID2, village_id, villageId)
/// or after the name of a unit (psuid, hhid, personid): "paid" and "covid" do not count.
/// </remarks>
internal static class CodeName
{
    private static readonly string[] Parts = ["code", "village", "town", "county", "psu", "ssu", "cluster", "strat", "household", "编码", "代码", "编号", "号", "省", "市", "县", "区", "乡", "镇", "村", "街道", "户"];

    private static readonly HashSet<string> Units = new(
        ["psu", "ssu", "hh", "p", "u", "person", "household", "house", "family", "member", "resp", "respondent", "school", "student", "child", "case", "sample", "site", "clinic", "cluster", "stratum", "interview"],
        StringComparer.OrdinalIgnoreCase);

    public static bool Matches(string name) =>
        Parts.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase)) || HasIdWord(name);

    private static bool HasIdWord(string name)
    {
        int start = 0;
        for (int k = 1; k <= name.Length; k++)
            if (k == name.Length || BeginsWord(name, k))
            {
                if (IsIdWord(name.AsSpan(start, k - start).Trim("_-. 0123456789").ToString()))
                    return true;
                start = k;
            }
        return false;
    }

    private static bool BeginsWord(string name, int k) =>
        char.IsAsciiLetter(name[k]) != char.IsAsciiLetter(name[k - 1]) || (char.IsAsciiLetterUpper(name[k]) && char.IsAsciiLetterLower(name[k - 1]));

    private static bool IsIdWord(string word) =>
        word.EndsWith("id", StringComparison.OrdinalIgnoreCase) && (word.Length == 2 || Units.Contains(word[..^2]));
}
