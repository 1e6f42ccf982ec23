using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>survey weight: the weights that a study declares, made and written.</summary>
internal static class WeightCommand
{
    private const string Lesson = """
        Reads the study as survey load does, makes the weights of its section weighting, and writes into the folder
          WAVE.csv       the valid people of each wave with a column of each stage's weight, baseWeight, and weight,
                         which is after nonresponse
        and prints what each step did: factors, the sum and the range of the weights, and Kish's design effect, by how
        much unequal weights alone raise a variance.

        Those who did not respond are not written, but the cells know them: valid people stand for them, for the
        unknown as far as those known were eligible, and for questionnaires that do not count. A village without a
        valid person is in no table of people; the log names it. Weights are not yet trimmed or post-stratified.

        Exit code 0: all waves were weighted; 3: some; 2: none, or the study itself is wrong.

        Examples
          survey weight study.yaml --out weighted
          survey estimate weighted/2024.csv --weights weight --strata town --clusters village --mean age

        """;

    public static readonly Command Command = new(
        "weight",
        "weights of a study, from its stages and from nonresponse, and what each step did",
        "STUDY --out FOLDER [options]",
        [
            new("--out", ["FOLDER"], "the folder to write into; files of the same names are replaced", "Results"),
            new("--format", ["FORMAT"], "what is printed: table (default), json or csv (steps only)", "Results"),
        ],
        Lesson,
        Run);

    private static int Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        var format = Output.FormatOf(arguments);
        string name = StudyFolder.Of(arguments);
        StudyWeights weights = StudyFile.Of(arguments).Load().Weigh();
        var report = new WeightReport(weights);
        var folder = new StudyFolder(name, weights.Data.Study);
        foreach (WaveWeights wave in weights.Waves)
            if (wave.Table is { } table)
                folder.WritePeople(table, wave.Wave);
            else
                folder.SayNotWritten(wave.Wave, report.Findings, messages);
        Output.Write(report, format, output);
        return StudyFile.ExitCode(weights.Waves.Select(wave => wave.Result is not null));
    }
}
