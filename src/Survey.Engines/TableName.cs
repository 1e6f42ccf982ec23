namespace Survey.Engines;
internal sealed record TableName(IReadOnlyList<string> Parts)
{
    public static TableName Parse(string text) => new([text]);
    public string Quoted(Dialect dialect) => string.Join('.', Parts.Select(dialect.Quote));
    public override string ToString() => string.Join('.', Parts);
}
