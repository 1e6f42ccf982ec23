namespace Survey.Monitoring.Simulating;

/// <summary>What random numbers are for: each purpose has streams of its own, so that no part of the work depends on when another is done.</summary>
internal enum Purpose
{
    /// <summary>How many villages a town has, and how many households a village.</summary>
    Frame,

    /// <summary>Who lives in a village.</summary>
    People,

    /// <summary>How the ability of a village differs from that of others.</summary>
    Effects,

    /// <summary>What the people of a village answer in a wave.</summary>
    Answers,

    /// <summary>What the people of a village do in a wave.</summary>
    Habits,

    /// <summary>Which villages of a town are drawn.</summary>
    Villages,

    /// <summary>Which households of a village are drawn in a wave.</summary>
    Households,

    /// <summary>Which Kish tables the households of a village have in a wave.</summary>
    Tables,

    /// <summary>Who does not answer in a village in a wave.</summary>
    Nonresponse,

    /// <summary>What stands on the questionnaires of a village in a wave.</summary>
    Paper,

    /// <summary>How the habits of a village differ from those of others.</summary>
    HabitEffects,

    /// <summary>How the PSUs of a nation differ.</summary>
    HouseholdPsus,

    /// <summary>The households of a block of a nation's file.</summary>
    HouseholdRows,
}
