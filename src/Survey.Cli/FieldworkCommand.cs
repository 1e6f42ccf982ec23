using System.Globalization;
using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>survey fieldwork: how far fieldwork has come, and whether interviewers bring what others bring.</summary>
internal static class FieldworkCommand
{
    private const string Units = "Units", Compared = "Interviewers", Limits = "Flags", Results = "Results";

    private const string Lesson = """
        A FILE has a row for each unit drawn, with what became of it: responded, refused, not found, ineligible or unknown
        (missing counts as unknown); without --disposition each row is an interview. A STUDY says it in response.disposition,
        and its rules count: each wave has a summary of its own.

        Response rates are AAPOR's: RR1 counts all units of unknown eligibility as eligible, RR5 none, RR3 the share that is
        eligible among the units of which it is known. Replacements are counted among interviews.

        Interviewers are compared with the others who worked in the same villages: z is how far the sum of an interviewer's
        answers lies from what a lot among the interviews of these villages would give, in standard deviations. icc is the
        correlation of the answers that one interviewer brings, beyond that of the village, and "variance times" is
        1 + (m - 1) icc with m answers per interviewer: what interviewers add to the variance of a mean.

        Examples
          survey fieldwork drawn.csv --by village --disposition result --target 40 --replacement "replaced = 1"
          survey fieldwork drawn.csv --by village --disposition result --interviewer team --items "smoke in (1, 2) as smoker" --items score
          survey fieldwork study.yaml --by village --target wanted --interviewer interviewer --items age --format json

        """;

    public static readonly Command Command = new(
        "fieldwork",
        "completes, response, replacements and flags by village, and how interviewers differ",
        "FILE [FILE ...] | STUDY --by COL [options]",
        () =>
        [
            new("--by", ["COL"], "the column of places, such as the village", Units),
            new("--disposition", ["COL"], "the column of what became of each unit drawn", Units),
            new("--target", ["N|COL"], "interviews wanted in each place: a number, or a column with one number a place", Units),
            new("--replacement", ["EXPR"], "true of a unit that took the place of one drawn before", Units),
            new("--interviewer", ["COL"], "the column of interviewers", Compared),
            new("--items", ["EXPR"], "a number or a condition by which interviewers are compared", Compared, Repeats: true),
            new("--lowest-response", ["R"], "flag places with a response rate (RR3) below it (0.8)", Limits),
            new("--most-replacements", ["R"], "flag places with a larger share of replacements (0.1)", Limits),
            new("--largest-z", ["Z"], "flag interviewers farther from the others (3)", Limits),
            new("--fewest-interviews", ["N"], "flag interviewers from so many answers on (10)", Limits),
            new("--format", ["FORMAT"], "table (default), json or csv (places only)", Results),
            .. Reading.Options,
        ],
        Lesson,
        Run);

    private static int Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        var format = Output.FormatOf(arguments);
        FieldworkOptions options = OptionsOf(arguments);
        if (arguments.Files is not [var file] || !StudyFile.IsStudy(file))
        {
            Table table = Reading.Read(arguments, arguments.Files, [.. ColumnsOf(options)], [options.By]);
            PersonalLevels.RefuseOfFieldwork(table, options.By, options.Interviewer);
            CommandVoice.Note(table.Notes, messages);
            FieldworkReport.Write([(null, FieldworkSummary.Of(table, options))], format, output);
            return 0;
        }
        StudyData data = Study.Read(file).Load();
        foreach (Finding finding in data.Findings.Where(finding => finding.Severity == Severity.Unresolved))
            messages.WriteLine($"survey: warning: {finding.Message}");
        FieldworkReport.Write([.. data.Waves.Where(wave => wave.Everyone is not null).Select(wave => ((string?)wave.Wave.Id, SummaryOf(data, wave, options)))], format, output);
        return StudyFile.ExitCode(data);
    }

    private static FieldworkSummary SummaryOf(StudyData data, WaveData wave, FieldworkOptions options)
    {
        PersonalLevels.RefuseOfFieldwork(wave.Everyone!, options.By, options.Interviewer);
        return FieldworkSummary.Of(data, wave.Wave.Id, options);
    }

    private static FieldworkOptions OptionsOf(Arguments arguments)
    {
        var defaults = new FieldworkOptions { By = arguments["--by"] ?? throw new ArgumentException("No column of places is named; add --by COL, such as --by village.") };
        double? target = arguments["--target"] is { } number && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out double wanted) ? wanted : null;
        return defaults with
        {
            Disposition = arguments["--disposition"],
            Target = target,
            TargetColumn = target is null ? arguments["--target"] : null,
            Interviewer = arguments["--interviewer"],
            Replacement = arguments["--replacement"] is { } replacement ? Expr.Parse(replacement) : null,
            Items = [.. arguments.All("--items").Select(Variable.Parse)],
            LowestResponse = NumberOf(arguments, "--lowest-response", defaults.LowestResponse),
            MostReplacements = NumberOf(arguments, "--most-replacements", defaults.MostReplacements),
            LargestDeviation = NumberOf(arguments, "--largest-z", defaults.LargestDeviation),
            FewestInterviews = WholeOf(arguments, "--fewest-interviews", defaults.FewestInterviews),
        };
    }

    private static double NumberOf(Arguments arguments, string option, double otherwise) =>
        arguments[option] is not { } text ? otherwise
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value
        : throw new ArgumentException($"{option} takes a number such as {Invariant.Text(otherwise)}, not '{text}'.");

    private static int WholeOf(Arguments arguments, string option, int otherwise) =>
        arguments[option] is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value
        : throw new ArgumentException($"{option} takes a whole number such as {otherwise}, not '{text}'.");

    private static IEnumerable<string> ColumnsOf(FieldworkOptions options) =>
        new[] { options.By, options.Disposition, options.TargetColumn, options.Interviewer }.OfType<string>()
            .Concat(options.Replacement?.Columns ?? [])
            .Concat(options.Items.SelectMany(item => item.Of.Columns))
            .Distinct();
}
