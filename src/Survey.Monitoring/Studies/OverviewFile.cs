using Survey.Monitoring.Intake;

namespace Survey.Monitoring;

/// <summary>Reads the sheet of facts about an area.</summary>
internal static class OverviewFile
{
    private static readonly string[] _item = ["item", "项目", "指标"], _value = ["value", "数值", "值"], _unit = ["unit", "单位"], _year = ["year", "年份", "年度"], _source = ["source", "来源", "数据来源"];

    /// <exception cref="SurveyDataException">The file cannot be read, lacks a column, has no rows, or a row lacks its item or value or says the same of a year twice.</exception>
    public static StudyOverview Read(string path)
    {
        LookupFile file = LookupFile.Read(path);
        string items = file.Heading(_item), values = file.Heading(_value);
        (string? units, string? years, string? sources) = (Optional(_unit), Optional(_year), Optional(_source));
        var facts = new List<OverviewFact>();
        var rowOf = new Dictionary<(string, string?), int>();
        for (int row = 0; row < file.Table.RowCount; row++)
        {
            if (file.Table.Columns.All(column => Written(column, row) is null))
                continue; // lines below the last fact
            string item = Written(items, row) ?? throw file.Empty(items, row);
            string? year = Written(years, row);
            if (!rowOf.TryAdd((item, year), row))
                throw new SurveyDataException($"{path} has '{Excerpt.Of(item)}'{(year is null ? "" : $" of {Excerpt.Of(year)}")} twice, in rows {rowOf[(item, year)] + 1} and {row + 1}; keep one of the two.");
            facts.Add(new OverviewFact(item, Written(values, row) ?? throw file.Empty(values, row), Written(units, row), year, Written(sources, row)));
        }
        return facts.Count > 0 ? new StudyOverview(facts) : throw new SurveyDataException($"{path} has no rows below its headings; write a fact a row, or leave overview out of the report.");

        string? Optional(string[] candidates) => file.Has(candidates) ? file.Heading(candidates) : null;

        string? Written(string? column, int row) => column is not null && file.Table[column].TextAt(row)?.Trim() is { Length: > 0 } text ? text : null;
    }
}
