namespace Survey.Monitoring.Tests.Made;

/// <summary>A town of the made-up county.</summary>
/// <param name="Index">From 0, in the order of the names.</param>
/// <param name="Name">Also the name of its file.</param>
/// <param name="Code">Nine digits.</param>
/// <param name="Villages">Twelve digits each.</param>
public sealed record MadeTown(int Index, string Name, string Code, IReadOnlyList<string> Villages);

/// <summary>A county that does not exist, in an area whose code nobody has, and the people drawn in it.</summary>
public sealed class MadeCounty
{
    public const string Name = "云澜县";

    private static readonly string[] TownNames =
        ["云溪镇", "北洛镇", "双桥街道", "古榆镇", "城中街道", "大泽镇", "文澜街道", "明湖镇", "松岭镇", "柳浦镇", "清塘镇", "白鹭镇", "石坞镇", "青禾镇"];

    /// <summary>Draws the people.</summary>
    /// <param name="people">How many; each town has as many, give or take one.</param>
    /// <param name="seed">The same seed draws the same people.</param>
    public MadeCounty(int people = 500, int seed = 2023) => People = [.. Draw(people, seed)];

    /// <summary>In the order of their names, which is not that of their codes.</summary>
    public static IReadOnlyList<MadeTown> Towns { get; } = [.. TownNames.Select(MakeTown)];

    /// <summary>Town by town.</summary>
    public IReadOnlyList<MadePerson> People { get; }

    /// <summary>Every text that must never be seen again.</summary>
    public IEnumerable<string> Secrets => People.SelectMany(person => person.Identity.Texts).Where(text => text.Length > 0).Distinct();

    /// <summary>People one by one, however many.</summary>
    public static IEnumerable<MadePerson> Draw(int people, int seed)
    {
        var maker = new PersonMaker(new Random(seed));
        for (int k = 0; k < people; k++)
            yield return maker.Next(k + 1, Towns[(int)((long)k * Towns.Count / people)]);
    }

    private static MadeTown MakeTown(string name, int index)
    {
        string code = $"329901{1 + (index * 5 % TownNames.Length):000}";
        return new MadeTown(index, name, code, [.. Enumerable.Range(201, 2 + (index % 2)).Select(village => $"{code}{village}")]);
    }
}
