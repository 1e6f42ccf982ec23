using System.Globalization;
using Survey.Monitoring.Simulating;

namespace Survey.Cli;

/// <summary>The options of survey simulate that ask for one large file of households instead of a county.</summary>
internal static class HouseholdOptions
{
    private const string Households = "--households", Section = "A large file of households";

    public static readonly Option[] All =
    [
        new(Households, ["N"], "households of a made-up nation, one a row, as a CSV file for trying what speed and memory large files take", Section),
        new("--seed", ["N"], "the whole number that decides what is drawn by chance; by default 1", Section),
        new("--strata", ["N"], "by default 50", Section),
        new("--psus", ["N"], "PSUs in each stratum; by default 40", Section),
        new("--sorted", [], "rows stand PSU by PSU; by default PSUs come in random order", Section),
    ];

    /// <summary>The nation that is asked for, or null where a plan is wanted.</summary>
    public static HouseholdNation? NationOf(Arguments arguments)
    {
        if (arguments[Households] is not { } households)
        {
            if (All.FirstOrDefault(option => arguments.Has(option.Name)) is { } lonely)
                throw new ArgumentException($"{lonely.Name} belongs to {Households}, which is not given; a plan says for itself what its county is like.");
            return null;
        }
        if (arguments.Files.Count > 0)
            throw new ArgumentException($"{Households} and the plan {arguments.Files[0]} are both given; give one of them.");
        long strata = Whole(arguments, "--strata", 50, HouseholdNation.MostPsus), psus = Whole(arguments, "--psus", 40, HouseholdNation.MostPsus);
        if (strata * psus > HouseholdNation.MostPsus)
            throw new ArgumentException($"{Figures.Count(strata)} strata of {Figures.Count(psus)} PSUs each are more than {Figures.Count(HouseholdNation.MostPsus)} PSUs, the most there can be; lower --strata or --psus.");
        return new HouseholdNation(
            Whole(Households, households, HouseholdNation.MostHouseholds), (int)strata, (int)psus, arguments["--seed"] is { } seed ? Words.Seed(seed) : 1, arguments.Has("--sorted"));
    }

    private static long Whole(Arguments arguments, string option, long otherwise, long most) => arguments[option] is { } text ? Whole(option, text, most) : otherwise;

    private static long Whole(string option, string text, long most) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number >= 1 && number <= most
            ? number
            : throw new ArgumentException($"{option} takes a whole number from 1 to {Figures.Count(most)}, not '{text}'.");
}
