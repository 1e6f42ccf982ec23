namespace Survey.Monitoring.Tests.Made;

/// <summary>Makes up what identifies a person: valid in form, in an area whose code nobody has.</summary>
/// <param name="random">Where chance comes from.</param>
internal sealed class IdentityMaker(Random random)
{
    private static readonly string[] FamilyNames = ["慕容", "司徒", "欧阳", "上官", "端木", "令狐", "夏侯", "诸葛", "尉迟", "公孙"];
    private const string GivenCharacters = "澄珂黛翊昀霁琮沅骁棠绮煦茗岚栩祺蔚璟钧瑶";
    private static readonly int[] CheckWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Of people who were not spoken to, only the name and the address are known.</summary>
    public MadeIdentity Of(MadeTown town, string village, DateOnly birth, int sex, bool responded)
    {
        string name = FamilyNames[random.Next(FamilyNames.Length)] + GivenCharacter() + GivenCharacter();
        string address = $"{MadeCounty.Name}{town.Name}{village[^3..]}村{random.Next(1, 20)}组{random.Next(1, 300)}号";
        string idNumber = WithCheckDigit($"329901{birth:yyyyMMdd}{random.Next(50):00}{(2 * random.Next(5)) + (sex == 1 ? 1 : 0)}");
        string phone = $"199{random.Next(100_000_000):00000000}", internet = $"203.0.113.{random.Next(1, 255)}";
        return responded ? new MadeIdentity(name, idNumber, phone, address, internet) : new MadeIdentity(name, "", "", address, "");
    }

    /// <summary>GB 11643: weights 2^(17 - k) modulo 11.</summary>
    public static string WithCheckDigit(string digits) => digits + "10X98765432"[CheckWeights.Zip(digits, (weight, digit) => weight * (digit - '0')).Sum() % 11];

    private char GivenCharacter() => GivenCharacters[random.Next(GivenCharacters.Length)];
}
