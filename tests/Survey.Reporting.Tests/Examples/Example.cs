using System.Globalization;
using System.Runtime.CompilerServices;

namespace Survey.Reporting.Tests.Examples;

/// <summary>The files of examples/, and what they are expected to print.</summary>
internal static class Example
{
    /// <summary>Of the project.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", ".."));

    /// <summary>Of the examples.</summary>
    public static string Folder { get; } = Path.Combine(Root, "examples");

    /// <summary>How these tests were built: Release or Debug.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>Where the command and all that it needs stand.</summary>
    public static string CommandFolder { get; } = Path.Combine(Root, "src", "Survey.Cli", "bin", Configuration, "net10.0");

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>What runs in a folder prints to the console.</summary>
    public static string Printed(string folder, Action run)
    {
        (string before, TextWriter console, CultureInfo culture) = (Environment.CurrentDirectory, Console.Out, CultureInfo.CurrentCulture);
        using var printed = new StringWriter();
        try
        {
            (Environment.CurrentDirectory, CultureInfo.CurrentCulture) = (folder, CultureInfo.InvariantCulture);
            Console.SetOut(printed);
            run();
        }
        finally
        {
            Console.SetOut(console);
            (Environment.CurrentDirectory, CultureInfo.CurrentCulture) = (before, culture);
        }
        return printed.ToString();
    }

    /// <summary>Holds what was printed against the file of expected/. What differs is kept, so that a change that was meant can be copied there.</summary>
    /// <param name="name">Of the file.</param>
    /// <param name="printed">What was printed, with folders that differ from run to run replaced.</param>
    public static void AssertExpected(string name, string printed)
    {
        string actual = printed.ReplaceLineEndings("\n"), kept = Path.Combine(TestContext.CurrentContext.WorkDirectory, name), path = Path.Combine(Folder, "expected", name);
        if (!File.Exists(path) || File.ReadAllText(path) != actual)
            File.WriteAllText(kept, actual);
        Assert.That(path, Does.Exist, $"what was printed is in {kept}");
        Assert.That(actual, Is.EqualTo(File.ReadAllText(path)), $"what was printed is in {kept}");
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
