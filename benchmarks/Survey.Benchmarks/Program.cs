using System.Globalization;
using BenchmarkDotNet.Running;
using Survey.Simulations;

if (args is ["simulate", "change", .. { Length: <= 1 } samples])
    ChangeSimulation.Run(samples is [string number] ? int.Parse(number, CultureInfo.InvariantCulture) : 20_000, Console.Out);
else // without arguments everything runs and nothing is asked
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
