namespace Survey.Monitoring.Tests.Made;

/// <summary>Makes people up, one after another.</summary>
/// <param name="random">Where chance comes from.</param>
internal sealed class PersonMaker(Random random)
{
    private static readonly DateOnly FirstDay = new(2023, 9, 8);

    public MadePerson Next(int number, MadeTown town)
    {
        int result = OneIn(8) ? random.Next(2, 6) : 1;
        bool responded = result == 1;
        DateOnly surveyed = FirstDay.AddDays(random.Next(40));
        DateOnly birth = BirthOf(number, surveyed);
        int sex = random.Next(1, 3);
        string village = town.Villages[random.Next(town.Villages.Count)];
        double skipping = OneIn(30) ? 0.5 : 0.02;
        return new MadePerson
        {
            Number = number,
            Town = town,
            Village = village,
            Identity = new IdentityMaker(random).Of(town, village, birth, sex, responded),
            Codes = [.. MadeQuestion.All.Select(question => question.Column switch
            {
                "area" => town.Name.EndsWith("街道", StringComparison.Ordinal) ? 1 : 2,
                "result" => result,
                "sex" => responded ? sex : null,
                "smokeNow" => Known(responded, sex == 1 ? random.Next(1, 4) : 3),
                _ => Known(responded, random.Next(1, question.Answers.Count + 1)),
            })],
            Birth = responded ? birth : null,
            Surveyed = surveyed,
            Eligible = Known(responded, random.Next(1, 8)),
            Oldest = number % 40 == 0 ? (responded ? 99 : null) : Known(responded, random.Next(40, 99)),
            Months = Known(responded, OneIn(25) ? random.Next(1, 7) : random.Next(7, 13)),
            Channel = responded && !OneIn(20) ? Subset(MadeChoice.Channel.Options.Count) : null,
            Services = responded && !OneIn(20) ? Subset(MadeChoice.Services.Options.Count) : null,
            Answers = [.. MadeItem.All.Select(item => responded ? AnswerTo(item, skipping) : null)],
        };
    }

    /// <summary>Most are between 15 and 69 years old; some are not, and some have a birthday on the very day.</summary>
    private DateOnly BirthOf(int number, DateOnly surveyed) =>
        (number % 50) switch
        {
            11 => surveyed.AddYears(-15),
            21 => surveyed.AddYears(-15).AddDays(1),
            31 => surveyed.AddYears(-70),
            41 => surveyed.AddYears(-70).AddDays(1),
            _ => surveyed.AddYears(-random.Next(15, OneIn(20) ? 80 : 69)).AddDays(-random.Next(360)),
        };

    private string? AnswerTo(MadeItem item, double skipping)
    {
        double chance = random.NextDouble();
        if (chance < skipping)
            return null;
        if (chance > 0.6)
            return item.Key;
        if (item.IsMultiple)
            return Subset(item.Options.Count);
        return OneIn(12) ? MadePerson.DontKnow : "ABCD"[random.Next(item.Options.Count)].ToString();
    }

    private string Subset(int options)
    {
        int chosen = random.Next(1, 1 << options);
        return string.Concat("ABCDE".Take(options).Where((_, k) => (chosen >> k & 1) == 1));
    }

    private int? Known(bool responded, int value) => responded && !OneIn(40) ? value : null;

    private bool OneIn(int many) => random.Next(many) == 0;
}
