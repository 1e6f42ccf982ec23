namespace Survey;

/// <summary>One of the eight tables of the Kish grid; each tells the rank of the person to interview in a household of every size.</summary>
public enum KishTable
{
    /// <summary>Always the first person; for a sixth of the households.</summary>
    A,

    /// <summary>For a twelfth of the households.</summary>
    B1,

    /// <summary>For a twelfth of the households.</summary>
    B2,

    /// <summary>For a sixth of the households.</summary>
    C,

    /// <summary>For a sixth of the households.</summary>
    D,

    /// <summary>For a twelfth of the households.</summary>
    E1,

    /// <summary>For a twelfth of the households.</summary>
    E2,

    /// <summary>The last person, up to the sixth; for a sixth of the households.</summary>
    F,
}
