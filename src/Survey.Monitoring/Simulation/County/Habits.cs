namespace Survey.Monitoring.Simulating;

/// <summary>What somebody of 15 and older does.</summary>
[Flags]
internal enum Habits : byte
{
    None = 0,

    /// <summary>Smokes now, daily or less.</summary>
    Smokes = 1,

    /// <summary>Smokes daily, if at all.</summary>
    Daily = 2,

    /// <summary>Breathes the smoke of others.</summary>
    SecondHand = 4,

    /// <summary>Exercises regularly.</summary>
    Exercises = 8,
}
