using Survey.Files.Workbooks.Writing;

namespace Survey.Files.Kish;

/// <summary>Words and rows that several sheets have.</summary>
internal static class KishWords
{
    private const double TitleHeight = 30;

    /// <summary>Who is eligible, such as 15～69岁.</summary>
    public static string Ages(KishSheetOptions options) => $"{options.YoungestAge}～{options.OldestAge}岁";

    /// <summary>Who is eligible, in full.</summary>
    public static string Eligible(KishSheetOptions options) =>
        Ages(options) + (options.MonthsOfResidence == 0 ? "的家庭成员" : $"、过去12个月内在本地累计居住超过{options.MonthsOfResidence}个月的家庭成员");

    /// <summary>The order of the list.</summary>
    public static string Order(KishSheetOptions options) =>
        options.ListOrder switch
        {
            KishListOrder.MenThenWomen => "先男后女，各按年龄从大到小",
            KishListOrder.OldestFirst => "不分男女，按年龄从大到小",
            _ => "不分男女，按年龄从小到大",
        };

    /// <summary>The first row of a sheet, with 模拟数据 where the households are made up.</summary>
    public static SheetRow Title(string title, int columns, KishSheetOptions options) =>
        new(SheetCell.Text(options.Simulated ? $"{title}（模拟数据）" : title, CellStyle.Title).Over(columns)) { LeastHeight = TitleHeight };

    /// <summary>A line across the sheet.</summary>
    public static SheetRow Line(string text, int columns, CellStyle style = CellStyle.Note) => new(SheetCell.Text(text, style).Over(columns));

    /// <summary>A row of headings.</summary>
    public static SheetRow Headings(params IEnumerable<string> names) => new([.. names.Select(name => SheetCell.Text(name, CellStyle.Heading))]);

    /// <summary>Cells to be filled in by hand.</summary>
    public static IEnumerable<SheetCell> Empty(int count) => Enumerable.Repeat(SheetCell.Blank(CellStyle.Cell), count);
}
