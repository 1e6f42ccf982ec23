namespace Survey.Monitoring.Reproducing;

/// <summary>Writes the script that makes the figures again: people, designs, figures, changes, and how far they are from the study's.</summary>
internal sealed class ReproductionScript(Reproduction reproduction)
{
    /// <summary>The name of its file.</summary>
    public const string File = "reproduce.R";

    private readonly RScript _script = new();

    private Study Study => reproduction.Study;

    public string Text()
    {
        Head();
        People();
        new ScriptDesigns(reproduction, _script).Write();
        new ScriptFigures(reproduction, _script).Write();
        Comparison();
        return _script.ToString();
    }

    private void Head()
    {
        _script.Comment(Study.Title.English ?? Study.Title.ToString());
        if (Study.Simulated)
            _script.Comment("Its people are made up.");
        _script.Code("#");
        _script.Comment("The figures of the study, made again by R's package survey (4.1 or later):");
        _script.Code($"#\n#   Rscript {File}\n#");
        _script.Comment($"The samples are declared as the study declares them, every figure is estimated from the files beside this script, and each number is held against the study's (figures.csv{(reproduction.Changes.Count > 0 ? ", changes.csv" : "")}). It ends with status 1 if one of them is off by more than 1e-8 of its size. Written by survey check --reproduce.");
        _script.Blank();
        _script.Code($$"""
            suppressPackageStartupMessages(library(survey))
            options(survey.lonely.psu = "{{LonelyPsuOf(Study.Design?.LonelyPsu ?? LonelyPsu.Fail)}}", width = 120)

            # the files stand beside this script, wherever it is run from
            script <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
            if (length(script) == 1) setwd(dirname(gsub("~+~", " ", script, fixed = TRUE)))

            level     <- {{Invariant.Text(reproduction.Level)}}  # of the intervals
            tolerance <- 1e-8  # relative

            {{RFunctions.Read}}
            """);
    }

    private void People()
    {
        _script.Section("People");
        _script.Comment($"A row for each respondent{(reproduction.HasUnmetPsus ? $", and one of weight 0 for each {(reproduction.Units.HasClusters ? "PSU where nobody responded" : "person who did not respond")}" : "")}. Indicators and groups: 1 is yes, 0 is no, empty is not known.");
        (string Name, string What)[] columns = [.. ColumnsOf()];
        int width = columns.Max(column => column.Name.Length) + 2;
        foreach ((string name, string what) in columns)
            _script.Comment(what, "#".PadRight(width + 4), $"#   {name.PadRight(width)}");
        _script.Blank();
        foreach (ReproducedWave wave in reproduction.Waves)
            _script.Code($"people_{wave.Suffix} <- read({RText.Quoted(wave.File)})");
    }

    private IEnumerable<(string, string)> ColumnsOf()
    {
        StudyDesign? design = Study.Design;
        if (reproduction.Units.HasStrata)
            yield return ("stratum", $"{string.Join(" x ", design!.Strata)}, by a number of its own");
        if (reproduction.Units.HasClusters)
            yield return ("psu", $"{design!.Clusters[0]}, by a number of its own{(reproduction.Units.AreShared ? ": the same number is the same place in all waves" : "")}");
        yield return ("weight", WeightText());
        foreach (ReproducedMargin margin in reproduction.Steps.SelectMany(step => step.Margins))
            yield return (margin.Column, $"the cell of {margin.What} that a person is in, as in {margin.File}");
        foreach (ReproducedColumn domain in reproduction.Domains)
            yield return (domain.Name, $"the group {Definition(domain, "of an indicator")}");
        foreach (ReproducedIndicator own in reproduction.Indicators)
            for (int k = 0; k < own.Columns.Count; k++)
                yield return (own.Columns[k].Name, $"{own.Indicator.Name.English ?? own.Indicator.Name.Chinese}{PartOf(own, k)}: {Definition(own.Columns[k], "as the study defines it")}");
    }

    private static string PartOf(ReproducedIndicator own, int column) => own.Columns.Count == 1 ? "" : column == 0 ? ", what is divided" : ", by what it is divided";

    private string WeightText() =>
        Study.Weighting is not { } weighting ? "1 of everybody, as the study declares no weights"
        : weighting.Calibrations.Count == 0 ? "after all steps of weighting"
        : reproduction.KeepsFinalWeights ? "after all steps of weighting, calibration too"
        : $"after {(weighting.Nonresponse is null ? "the draw" : "nonresponse")}{(weighting.Trimming is null ? "" : " and trimming")}, before it is brought to the population";

    /// <summary>What a column is in the study's words, or other words where these might hold a code of a place.</summary>
    private string Definition(ReproducedColumn column, string otherwise) => reproduction.Codes.AreIn(column.Of) ? otherwise : column.Of.ToString();

    private void Comparison()
    {
        bool hasChanges = reproduction.Changes.Count > 0;
        string errors = reproduction.ErrorsDiffer ? "" : "\"se\", ";
        _script.Section("Comparison");
        _script.Code(RFunctions.Apart);
        _script.Blank();
        _script.Code($"figures$apart <- apart(figures, \"figures.csv\", c(\"indicator\", \"wave\"), c(\"estimate\", {(reproduction.ErrorsDiffer ? "" : "\"se\", \"low\", \"high\", ")}\"df\"))");
        _script.Code("show(figures)");
        if (hasChanges)
        {
            _script.Blank();
            _script.Code($"changes$apart <- apart(changes, \"changes.csv\", c(\"indicator\", \"from\", \"to\"), c(\"change\", {errors}\"df\"))");
            _script.Code("cat(\"\\n\")\nshow(changes)");
        }
        NotCompared();
        _script.Blank();
        _script.Code($$"""
            worst <- max(figures$apart{{(hasChanges ? ", changes$apart" : "")}})
            cat("\nLargest relative difference:", format(worst, digits = 2), "\n")
            if (worst > tolerance) stop("a number is off by more than ", tolerance, " of its size", call. = FALSE)
            """);
    }

    private void NotCompared()
    {
        if (reproduction.LeftOut.Count == 0)
            return;
        _script.Blank();
        _script.Code($"not_compared <- c(\n  {string.Join(",\n  ", reproduction.LeftOut.Select(RText.Quoted))})");
        _script.Code("cat(\"\\nNot made again, or not compared:\\n\")\nwriteLines(strwrap(paste(\"-\", not_compared), width = 100, exdent = 2))");
    }

    private static string LonelyPsuOf(LonelyPsu rule) =>
        rule switch
        {
            LonelyPsu.Certainty => "certainty",
            LonelyPsu.Adjust => "adjust",
            LonelyPsu.Average => "average",
            _ => "fail",
        };
}
