namespace Survey.Engines;

/// <summary>What is set with each statement, so that no profile of a user makes an answer partial, old, or of another form, without a word.</summary>
internal static class ClickHouseSettings
{
    /// <summary>Known to every server from 18.16 on.</summary>
    private static readonly (string Name, string Value)[] Always =
    [
        ("wait_end_of_query", "1"), // else an error in the middle of the answer comes with status 200
        ("readonly", "1"),
        ("skip_unavailable_shards", "0"),
        ("distributed_group_by_no_merge", "0"),
        ("fallback_to_stale_replicas_for_distributed_queries", "0"),
        ("max_parallel_replicas", "1"),
        ("group_by_overflow_mode", "throw"),
        ("result_overflow_mode", "throw"),
        ("read_overflow_mode", "throw"),
        ("timeout_overflow_mode", "throw"),
        ("distinct_overflow_mode", "throw"),
        ("set_overflow_mode", "throw"),
        ("sort_overflow_mode", "throw"),
        ("join_overflow_mode", "throw"),
        ("transfer_overflow_mode", "throw"),
        ("empty_result_for_aggregation_by_empty_set", "0"),
        ("extremes", "0"),
        ("max_query_size", "1000000000"), // statements hold a number for each domain and stratum
        ("max_ast_elements", "10000000"),
        ("max_expanded_ast_elements", "10000000"),
        ("max_ast_depth", "10000"),
    ];

    /// <summary>Came later; a server that does not know one refuses the statement, so they go to those that do.</summary>
    private static readonly (string Name, string Value)[] WhereKnown =
    [
        ("limit", "0"),
        ("offset", "0"),
        ("read_overflow_mode_leaf", "throw"),
        ("timeout_overflow_mode_leaf", "throw"),
        ("optimize_skip_unused_shards", "0"), // rows may have been put on a shard by hand
        ("partial_result_on_first_cancel", "0"),
        ("use_query_cache", "0"),
        ("transform_null_in", "0"),
        ("group_by_use_nulls", "0"),
        ("enable_positional_arguments", "0"),
        ("http_write_exception_in_output_format", "0"),
        ("format_tsv_null_representation", "\\N"),
        ("output_format_tsv_crlf_end_of_line", "0"),
        ("bool_true_representation", "true"),
        ("bool_false_representation", "false"),
        ("date_time_output_format", "simple"),
        ("cancel_http_readonly_queries_on_client_close", "1"),
    ];

    private static readonly (string Name, string Value)[] OfChanges =
    [
        ("wait_end_of_query", "1"),
        ("insert_distributed_sync", "1"), // else the rows for other servers only wait to be sent
        ("insert_deduplicate", "0"), // blocks of equal rows are not one block
    ];

    private static readonly (string Name, string Value)[] OfChangesWhereKnown = [("async_insert", "0")];

    /// <summary>Asks which of the later settings the server knows.</summary>
    public static string WhichAreKnown { get; } =
        $"SELECT name FROM system.settings WHERE name IN ({string.Join(", ", WhereKnown.Concat(OfChangesWhereKnown).Select(setting => $"'{setting.Name}'"))})";

    /// <summary>Settings of a statement that only reads.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Questions(HashSet<string> known) => Pairs(Always, WhereKnown, known);

    /// <summary>Settings of a statement that creates, fills or drops a table.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Changes(HashSet<string> known) => Pairs(OfChanges, OfChangesWhereKnown, known);

    private static IEnumerable<KeyValuePair<string, string>> Pairs((string Name, string Value)[] always, (string Name, string Value)[] later, HashSet<string> known) =>
        always.Concat(later.Where(setting => known.Contains(setting.Name))).Select(setting => KeyValuePair.Create(setting.Name, setting.Value));
}
