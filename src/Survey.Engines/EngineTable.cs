using System.Collections.Concurrent;

namespace Survey.Engines;

/// <summary>A table of a database, or one that it spreads over many servers, whose rows stay there: it is asked for sums by unit and domain, and variances are worked out here.</summary>
/// <remarks>
/// Designs over it answer as those over files do: totals, means, proportions, ratios, shares, domains, standardized rates, changes, contrasts and replicate weights, to the rounding of sums that a database adds in its own order. What needs rows
/// (weighting, designs that number each row) is refused, and takes them from <see cref="Extract"/>.
/// NULL, NaN, infinite numbers and blank texts are missing. The table is taken to stay as it is: where counts of rows show that it did not, a request is refused, and may be asked again of a new design. That weights, keys and sizes are sound is known at the first estimate, not when a design is made.
/// </remarks>
public sealed class EngineTable : Rows, INumberSource, IKeySource, ITotalsSource
{
    // beyond as many different texts a column is no category of a survey; of all shards together
    private const int MostLevels = 100_000, MostGroups = 5_000_000;

    // the middle one of as many values is a centre that loses hardly a digit of squares
    private const int FewValues = 1_000;

    // beyond, whole numbers are not all doubles
    private const double MostExact = 1L << 53;

    private readonly Engine _engine;
    private readonly ConcurrentDictionary<string, EngineColumn> _columns;
    private readonly Dictionary<string, Variety> _varieties = new(StringComparer.Ordinal);
    private readonly Dictionary<Expr, double> _valuesNear = [];
    private readonly HashSet<double> _rowsOfLevels = []; // how many rows there were when levels were found
    private readonly Lock _one = new();
    private readonly PushDown _pushDown;
    private readonly CancellationToken _cancellation;

    internal EngineTable(Engine engine, TableName name, CancellationToken cancellation)
    {
        (_engine, Name, _cancellation) = (engine, name, cancellation);
        Sql = name.Quoted(engine.Server.Dialect);
        EngineColumn[] columns = [.. engine.Server.Describe(new Statement($"SELECT * FROM {Sql} LIMIT 0"), cancellation).Select(column => new EngineColumn(column.Name, column.Type, Dialect.TypeOf(column.Type)))];
        Columns = new Sequence<string>([.. columns.Select(column => column.Name)]);
        _columns = new(columns.Select(column => KeyValuePair.Create(column.Name, column)), StringComparer.Ordinal);
        _pushDown = new PushDown(engine.Server, name, cancellation);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns { get; }

    /// <summary>Whether the database had to fetch rows from its shards to sum them itself.</summary>
    public override IReadOnlyList<string> Notes => _pushDown.Notes;

    internal TableName Name { get; }

    /// <summary>Its name in statements.</summary>
    internal string Sql { get; }

    internal Dialect Dialect => _engine.Server.Dialect;

    /// <summary>The columns by which its rows are spread over shards, so that each shard can sum its own.</summary>
    internal IReadOnlyList<GroupKey> ShardKeys => [.. _pushDown.ShardKeys.Select(column => new GroupKey(Dialect.Quote(column), Dialect.TextOf(Dialect.Quote(column), _columns[column].ServerType), ReplyKind.Text))];

    /// <summary>Reads columns into memory, all of their rows, for what needs rows.</summary>
    /// <param name="columns">Their names.</param>
    /// <returns>The rows in whatever order the database gives them.</returns>
    /// <exception cref="SurveyDataException">There is no such column, its type is none that can be asked about, or the database failed.</exception>
    /// <exception cref="ArgumentException">No column is named.</exception>
    public Table Extract(params IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return columns.Count > 0 ? new Extraction(this).Run(columns) : throw new ArgumentException("Name the columns to extract.", nameof(columns));
    }

    internal override Variety VarietyOf(string column)
    {
        lock (_one)
        {
            if (!_varieties.TryGetValue(column, out Variety? variety))
                _varieties[column] = variety = FindVariety(Column(column));
            return variety;
        }
    }

    internal override IEnumerable<Chunk> Read(IReadOnlyList<string> columns) =>
        throw new SurveyDataException($"This needs the rows of {Name}, which stay in the database and are only summed there; extract the columns ({string.Join(", ", columns.Take(12))}) into a table in memory and ask that (Extract).");

    /// <summary>A column, of a type that can be asked about.</summary>
    internal EngineColumn Column(string name)
    {
        Require(name);
        EngineColumn column = _columns[name];
        return column.Type is not null ? column : throw new SurveyDataException($"The column '{name}' of {Name} is of type {column.ServerType}, which is neither numbers, texts, truths nor days; give the database a view in which it is cast.");
    }

    /// <summary>Runs a statement.</summary>
    /// <param name="statement">To be run.</param>
    /// <param name="kinds">How its columns are read.</param>
    /// <param name="isSummed">Whether shards should have summed their own rows.</param>
    internal Reply Ask(Statement statement, IReadOnlyList<ReplyKind> kinds, bool isSummed = false)
    {
        Statement asked = isSummed ? _pushDown.Prepared(statement) : statement;
        return _engine.Server.Query(asked, kinds, _cancellation);
    }

    IReadOnlyCollection<double> INumberSource.DistinctValues(Variable of, int most)
    {
        var parameters = new List<string>();
        SqlCompiler compiler = Compiler(parameters);
        string value = compiler.IsDate(of.Of) ? compiler.Day(of.Of) : compiler.Number(of.Of);
        double[] values = Distinct(Dialect.ToDouble(value), most, parameters);
        return Array.TrueForAll(values, number => Math.Abs(number) < MostExact)
            ? values
            : throw new SurveyDataException($"'{of}' has numbers beyond 2^53, of which not all are told apart; cast it to text in a view of the database, and split by that.");
    }

    KeysMet IKeySource.Keys(SampleColumns columns) => new KeyQuery(this, columns).Run();

    WeightSums IKeySource.WeightsOf(IReadOnlyList<string> columns) => new WeightSql(this).SumsOf(columns);

    double[]? IKeySource.ProductsOf(IReadOnlyList<string> weights, string? times) => ReplicateQuery.ProductsOf(this, weights, times);

    double ITotalsSource.ValueNear(Expr of)
    {
        lock (_one)
            if (_valuesNear.TryGetValue(of, out double known))
                return known;
        var parameters = new List<string>();
        string value = Compiler(parameters).Number(of);
        Reply reply = Ask(new Statement($"SELECT {Dialect.ToDouble(value)} FROM {Sql} WHERE {value} IS NOT NULL LIMIT {FewValues}", parameters), [ReplyKind.Number]);
        double[] values = [.. reply.Numbers(0).Order()];
        double near = values.Length == 0 ? double.NaN : values[values.Length / 2];
        lock (_one)
            return _valuesNear[of] = near;
    }

    SummedCells ITotalsSource.Sum(Request request) => CellQuery.Ask(this, request);

    SummedScores ITotalsSource.Sum(UnitTotals totals, IReadOnlyList<OwnScores> scores, IReadOnlyList<(int First, int Second)> pairs) => new ScoreQuery(this, totals).Run(scores, pairs);

    double[] ITotalsSource.SumUnder(Request request, IReadOnlyList<string> weights, string? times) => new ReplicateQuery(this, request).Totals(weights, times);

    double[]?[] ITotalsSource.ProductsOf(Request request, IReadOnlyList<string> weights, string? times, bool answered) => new ReplicateQuery(this, request).Products(weights, times, answered);

    /// <summary>Forgets what was known of the columns, and says that rows were written meanwhile.</summary>
    internal SurveyDataException Changed()
    {
        lock (_one)
        {
            _varieties.Clear();
            _rowsOfLevels.Clear();
        }
        return MetSample.Changed();
    }

    /// <summary>Refuses levels that were found when there were more or fewer rows.</summary>
    internal void CheckLevels(double rows)
    {
        bool areOld;
        lock (_one)
            areOld = _rowsOfLevels.Any(counted => counted != rows);
        if (areOld)
            throw Changed();
    }

    internal SqlCompiler Compiler(List<string> parameters) => new(new Binder(this), Dialect, Column, parameters);

    /// <summary>The levels of texts are those that occur; runs of digits in them are ordered as numbers.</summary>
    private Variety FindVariety(EngineColumn column)
    {
        if (column.Type != ColumnType.Category)
            return column.Type switch { ColumnType.Number => Variety.Number, ColumnType.Flag => Variety.Flag, _ => Variety.Date };
        string text = Dialect.TextOf(Dialect.Quote(column.Name), column.ServerType);
        GroupedReply reply = new GroupedQuery(this).Run([new GroupKey(text, text, ReplyKind.Text)], [Dialect.ToDouble("count(*)")], [], MostGroups);
        string?[] texts = [.. ((string?[])reply.Keys[0]).Distinct()];
        _rowsOfLevels.Add(reply.Aggregates[0].Sum());
        if (texts.Length > MostLevels || reply.Count == MostGroups)
            throw new SurveyDataException($"The column '{column.Name}' of {Name} has more than {Invariant.Count(MostLevels)} different texts, too many for a category; group them in a view of the database, or name another column.");
        _columns[column.Name] = column with { Blanks = [.. texts.OfType<string>().Where(string.IsNullOrWhiteSpace)] };
        return Variety.Category(new Sequence<string>(LevelOrder.Sorted([.. texts.OfType<string>().Where(text => !string.IsNullOrWhiteSpace(text))])));
    }

    private double[] Distinct(string value, int most, List<string> parameters)
    {
        string[] shards = [.. _pushDown.ShardKeys.Select(Dialect.Quote)];
        string groups = $"FROM {Sql} WHERE {value} IS NOT NULL GROUP BY {string.Join(", ", shards.Append(value).Distinct())}";
        string sql = shards.Length == 0 ? $"SELECT {value} {groups} LIMIT {most}" : $"SELECT DISTINCT own.value FROM (SELECT {value} AS value {groups}) AS own LIMIT {most}";
        return Ask(new Statement(sql, parameters), [ReplyKind.Number], isSummed: true).Numbers(0);
    }
}
