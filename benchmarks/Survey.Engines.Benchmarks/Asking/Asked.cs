using DuckDB.NET.Data;
using Survey.Benchmarks.Comparison;
using Survey.Files;

namespace Survey.Engines.Benchmarks;

/// <summary>Asks one question in a process of its own, whose memory somebody measures.</summary>
internal static class Asked
{
    /// <param name="words">The column of PSUs or "rows", the kind of place, where it is and what the table is called.</param>
    public static void Run(string[] words)
    {
        var question = new Question("", words[0] == "rows" ? null : words[0]);
        using DuckDBConnection? kept = words[1] == "duckdb" ? new DuckDBConnection($"DataSource={words[2]}") : null;
        kept?.Open();
        question.Ask(words[1] switch
        {
            "clickhouse" => new Engine(ClickHousePlace.ServerAt(new Uri(words[2]))).Open(words[3]),
            "postgresql" => new Engine(PostgreSqlPlace.ServerAt(words[2])).Open(words[3]),
            "duckdb" => new Engine(DuckDbPlace.ServerAt(words[2])).Open(words[3]),
            "file" => Rows.Open(words[2]),
            "nothing" => MadePeople.Of(1_000),
            _ => MadePeople.Of(int.Parse(words[2], System.Globalization.CultureInfo.InvariantCulture)),
        });
    }

    /// <summary>The same of a thousand rows in memory.</summary>
    public static double Idle() => Megabytes(Question.Psus, "nothing");

    /// <summary>The most memory, in MB, that such a process has.</summary>
    public static double Megabytes(Question question, params string[] place) =>
        Programs.Measure("dotnet", [Environment.GetCommandLineArgs()[0], "ask", question.Clusters ?? "rows", .. place]).Megabytes;
}
