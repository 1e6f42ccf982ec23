using System.Xml;
using Survey.Files.Columns;
using Survey.Files.Workbooks.Xls;
using Survey.Files.Workbooks.Xlsx;

namespace Survey.Files.Workbooks;

/// <summary>An Excel workbook that is open for reading.</summary>
internal abstract class Workbook : IDisposable
{
    /// <summary>The most texts that cells may share; a small file could list hundreds of millions.</summary>
    public const int MostTexts = 1 << 25;

    /// <summary>Its worksheets in the order of their tabs, hidden ones included.</summary>
    public abstract IReadOnlyList<Sheet> Sheets { get; }

    /// <summary>Reads a workbook's list of sheets.</summary>
    /// <param name="stream">The file, at its beginning; it must stay open.</param>
    /// <param name="format">What its first bytes say it is.</param>
    /// <param name="file">The name as the user gave it.</param>
    public static Workbook Open(Stream stream, FileFormat format, string file) =>
        Attempt<Workbook>(file, () => format == FileFormat.Zip ? XlsxWorkbook.Open(stream, file) : XlsWorkbook.Open(stream, file));

    /// <summary>The rows of a sheet, from its first.</summary>
    /// <param name="sheet">Its place among <see cref="Sheets"/>.</param>
    public SheetRows RowsOf(int sheet) => Attempt(File, () => OpenRows(sheet));

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>The name as the user gave it.</summary>
    protected abstract string File { get; }

    protected abstract SheetRows OpenRows(int sheet);

    /// <summary>Reads a piece of a workbook, and turns what the system finds wrong with its bytes into an error of the data. Only reading stands in it: what fails in those who take the cells is not the workbook's fault.</summary>
    public static T Attempt<T>(string file, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException or NotSupportedException or OverflowException or ArgumentException)
        {
            throw Broken(file, "a part of it cannot be unpacked", failure);
        }
        catch (XmlException failure)
        {
            throw Broken(file, "one of its parts is not XML", failure);
        }
    }

    /// <summary>The error of a workbook that lists more than any of use has.</summary>
    /// <param name="file">The name as the user gave it.</param>
    /// <param name="what">In the plural.</param>
    /// <param name="most">How many there may be.</param>
    public static SurveyDataException TooMany(string file, string what, int most) =>
        new($"{file} lists more than {Invariant.Count(most)} {what}; save the sheet with the data as a workbook of its own, or export it as CSV.");

    /// <summary>The error of a workbook that contradicts its format.</summary>
    /// <param name="file">The name as the user gave it.</param>
    /// <param name="what">A clause: what is wrong.</param>
    /// <param name="cause">What the system said.</param>
    public static SurveyDataException Broken(string file, string what, Exception? cause = null)
    {
        string message = $"{file} is a broken Excel workbook ({Texts.Name(what)}); open it in Excel and save it under a new name, or get it again.";
        return cause is null ? new SurveyDataException(message) : new SurveyDataException(message, cause);
    }
}

/// <summary>A worksheet of a workbook.</summary>
/// <param name="Name">As its tab shows it.</param>
/// <param name="IsVisible">Whether its tab is shown.</param>
internal sealed record Sheet(string Name, bool IsVisible);
