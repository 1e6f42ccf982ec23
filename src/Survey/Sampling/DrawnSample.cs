using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Survey;

/// <summary>A sample as it was drawn, with its probabilities.</summary>
[TypeFormatterSource(typeof(NotebookFormatters), PreferredMimeTypes = ["text/html"])]
public sealed partial class DrawnSample : IResult
{
    // apart from the numbers of stages, so that tables and draws have chance of their own
    private const ulong KishStream = 1_000_000;

    private readonly SampleDraw _draw;
    private readonly int[] _rows;
    private readonly Table _frameRows;
    private readonly EarlierStages? _earlier;

    internal DrawnSample(SamplingPlan plan, SampleDraw draw, Table rows) : this(plan, draw, rows, null)
    {
    }

    private DrawnSample(SamplingPlan plan, SampleDraw draw, Table rows, EarlierStages? earlier)
    {
        (Plan, _draw, _rows, _frameRows, _earlier) = (plan, draw, [.. draw.Rows], rows, earlier);
        if (Added().Select(column => column.Name).FirstOrDefault(rows.Columns.Contains) is { } taken)
            throw new SurveyDataException($"The frame has a column '{taken}' already, which a drawn sample adds; leave it out of the frame, or give it another name.");
        Units = new Table([.. rows.Columns.Select(name => (name, rows[name])), .. Added()], rows.Notes);
        Strata = new Sequence<DrawnStratum>([.. draw.Strata.Select(Summary)]);
        Notes = new Sequence<string>([.. draw.Notes.Lines(NameOf)]);
    }

    /// <summary>What was drawn by.</summary>
    public SamplingPlan Plan { get; }

    /// <summary>
    /// The rows of the frame that were drawn, in its order, with, for each stage k, <c>probability</c>k (that the unit was drawn, given that the unit of the stage before was), <c>drawn</c>k and <c>units</c>k (units drawn, and units, in its stratum),
    /// and <c>probability</c>, their product, and <c>weight</c>, 1 over it.
    /// </summary>
    public Table Units { get; }

    /// <summary>What was drawn in each stratum from which units were drawn, the first stage first.</summary>
    public IReadOnlyList<DrawnStratum> Strata { get; }

    /// <summary>Units taken with certainty, strata taken whole or left empty.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Rows of the frame.</summary>
    public long FrameRows => _draw.Frame.RowCount;

    /// <summary>SHA-256 of what the frame's rows say in the plan's columns, in their order; the same whatever kind of file they stand in.</summary>
    public string FrameFingerprint => _draw.Frame.Fingerprint;

    /// <summary>The sample as the next stages of an earlier one, such as households drawn in villages that had been drawn before they were listed.</summary>
    /// <param name="earlier">The earlier <see cref="Units"/>; columns of the first stage's strata by which each unit is found in it, at least one.</param>
    /// <returns>The same units with the columns of all stages, numbered on; <c>probability</c> and <c>weight</c> are those of all.</returns>
    /// <exception cref="SurveyDataException">The earlier sample shares no stratum column, has no probabilities, has a unit twice, or one of the two has units that the other lacks.</exception>
    public DrawnSample After(Table earlier) => new(Plan, _draw, _frameRows, EarlierStages.Of(earlier, Plan.Stages[0].Strata.All, _frameRows));

    /// <summary>Whether a column is one that samples add.</summary>
    internal static bool IsAdded(string column) => column is "probability" or "weight" || AddedName().IsMatch(column);

    [GeneratedRegex("^(probability|drawn|units)[1-9][0-9]*$")]
    private static partial Regex AddedName();

    /// <summary>What anyone needs to repeat the draw.</summary>
    public DrawRecord Record => new(Plan, FrameRows, FrameFingerprint, _draw.Units.Count, Fingerprint());

    /// <summary>
    /// The chances that two units of the first stage, drawn in one stratum, are drawn together. Those of different strata are drawn independently, so theirs is the product of their probabilities.
    /// </summary>
    /// <returns>A row for each two: the columns of the strata, <c>first</c> and <c>second</c> (names of units) and <c>probability</c>.</returns>
    /// <exception cref="SurveyDataException">The method has no formula for them (Brewer's with more than two units a stratum, a share kept from last year).</exception>
    public Table JointProbabilities() => new JointTable(Plan.Stages[0], _draw.Frame, [.. _draw.Strata.Where(stratum => stratum.Stage == 0)], NameOf).Make();

    /// <summary>Gives each unit drawn at the last stage, a household, its table of the Kish grid before it is visited; each twelve in a row of one village have the twelve tables.</summary>
    /// <returns><see cref="Units"/> with the column <c>kishTable</c>, of levels A, B1, B2, C, D, E1, E2 and F; by the plan's seed.</returns>
    public Table WithKishTables()
    {
        var assigned = new KishTable[_rows.Length];
        foreach (var stratum in Enumerable.Range(0, _rows.Length).GroupBy(k => _draw.Units[k].Stratum.Stratum))
        {
            int[] households = [.. stratum];
            var random = new RandomStream(Plan.Seed, [KishStream, .. _draw.Frame.TextsOf(Plan.Stages.Count - 1, stratum.Key).Select(text => IdCheck.HashOf(text))]);
            foreach ((int household, KishTable table) in households.Zip(KishGrid.Assign(households.Length, random)))
                assigned[household] = table;
        }
        return Units.With("kishTable", new CategoryColumn([.. assigned.Select(table => table.ToString())], [.. KishGrid.Tables.Select(table => table.ToString())]));
    }

    /// <summary>The strata as an aligned table, and the notes.</summary>
    public override string ToString() => new DrawnSampleText(this).Display().ToString();

    /// <summary>What was drawn as rows, one a stratum of each stage; <see cref="Units"/> has the units.</summary>
    public Table ToTable()
    {
        var rows = new ResultTable<DrawnStratum>(Strata).Number("stage", stratum => stratum.Stage).Text("unit", stratum => stratum.Unit);
        foreach (string name in Strata.SelectMany(stratum => stratum.Stratum.Select(part => part.Column)).Distinct())
            rows.Key(name, stratum => stratum.Stratum.FirstOrDefault(part => part.Column == name).Text);
        return rows.Number("units", stratum => stratum.Units).Number("size", stratum => stratum.Size).Number("drawn", stratum => stratum.Drawn).Number("certain", stratum => stratum.Certain)
            .Number("lowestProbability", stratum => stratum.LowestProbability).Number("highestProbability", stratum => stratum.HighestProbability)
            .ToTable();
    }

    Display IResult.Display() => new DrawnSampleText(this).Display();

    private string NameOf(int stage, int unit)
    {
        if (_draw.Frame.Stages[stage].UnitLevel is { } level)
            return level.TextOf(unit);
        // a unit of the last stage that has a name to be said was drawn
        int at = Array.BinarySearch(_rows, unit);
        return Units.Columns.Contains(Plan.Stages[stage].Unit) ? Units[Plan.Stages[stage].Unit].TextAt(at)! : $"row {Invariant.Count(unit + 1L)}";
    }

    private IEnumerable<(string Name, Column Column)> Added()
    {
        foreach ((string, Column) column in _earlier?.Columns ?? [])
            yield return column;
        for (int k = 0; k < Plan.Stages.Count; k++)
        {
            int stage = k, number = (_earlier?.Count ?? 0) + k + 1;
            yield return ($"probability{number}", Numbers(unit => unit.At(stage).Probability));
            yield return ($"drawn{number}", Numbers(unit => unit.At(stage).Stratum.At.Length));
            yield return ($"units{number}", Numbers(unit => unit.At(stage).Stratum.Units.Length));
        }
        double[] probabilities = [.. _draw.Units.Select((unit, row) => Probability(unit) * (_earlier?.Probabilities[row] ?? 1))];
        yield return ("probability", NumberColumn.Owning(probabilities));
        yield return ("weight", NumberColumn.Owning(Array.ConvertAll(probabilities, probability => 1 / probability)));
    }

    private NumberColumn Numbers(Func<DrawnUnit, double> number) => NumberColumn.Owning([.. _draw.Units.Select(number)]);

    private static double Probability(DrawnUnit unit) => unit.Parent is null ? unit.Probability : Probability(unit.Parent) * unit.Probability;

    private string Fingerprint()
    {
        byte[] bytes = new byte[_draw.Units.Count * 16];
        for (int k = 0; k < _draw.Units.Count; k++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(k * 16), _draw.Units[k].Unit);
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(k * 16 + 8), Probability(_draw.Units[k]));
        }
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    private DrawnStratum Summary(StratumSample stratum)
    {
        FrameStage stage = _draw.Frame.Stages[stratum.Stage];
        double[] probabilities = [.. stratum.At.Select(stratum.ProbabilityAt)];
        return new DrawnStratum(
            stratum.Stage + 1,
            stage.Plan.Unit,
            new Sequence<(string, string)>([.. _draw.Frame.NamesOf(stratum.Stage, stratum.Stratum)]),
            stratum.Units.Length,
            stage.Plan.HasSizes ? stratum.Units.Sum(stage.SizeOf) : stratum.Units.Length,
            stratum.At.Length,
            probabilities.Count(probability => probability >= 1),
            probabilities.Length == 0 ? double.NaN : probabilities.Min(),
            probabilities.Length == 0 ? double.NaN : probabilities.Max());
    }
}
