namespace Survey.Files;

/// <summary>What a column tells of single people.</summary>
public enum PersonalDataKind
{
    /// <summary>Resident identity card numbers (GB 11643-1999).</summary>
    IdentityNumber,

    /// <summary>Mobile phone numbers, or telephone numbers under a heading that says so.</summary>
    PhoneNumber,

    /// <summary>Names of people.</summary>
    Name,

    /// <summary>Where people live.</summary>
    Address,

    /// <summary>Internet addresses from which people answered.</summary>
    IpAddress,

    /// <summary>E-mail addresses.</summary>
    EmailAddress,

    /// <summary>WeChat or QQ accounts.</summary>
    MessengerAccount,
}

internal static class PersonalDataKinds
{
    /// <summary>What a kind is called in messages, in the plural.</summary>
    public static string Called(this PersonalDataKind kind) =>
        kind switch
        {
            PersonalDataKind.IdentityNumber => "ID card numbers",
            PersonalDataKind.PhoneNumber => "phone numbers",
            PersonalDataKind.Name => "names of people",
            PersonalDataKind.Address => "addresses",
            PersonalDataKind.IpAddress => "IP addresses",
            PersonalDataKind.EmailAddress => "e-mail addresses",
            PersonalDataKind.MessengerAccount => "WeChat or QQ accounts",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
