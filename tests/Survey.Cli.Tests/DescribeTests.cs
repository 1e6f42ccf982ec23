using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Survey.Cli.Tests;

/// <summary>What survey describe prints.</summary>
public class DescribeTests
{
    private const string People = "village,age,smokes,seen,sex,paid\n001,30,true,2024-01-05,m,1\n002,,false,2024-02-01,w,NA\n002,50,,,w,3\n";

    [Test]
    public void ATableOfColumns()
    {
        using var session = new Session();
        Run run = Session.Survey("describe", session.File("p.csv", People));
        Assert.That(run, Is.EqualTo(new Run(0, """
            column   type      missing  values
            -------  --------  -------  ------------------------
            village  category        0  001: 1; 002: 2
            age      number          1  30 to 50, mean 40
            smokes   flag            1  false: 1; true: 1
            seen     date            1  2024-01-05 to 2024-02-01
            sex      category        0  m: 1; w: 2
            paid     category        0  1: 1; 3: 1; NA: 1
            3 rows, 6 columns
            village is a category because row 1 holds '001', whose leading zero a number would lose (declare the column a number if it is a quantity)
            paid is a category because row 2 holds 'NA' (2 of its 3 values are numbers; if 'NA' means missing, declare it as missing)

            """, "")));
    }

    [Test]
    public void JsonAndOptions()
    {
        using var session = new Session();
        Run run = Session.Survey("describe", session.File("p.csv", People), "--format", "json", "--missing", "NA", "--type", "sex=category");
        JsonElement root = JsonDocument.Parse(run.Output).RootElement;
        JsonElement paid = root.GetProperty("columns")[5];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(root.GetProperty("rows").GetInt32(), Is.EqualTo(3));
            Assert.That(paid.GetProperty("type").GetString(), Is.EqualTo("number"));
            Assert.That(paid.GetProperty("missing").GetInt32(), Is.EqualTo(1));
            Assert.That(paid.GetProperty("maximum").GetString(), Is.EqualTo("3"));
        }
    }

    [Test]
    public void ASheetOfAWorkbookBelowItsTitle()
    {
        string workbook = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "Survey.Files.Tests", "Workbooks", "Fixtures", "people.xlsx");
        Run run = Session.Survey("describe", workbook, "--sheet", "Titled", "--header-row", "3");
        Assert.That(run.Code, Is.Zero);
        Assert.That(run.Output, Does.Contain("age      number          0  30 to 32, mean 31").And.Contain("3 rows, 3 columns"));
        Assert.That(run.Messages, Does.Contain("2 blank rows were skipped").And.Contain("cells are merged in A4:A5"));

        Run first = Session.Survey("describe", workbook);
        Assert.That(first.Messages, Does.Contain("the sheet '人员' was read, the first of '人员', 'Notes' (hidden), 'Kinds', 'Titled'"));
        Run title = Session.Survey("describe", workbook, "--sheet=4");
        Assert.That(title.Code, Is.EqualTo(2));
        Assert.That(title.Messages, Does.EndWith("if the first row is a title and the second holds the column names, read it with --header-row 2.\n"));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [Test]
    public void CsvIsOneRowAColumn()
    {
        using var session = new Session();
        Run run = Session.Survey("describe", session.File("p.csv", People), "--format", "csv");
        Assert.That(run.Output.Split('\n')[0], Is.EqualTo("column,type,missing,minimum,maximum,mean,levels,remark"));
        Assert.That(run.Output.Split('\n')[2], Is.EqualTo("age,number,1,30,50,40,,"));
    }
}
