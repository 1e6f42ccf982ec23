using Survey.Files;
using Survey.Monitoring.Reproducing;

namespace Survey.Monitoring;

/// <summary>Hands the figures of a study to R, so that they can be made again without this library.</summary>
public static class StudyReproduction
{
    /// <summary>Writes what R needs to make the figures of a study again, and a script that does it and compares.</summary>
    /// <param name="indicators">The figures.</param>
    /// <param name="folder">That is not there yet, or is empty.</param>
    /// <remarks>
    /// A CSV file for each wave has stratum, PSU and indicators as numbers, the weight before calibration and the cells that it is calibrated to; <c>population-*.csv</c> the people of these cells, <c>figures.csv</c> and <c>changes.csv</c> what the study has.
    /// <c>reproduce.R</c> (package <c>survey</c>, from 4.1 on) declares the designs, estimates every figure, prints it and ends with status 1 if one differs by more than 1e-8 of its size. No file has a code of a place; each row is still a person's answers.
    /// </remarks>
    /// <returns>What R does not make again or compare, and why: a clause each; the script says the same.</returns>
    /// <exception cref="SurveyDataException">The folder holds something or cannot be written, no figure can be made again, or a column looks like personal data (<see cref="PersonalData"/>).</exception>
    public static IReadOnlyList<string> Write(StudyIndicators indicators, string folder)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var reproduction = new Reproduction(indicators);
        (string File, Table Table)[] tables = [.. new ReproductionTables(reproduction).All()];
        foreach ((string file, Table table) in tables)
            if (PersonalData.Find(table) is [var personal, ..])
                throw new SurveyDataException($"{folder} is not written, as in {file} {personal}; let the indicator that asks for it count a condition, or leave the indicator out of the study.");
        string script = new ReproductionScript(reproduction).Text();
        OutputFolder.Write(folder, beside =>
        {
            foreach ((string file, Table table) in tables)
                using (StreamWriter text = File.CreateText(Path.Combine(beside, file)))
                    table.WriteCsv(text);
            File.WriteAllText(Path.Combine(beside, ReproductionScript.File), script);
        });
        return reproduction.LeftOut;
    }
}
