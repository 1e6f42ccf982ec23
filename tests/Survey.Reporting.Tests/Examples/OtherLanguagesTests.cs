using System.ComponentModel;
using System.Diagnostics;

namespace Survey.Reporting.Tests.Examples;

/// <summary>The examples in Python and R, where these are installed; they run the command that was built with the tests.</summary>
public class OtherLanguagesTests
{
    [Test]
    public void Python()
    {
        if (Run("python3", "--version").Code != 0)
            Assert.Ignore("There is no python3 here.");
        AssertPrints("python3", "estimates.py");
    }

    [Test]
    public void R()
    {
        if (Run("Rscript", "-e", "library(jsonlite)").Code != 0)
            Assert.Ignore("There is no Rscript with jsonlite here.");
        AssertPrints("Rscript", "estimates.R");
    }

    private static void AssertPrints(string language, string file)
    {
        (int code, string printed, string messages) = Run(language, $"examples/{file}");
        Assert.That((code, messages), Is.EqualTo((0, "")), printed);
        Example.AssertExpected($"{file}.txt", printed);
    }

    /// <summary>A run in the project's root; the code is -1 where there is no such program.</summary>
    private static (int Code, string Printed, string Messages) Run(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { WorkingDirectory = Example.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SURVEY"] = $"dotnet {Path.GetRelativePath(Example.Root, Path.Combine(Example.CommandFolder, "Survey.Cli.dll")).Replace('\\', '/')}"; // without blanks, wherever the project stands
        try
        {
            using var process = Process.Start(start)!;
            Task<string> messages = process.StandardError.ReadToEndAsync();
            string printed = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, printed, messages.Result);
        }
        catch (Win32Exception)
        {
            return (-1, "", "");
        }
    }
}
