#pragma warning disable CA1822 // a notebook calls members of instances, by reflection

namespace Survey;

/// <summary>Tells a .NET notebook how a type is shown. Notebooks look for an attribute of this name, so that no package of theirs is needed.</summary>
/// <param name="formatterSourceType">A type with a method <c>CreateTypeFormatters</c>.</param>
[AttributeUsage(AttributeTargets.Class)] // notebooks do not look at interfaces, so each result has it
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>What makes the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>In which forms a notebook should ask for the value, best first.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}

/// <summary>The formatters of results, as notebooks ask for them.</summary>
internal sealed class NotebookFormatters
{
    /// <summary>One that writes HTML.</summary>
    public IEnumerable<object> CreateTypeFormatters() => [new HtmlFormatter()];

    /// <summary>Writes results as HTML.</summary>
    internal sealed class HtmlFormatter
    {
        /// <summary>What it writes.</summary>
        public string MimeType => "text/html";

        /// <summary>Writes a value; false where it is none of ours.</summary>
        public bool Format(object instance, TextWriter writer)
        {
            string? html = instance switch { IHtml own => own.ToHtml(), IResult result => result.ToHtml(), _ => null };
            writer.Write(html);
            return html is not null;
        }
    }
}
