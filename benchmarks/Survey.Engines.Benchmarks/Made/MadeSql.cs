using static System.FormattableString;

namespace Survey.Engines.Benchmarks;

/// <summary>The rows of <see cref="MadePeople"/> as a SELECT over the numbers of rows.</summary>
internal static class MadeSql
{
    private const string ClickHouseColumns =
        "stratum UInt16, psu UInt16, psu200 UInt16, psu1334 UInt16, region String, weight Float64, smoker Enum8('false' = 0, 'true' = 1), height Float64, income Nullable(Float64)";

    private const string PostgreSqlColumns =
        "weight double precision, height double precision, income double precision, stratum integer, psu integer, psu200 integer, psu1334 integer, region text, smoker boolean";

    public static string ColumnsOf(bool isClickHouse) => isClickHouse ? ClickHouseColumns : PostgreSqlColumns;

    /// <summary>An INSERT of those rows whose stratum fulfils a condition, in PostgreSQL.</summary>
    public static string PostgreSql(string table, long rows, string strata) =>
        Invariant($"""
            INSERT INTO {table} (stratum, psu, psu200, psu1334, region, weight, smoker, height, income)
            SELECT {Columns("i", "CASE WHEN {0} THEN true ELSE false END", "NULL", "::double precision", "'region ' || ({0})::text")}
            FROM generate_series(0::bigint, {rows - 1}) AS made(i) WHERE ({StratumOf("i")}) IN ({strata})
            """);

    /// <summary>The same in ClickHouse.</summary>
    public static string ClickHouse(string table, long rows, int node, int nodes) =>
        Invariant($"""
            INSERT INTO {table} (stratum, psu, psu200, psu1334, region, weight, smoker, height, income)
            SELECT {Columns("toInt64(number)", "CAST(if({0}, 1, 0), 'Enum8(\\'false\\' = 0, \\'true\\' = 1)')", "NULL", "", "concat('region ', toString({0}))")}
            FROM numbers({rows}) WHERE ({StratumOf("toInt64(number)")}) % {nodes} = {node - 1}
            """);

    private static string StratumOf(string i) => $"1 + {Draw(i, 0, MadePeople.Strata)}";

    private static string Columns(string i, string flag, string missing, string real, string region)
    {
        string psu = Draw(i, 1, MadePeople.Psus);
        return string.Join(", ",
        [
            StratumOf(i), $"1 + {psu}", $"1 + {Draw(i, 1, MadePeople.ManyPsus)}", $"1 + {Draw(i, 1, MadePeople.MostPsus)}",
            Format(region, $"1 + {Draw(i, 2, MadePeople.Regions)}"),
            $"50 + {Draw(i, 3, 6_400)}{real} / 64",
            Format(flag, $"{Draw(i, 4, 1_000)} < 200 + 10 * {psu}"),
            $"100000 + ({Draw(i, 5, 1_280)} + {Draw(i, 6, 1_280)} + {Draw(i, 7, 1_280)} + 16 * {psu} - 2071){real} / 128",
            $"CASE WHEN {Draw(i, 8, 100)} < 4 THEN {missing} ELSE {Draw(i, 9, 100_003)}{real} / 4 END",
        ]);
    }

    private static string Draw(string i, int stream, int below) =>
        Invariant($"(({i} * {MadePeople.Streams[stream].Times} + {MadePeople.Streams[stream].Plus}) % {MadePeople.Prime} % {below})");

    private static string Format(string form, string value) => form.Replace("{0}", value, StringComparison.Ordinal);
}
