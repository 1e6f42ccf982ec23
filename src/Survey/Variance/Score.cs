namespace Survey;

/// <summary>The scores of one estimate: what each unit of a sample adds to its error.</summary>
/// <param name="Domain">Its domain.</param>
/// <param name="OfUnit">z for each unit of the last stage, or summed over each stratum where rows are units.</param>
/// <param name="Present">Which of those have a row that answered, of whatever weight where a lonely-PSU rule asks.</param>
/// <param name="RowsOfStratum">Where rows are units: how many rows of each stratum are in the domain. Empty otherwise.</param>
internal sealed record Score(int Domain, double[] OfUnit, bool[] Present, double[] RowsOfStratum);
