namespace Survey;

/// <summary>What the columns of the calibration variables stand for.</summary>
/// <param name="Name">Of one, for messages: "stype = H".</param>
/// <param name="Amount">Its target: people or a total, or a share or a mean; of a number less its centre and in units of its spread.</param>
internal readonly record struct CalibrationVariable(string Name, double Amount);
