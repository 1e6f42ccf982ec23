using System.Reflection;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using Survey.Files;
using Survey.Monitoring;

namespace Survey.Reporting.Tests.Examples;

/// <summary>Runs C# as `dotnet run` runs a file and as a notebook runs its cells.</summary>
public static class Kernel // scripts see only what is public
{
    /// <summary>What a program is given.</summary>
    /// <param name="args">By that name in the program.</param>
    public sealed record Given(string[] args);

    /// <summary>Runs a file-based program in this process.</summary>
    /// <param name="program">Its text; the lines for `dotnet run` are left out.</param>
    /// <param name="args">For it.</param>
    public static void Run(string program, params string[] args)
    {
        string code = string.Join('\n', program.Split('\n').Select(line => line.StartsWith("#:", StringComparison.Ordinal) ? "" : line));
        ScriptOptions options = ScriptOptions.Default
            .WithReferences(typeof(object).Assembly, typeof(Enumerable).Assembly, typeof(Console).Assembly, typeof(Table).Assembly, typeof(TableFile).Assembly, typeof(Study).Assembly, typeof(ResultChart).Assembly)
            .AddReferences(Runtime)
            .WithImports("System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks");
        CSharpScript.RunAsync(code, options, new Given(args)).GetAwaiter().GetResult();
    }

    /// <summary>Runs cells one after another; each knows what those before it declared.</summary>
    /// <param name="cells">Their texts.</param>
    /// <param name="folder">From which they load libraries by #r.</param>
    /// <param name="onValue">Takes the value of each cell, null where it ends in a statement.</param>
    public static void RunCells(IEnumerable<string> cells, string folder, Action<object?> onValue)
    {
        ScriptOptions options = ScriptOptions.Default
            .WithReferences(Runtime)
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(folder))
            .WithImports("System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq"); // those of the .NET kernel
        ScriptState<object>? state = null;
        foreach (string cell in cells)
        {
            state = (state is null ? CSharpScript.RunAsync(cell, options) : state.ContinueWithAsync(cell, options)).GetAwaiter().GetResult();
            onValue(state.ReturnValue);
        }
    }

    private static Assembly[] Runtime { get; } = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Collections.dll" or "System.Linq.dll" or "System.Console.dll" or "netstandard.dll").Select(Assembly.LoadFrom)];
}
