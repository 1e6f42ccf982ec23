namespace Survey.Monitoring;

/// <summary>A shape that may hold itself, such as a rule of several rules: the schema for editors writes it once, under its name.</summary>
/// <param name="Name">In that schema.</param>
/// <param name="Made">Gives the shape; called when it is first needed.</param>
internal sealed record NamedShape(string Name, Func<Shape> Made) : Shape
{
    private readonly Lazy<Shape> _of = new(Made);

    public Shape Of => _of.Value;

    public override string What => Of.What;
}
