using Survey.Files;

namespace Survey.Cli;

/// <summary>survey sample: a sample drawn from a frame.</summary>
internal static class SampleCommand
{
    private const string Results = "Results";

    private const string Lesson = """
        The frame lists every unit that may be drawn, a row each: villages, or households with the village they are in.
        Each --stage names the column of what is drawn, and the options after it say how; a later stage draws within the
        units of the one before. Units of the last stage are rows; those of an earlier one are all rows of one name.
        A method with --size draws in proportion to size; a unit as large as its stratum's total over the number drawn is
        taken with certainty, and the command says so. Names, sizes and numbers that are missing or impossible are errors.

        The sample has the frame's columns and probability1, drawn1, units1 (2, ... for further stages), probability and
        weight. Beside it a record is written (OUT.draw.json): with it, anyone who has the frame can repeat the draw by
        survey sample FRAME --repeat OUT.draw.json (--kish gives the same Kish tables again).

        Where households are listed only in the villages drawn, draw in two steps: villages first, then households within
        the village, --after the first sample; stages are numbered on, and weights are those of both.

        Examples
          survey sample villages.xlsx --stage village --within town --draw 2 --method systematic --size households --seed 20230904 --out drawn.csv
          survey sample households.csv --stage village --within town --draw 2 --method pivotal --size-rows \
             --stage household --draw 55 --all-if-fewer --seed 20230904 --out drawn.csv --kish-sheets sheets
          survey sample listed.csv --stage household --within village --draw 55 --after drawn.csv --seed 20230905 --out households.csv
          survey sample villages.csv --stage village --within town --size households --merge-below 750 --split-above 2000 --out segments.csv
          survey sample villages.csv --stage village --within town --draw 2 --method systematic --size households --keep 50% --last 2023.csv --seed 20240826 --out 2024.csv

        """;

    public static readonly Command Command = new(
        "sample",
        "villages, households or other units drawn from a list, with their probabilities",
        "FRAME [...] --stage UNIT --draw N [STAGE OPTIONS] [--stage ...] --seed N --out FILE [options]",
        () =>
        [
            .. SamplingOptions.Options,
            new("--seed", ["N"], "a whole number that decides the draw; the same number gives the same sample", SamplingOptions.Draw),
            new("--after", ["FILE"], "an earlier sample, such as of villages: its units are the strata of this draw, and its probabilities are multiplied in", SamplingOptions.Draw),
            new("--repeat", ["RECORD"], "draws again as the record says, and checks that frame and sample are the same", SamplingOptions.Draw),
            .. SegmentOptions.Options,
            .. KishOptions.Options,
            new("--out", ["FILE"], "the sample, as CSV or a workbook (.xlsx); its record is written beside it", Results),
            new("--joint", ["FILE"], "the joint probabilities of the first stage's units, as CSV", Results),
            new("--columns", ["COL[,COL]"], "the columns of the frame that the sample keeps, by default all that do not look like personal data", Results),
            new("--format", ["FORMAT"], "what is printed: table (default), json or csv (the strata)", Results),
            .. Reading.Options,
        ],
        Lesson,
        Run);

    private static int Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        var format = Output.FormatOf(arguments);
        string file = arguments["--out"] ?? throw new ArgumentException("No file is named for the sample; say where it goes with --out FILE.");
        Reading.CheckFiles(arguments);
        OutputPath.RefuseInput(file, arguments.Files);
        if (SegmentOptions.AreAsked(arguments))
            return SegmentOptions.Run(arguments, file, output, messages);
        DrawRecord? record = RecordOf(arguments);
        SamplingPlan plan = record?.Plan ?? new SamplingPlan(SeedOf(arguments), SamplingOptions.StagesOf(arguments));
        KishSheetOptions? sheets = KishOptions.Of(arguments, plan);
        IReadOnlyList<string>? asked = SampleColumns.Asked(arguments, plan);
        DrawnSample sample = plan.Draw(arguments.Files, Reading.OptionsOf(arguments) with { Columns = asked });
        record?.Check(sample);
        if (arguments["--after"] is { } after)
            sample = sample.After(SamplingOptions.EarlierSample(after));
        Table? joint = arguments.Has("--joint") ? sample.JointProbabilities() : null;
        Table units = arguments.Has("--kish") || sheets is not null ? sample.WithKishTables() : sample.Units;

        SampleColumns.WithoutPersonalData(units, plan, asked, messages).Write(file, new WriteOptions { PersonalDataAllowedIn = asked ?? [] });
        TextFile.Write(RecordBeside(file), sample.Record.ToJson());
        joint?.Write(arguments["--joint"]!);
        if (sheets is not null)
            KishOptions.Write(arguments, units, sheets, messages);
        CommandVoice.Note(sample.Units.Notes, messages);
        Output.Write(sample, format, output);
        if (record is not null)
            messages.WriteLine("survey: The draw was repeated: frame and sample are those of the record.");
        return 0;
    }

    private static DrawRecord? RecordOf(Arguments arguments)
    {
        if (arguments["--repeat"] is not { } path)
            return null;
        if (arguments.Options.FirstOrDefault(option => option.Option.Name is "--seed" or "--stage" or "--draw" or "--keep" or "--last") is { Option: { } given })
            throw new ArgumentException($"--repeat takes seed and stages from the record; leave {given.Name} out.");
        return DrawRecord.Parse(TextFile.Read(path, "--repeat"));
    }

    private static string RecordBeside(string file) => $"{file}.draw.json";

    private static ulong SeedOf(Arguments arguments) =>
        arguments["--seed"] is not { } text ? throw new ArgumentException("No seed is given; choose any whole number, such as the date, --seed 20230904, and the draw can be repeated by anyone.")
        : Words.Seed(text);
}
