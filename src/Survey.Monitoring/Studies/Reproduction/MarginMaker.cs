using Survey.Monitoring.Weighting;

namespace Survey.Monitoring.Reproducing;

/// <summary>Makes the margins of a study's calibrations of its files of populations. A cell has a name of its own in each wave, so that waves that are stacked keep their populations apart.</summary>
/// <param name="study">With the files.</param>
/// <param name="waves">Whose people are in the cells.</param>
/// <param name="names">That are taken.</param>
/// <param name="codes">Columns whose levels are not handed on.</param>
internal sealed class MarginMaker(Study study, IReadOnlyList<ReproducedWave> waves, RNames names, PlaceCodes codes)
{
    /// <param name="index">Of the step.</param>
    /// <param name="step">As the study declares it.</param>
    public ReproducedStep Step(int index, StudyCalibration step) => new(step, [.. step.Margins.Select(margin => Margin(index, step, margin))]);

    private ReproducedMargin Margin(int index, StudyCalibration step, StudyMargin margin)
    {
        string column = names.Of(string.Join('_', margin.Cells), "cell");
        var cells = new List<string?[]>();
        var rows = new List<(string Wave, string Cell, string Label, double Amount)>();
        foreach (ReproducedWave wave in waves)
        {
            string called(int cell) => $"{wave.Suffix}:{cell + 1}";
            Margin population = new PopulationFile(study, study.Waves.First(own => own.Id == wave.Id), step).Read(margin, wave.People);
            int[] cellOf = MarginCodes.Of(wave.People, population, wave.Design.Calibrations!.Steps[index].Before, out string[] labels);
            cells.Add(Array.ConvertAll(cellOf, cell => cell < 0 ? null : called(cell)));
            // a cell without people has no respondents either, and R asks for none
            rows.AddRange(population.Cells.Index().Where(cell => cell.Item.Amount > 0).Select(cell => (wave.Id, called(cell.Index), labels[cell.Index], cell.Item.Amount)));
        }
        (string, Column)[] shown = margin.Cells.Any(codes.Contains) ? [] : [("label", Texts(rows.Select(row => row.Label)))];
        return new ReproducedMargin(column, string.Join(" x ", margin.Cells), step.AreShares, cells, Table.FromColumns([
            ("wave", Texts(rows.Select(row => row.Wave))),
            (column, Texts(rows.Select(row => row.Cell))),
            .. shown,
            (step.AreShares ? "share" : "people", new NumberColumn([.. rows.Select(row => row.Amount)]))]));
    }

    private static CategoryColumn Texts(IEnumerable<string> texts) => new([.. texts]);
}
