using System.Xml;
using Survey.Files.Columns;
using Survey.Files.Workbooks.Xls;
using Survey.Files.Workbooks.Xlsx;

namespace Survey.Files.Workbooks;

/// <summary>An Excel workbook that is open for reading.</summary>
internal abstract class Workbook : IDisposable
{
    /// <summary>Its worksheets in the order of their tabs, hidden ones included.</summary>
    public abstract IReadOnlyList<Sheet> Sheets { get; }

    /// <summary>Reads a workbook's list of sheets.</summary>
    /// <param name="stream">The file, at its beginning; it must stay open.</param>
    /// <param name="format">What its first bytes say it is.</param>
    /// <param name="file">The name as the user gave it.</param>
    public static Workbook Open(Stream stream, FileFormat format, string file) =>
        format == FileFormat.Zip ? XlsxWorkbook.Open(stream, file) : XlsWorkbook.Open(stream, file);

    /// <summary>The rows of a sheet, from its first.</summary>
    /// <param name="sheet">Its place among <see cref="Sheets"/>.</param>
    public abstract SheetRows RowsOf(int sheet);

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Does something with a workbook, and turns what the system finds wrong with its bytes into an error of the data.</summary>
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
