namespace Survey.Monitoring.Simulating;

/// <summary>Somebody who lives in a village.</summary>
/// <param name="Age">Completed years, the same in every wave.</param>
/// <param name="IsMan">Man or woman.</param>
/// <param name="Education">A level of education; of no meaning for children.</param>
/// <param name="Months">Lived there within the last twelve.</param>
/// <param name="Ability">What the person knows, without village and wave.</param>
internal readonly record struct Person(byte Age, bool IsMan, byte Education, byte Months, double Ability)
{
    /// <summary>Whether the survey speaks of the person, if the age fits: who has lived there for more than 6 months.</summary>
    public bool IsResident => Months > 6;
}
