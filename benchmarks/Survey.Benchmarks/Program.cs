using System.Globalization;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using Survey.Benchmarks;
using Survey.Benchmarks.Comparison;
using Survey.Monitoring.Tests.Made;
using Survey.Simulations;

if (args is ["simulate", "change", .. { Length: <= 1 } samples])
    ChangeSimulation.Run(samples is [string number] ? int.Parse(number, CultureInfo.InvariantCulture) : 20_000, Console.Out);
else if (args is ["simulate", "verdicts", .. { Length: <= 1 } pairs])
    VerdictSimulation.Run(pairs is [string count] ? int.Parse(count, CultureInfo.InvariantCulture) : 2_000, Console.Out);
else if (args is ["exports", var folder]) // for benchmarks/compare/intake.sh
{
    Console.WriteLine(MadeLarge.WriteWorkbooks(Directory.CreateDirectory(Path.Combine(folder, "workbooks")).FullName));
    Console.WriteLine(MadeLarge.WriteCsv(Directory.CreateDirectory(Path.Combine(folder, "csv")).FullName));
}
else if (args is ["frame", var file, var households]) // for benchmarks/compare/sampling.sh
    LargeFrame.Write(file, long.Parse(households, CultureInfo.InvariantCulture));
else if (args is ["large", var command, var binding, var scripts, var result]) // for benchmarks/run.sh
    LargeComparison.Run(command, binding, scripts, result);
else // without arguments everything runs and nothing is asked
{
    IEnumerable<Summary> summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
    Environment.ExitCode = summaries.All(summary => summary.Reports.All(report => report.Success)) ? 0 : 1;
}
