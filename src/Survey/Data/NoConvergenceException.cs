namespace Survey;

/// <summary>An iteration came to no end; the message names what was farthest from its goal and the way out.</summary>
public sealed class NoConvergenceException : SurveyDataException
{
    /// <summary>An error with no message of its own.</summary>
    public NoConvergenceException()
    {
    }

    /// <summary>An error in one sentence.</summary>
    /// <param name="message">What was farthest from its goal, by how much, and the way out.</param>
    public NoConvergenceException(string message) : base(message)
    {
    }

    /// <summary>An error in one sentence, and what caused it.</summary>
    /// <param name="message">What was farthest from its goal, by how much, and the way out.</param>
    /// <param name="innerException">The cause.</param>
    public NoConvergenceException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
