using Survey.Files.Workbooks.Writing;

namespace Survey.Files.Kish;

/// <summary>抽样结果一览: the villages of a town, for the team leader.</summary>
internal static class OverviewSheet
{
    private const double RowHeight = 26;

    private static readonly string[] Drawn = ["序号", "村（居）", "抽中\n户数"], Wanted = ["应完\n成数"], Outcomes = ["完成", "拒访", "未找到", "不合格", "不详"], Signed = ["组长签字", "日期"];

    public static Sheet Of(DrawnTown town, KishSheetOptions options)
    {
        double[] widths = [6, TextRoom.Width([.. town.Villages.Select(village => village.Name), "一二三四五六"], 24), 7, .. KishGrid.Tables.Select(_ => 5), 7, .. Outcomes.Select(_ => 9), 14, 12];
        return new Sheet("抽样结果一览", Rows(town, widths.Length, options), widths) { Page = new SheetPage(Landscape: true) { Repeated = (1, 4) }, FrozenRows = 4 };
    }

    private static IEnumerable<SheetRow> Rows(DrawnTown town, int columns, KishSheetOptions options)
    {
        yield return KishWords.Title($"{town.Name}　抽样结果一览", columns, options);
        yield return KishWords.Line($"共{town.Villages.Count}个村（居），抽中{town.Villages.Sum(village => village.Households.Count)}户。每户调查1人：{KishWords.Eligible(options)}，按Kish表抽取。", columns);
        yield return new SheetRow([.. Tall(Drawn), Across("各Kish表户数", KishGrid.Tables.Count), .. Tall(Wanted), Across("入户结果（户数，由组长填写）", Outcomes.Length), .. Tall(Signed)]);
        yield return new SheetRow([.. Below(Drawn), .. Names([.. KishGrid.Tables.Select(table => $"{table}")]), .. Below(Wanted), .. Names(Outcomes), .. Below(Signed)]);
        foreach ((DrawnVillage village, int k) in town.Villages.Select((village, k) => (village, k)))
            yield return Village(SheetCell.Number(k + 1, CellStyle.Centred), village.Name, [village], options);
        yield return Village(SheetCell.Blank(CellStyle.Cell), "合计", town.Villages, options);
        yield return KishWords.Line("五项入户结果相加应等于抽中户数；每一抽中户都要有结果，不得更换。组长核对每村的完成数后签字。", columns);
    }

    private static SheetCell Across(string name, int columns) => SheetCell.Text(name, CellStyle.Heading).Over(columns);

    private static IEnumerable<SheetCell> Tall(string[] names) => names.Select(name => SheetCell.Text(name, CellStyle.Heading).Down(2));

    private static IEnumerable<SheetCell> Below(string[] names) => names.Select(_ => SheetCell.Blank(CellStyle.Heading));

    private static IEnumerable<SheetCell> Names(string[] names) => names.Select(name => SheetCell.Text(name, CellStyle.Heading));

    private static SheetRow Village(SheetCell number, string name, IReadOnlyList<DrawnVillage> villages, KishSheetOptions options) =>
        new(
        [
            number,
            SheetCell.Text(name, CellStyle.Cell),
            SheetCell.Number(villages.Sum(village => village.Households.Count), CellStyle.Centred),
            .. KishGrid.Tables.Select(table => SheetCell.Number(villages.Sum(village => village.Count(table)), CellStyle.Centred)),
            options.Wanted is { } wanted ? SheetCell.Number((double)wanted * villages.Count, CellStyle.Centred) : SheetCell.Blank(CellStyle.Cell),
            .. KishWords.Empty(Outcomes.Length + Signed.Length),
        ])
        { LeastHeight = RowHeight };
}
