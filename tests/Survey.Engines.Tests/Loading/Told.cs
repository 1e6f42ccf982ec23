namespace Survey.Engines.Tests;

/// <summary>Does something with each progress at once.</summary>
internal sealed class Told(Action<long> act) : IProgress<long>
{
    public void Report(long value) => act(value);
}
