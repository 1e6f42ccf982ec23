namespace Survey.Engines;

/// <summary>The parts of a request as SQL, for one statement.</summary>
internal sealed class RequestSql
{
    private readonly List<string> _parameters = [];

    public RequestSql(EngineTable table, Request request)
    {
        var compiler = new SqlCompiler(request.Binder, table.Dialect, table.Column, _parameters);
        Keys = new KeyColumns(table, request.Design.KeyColumns, compiler);
        Domains = new DomainKeys(table, request.Domains, compiler, _parameters);
        Groups = [.. request.Groups.Select(group => new TermSql(group, request.Binder, table.Dialect, compiler, Domains))];
        Weight = request.HasWeights ? new WeightSql(table).Of(request.Design.Weights!) : table.Dialect.Number(1);
    }

    public KeyColumns Keys { get; }

    public DomainKeys Domains { get; }

    public IReadOnlyList<TermSql> Groups { get; }

    /// <summary>The weight of a row.</summary>
    public string Weight { get; }

    /// <summary>Texts of the parameters met so far.</summary>
    public IReadOnlyList<string> Parameters => _parameters;
}
