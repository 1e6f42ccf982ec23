namespace Survey;

/// <summary>What shows itself as HTML of its own rather than as lines and tables.</summary>
internal interface IHtml
{
    string ToHtml();
}
