namespace Survey.Cli;

/// <summary>A subcommand.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Summary">One line.</param>
/// <param name="Usage">What follows the name.</param>
/// <param name="MakeOptions">Makes all it takes, when somebody asks: the list of commands shows none, and would wait for them all.</param>
/// <param name="Lesson">What a reader of its help learns beside the options: how to think, and examples.</param>
/// <param name="Run">Does it, and gives the exit code.</param>
internal sealed record Command(string Name, string Summary, string Usage, Func<IReadOnlyList<Option>> MakeOptions, string Lesson, Func<Arguments, TextWriter, TextWriter, int> Run)
{
    private IReadOnlyList<Option>? _options;

    /// <summary>All it takes.</summary>
    public IReadOnlyList<Option> Options => _options ??= MakeOptions();
}

/// <summary>An option of a subcommand.</summary>
/// <param name="Name">With its dashes.</param>
/// <param name="Values">Names of the values that follow it; none for a switch.</param>
/// <param name="Help">What it means, in a line.</param>
/// <param name="Section">The heading it stands under in the help.</param>
/// <param name="Repeats">Whether it may stand several times.</param>
internal sealed record Option(string Name, IReadOnlyList<string> Values, string Help, string Section, bool Repeats = false)
{
    public override string ToString() => string.Join(' ', Values.Prepend(Name));
}
