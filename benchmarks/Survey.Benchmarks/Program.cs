using BenchmarkDotNet.Running;

// without arguments everything runs and nothing is asked
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
