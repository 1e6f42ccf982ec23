using Survey.Files.Workbooks.Writing;

namespace Survey.Files.Kish;

/// <summary>入户登记表: the households of a village in the order of the visit, with places for what becomes of them.</summary>
internal static class VisitSheet
{
    private const double RowHeight = 20.5, WidestShown = 30;

    public static Sheet Of(DrawnTown town, DrawnVillage village, KishSheetOptions options)
    {
        string[] headings = ["序号", "户编号", .. options.Show, "Kish表", $"{KishWords.Ages(options)}\n人数", "被抽中者\n序号", "访问结果", "访问日期", "访问员", "备注"];
        IEnumerable<double> shown = options.Show.Select((name, k) => TextRoom.Width([name, .. village.Households.Select(household => household.Shown[k])], WidestShown));
        double[] widths = [6, TextRoom.Width(["户编号一", .. village.Households.Select(household => household.Number)], WidestShown), .. shown, 8, 11, 10, 10, 13, 12, 22];
        return new Sheet(village.Name, Rows(town, village, headings, options), widths) { Page = new SheetPage(Landscape: true) { Repeated = (1, 3), Foot = Codes }, FrozenRows = 3 };
    }

    private static IEnumerable<SheetRow> Rows(DrawnTown town, DrawnVillage village, string[] headings, KishSheetOptions options)
    {
        yield return KishWords.Title($"{town.Name}　{village.Name}　入户登记表", headings.Length, options);
        yield return KishWords.Line($"抽中{village.Households.Count}户，按序号入户。每户调查1人：{KishWords.Eligible(options)}，先列入家庭成员登记表，再按Kish表抽取。", headings.Length);
        yield return KishWords.Headings(headings);
        foreach ((DrawnHousehold household, int k) in village.Households.Select((household, k) => (household, k)))
            yield return Household(household, k + 1);
        foreach (string line in Foot)
            yield return KishWords.Line(line, headings.Length);
    }

    private const string Codes = "访问结果：1 完成　2 拒访　3 未找到　4 不合格　5 不详";

    private static IReadOnlyList<string> Foot { get; } =
    [
        "访问结果：1 完成；2 拒访（找到被抽中者，不愿接受调查）；3 未找到（多次入户未见到被抽中者）；4 不合格（无符合条件的成员，或为空户、非住户）；5 不详（不知道有无符合条件的成员）。",
        "“人数”填本户全部符合条件的成员数（超过6人的也照实填写）；“被抽中者序号”按Kish表查得，是被抽中者在符合条件成员名单中的序号。",
        "被抽中者不在家时另约时间再访，不得用在家的其他人代替；抽中的户和人都不得自行更换。",
    ];

    private static SheetRow Household(DrawnHousehold household, int number) =>
        new(
        [
            SheetCell.Number(number, CellStyle.Centred),
            SheetCell.Text(household.Number, CellStyle.Code),
            .. household.Shown.Select(text => text.Length == 0 ? SheetCell.Blank(CellStyle.Cell) : SheetCell.Text(text, CellStyle.Cell)),
            SheetCell.Text($"{household.Table}", CellStyle.Code),
            .. KishWords.Empty(6),
        ])
        { LeastHeight = RowHeight };
}
