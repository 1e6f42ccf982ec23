namespace Survey.Engines;

/// <summary>The parts of a request as SQL, for one statement.</summary>
internal sealed class RequestSql
{
    private readonly List<string> _parameters = [];

    public RequestSql(EngineTable table, Request request)
    {
        var compiler = new SqlCompiler(request.Binder, table.Dialect, table.Column, _parameters);
        Keys = new KeyColumns(table, request.Design.KeyColumns, compiler);
        Domains = new DomainKeys(table, request.Domains, compiler);
        Groups = [.. request.Groups.Select(group => new TermSql(group, request.Binder, table.Dialect, compiler, Domains))];
        var weights = new WeightSql(table);
        Weight = !request.HasWeights ? table.Dialect.Number(1) : request.Design is SurveyDesign ? weights.AsTheyStand(request.Design.Weights!) : weights.Of(request.Design.Weights!);
    }

    public KeyColumns Keys { get; }

    public DomainKeys Domains { get; }

    public IReadOnlyList<TermSql> Groups { get; }

    /// <summary>The weight of a row. Of a survey design it is no number to rely on, unless the first statement counted as many sound ones as rows; that saves a test of each weight in each sum.</summary>
    public string Weight { get; }

    /// <summary>Texts of the parameters met so far.</summary>
    public IReadOnlyList<string> Parameters => _parameters;
}
