using Survey.Files.Workbooks.Writing;

namespace Survey.Monitoring;

/// <summary>The first sheet of the workbook of entries: of which programme it is, and how it is filled in.</summary>
internal static class ReadMeSheet
{
    private const int LabelWidth = 14, TextWidth = 96, LineHeight = 24;

    private const int OfTowns = 1, OfPoints = 5; // places among the lines

    private static readonly string[] _chinese =
    [
        "“填报”表每个评分项一行；需要几个数据的评分项，每个数据一行（如51a、51b）。灰色格不填。同一评分项有几年数据的，复制该行，每年一行。",
        "各镇（街道）分别填报的评分项在“分镇填报”表，每镇一行。",
        "率：填百分数（96%），或填分子和分母；按每千、每万计的，填分子和分母；其他填数值，单位与“单位”栏一致；“没有发生”的，填发生次数（0）。",
        "有数据的，年份和数据来源必填；佐证材料填文件路径或档案号。",
        "由评审认定的，评审结论填：已佐证、部分达到、未达到、待补佐证，并填评审理由和评审人身份（如“资料评审组”，不填姓名）。",
        "原文未规定部分给分；评审组另行酌定分数的，填“评审给分”并写明理由。",
        "填好后在研究文件（study.yaml）中写 entries: 本文件，再运行 survey check。有错的格会逐一指出。",
    ];

    private static readonly string[] _english =
    [
        "The sheet 'Entries' has a row for each scored part; a part that needs several figures has a row for each (51a, 51b). Grey cells stay empty. For several years of one part copy its row, a year each.",
        "Parts that every town is asked about are on the sheet 'By town', a row for each town.",
        "Rates: a percentage (96 %), or numerator and denominator; what is counted per 1,000 or 10,000: numerator and denominator; other figures: a value in the unit of the column 'Unit'; what must not happen: how often it did (0).",
        "A figure needs its year and its source; as evidence name a file or a number of your archive.",
        "What a reviewer decides: met, partly met, not met or unknown, with the reason and the reviewer's role (such as 'review group'), never a name.",
        "The notice has no rule for a part of the points; where reviewers give other points, write them under 'Points given' with the reason.",
        "Name this file in the study (entries: FILE) and run survey check; every cell that is wrong is named.",
    ];

    public static Sheet Of(Programme programme, Language language)
    {
        bool zh = language == Language.Chinese;
        return new Sheet(zh ? "说明" : "Read me", Rows(programme, language, zh), [LabelWidth, TextWidth]) { Page = new SheetPage(Landscape: false) };
    }

    private static IEnumerable<SheetRow> Rows(Programme programme, Language language, bool zh)
    {
        yield return new SheetRow(SheetCell.Text($"{programme.Name.In(language)}{(zh ? "　填报表" : ": entries")}", CellStyle.Title).Over(2)) { LeastHeight = 34 };
        yield return Line(EntryWords.Programme.In(language), programme.Id);
        yield return Line(zh ? "文件" : "Notice", programme.Notice.ToString());
        yield return Line(zh ? "评分项" : "Parts", programme.HasPoints ? zh ? $"{programme.Parts.Count()}项，按原文可计{Numbers.Plain(programme.Total)}分" : $"{programme.Parts.Count()}, {Numbers.Plain(programme.Total)} points as the notice counts them" : zh ? $"{programme.Parts.Count()}项，原文未设分值" : $"{programme.Parts.Count()}; the notice gives no points");
        yield return new SheetRow(SheetCell.Text(zh ? "如何填写" : "How to fill it in", CellStyle.Part).Over(2)) { LeastHeight = 28 };
        foreach ((string text, int k) in Lines(programme, zh).Select((text, k) => (text, k)))
            yield return new SheetRow(SheetCell.Text($"{k + 1}", CellStyle.Centred), SheetCell.Text(text, CellStyle.Cell)) { LeastHeight = LineHeight };
    }

    /// <summary>What is said of towns and of points concerns only notices that have them.</summary>
    private static IEnumerable<string> Lines(Programme programme, bool zh) =>
        (zh ? _chinese : _english).Where((_, k) => k switch { OfTowns => programme.Parts.Any(part => part.IsByTown), OfPoints => programme.HasPoints, _ => true });

    private static SheetRow Line(string label, string text) => new(SheetCell.Text(label, CellStyle.Heading), SheetCell.Text(text, CellStyle.Cell)) { LeastHeight = LineHeight };
}
