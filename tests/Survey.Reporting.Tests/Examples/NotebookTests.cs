using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.DotNet.Interactive.Formatting;

namespace Survey.Reporting.Tests.Examples;

/// <summary>The cells of examples/county.ipynb run as in a notebook opened in its folder, and their values show as HTML.</summary>
[NonParallelizable] // the console and the current directory belong to the process
public partial class NotebookTests
{
    private const int MostLines = 16;

    private static readonly Notebook County = Notebook.Read(Path.Combine(Example.Folder, "county.ipynb"));

    [Test]
    public void It_is_a_notebook_of_the_kernel_without_outputs()
    {
        Assert.That((County.Format, County.Kernel, County.Outputs), Is.EqualTo((4, ".net-csharp", 0)));
        Assert.That(Directory.GetFiles(Example.Folder, "*.ipynb"), Has.Length.EqualTo(1), "every notebook is run here");
    }

    [Test]
    public void Its_text_is_in_both_languages() =>
        Assert.That(County.Cells("markdown"), Is.Not.Empty.And.All.Match("[\u4e00-\u9fff]").And.All.Match("[A-Za-z]{4}"));

    [Test]
    public void Its_cells_print_what_is_expected_and_show_their_values_as_HTML()
    {
        // the libraries as the tests were built, which may be another configuration than the notebook names
        string[] cells = [.. County.Cells("code").Select(cell => cell.Replace("/bin/Release/", $"/bin/{Example.Configuration}/", StringComparison.Ordinal))];
        var values = new List<object?>();
        var text = new StringBuilder();
        string printed = Example.Printed(Example.Folder, () => Kernel.RunCells(cells, Example.Folder, value =>
        {
            values.Add(value);
            Console.WriteLine($"-- cell {values.Count}");
            if (value is not null and not System.Collections.IList)
                Console.WriteLine(Beginning(value.ToString()!));
        }));
        Example.AssertExpected("county.ipynb.txt", Made().Replace(printed, "FOLDER/"));

        string[] html = [.. values.OfType<object>().Select(Shown)];
        Assert.That(html, Has.Length.EqualTo(9));
        using (Assert.EnterMultipleScope())
            for (int k = 0; k < html.Length; k++)
                Assert.That(html[k], Does.Contain("class=\"survey\"").Or.StartWith("<svg").Or.StartWith("<iframe"), $"value {k + 1}");
        var page = new HtmlParser().ParseDocument(html[1]);
        Assert.That(page.QuerySelectorAll("tbody tr"), Has.Length.EqualTo(12));
        Assert.That(page.QuerySelector("caption")!.TextContent, Is.EqualTo("proportion of smokes"));
    }

    /// <summary>The first lines: what long results say further on, tests of their own hold.</summary>
    private static string Beginning(string text) => text.Split('\n') is { Length: > MostLines } lines ? string.Join('\n', lines.Take(MostLines).Append("...")) : text;

    /// <summary>As the notebooks' own package writes it.</summary>
    private static string Shown(object value) => value.ToDisplayString(HtmlFormatter.MimeType);

    [GeneratedRegex(@"\S*survey-notebook-[^/\\]+[/\\]")]
    private static partial Regex Made();
}
