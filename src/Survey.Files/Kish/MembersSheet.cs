using Survey.Files.Workbooks.Writing;

namespace Survey.Files.Kish;

/// <summary>家庭成员登记表: a form to list the members of households, several to a page, to be copied.</summary>
internal static class MembersSheet
{
    private const int Forms = 3, Members = 8;
    private const double RowHeight = 21, Gap = 8;

    private static readonly string[] Headings = ["序号", "性别", "年龄（周岁）", "是否符合条件", "符合条件者编号", "是否被抽中"];

    public static Sheet Of(KishSheetOptions options) =>
        new("家庭成员登记表", Rows(options), [10, 14, 16, 16, 18, 18]) { Page = new SheetPage(Landscape: false) };

    private static IEnumerable<SheetRow> Rows(KishSheetOptions options) =>
    [
        KishWords.Title("家庭成员登记表", Headings.Length, options),
        KishWords.Line($"符合条件：{KishWords.Eligible(options)}。{KishWords.Order(options)}登记，只给符合条件的成员编号（1、2、3……），再按Kish表抽取；第{KishGrid.MostMembers + 1}号及以后不会被抽中。超过{Members}人的另接一张。", Headings.Length),
        .. Enumerable.Range(0, Forms).SelectMany(_ => Form()),
    ];

    private static IEnumerable<SheetRow> Form() =>
    [
        new(SheetCell.Text("户编号：________　Kish表：____　符合条件人数：____　访问员：________　日期：________", CellStyle.Plain).Over(Headings.Length)) { Height = RowHeight + 5 },
        KishWords.Headings(Headings),
        .. Enumerable.Range(1, Members).Select(member => new SheetRow([SheetCell.Number(member, CellStyle.Centred), .. KishWords.Empty(Headings.Length - 1)]) { Height = RowHeight }),
        new() { Height = Gap },
    ];
}
