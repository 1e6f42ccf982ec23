using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Survey.Files.Tests.Workbooks;

/// <summary>Workbooks that LibreOffice wrote (Fixtures/README.md), and what another reader finds in them.</summary>
public sealed class OtherProgramsTests : WorkbookTest
{
    private static readonly string[] Formats = ["xls", "xlsx"];

    [OneTimeSetUp]
    public void KnowOldEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // the other reader asks for one

    [TestCaseSource(nameof(Formats))]
    public void AWorkbookIsTheTableOfItsCsv(string format)
    {
        Table table = Table.Read(Fixture($"people.{format}"));
        AssertEqual(table, Table.Read(Fixture("people.csv")));
        Assert.That(table.Notes.Single(), Does.EndWith($"people.{format}: the sheet '人员' was read, the first of '人员', 'Notes' (hidden), 'Kinds', 'Titled'"));
    }

    [TestCaseSource(nameof(Formats))]
    public void CellsOfEachKind(string format)
    {
        List<string[]> rows = TextsOf(Fixture($"people.{format}"), new() { Sheet = "Kinds" }).Rows;
        Assert.That(rows.Select(row => row[1]), Is.EqualTo(new[]
        {
            "plain bold", "2024-02-29", "2024-02-29 13:05:09", "13:05:09", format == "xls" ? "3.2050619810112346E+17" : "3.20506198101123E+17",
            "0.5", "0.1", "1000000", "ab", "3", "true", "#DIV/0!", "#N/A", "长" + new string(' ', 4500) + "长",
        }));
    }

    [TestCaseSource(nameof(Formats))]
    public void TitlesMergedCellsAndBlankRows(string format)
    {
        Table table = Table.Read(Fixture($"people.{format}"), new() { Sheet = "titled", HeaderRow = 3 });
        Assert.That(Texts(table, "village"), Is.EqualTo(new[] { "张家村", null, "李家村" }));
        Assert.That(Texts(table, "age"), Is.EqualTo(new[] { "30", "31", "32" }));
        Assert.That(table.Notes.Select(note => note.Split($".{format}: ")[1]), Is.EqualTo(new[]
        {
            "2 blank rows were skipped, the first in row 6 of the sheet 'titled'",
            "cells are merged in A4:A5; only the upper left cell of a range has its value, and the others are empty",
        }));
    }

    [TestCaseSource(nameof(Formats))]
    public void AnotherReaderFindsTheSameCells(string format)
    {
        using FileStream stream = File.OpenRead(Fixture($"people.{format}"));
        using IExcelDataReader other = ExcelReaderFactory.CreateReader(stream);
        do
        {
            if (other.Name is "Titled")
                continue; // with blank rows, which the other reader gives
            other.Read();
            foreach (string[] row in other.Name == "Notes" ? [] : TextsOf(Fixture($"people.{format}"), new() { Sheet = other.Name }).Rows)
            {
                other.Read();
                for (int column = 0; column < row.Length; column++)
                    if (!row[column].StartsWith('#')) // it takes errors for empty cells
                        Assert.That(row[column], Is.EqualTo(TextOf(other.GetValue(column))), $"{other.Name} {row[0]}");
            }
        }
        while (other.NextResult());
    }

    private static string TextOf(object? value) =>
        value switch
        {
            null => "",
            bool flag => flag ? "true" : "false",
            // a time has the first of its days; the last digits of a time are rounding
            DateTime moment when moment.Year == 1899 => Nearest(moment).ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            DateTime moment => Nearest(moment).ToString(Nearest(moment).TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            double number => Invariant.Text(number),
            _ => value.ToString()!,
        };

    private static DateTime Nearest(DateTime moment) => new DateTime((moment.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);
}
