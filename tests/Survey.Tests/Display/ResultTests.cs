using System.Data;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Survey.Tests.Display;

/// <summary>What every result promises: text, HTML, rows, and rows for other programs.</summary>
public partial class ResultTests
{
    private static IEnumerable<ResultSamples.Sample> All => ResultSamples.Plain;

    private static IEnumerable<ResultSamples.Sample> Harmful => ResultSamples.Harmful;

    [Test]
    public void Every_type_of_result_is_tested_here()
    {
        Assert.That(ResultSamples.Types, Has.Count.GreaterThan(15));
        Assert.That(All.Select(sample => sample.Result.GetType()), Is.EquivalentTo(ResultSamples.Types));
        Assert.That(typeof(IResult).Assembly.GetTypes().Where(type => type.IsInterface && type != typeof(IResult) && typeof(IResult).IsAssignableFrom(type)), Is.Empty);
    }

    [Test]
    public void Notebooks_are_told_how_each_type_is_shown() =>
        Assert.That(ResultSamples.Types.Where(type => !type.IsDefined(typeof(TypeFormatterSourceAttribute), inherit: false)), Is.Empty);

    [TestCaseSource(nameof(All)), TestCaseSource(nameof(Harmful))]
    public void The_text_is_what_is_displayed_and_aligned(object sample)
    {
        IResult result = ((ResultSamples.Sample)sample).Result;
        Assert.That(result.ToString()!.TrimEnd('\n'), Is.EqualTo(result.Display().ToString().TrimEnd('\n')));
        string[] lines = result.ToString()!.Split('\n');
        for (int k = 1; k < lines.Length - 1; k++)
            if (Rule().IsMatch(lines[k]))
                for (int column = 0; column < lines[k].Length; column++)
                    if (lines[k][column] == ' ')
                        Assert.That((At(lines[k - 1], column), At(lines[k + 1], column)), Is.EqualTo((' ', ' ')), $"column {column + 1} of line {k + 1}");
    }

    [TestCaseSource(nameof(All)), TestCaseSource(nameof(Harmful))]
    public void The_HTML_is_well_formed_and_says_what_the_text_says(object sample)
    {
        IResult result = ((ResultSamples.Sample)sample).Result;
        XElement html = XElement.Parse($"<body>{result.ToHtml()}</body>");
        string[] cells = [.. html.Descendants().Where(element => element.Name.LocalName is "td" or "th" or "p" or "caption").Select(element => element.Value)];
        Assert.That(cells, Is.Not.Empty);
        string text = result.ToString()!;
        Assert.That(cells.SelectMany(cell => cell.Split('\n')).Where(cell => !text.Contains(cell.Trim(), StringComparison.Ordinal)), Is.Empty);
        foreach (XElement table in html.Descendants("table"))
            Assert.That(table.Descendants("tr").Select(row => row.Elements().Count()).Distinct().Count(), Is.EqualTo(1));
    }

    [TestCaseSource(nameof(Harmful))]
    public void Labels_reach_a_page_as_text(object sample)
    {
        IResult result = ((ResultSamples.Sample)sample).Result;
        string html = result.ToHtml();
        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("<b>").And.Not.Contain("<co>").And.Not.Contain("\"O'Brien"));
        XElement parsed = XElement.Parse($"<body>{html}</body>");
        string shown = parsed.Value;
        Assert.That(shown.Contains(ResultSamples.Hostile, StringComparison.Ordinal) || shown.Contains("&\"'", StringComparison.Ordinal), Is.True, shown);
    }

    [TestCaseSource(nameof(All))]
    public void Whatever_a_result_says_reaches_a_page_as_text(object sample)
    {
        string html = ((ResultSamples.Sample)sample).Result.Display().Select(_ => ResultSamples.Hostile + ResultSamples.Quotes + "\u0001\u001F\uFFFE\uD800").ToHtml();
        Assert.That(XElement.Parse($"<body>{html}</body>").Descendants("script"), Is.Empty);
        Assert.That(html, Does.Contain("&lt;script&gt;"));
    }

    [TestCaseSource(nameof(All))]
    public void There_is_a_row_for_each_part(object sample)
    {
        (IResult result, int parts) = (ResultSamples.Sample)sample;
        Table table = result.ToTable();
        Assert.That(table.RowCount, Is.EqualTo(parts).And.GreaterThan(0));
        Assert.That(table.Columns.Select(name => table[name]), Has.All.Matches<Column>(column => column is CategoryColumn or NumberColumn));
        Assert.That(table.Columns.Select(name => table[name]).OfType<NumberColumn>().SelectMany(numbers => numbers.Values.ToArray()), Has.None.Matches<double>(double.IsInfinity));
    }

    [TestCaseSource(nameof(All)), TestCaseSource(nameof(Harmful))]
    public void JSON_has_the_same_rows_and_null_where_a_value_is_missing(object sample)
    {
        Table table = ((ResultSamples.Sample)sample).Result.ToTable();
        JsonElement[] rows = [.. JsonDocument.Parse(table.ToJson()).RootElement.EnumerateArray()];
        Assert.That(rows, Has.Length.EqualTo(table.RowCount));
        for (int row = 0; row < rows.Length; row++)
        {
            Assert.That(rows[row].EnumerateObject().Select(property => property.Name), Is.EqualTo(table.Columns));
            foreach (string name in table.Columns)
            {
                JsonElement value = rows[row].GetProperty(name);
                if (table[name].IsMissing(row))
                    Assert.That(value.ValueKind, Is.EqualTo(JsonValueKind.Null), name);
                else if (table[name] is NumberColumn numbers)
                    Assert.That(value.GetDouble(), Is.EqualTo(numbers.Values[row]), name);
                else
                    Assert.That(value.GetString(), Is.EqualTo(table[name].TextAt(row)), name);
            }
        }
    }

    [TestCaseSource(nameof(All)), TestCaseSource(nameof(Harmful))]
    public void Columns_make_the_same_table_again(object sample)
    {
        Table table = ((ResultSamples.Sample)sample).Result.ToTable();
        TableAssert.AreEqual(Table.FromColumns(table.ToColumns().Select(column => (column.Name, (System.Collections.IEnumerable)column.Values))), table);
    }

    [TestCaseSource(nameof(All))]
    public void A_data_table_is_filled_by_the_reader(object sample)
    {
        Table table = ((ResultSamples.Sample)sample).Result.ToTable();
        using var data = new DataTable();
        using (var reader = table.ToDataReader())
            data.Load(reader);
        Assert.That(data.Columns.Cast<DataColumn>().Select(column => column.ColumnName), Is.EqualTo(table.Columns));
        Assert.That(data.Rows, Has.Count.EqualTo(table.RowCount));
        foreach (string name in table.Columns)
            for (int row = 0; row < table.RowCount; row++)
                Assert.That(data.Rows[row][name], Is.EqualTo(table[name].IsMissing(row) ? DBNull.Value : table[name] is NumberColumn numbers ? numbers.Values[row] : table[name].TextAt(row)!), $"{name}, row {row}");
    }

    [Test]
    public void A_variable_called_as_a_figure_gets_another_name([Values("value", "drawn", "before", "share", "target", "low")] string name)
    {
        foreach (ResultSamples.Sample sample in ResultSamples.OfGroups(name, ["a", "b", "c"]))
        {
            IReadOnlyList<string> ordinary = All.First(other => other.Result.GetType() == sample.Result.GetType()).Result.ToTable().Columns;
            string expected = ordinary.Contains(name) ? name + "_" : name;
            Assert.That(sample.Result.ToTable().Columns, Is.EqualTo(ordinary.Select(column => column == "group" ? expected : column)), sample.ToString());
        }
    }

    // a Chinese character takes two columns
    private static char At(string line, int column)
    {
        int at = 0;
        foreach (System.Text.Rune rune in line.EnumerateRunes())
        {
            int width = TextTable.Width(rune.ToString());
            if (column < at + width)
                return rune.IsBmp ? (char)rune.Value : '?';
            at += width;
        }
        return ' ';
    }

    [GeneratedRegex("^-+(?:  -+)*$")]
    private static partial Regex Rule();
}
