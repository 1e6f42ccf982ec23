namespace Survey.Engines;

/// <summary>What can go wrong with a server, each as one sentence that names the server and the way out.</summary>
/// <remarks>Exceptions of providers are not kept as the cause: their messages may hold what stands in a connection string.</remarks>
internal static class ServerFailure
{
    public static SurveyDataException NoConnection(string server, string why) =>
        new($"{server} could not be connected to: {Sentence(why)}; check that it runs, and its address and port.");

    public static SurveyDataException RefusedLogin(string server, string why) =>
        new($"{server} refused the login: {Sentence(why)}; check the user, the password and the database.");

    public static SurveyDataException NoAnswer(string server, TimeSpan timeout) =>
        new($"{server} did not answer within {Invariant.Amount(timeout.TotalSeconds)} s; check that it and the servers behind it are up, or allow it more time.");

    public static SurveyDataException CutShort(string server, string why) =>
        new($"{server} ended in the middle of its answer: {Sentence(why)}; nothing of the answer is used, so ask again when it and the servers behind it are up.");

    public static SurveyDataException LostServer(string server, string why) =>
        new($"{server} could not finish the statement: {Sentence(why)}; ask again when it and the servers behind it are up.");

    public static SurveyDataException Refused(string server, string why) =>
        new($"{server} refused the statement: {Sentence(why)}; check the table, its columns and what the user may do with them.");

    public static SurveyDataException Unreadable(string server, string what) =>
        new($"{server} gave an answer that cannot be read: {Sentence(what)}; nothing of it is used.");

    /// <summary>A number of a reply that a double does not hold.</summary>
    public static SurveyDataException TooWide(string server, string column, string number) =>
        new($"{server} gave {number} in the column '{column}', a whole number that a double does not hold exactly; read the column as text.");

    /// <summary>What a server says, on one line of at most 300 characters and without a full stop.</summary>
    public static string Sentence(string message)
    {
        const int most = 300;
        string line = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        line = line.Length > most ? string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[most - 1]) ? most - 1 : most), "...") : line.TrimEnd('.');
        return line.Length == 0 ? "it gave no reason" : line;
    }
}
