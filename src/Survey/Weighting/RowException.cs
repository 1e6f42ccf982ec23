namespace Survey;

/// <summary>The data of some rows cannot bear what was asked; who knows where rows come from can say more than their numbers.</summary>
/// <param name="message">The thing, the rows, the number and the way out.</param>
/// <param name="row">The first of them, from 0.</param>
internal sealed class RowException(string message, long row) : SurveyDataException(message)
{
    public long Row { get; } = row;
}
