namespace Survey.Cli;

/// <summary>The words of a command line, sorted into files and options in the order given.</summary>
internal sealed class Arguments
{
    private readonly List<(Option Option, string[] Values)> _options = [];

    private Arguments()
    {
    }

    public List<string> Files { get; } = [];

    /// <summary>Every option given, with its values.</summary>
    public IReadOnlyList<(Option Option, string[] Values)> Options => _options;

    /// <summary>The value of an option that takes one, or null where it was not given.</summary>
    public string? this[string option] => _options.Where(given => given.Option.Name == option).Select(given => given.Values[0]).FirstOrDefault();

    public bool Has(string option) => _options.Any(given => given.Option.Name == option);

    public IEnumerable<string> All(string option) => _options.Where(given => given.Option.Name == option).Select(given => given.Values[0]);

    public static Arguments Parse(Command command, ReadOnlySpan<string> words)
    {
        var arguments = new Arguments();
        for (int at = 0; at < words.Length; at++)
        {
            string word = words[at];
            if (word == "--")
            {
                arguments.Files.AddRange(words[(at + 1)..]);
                break;
            }
            if (word.StartsWith('-') && word.Length > 1)
                arguments.Take(command, words, ref at);
            else
                arguments.Files.Add(word);
        }
        return arguments;
    }

    private void Take(Command command, ReadOnlySpan<string> words, ref int at)
    {
        string[] parts = words[at].Split('=', 2);
        Option option = command.Options.FirstOrDefault(option => option.Name == parts[0]) ?? throw Unknown(command, parts[0]);
        if (!option.Repeats && Has(option.Name))
            throw new ArgumentException($"{option.Name} stands twice; it may stand once.");
        if (parts.Length == 2)
        {
            if (option.Values.Count != 1)
                throw new ArgumentException($"{option.Name}= does not take its value after an equals sign; write {option}.");
            _options.Add((option, [parts[1]]));
            return;
        }
        string[] values = new string[option.Values.Count];
        for (int k = 0; k < values.Length; k++)
        {
            if (++at == words.Length)
                throw new ArgumentException($"{option.Name} needs {Wanted(option, k)}; write {option}.");
            string value = words[at];
            if (command.Options.Any(other => other.Name == value))
                throw new ArgumentException($"{option.Name} needs {Wanted(option, k)}, and {value} follows it; write {option}.");
            values[k] = value;
        }
        _options.Add((option, values));
    }

    private static string Wanted(Option option, int k) => option.Values.Count == 1 ? $"a value ({option.Values[0]})" : $"{option.Values.Count} values (the {(k == 0 ? "first" : "second")} is {option.Values[k]})";

    private static ArgumentException Unknown(Command command, string name) =>
        new(Words.Unknown($"{command.Name} has no option '{name}'", name, command.Options.Select(option => option.Name), $"survey {command.Name} --help lists them, and a file of such a name goes after --"));
}
