namespace Survey;

/// <summary>The data or the design cannot bear what was asked; the message names the thing, the place, the number and the way out.</summary>
public class SurveyDataException : Exception
{
    /// <summary>An error with no message of its own.</summary>
    public SurveyDataException()
    {
    }

    /// <summary>An error in one sentence.</summary>
    /// <param name="message">The thing, the place, the number and the way out.</param>
    public SurveyDataException(string message) : base(message)
    {
    }

    /// <summary>An error in one sentence, and what caused it.</summary>
    /// <param name="message">The thing, the place, the number and the way out.</param>
    /// <param name="innerException">The cause.</param>
    public SurveyDataException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
