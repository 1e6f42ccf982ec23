namespace Survey;

/// <summary>A sample and how its variance is estimated. Never changes; <see cref="Where"/> and <see cref="By"/> give other views of it.</summary>
public abstract class Design
{
    private protected Design(Rows rows, Expr? domain) => (Rows, Domain) = (rows, domain);

    /// <summary>Where the rows come from.</summary>
    public Rows Rows { get; }

    /// <summary>The people meant, or null for everyone. Rows outside stay in the design and count in its variance.</summary>
    public Expr? Domain { get; }

    /// <summary>What should be said beside every result of the design.</summary>
    public abstract IReadOnlyList<string> Notes { get; }

    /// <summary>The column of weights, or null.</summary>
    public abstract string? Weights { get; }

    /// <summary>How the weights were made, as far as it is known here; null of weights that came as they are.</summary>
    public abstract WeightLog? Log { get; }

    /// <summary>How the sample was drawn, as numbers.</summary>
    internal abstract Sample Sample { get; }

    /// <summary>Whether the units are the rows themselves; known before the rows are read.</summary>
    internal virtual bool RowsAreUnits => Sample.RowsAreUnits;

    /// <summary>Weight of the rows of each unit, where weights follow from population sizes; else null. Known before the rows are read in a pass.</summary>
    internal virtual double[]? WeightOfUnit => Sample.WeightOfUnit;

    /// <summary>The units of the rows in a pass over them.</summary>
    /// <param name="binder">Of the pass, which is told what columns are read.</param>
    internal virtual UnitCodes UnitsFor(Binder binder) => Sample.Units;

    /// <summary>The columns that tell units apart; null where the rows are one unit.</summary>
    internal virtual SampleColumns? KeyColumns => null;

    /// <summary>The unit of each combination of keys that a database met.</summary>
    internal virtual int[] UnitsOf(KeysMet met) => new int[met.Rows.Length];

    /// <summary>What estimates say of the sample that they came from.</summary>
    internal abstract SampleSummary Summary { get; }

    /// <summary>The same sample, asked about some of its people.</summary>
    /// <param name="condition">True for the people meant; where it is missing, whether a row is meant is unknown, and such rows are counted.</param>
    public abstract Design Where(Expr condition);

    /// <summary>One domain for each combination of levels, the first variable's levels slowest.</summary>
    /// <param name="variables">Categories, flags, dates, or numbers of not more than 10,000 values.</param>
    /// <exception cref="ArgumentException">No variable is given.</exception>
    public Domains By(params IReadOnlyList<Variable> variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        return variables.Count > 0 ? new Domains(this, [.. variables]) : throw new ArgumentException("Name at least one variable to split by.", nameof(variables));
    }

    private protected Expr Narrowed(Expr condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Domain is null ? condition : Domain & condition;
    }
}

/// <summary>A design split into domains.</summary>
public sealed class Domains
{
    internal Domains(Design design, Variable[] variables) => (Design, Variables) = (design, new Sequence<Variable>(variables));

    /// <summary>The whole.</summary>
    public Design Design { get; }

    /// <summary>What splits it.</summary>
    public IReadOnlyList<Variable> Variables { get; }
}
