using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Survey.Engines;

/// <summary>Reads what ClickHouse says instead of an answer.</summary>
internal static partial class ClickHouseError
{
    /// <summary>How much of the end of an answer is searched for an error: more than the server writes.</summary>
    private const int Tail = 1 << 14;

    private static readonly HashSet<int> OfLogin = [192, 193, 194, 195, 516]; // UNKNOWN_USER, WRONG_PASSWORD, REQUIRED_PASSWORD, IP_ADDRESS_NOT_ALLOWED, AUTHENTICATION_FAILED

    /// <summary>A network between servers, or a server that is lost: 32 ATTEMPT_TO_READ_AFTER_EOF, 209 SOCKET_TIMEOUT, 210 NETWORK_ERROR, 279 ALL_CONNECTION_TRIES_FAILED.</summary>
    private static readonly HashSet<int> OfNetwork = [32, 159, 198, 209, 210, 279, 519];

    /// <summary>The failure that a status other than 200 stands for.</summary>
    public static SurveyDataException Of(string server, HttpResponseMessage response, byte[] body, Secrets secrets)
    {
        string text = secrets.Hide(Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, Tail))));
        Match match = Code().Match(text);
        if (!match.Success)
            return ServerFailure.Refused(server, $"HTTP status {(int)response.StatusCode}, {text}");
        string message = Trimmed(text[match.Index..]);
        return Kind(match) switch
        {
            { } code when OfLogin.Contains(code) => ServerFailure.RefusedLogin(server, message),
            { } code when OfNetwork.Contains(code) => ServerFailure.LostServer(server, message),
            _ => ServerFailure.Refused(server, message),
        };
    }

    /// <summary>The error that a server wrote behind rows it had sent with status 200; null where there is none.</summary>
    public static string? Behind(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> tail = body.Length > Tail ? body[^Tail..] : body;
        if (tail.IndexOf("DB::Exception"u8) < 0)
            return null;
        string text = Encoding.UTF8.GetString(tail);
        return Code().Match(text) is { Success: true } match ? Trimmed(text[match.Index..]) : null;
    }

    private static int? Kind(Match match) => int.TryParse(match.Groups["code"].ValueSpan, CultureInfo.InvariantCulture, out int code) ? code : null;

    /// <summary>The message without what the server adds for those who mend it.</summary>
    private static string Trimmed(string message) => Addition().Replace(message, "").Replace("e.displayText() = ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"Code: (?<code>\d{1,6})[.,] (e\.displayText\(\) = )?DB::Exception", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"(, e\.what\(\) = |,? ?\(?Stack trace|\(version ).*$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Addition();
}
