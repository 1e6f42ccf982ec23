using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Survey.Files;
using Survey.Monitoring.Simulating;

namespace Survey.Benchmarks;

/// <summary>What does the way from a file to estimates of ten domains cost over reading its bytes? The file is in the memory of the system.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, warmupCount: 1, iterationCount: 3)]
public class LargeFileBenchmarks
{
    private readonly byte[] _buffer = new byte[1 << 20];
    private string _file = "";

    [Params("csv", "parquet")]
    public string Format { get; set; } = "";

    [ParamsSource(nameof(Sizes))]
    public int RowCount { get; set; }

    public static IEnumerable<int> Sizes => [LargeSizes.Rows];

    [GlobalSetup]
    public void Write()
    {
        _file = Path.Combine(LargeSizes.Folder, $"{Guid.NewGuid():N}.csv");
        HouseholdFile.Write(new HouseholdNation(RowCount), _file, Environment.ProcessorCount);
        if (Format == "csv")
            return;
        string csv = _file;
        _file = Path.ChangeExtension(csv, ".parquet");
        Rows.Open(csv).Write(_file);
        File.Delete(csv);
    }

    [GlobalCleanup]
    public void Delete() => File.Delete(_file);

    [Benchmark(Baseline = true)]
    public long Floor()
    {
        using FileStream stream = new(_file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        long bytes = 0;
        while (stream.Read(_buffer) is > 0 and var read)
            bytes += read;
        return bytes;
    }

    [Benchmark]
    public Estimates FromFile() => LargeTasks.FromFile(_file);
}
