using System.Buffers.Text;

namespace Survey.Monitoring.Simulating;

/// <summary>Makes the lines of a file of households block by block; each block has random numbers of its own, so that blocks may be made in any order and at once.</summary>
internal sealed class HouseholdBlocks(HouseholdNation nation)
{
    public const string Heading = "stratum,psu,region,district,area,household,sex,age,occupation,weight,smoker,literate,spending\n";

    public const int Rows = 8_192;

    /// <summary>Room for every block: no line has more than 128 bytes, as its numbers have up to 11 digits and its texts up to 9 letters.</summary>
    public const int MostBytes = Rows * 128;

    /// <summary>One in each hundred of those asked.</summary>
    private const int MissingInHundred = 3;

    // sixteen equal chances; the ten names are the domains that cut across PSUs
    private static readonly byte[][] Occupations =
    [
        .. new[] { "farming", "farming", "farming", "farming", "trade", "trade", "services", "services", "industry", "building", "transport", "teaching", "health", "office", "none", "none" }
            .Select(name => System.Text.Encoding.ASCII.GetBytes(name + ",")),
    ];

    private readonly HouseholdPsus _psus = new(nation);

    /// <summary>How many blocks there are; the last has what is left.</summary>
    public long Count { get; } = (nation.Households + Rows - 1) / Rows;

    /// <summary>Number of the first household after a block.</summary>
    public long End(long block) => Math.Min((block + 1) * Rows, nation.Households);

    /// <summary>Writes the lines of a block and gives their bytes.</summary>
    public int Write(long block, Span<byte> bytes)
    {
        var random = new RandomStream(nation.Seed, (ulong)Purpose.HouseholdRows, (ulong)block);
        ReadOnlySpan<HouseholdPsus.Facts> psus = _psus.All;
        int at = 0;
        for (long row = block * Rows; row < End(block); row++)
        {
            int drawn = (int)random.Below(psus.Length);
            ref readonly HouseholdPsus.Facts psu = ref psus[nation.Sorted ? (int)(row * psus.Length / nation.Households) : drawn];
            Append(_psus.TextOf(psu), bytes, ref at);
            WriteHousehold(row + 1, psu, random, bytes, ref at);
        }
        return at;
    }

    private static void WriteHousehold(long number, in HouseholdPsus.Facts psu, RandomStream random, Span<byte> bytes, ref int at)
    {
        bool man = random.Below(2) == 0;
        int age = 15 + (int)Math.Min(random.Below(75), random.Below(75));
        Append(number, ',', bytes, ref at);
        Append(man ? "M,"u8 : "F,"u8, bytes, ref at);
        Append(age, ',', bytes, ref at);
        Append(Occupations[random.Below(Occupations.Length)], bytes, ref at);
        AppendWeight(psu.Weight * (8_000 + random.Below(4_001)) / 10_000, bytes, ref at);
        bool smokes = random.Below(10_000) < (man ? psu.MenSmoking : psu.WomenSmoking);
        bool missing = random.Below(100) < MissingInHundred;
        Append(missing ? ","u8 : smokes ? "1,"u8 : "0,"u8, bytes, ref at);
        Append(random.Below(10_000) < psu.Literate - (50 * (age - 15)) ? "1,"u8 : "0,"u8, bytes, ref at);
        long rich = random.Below(1_000);
        Append(psu.Spending * (30 + random.Below(90) + (rich * rich * rich / 2_000_000)) / 100, '\n', bytes, ref at);
    }

    private static void Append(ReadOnlySpan<byte> text, Span<byte> bytes, ref int at)
    {
        text.CopyTo(bytes[at..]);
        at += text.Length;
    }

    private static void Append(long number, char after, Span<byte> bytes, ref int at)
    {
        Utf8Formatter.TryFormat(number, bytes[at..], out int length);
        at += length;
        bytes[at++] = (byte)after;
    }

    /// <summary>A number of ten-thousandths with its four decimals and a comma.</summary>
    private static void AppendWeight(long tenThousandths, Span<byte> bytes, ref int at)
    {
        Append(tenThousandths / 10_000, '.', bytes, ref at);
        long rest = tenThousandths % 10_000;
        for (int unit = 1_000; unit > 0; unit /= 10)
            bytes[at++] = (byte)('0' + (rest / unit % 10));
        bytes[at++] = (byte)',';
    }
}
