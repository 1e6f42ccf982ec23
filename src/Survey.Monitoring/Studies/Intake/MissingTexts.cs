using Survey.Files;
using Survey.Files.Columns;

namespace Survey.Monitoring.Intake;

/// <summary>The texts that mean missing in one column, beside nothing at all.</summary>
internal sealed class MissingTexts
{
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<double> _numbers = [];

    /// <param name="texts">As the study writes them.</param>
    /// <param name="asNumbers">Whether a number stands for itself however it is written.</param>
    public MissingTexts(IEnumerable<string> texts, bool asNumbers)
    {
        foreach (string text in texts)
        {
            string folded = Folding.Fold(text);
            _texts.Add(folded);
            if (asNumbers && NumberText.TryRead(folded, out NumberText number) && number.IsFinite)
                _numbers.Add(number.Value);
        }
    }

    /// <summary>Whether a folded text is nothing or one of the texts.</summary>
    public bool Match(string folded) =>
        folded.Length == 0 || _texts.Contains(folded) || (_numbers.Count > 0 && NumberText.TryRead(folded, out NumberText number) && number.IsFinite && _numbers.Contains(number.Value));
}
