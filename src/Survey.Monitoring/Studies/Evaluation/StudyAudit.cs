using System.Reflection;
using System.Security.Cryptography;
using Survey.Files;

namespace Survey.Monitoring;

/// <summary>By what an auditor can check that figures follow from files: their hashes, what was read and left out, and every choice of method.</summary>
/// <param name="Files">All files that were read, by path.</param>
/// <param name="Choices">What was chosen, in the words of the study.</param>
/// <param name="Version">Of this library.</param>
public sealed record StudyAudit(IReadOnlyList<AuditFile> Files, IReadOnlyList<(string What, string Choice)> Choices, string Version)
{
    /// <summary>The audit of a study's figures.</summary>
    /// <param name="indicators">The figures.</param>
    /// <exception cref="SurveyDataException">A file is not there any more.</exception>
    public static StudyAudit Of(StudyIndicators indicators)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        Study study = indicators.Data.Study;
        string[] paths = [study.File, .. indicators.Data.Waves.SelectMany(wave => wave.Files).Select(file => file.File), .. NodeValues.AllTexts(study.Tree).Select(text => Path.Combine(study.Folder, text))];
        AuditFile[] files = [.. paths.Where(File.Exists).Select(path => (Path: path, Name: study.Relative(path))).DistinctBy(file => file.Name).OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => AuditFile.Of(file.Path, file.Name))];
        return new StudyAudit(files, [.. ChoicesOf(study)], typeof(StudyAudit).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "");
    }

    private static IEnumerable<(string, string)> ChoicesOf(Study study)
    {
        StudyEvaluation evaluation = study.Evaluation;
        yield return ("confidence", FormattableString.Invariant($"{100 * evaluation.Judgement.Level:0.##} %"));
        yield return ("interval of a proportion", "logit");
        yield return ("interval of a relative change", "Fieller");
        yield return ("rounding", evaluation.Judgement.Decimals is { } decimals ? FormattableString.Invariant($"{decimals} decimals") : "none");
        yield return ("figures that judge", evaluation.Judgement.ConfirmedJudges ? "confirmed" : "ours");
        yield return ("year of a reference", evaluation.ReferenceYear == ReferenceYear.Same ? "same" : "latest published");
        yield return ("family", evaluation.Family is { } family ? $"{(family.Adjustment == FamilyAdjustment.Holm ? "holm" : "benjamini-hochberg")} over {(family.Targets.Count == 0 ? "all" : string.Join(", ", family.Targets))}" : "none");
        if (study.Programme.Uses.Count > 0)
            yield return ("programme", string.Join(", ", study.Programme.Uses.Select(own => own.Id)));
        foreach ((string choice, string made) in study.Programme.Choices.Made)
            yield return ($"programme choice {choice}", made);
        foreach ((string target, Waiver waiver) in evaluation.Waivers)
            yield return ($"waiver of {waiver.Difference.ToString().ToLowerInvariant()} for {target}", waiver.Reason);
        if (study.Design is { } design)
        {
            yield return ("strata", design.Strata.Count == 0 ? "none" : string.Join(", ", design.Strata));
            yield return ("clusters", design.Clusters.Count == 0 ? "none" : string.Join(", ", design.Clusters));
            yield return ("same places", design.SamePlaces switch { true => "same", false => "different", _ => "unknown" });
            yield return ("strata of one PSU", design.LonelyPsu.ToString().ToLowerInvariant());
            yield return ("degrees of freedom", design.DegreesOfFreedom.ToString().ToLowerInvariant());
        }
        if (study.Instrument is { } instrument)
        {
            yield return ("questionnaire", $"{instrument.Use}, edition {instrument.Version ?? "not stated"}");
            yield return ("unanswered items", instrument.MostUnanswered is { } most ? FormattableString.Invariant($"wrong; more than {most}: no score") : "wrong");
            yield return ("\"I do not know\"", instrument.DontKnow.Count == 0 ? "no such answer" : $"wrong ({string.Join(", ", instrument.DontKnow)})");
        }
        foreach (Indicator indicator in evaluation.Indicators)
            yield return ($"indicator {indicator.Id}", $"{indicator.Event ?? (indicator.Numerator is null ? "records" : $"{indicator.Numerator} / {indicator.Denominator}")}{(indicator.Ages is { } ages ? $", ages {ages}" : "")}{(indicator.Population is { } population ? $", of {population}" : "")}");
        if (study.Weighting?.Replicates is { } replicates)
            yield return ("replicates", replicates.Type);
        yield return ("seed", "none: nothing in these figures is drawn by chance");
    }
}

/// <summary>A file that was read.</summary>
/// <param name="Path">Relative to the folder of the study.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its hash, in hexadecimal digits.</param>
public sealed record AuditFile(string Path, long Bytes, string Sha256)
{
    internal static AuditFile Of(string path, string name)
    {
        using FileStream stream = InputFile.Attempt(path, () => File.OpenRead(path));
        return new AuditFile(name, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }
}
