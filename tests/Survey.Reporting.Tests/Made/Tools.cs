using System.Diagnostics;

namespace Survey.Reporting.Tests.Made;

/// <summary>Programs that open what is written; tests that need one are skipped with the reason where it is not installed.</summary>
internal static class Tools
{
    /// <summary>The first of several programs that is on the path; or null.</summary>
    public static string? Find(params string[] names) =>
        names.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    /// <summary>The text of each page of a PDF file.</summary>
    public static string[] PagesOf(string pdf)
    {
        if (Find("pdftotext") is not { } tool)
        {
            Assert.Ignore("pdftotext is not installed, so printed pages are not read here.");
            return [];
        }
        string text = Run(tool, "-layout", pdf, "-");
        return text.Split('\f', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A document as LibreOffice prints it.</summary>
    public static string Printed(string document)
    {
        if (Find("soffice") is not { } office || !File.Exists("/usr/lib/libreoffice/program/libswlo.so"))
        {
            Assert.Ignore("LibreOffice Writer is not installed, so documents are not converted here.");
            return "";
        }
        string folder = Path.GetDirectoryName(document)!;
        Run(office, $"-env:UserInstallation={new Uri(Path.Combine(folder, "office")).AbsoluteUri}", "--headless", "--convert-to", "pdf", "--outdir", folder, document);
        string pdf = Path.ChangeExtension(document, ".pdf");
        Assert.That(pdf, Does.Exist, "LibreOffice could not convert the document");
        return pdf;
    }

    /// <summary>Skips a test of what fits a page where letters are of another width than those of Arial.</summary>
    public static void NeedArial()
    {
        if (Find("fc-match") is not { } match || Run(match, "Arial") is var font && !font.Contains("Arial", StringComparison.Ordinal) && !font.Contains("Liberation Sans", StringComparison.Ordinal))
            Assert.Ignore("Neither Arial nor Liberation Sans, which is as wide, is installed, so pages break elsewhere here.");
    }

    private static string Run(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        errors.Wait();
        return output;
    }
}
