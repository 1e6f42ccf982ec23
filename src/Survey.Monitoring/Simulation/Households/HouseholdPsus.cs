using System.Globalization;
using System.Text;

namespace Survey.Monitoring.Simulating;

/// <summary>What the households of a PSU have in common: where they are, and how their PSU differs from others, so that clustered errors are larger than those of single households.</summary>
/// <remarks>Rates are in ten-thousandths and drawn with sums and products only, which are the same on every machine.</remarks>
internal sealed class HouseholdPsus
{
    public const int Districts = 300;

    private static readonly string[] Regions = ["Delta", "Highland", "Lakes", "Lowland", "Midland", "North", "Plateau", "River", "Seaboard", "South"];

    private readonly byte[] _texts;
    private readonly Facts[] _facts;

    public HouseholdPsus(HouseholdNation nation)
    {
        _facts = new Facts[nation.Psus];
        var texts = new StringBuilder();
        for (int psu = 0; psu < _facts.Length; psu++)
        {
            int start = texts.Length;
            int region = (int)((long)psu * Regions.Length / _facts.Length), district = 1 + (int)((long)psu * Districts / _facts.Length);
            texts.Append(CultureInfo.InvariantCulture, $"{1 + psu / nation.PsusPerStratum},{1 + psu % nation.PsusPerStratum},{Regions[region]},D{district:000},");
            RandomStream random = Chance.Of(nation.Seed, Purpose.HouseholdPsus, psu);
            texts.Append(random.Below(2) == 0 ? "urban," : "rural,");
            _facts[psu] = Draw(random) with { Start = start, Length = texts.Length - start };
        }
        _texts = Encoding.ASCII.GetBytes(texts.ToString());
    }

    /// <summary>One for each PSU.</summary>
    public ReadOnlySpan<Facts> All => _facts;

    /// <summary>The fields stratum, psu, region, district and area with a comma after each.</summary>
    public ReadOnlySpan<byte> TextOf(in Facts psu) => _texts.AsSpan(psu.Start, psu.Length);

    private static Facts Draw(RandomStream random) => new()
    {
        MenSmoking = Rate(4_500, 900, random),
        WomenSmoking = Rate(300, 100, random),
        Literate = Rate(9_000, 500, random),
        Weight = 2_000_000 + (int)random.Below(18_000_000),
        Spending = 2_000 + (int)random.Below(6_000),
    };

    /// <summary>Near the mean, with a standard deviation of about the spread.</summary>
    private static int Rate(int mean, int spread, RandomStream random)
    {
        double deviation = 2 * (random.Uniform() + random.Uniform() + random.Uniform() - 1.5);
        return Math.Clamp((int)(mean + (spread * deviation)), 0, 10_000);
    }

    internal readonly record struct Facts
    {
        public int Start { get; init; }

        public int Length { get; init; }

        /// <summary>How many of 10,000 men smoke.</summary>
        public int MenSmoking { get; init; }

        /// <summary>How many of 10,000 women smoke.</summary>
        public int WomenSmoking { get; init; }

        /// <summary>How many of 10,000 people of 15 can read.</summary>
        public int Literate { get; init; }

        /// <summary>The mean weight in ten-thousandths.</summary>
        public int Weight { get; init; }

        /// <summary>A level of spending in the currency of the nation.</summary>
        public int Spending { get; init; }
    }
}
