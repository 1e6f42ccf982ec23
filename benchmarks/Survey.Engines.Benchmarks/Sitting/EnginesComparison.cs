using Survey.Benchmarks.Comparison;
using Survey.Engines.Tests;
using Survey.Files;

namespace Survey.Engines.Benchmarks;

/// <summary>Asks the same of every place in one sitting, and writes the tables.</summary>
/// <param name="sizes">Rows of the surveys, the smallest first.</param>
/// <param name="folder">Where files are made; they are removed.</param>
internal sealed class EnginesComparison(int[] sizes, string folder) : IDisposable
{
    private const double Tolerance = 1e-10;
    private const int LoadedRows = 1_000_000, LargeRows = 10_000_000;
    private const int Runs = 5, FewRuns = 2;

    private static readonly Question[] ManyGroups = [Question.Psus, new("300 strata x 200 PSUs", "psu200"), new("300 strata x 1,334 PSUs", "psu1334")];

    private readonly ClickHouseCluster _cluster = new();
    private readonly PostgresShards _shards = new();
    private readonly DuckDbPlace _duckDb = new(Path.Combine(folder, "people.duckdb"));

    public void Run(TextWriter to)
    {
        var clickHouse = new ClickHousePlace(_cluster);
        PostgreSqlPlace alone = new(_shards, isSharded: false), sharded = new(_shards, isSharded: true);
        PostgreSqlPlace.PrepareShards(_shards);
        Place[] places = [clickHouse, alone, sharded, _duckDb];
        List<Line> lines = [];
        foreach (int rows in sizes)
        {
            Say($"{rows:N0} rows");
            lines.AddRange(Lines(rows, clickHouse, alone, sharded, places));
        }
        Say("many groups");
        Line[] groups = [.. new (Place Place, int Rows)[] { (clickHouse, sizes[^1]), (sharded, sizes[0]) }.SelectMany(of => ManyGroups.Select(question => Told(new EstimateLines(of.Rows, FewRuns, 0).Of(of.Place, question, null))))];
        Say("one thread");
        (string, long, Taken)[] scans = [.. places.Select(Scan)];
        Say("loads");
        LoadLine[] loads = [.. Loads(clickHouse, alone, sharded)];
        Write(to, lines, groups, scans, loads, [.. places.Select(place => place.Version).Distinct()]);
    }

    public void Dispose()
    {
        _duckDb.Dispose();
        _shards.Dispose();
        _cluster.Dispose();
    }

    private Line[] Lines(int rows, ClickHousePlace clickHouse, PostgreSqlPlace alone, PostgreSqlPlace sharded, Place[] places)
    {
        string parquet = Path.Combine(folder, $"people-{rows}.parquet"), csv = Path.Combine(folder, $"people-{rows}.csv");
        var asked = rows < LargeRows ? new EstimateLines(rows, Runs, 1) : new EstimateLines(rows, FewRuns, 0);
        (Line[] lines, Estimates[] expected) = InMemory(asked, rows, parquet, csv);
        clickHouse.Make(rows);
        alone.Make(rows);
        sharded.Make(rows);
        _duckDb.Make(rows, parquet);
        Line[] all = [.. lines.Select(Told), .. asked.OfFile("Parquet file", parquet, expected, _duckDb).Select(Told), .. asked.OfFile("CSV file", csv, expected, _duckDb).Select(Told), .. places.SelectMany(place => asked.Of(place, expected)).Select(Told)];
        File.Delete(parquet);
        File.Delete(csv);
        return all;
    }

    /// <summary>What a table in memory takes; it is written to both files, and given up.</summary>
    private static (Line[] Lines, Estimates[] Expected) InMemory(EstimateLines asked, int rows, string parquet, string csv)
    {
        Table table = MadePeople.Of(rows);
        table.Write(parquet);
        table.Write(csv);
        return asked.OfMemory(table);
    }

    private (string, long, Taken) Scan(Place place)
    {
        (Action run, long rows) = place.OneThread(Question.Psus, sizes[^1]);
        return (place.Name, rows, Clock.Medians(FewRuns, 1, [run])[0]);
    }

    private IEnumerable<LoadLine> Loads(ClickHousePlace clickHouse, PostgreSqlPlace alone, PostgreSqlPlace sharded)
    {
        Table people = MadePeople.Of(LoadedRows);
        string csv = Path.Combine(folder, "loaded.csv");
        people.Write(csv);
        var loads = new LoadLines(people, csv, 3);
        return [loads.OfClickHouse(clickHouse, _cluster), loads.OfOnePostgreSql(alone, _shards), loads.OfPostgreSql(sharded, _shards), loads.OfDuckDb(_duckDb)];
    }

    private static void Write(TextWriter to, List<Line> lines, Line[] groups, (string, long, Taken)[] scans, LoadLine[] loads, string[] versions)
    {
        to.WriteLine("# What surveys in databases take");
        to.WriteLine();
        to.WriteLine(FormattableString.Invariant($"Made by `benchmarks/run.sh engines` in one sitting, medians of {Runs} runs in turn after one that warms up, of many rows or units means of {FewRuns}; no figure of the tables was written by hand. Servers, shards and this library share one machine of two processors with other work, so seconds of a clock say little, and how servers add up nothing: ratios are of CPU seconds, those of the servers and of this library together."));
        to.WriteLine("A mean, a proportion and a total (4 % missing) of five regions, with standard errors. Ours is from opening the table to the estimates. Its statements are the same ones sent by the thinnest client, which reads nothing of the answers; the bare GROUP BY is what one would write by hand for the same sums; of files it is DuckDB's over the same file.");
        to.WriteLine(FormattableString.Invariant($"MB here came from the asked server, MB from shards went to it; peak MB is that of a process that asks once and ends, of which {Asked.Idle():0} are .NET. Apart is the largest difference of a value or a standard error from those of the table in memory: every one {(lines.All(line => line.Apart <= Tolerance) ? "is" : "is NOT")} within 1e-10."));
        Section(to, "Estimates", () => EnginesTable.WriteEstimates(to, lines));
        Section(to, "Growth", () => EnginesTable.WriteGrowth(to, lines));
        Section(to, "Many units: up to 2,000,000 groups by unit and region", () => EnginesTable.WriteEstimates(to, groups));
        Section(to, "Bare GROUP BY into 30,000 groups, one server and one thread", () => EnginesTable.WriteScans(to, scans));
        Section(to, FormattableString.Invariant($"Loading {LoadedRows:N0} rows of 7 columns"), () => EnginesTable.WriteLoads(to, loads));
        to.WriteLine();
        to.WriteLine($"{MachineFacts.Text(versions)}.");
    }

    private static void Section(TextWriter to, string title, Action write)
    {
        to.WriteLine();
        to.WriteLine($"## {title}");
        to.WriteLine();
        write();
    }

    private static Line Told(Line line)
    {
        Say(FormattableString.Invariant($"{line.Place}, {line.Question.Name}: {line.Ours}, statements {line.Statements}, bare {line.Bare}, {line.Bytes} bytes, {line.BytesFromShards} from shards, {line.Megabytes:0} MB, {line.Apart:0e0} apart"));
        return line;
    }

    private static void Say(string what) => Console.Error.WriteLine($"engines: {what}");
}
