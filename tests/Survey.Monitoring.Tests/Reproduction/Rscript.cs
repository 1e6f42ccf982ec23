using System.ComponentModel;
using System.Diagnostics;

namespace Survey.Monitoring.Tests.Reproducing;

/// <summary>R, where it is installed with its package survey.</summary>
internal static class Rscript
{
    private const int Seconds = 120;

    private static readonly Lazy<bool> IsPresent = new(() =>
    {
        try
        {
            return Start("-e", "library(survey); library(MASS)").ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    });

    /// <summary>Runs a script; ignores the test where there is no R.</summary>
    public static (int ExitCode, string Output, string Messages) Run(string script)
    {
        if (!IsPresent.Value)
            Assert.Ignore("There is no Rscript with the packages survey and MASS here.");
        return Start(script);
    }

    private static (int ExitCode, string Output, string Messages) Start(params string[] arguments)
    {
        using var process = new Process { StartInfo = new ProcessStartInfo("Rscript", arguments) { RedirectStandardOutput = true, RedirectStandardError = true } };
        process.Start();
        Task<string> output = process.StandardOutput.ReadToEndAsync(), messages = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromSeconds(Seconds)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"R has not ended after {Seconds} seconds.");
        }
        return (process.ExitCode, output.Result, messages.Result);
    }
}
