using System.Globalization;
using Survey.Files.Workbooks.Writing;

namespace Survey.Files.Kish;

/// <summary>Kish表: the grid with its rules, for the interviewer.</summary>
internal static class GridSheet
{
    private const double RowHeight = 26;
    private const int Columns = KishGrid.MostMembers + 2, ExampleMembers = 4;
    private const KishTable ExampleTable = KishTable.D;

    private static readonly (string Sex, int Age)[] Example = [("男", 52), ("女", 50), ("男", 26), ("女", 24)];

    public static Sheet Of(KishSheetOptions options) =>
        new("Kish表", Rows(options), [11, .. Enumerable.Repeat(11.0, KishGrid.MostMembers), 12]) { Page = new SheetPage(Landscape: false) };

    private static IEnumerable<SheetRow> Rows(KishSheetOptions options) =>
    [
        KishWords.Title("Kish表（入户抽取被访者）", Columns, options),
        .. Part("步骤", Steps(options)),
        Gap,
        new([SheetCell.Text("本户的\nKish表", CellStyle.Heading).Down(2), SheetCell.Text("符合条件的成员人数", CellStyle.Heading).Over(KishGrid.MostMembers), SheetCell.Text("每12户中\n的户数", CellStyle.Heading).Down(2)]) { LeastHeight = RowHeight },
        new([SheetCell.Blank(CellStyle.Heading), .. Enumerable.Range(1, KishGrid.MostMembers).Select(members => SheetCell.Text(members == KishGrid.MostMembers ? $"{members}人及以上" : $"{members}人", CellStyle.Heading)), SheetCell.Blank(CellStyle.Heading)]) { LeastHeight = RowHeight },
        .. KishGrid.Tables.Select(Grid),
        Gap,
        .. Part("举例", [ExampleText(options)]),
        Gap,
        .. Part("规则", Rules),
    ];

    private static SheetRow Gap => new() { Height = 8 };

    private static IEnumerable<SheetRow> Part(string name, IEnumerable<string> lines) =>
        [KishWords.Line(name, Columns, CellStyle.Part), .. lines.Select(line => KishWords.Line(line, Columns, CellStyle.Rule))];

    private static IEnumerable<string> Steps(KishSheetOptions options) =>
    [
        $"1. 登记：问清本户所有{KishWords.Eligible(options)}，不论是否在家，全部列入名单。",
        $"2. 编号：{KishWords.Order(options)}，依次编为1、2、3……；年龄相同的，先出生的在前。",
        "3. 查表：在入户登记表上找到本户的Kish表，横看这一行，竖看符合条件的人数，交叉处的数字就是被抽中者的序号，只访问这一人。",
    ];

    private static SheetRow Grid(KishTable table) =>
        new(
        [
            SheetCell.Text($"{table}", CellStyle.Heading),
            .. Enumerable.Range(1, KishGrid.MostMembers).Select(members => SheetCell.Number(KishGrid.Rank(table, members), CellStyle.Centred)),
            SheetCell.Number(Math.Round(12 * KishGrid.Share(table)), CellStyle.Centred),
        ])
        { LeastHeight = RowHeight };

    private static string ExampleText(KishSheetOptions options)
    {
        (string Sex, int Age)[] listed = Listed(options.ListOrder);
        int rank = KishGrid.Rank(ExampleTable, ExampleMembers);
        string list = string.Join("，", listed.Select((member, k) => $"{k + 1}号{member.Sex}{member.Age}岁"));
        return $"某户的Kish表为{ExampleTable}，符合条件的成员有{ExampleMembers}人，依次为{list}。{ExampleTable}行与“{ExampleMembers}人”列交叉处是{rank}，所以访问{rank}号，即{listed[rank - 1].Age}岁的{listed[rank - 1].Sex}性成员。";
    }

    private static (string Sex, int Age)[] Listed(KishListOrder order) =>
        order switch
        {
            KishListOrder.MenThenWomen => [.. Example.OrderBy(member => member.Sex == "男" ? 0 : 1).ThenByDescending(member => member.Age)],
            KishListOrder.OldestFirst => [.. Example.OrderByDescending(member => member.Age)],
            _ => [.. Example.OrderBy(member => member.Age)],
        };

    private static IReadOnlyList<string> Rules { get; } =
    [
        "1. 不得换人：被抽中者不在家时另约时间再访，拒访或找不到的照实记录，任何时候都不得用在家的其他人代替。",
        $"2. 超过{KishGrid.MostMembers}人的户按“{KishGrid.MostMembers}人及以上”一列查表，第{KishGrid.MostMembers + 1}名及以后的成员不会被抽中；人数仍照实填写。",
        $"3. {Five}人的户，各成员被抽中的机会不同：第1至第{Five}名依次为{string.Join("、", OfFive(rank => $"1/{Text(1 / KishGrid.Chance(Five, rank))}"))}，统计时的权数依次为{string.Join("、", OfFive(rank => Text(KishGrid.Weight(Five, rank))))}。1、2、3、4、6人的户各成员机会相同。因此人数和被抽中者序号必须如实填写。",
        "4. 没有符合条件成员的户不调查，访问结果填“4 不合格”。",
    ];

    private const int Five = 5;

    private static IEnumerable<string> OfFive(Func<int, string> text) => Enumerable.Range(1, Five).Select(text);

    private static string Text(double value) => Math.Round(value, 6).ToString(CultureInfo.InvariantCulture);
}
