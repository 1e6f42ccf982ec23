using System.Data.Common;
using System.Text.RegularExpressions;

namespace Survey.Engines;

/// <summary>What must not stand in a message.</summary>
internal sealed class Secrets
{
    private static readonly string[] Hidden = ["pass", "pwd", "secret", "token", "key"];

    private readonly IReadOnlyList<string> _values;

    public Secrets(params IEnumerable<string> values) => _values = [.. values.Where(value => value.Length > 0).Distinct().OrderByDescending(value => value.Length)];

    /// <summary>The passwords of a connection string, and the string itself.</summary>
    public static Secrets Of(string connectionString)
    {
        var settings = new DbConnectionStringBuilder();
        try
        {
            settings.ConnectionString = connectionString;
        }
        catch (ArgumentException)
        {
            return new Secrets(connectionString); // not made of names and values, so no part of it can be told from another
        }
        var passwords =
            from string name in settings.Keys
            where Array.Exists(Hidden, part => name.Contains(part, StringComparison.OrdinalIgnoreCase))
            select settings[name].ToString();
        return new Secrets([connectionString, .. passwords]);
    }

    /// <summary>A message with *** where a secret stood; a short one is looked for as a word, as its letters stand in many.</summary>
    public string Hide(string message) =>
        _values.Aggregate(message, (text, secret) => secret.Length < 6
            ? Regex.Replace(text, $@"(?<!\w){Regex.Escape(secret)}(?!\w)", "***")
            : text.Replace(secret, "***", StringComparison.Ordinal));
}
