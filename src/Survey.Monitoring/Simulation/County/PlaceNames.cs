namespace Survey.Monitoring.Simulating;

/// <summary>Made-up names of towns and villages.</summary>
internal static class PlaceNames
{
    private static readonly string[] TownBeginnings =
        ["云溪", "北洛", "双桥", "古榆", "大泽", "文澜", "明湖", "松岭", "柳浦", "清塘", "白鹭", "石坞", "青禾", "长汀", "望江", "竹溪", "梅川", "兰皋", "菊潭", "桐坪", "枫泾", "槐荫", "银杏", "沙洲", "平湖", "高桥", "南屏", "西山", "东郊", "新河"];

    private static readonly string[] VillageFirst = ["东", "西", "南", "北", "上", "下", "前", "后", "新", "古", "大", "小", "长", "平"];

    private static readonly string[] VillageSecond = ["湾", "塘", "桥", "岭", "坡", "坪", "沟", "岗", "洲", "浦", "源"];

    /// <summary>The most towns of a county.</summary>
    public static int MostTowns => TownBeginnings.Length;

    /// <summary>The most villages of a town.</summary>
    public static int MostVillages => VillageFirst.Length * VillageSecond.Length;

    public static string Town(int index, bool isUrban) => TownBeginnings[index] + (isUrban ? "街道" : "镇");

    /// <summary>The name of a village, none twice in a town.</summary>
    /// <param name="index">From 0 in its town.</param>
    /// <param name="first">Where the names of its town begin.</param>
    /// <param name="isUrban">Whether it is a community rather than a village.</param>
    public static string Village(int index, int first, bool isUrban)
    {
        // 37 shares no factor with the number of names, so that neighbours are called unlike and none stands twice
        int name = (first + (37 * index)) % MostVillages;
        return VillageFirst[name % VillageFirst.Length] + VillageSecond[name / VillageFirst.Length] + (isUrban ? "社区" : "村");
    }
}
