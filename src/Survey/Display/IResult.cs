namespace Survey;

/// <summary>What a request found. It shows itself as aligned tables (<see cref="object.ToString"/>), as HTML here and in notebooks, and goes on to other programs as rows.</summary>
public interface IResult
{
    /// <summary>Its figures at full precision, a row each: proportions are fractions, and what is not known is missing.</summary>
    /// <remarks>A table goes on by <see cref="Table.ToColumns"/>, <see cref="Table.ToDataReader"/> and <see cref="Table.ToJson"/>, or into a file.</remarks>
    Table ToTable();

    /// <summary>What people are shown of it, the same as text and as HTML.</summary>
    internal Display Display();
}

/// <summary>Results as HTML.</summary>
public static class ResultExtensions
{
    /// <summary>What <see cref="object.ToString"/> shows, as a fragment of HTML: tables with their captions and the lines around them. It needs nothing else, and suits light and dark pages.</summary>
    /// <param name="result">Any result.</param>
    public static string ToHtml(this IResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Display().ToHtml();
    }
}
