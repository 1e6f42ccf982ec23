using System.Text;

namespace Survey.Files.Personal;

/// <summary>Chinese names of people, and what tells names of places from them.</summary>
internal static class PersonName
{
    // the commonest 240 and some
    private const string Surnames =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾萧肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱丘侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文樊兰殷施洪翟安颜倪牛温芦季俞章鲁葛伍申尤毕聂柴焦齐庞辛庄柳梅岳翁兀宁骆关佟左纪谷欧尚詹苗舒耿符祝冉涂曲管华单包屈项卜蒲裴裘柯路盛游阮童凌霍喻解边闵匡牟时岑成祁车房甘费席佘桂卓冷艾苟滕池储古应仇晏吉麦简宫景党褚蓝全邢戚臧阳隋敖桑宗鞠郁闻占米晋楚冀竺鲍嵇查苑栾商巫娄计危容来";

    // a name and some blanks; longer texts need not be looked at
    private const int LongestText = 16;

    private static readonly string[] CompoundSurnames =
        ["欧阳", "司马", "上官", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "东方", "端木", "宇文", "长孙", "呼延", "轩辕", "钟离", "闻人", "申屠", "赫连", "澹台", "南宫", "西门", "东郭", "百里", "独孤", "完颜"];

    private static readonly string[] PlaceWords =
    [
        "村", "镇", "乡", "街道", "社区", "庄", "屯", "组", "县", "区", "市", "省", "州", "路", "里", "营", "湾", "坡", "寨", "堡", "沟", "坝", "圩", "浜", "埭", "巷", "弄", "街", "铺", "店", "塘", "园", "苑", "院", "校", "站", "厂", "场", "队",
        "桥", "集", "岭", "坪", "居委", "委会", "学", "公司", "中心",
    ];

    /// <summary>Whether a text has the form of a name: a common surname, then one or two Han characters.</summary>
    /// <param name="folded">Without full-width forms; a blank between surname and given name is usual in lists.</param>
    public static bool Matches(string folded)
    {
        if (folded.Length > LongestText)
            return false;
        Rune[] characters = [.. folded.EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune))];
        if (characters.Length is < 2 or > 4 || !characters.All(IsHan))
            return false;
        bool isCompound = CompoundSurnames.Contains(string.Concat(characters[0], characters[1]));
        return characters.Length <= 3 && Surnames.Contains(characters[0].ToString(), StringComparison.Ordinal) || isCompound && characters.Length >= 3;
    }

    /// <summary>Whether a text ends as the name of a place does.</summary>
    public static bool EndsAsPlace(string folded) => PlaceWords.Any(word => folded.EndsWith(word, StringComparison.Ordinal));

    private static bool IsHan(Rune rune) => rune.Value is >= 0x4E00 and <= 0x9FFF or >= 0x3400 and <= 0x4DBF or >= 0x20000 and <= 0x323AF or '〇';
}
