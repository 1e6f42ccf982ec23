namespace Survey.Monitoring.Tests.Made;

/// <summary>The people in a folder of workbooks, one a town, each filled in by another hand.</summary>
public static class TownsShape
{
    /// <summary>The town whose file has a column that no other has.</summary>
    public static MadeTown WithRemarks { get; } = MadeCounty.Towns[4];

    /// <summary>The town in whose file somebody stands twice.</summary>
    public static MadeTown WithDuplicate { get; } = MadeCounty.Towns[2];

    /// <summary>The town in whose file somebody of <see cref="WithDuplicate"/> stands once more.</summary>
    public static MadeTown WithStranger { get; } = MadeCounty.Towns[9];

    public static MadeStudy Of(MadeCounty county) =>
        new() { Waves = [MadeStudyText.TownsWave], Files = [.. MadeCounty.Towns.Select(town => FileOf(town, county))] };

    private static MadeFile FileOf(MadeTown town, MadeCounty county)
    {
        MadeFile file = MadeFile.Of($"数据/2023/{town.Name}.xlsx", new TownHand(town).Columns(), PeopleIn(town, county), TitleOf(town));
        if (town == WithRemarks)
            AddRemarks(file);
        return file;
    }

    public static string TitleOf(MadeTown town) => $"{MadeCounty.Name}居民健康素养监测调查表（{town.Name}）2023年";

    /// <summary>The two who stand twice were written down first with an earlier day.</summary>
    private static IEnumerable<MadePerson> PeopleIn(MadeTown town, MadeCounty county)
    {
        MadePerson[] people = [.. county.People.Where(person => person.Town == town)];
        MadePerson[] twice = [.. county.People.Where(person => person.Town == WithDuplicate && person.IsValid).Skip(1).Take(2)];
        if (town == WithDuplicate)
            return people.SelectMany(person => person == twice[0] ? [Earlier(person), person] : (MadePerson[])[person]);
        return town == WithStranger ? people.Concat(twice.Skip(1).Select(Earlier)) : people;
    }

    private static MadePerson Earlier(MadePerson person) => person with { Surveyed = person.Surveyed.AddDays(-2) };

    /// <summary>Remarks are where names and telephone numbers turn up that nobody expects.</summary>
    private static void AddRemarks(MadeFile file)
    {
        int name = file.Names.IndexOf("姓名"), phone = file.Names.IndexOf("联系电话");
        file.AddColumn("备注", row => row[phone].Kind == CellKind.Blank ? Cell.Blank : Cell.Of($"联系{row[name].Text}，电话{row[phone].Text}"));
    }
}
