namespace Survey;

/// <summary>What may be summed.</summary>
internal enum TermKind
{
    /// <summary>Numbers as they are.</summary>
    Number,

    /// <summary>Numbers less a fixed centre, the first value of their domain or one that a database has, so that a large mean does not drown small differences.</summary>
    Centred,

    /// <summary>Squares of the centred numbers of the term before, which is of the same variable.</summary>
    CentredSquare,

    /// <summary>0 or 1: a flag, or numbers that are nothing else.</summary>
    Indicator,
}

/// <summary>A variable whose weighted total is asked for.</summary>
/// <param name="Of">The variable.</param>
/// <param name="Kind">What it may be.</param>
/// <param name="Within">Whether it counts only in rows where the term before, an indicator, is 1.</param>
internal readonly record struct Term(Expr Of, TermKind Kind, bool Within = false);
