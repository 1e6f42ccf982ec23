namespace Survey;

/// <summary>Which PSUs and strata the degrees of freedom (PSUs minus strata) are counted over. Rows of weight 0 never count.</summary>
public enum DegreesOfFreedomRule
{
    /// <summary>Those with a row in the domain, whether or not it answered. R: <c>degf(subset(design, ...))</c>.</summary>
    Domain,

    /// <summary>Those of the whole sample, in every domain: the custom of NCHS and SUDAAN.</summary>
    Design,

    /// <summary>Those with a row in the domain that answered.</summary>
    Answered,
}
