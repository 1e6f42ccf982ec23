namespace Survey.Monitoring;

/// <summary>Collects what is wrong in a study file, so that all of it can be said at once.</summary>
internal sealed class StudyErrors
{
    private readonly List<(StudyPlace Place, string Sentence)> _errors = [];

    public int Count => _errors.Count;

    /// <summary>Adds an error.</summary>
    /// <param name="place">Where it is.</param>
    /// <param name="what">The sentence behind the place; it needs no full stop.</param>
    public void Add(StudyPlace place, string what) => _errors.Add((place, Sentence(place, what)));

    public static SurveyDataException One(StudyPlace place, string what) => new(Sentence(place, what));

    public void ThrowIfAny()
    {
        string[] sentences = [.. _errors.OrderBy(error => error.Place.Line).ThenBy(error => error.Place.Column).Select(error => error.Sentence)];
        if (sentences.Length == 1)
            throw new SurveyDataException(sentences[0]);
        if (sentences.Length > 1)
            throw new StudyErrorsException(sentences);
    }

    private static string Sentence(StudyPlace place, string what) => $"{place}: {what}{(what[^1] is '.' or '?' ? "" : ".")}";
}
