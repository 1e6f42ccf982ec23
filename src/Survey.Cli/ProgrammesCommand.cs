using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>survey programmes: what healthy-county notices ask.</summary>
internal static class ProgrammesCommand
{
    private const string Lesson = """
        Without a name the programmes that are known are listed. With one, everything its notice asks: each condition with
        its number, points, rule, departments and date, and what the notice leaves open and a study must choose. With the
        numbers of parts these alone are explained, each with the clause that it comes from. Short names are ours, clauses
        are the notice's own words; what the notice does not say is not assumed.

        --by unit says who owes what by when; --calendar says what falls in which phase, and what is due at set times.
        With --study the calendar says whether each survey of the study lies in its phase.

        --template writes a workbook with a row for each part, in which departments hand in figures and reviewers
        decisions; name it in a study under entries, and survey check reads it. With --study its towns are filled in.

        Examples
          survey programmes
          survey programmes wuzhong-2023 --lang zh
          survey programmes wuzhong-2023 37 54
          survey programmes qidong-2023 --by unit
          survey programmes wuzhong-2023 --template entries.xlsx --study study.yaml

        """;

    public static readonly Command Command = new(
        "programmes",
        "what the healthy-county notices ask: conditions, points, departments, dates",
        "[PROGRAMME [PART ...]] [options]",
        () =>
        [
            new("--by", ["WHAT"], "unit, phase or dimension: parts grouped by it", "What"),
            new("--calendar", [], "phases with their surveys, and what is due at set times", "What"),
            new("--template", ["FILE"], "writes a workbook (.xlsx) for figures and decisions, a row for each part", "What"),
            new("--study", ["STUDY"], "a study: its towns go into the workbook, its waves are held against the calendar", "What"),
            new("--lang", ["LANGUAGE"], "zh or en; by default en, of a workbook zh", "Results"),
            new("--format", ["FORMAT"], "table (default), json (both languages) or csv (a row for each part)", "Results"),
        ],
        Lesson,
        Run);

    private static int Run(Arguments arguments, TextWriter output, TextWriter messages)
    {
        Format format = Output.FormatOf(arguments);
        Language language = CheckCommand.LanguageOf(arguments) ?? Language.English;
        if (arguments.Files is not [var id, .. var parts])
        {
            if (arguments.Options.Select(own => own.Option.Name).FirstOrDefault(name => name is "--by" or "--calendar" or "--template" or "--study") is { } odd)
                throw new ArgumentException($"{odd} is of one programme; name it, such as {Programme.Library.All[0].Id}.");
            Output.Write(new ProgrammeReport(null, language), format, output);
            return 0;
        }
        Programme programme = Programme.Library[id];
        if (arguments["--template"] is { } file)
        {
            if (parts.Count > 0 || arguments.Has("--by") || arguments.Has("--calendar") || arguments.Has("--format"))
                throw new ArgumentException("--template writes the workbook of a whole programme; leave parts, --by, --calendar and --format out.");
            WriteTemplate(programme, file, arguments, CheckCommand.LanguageOf(arguments) ?? Language.Chinese, messages);
            return 0;
        }
        Study? study = arguments["--study"] is { } path ? Study.Read(path) : null;
        if (study is not null && !arguments.Has("--calendar"))
            throw new ArgumentException("--study goes with --template, whose towns it names, or with --calendar, which its waves are held against; add one of them, or leave it out.");
        Output.Write(new ProgrammeReport(programme, language) { Parts = [.. parts.Select(part => PartOf(programme, part))], By = ByOf(arguments), IsCalendar = arguments.Has("--calendar"), Study = study }, format, output);
        return 0;
    }

    private static ProgrammePart[] PartOf(Programme programme, string id) =>
        programme[id] is { } part ? [part]
        : programme.Items.FirstOrDefault(item => item.Number == id) is { } item ? [.. item.Parts]
        : throw new ArgumentException(programme.Missing.Any(own => own.Number == id)
            ? $"The notice of {programme.Id} has no item {id}, and nothing is assumed of it."
            : $"{programme.Id} has no part '{id}'; survey programmes {programme.Id} lists them."); // the nearest number means nothing

    private static PartGroup? ByOf(Arguments arguments) =>
        arguments["--by"] is { } word ? Words.OneOf("--by", word, ("unit", PartGroup.Unit), ("phase", PartGroup.Phase), ("dimension", PartGroup.Dimension)) : null;

    private static void WriteTemplate(Programme programme, string file, Arguments arguments, Language language, TextWriter messages)
    {
        IReadOnlyList<string> towns = arguments["--study"] is { } path ? Study.Read(path).Towns() : [];
        if (File.Exists(file))
            throw new ArgumentException($"{file} is there already, and may have been filled in; name another file, or remove it.");
        programme.WriteEntriesTemplate(file, towns, language);
        messages.WriteLine($"survey: {file} has a row for each of the {programme.Parts.Count()} parts of {programme.Id}; fill it in, and name it in the study under entries.");
    }
}

/// <summary>By what parts are grouped.</summary>
internal enum PartGroup { Unit, Phase, Dimension }
