namespace Survey.Engines;

/// <summary>A load failed for another reason than its rows, so that it is not tried again when more is known of them (<see cref="Rows.Settled"/>). <see cref="TableLoader"/> throws the failure itself; nobody else meets this.</summary>
internal sealed class LoadFailedException(SurveyDataException failure) : Exception(failure.Message)
{
    public SurveyDataException Failure => failure;

    /// <summary>Does what rows have no part in.</summary>
    public static T Of<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SurveyDataException failure)
        {
            throw new LoadFailedException(failure);
        }
    }

    /// <inheritdoc cref="Of{T}(Func{T})"/>
    public static void Of(Action action) =>
        Of(() =>
        {
            action();
            return true;
        });
}
