namespace Survey.Monitoring;

/// <summary>The units in which the length of interviews is written.</summary>
internal static class DurationUnit
{
    private static readonly string[] Minutes = ["minutes", "minute", "min", "分钟", "分"], Seconds = ["seconds", "second", "sec", "s", "秒", "秒钟"];

    /// <summary>How many of a unit make a minute; null where it is none of minutes or seconds.</summary>
    public static double? PerMinute(string? unit) => Minutes.Contains(unit) ? 1 : Seconds.Contains(unit) ? 60 : null;
}
