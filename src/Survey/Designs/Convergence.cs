namespace Survey;

/// <summary>How a calibration came to its end.</summary>
/// <param name="Iterations">Steps of Newton's method; 0 where the weights met the targets already.</param>
/// <param name="GreatestDifference">What the calibrated totals are off their targets at most, relative to their size.</param>
public sealed record Convergence(int Iterations, double GreatestDifference);
