using System.Text;

namespace Survey.Cli;

/// <summary>Help texts, made from the commands themselves.</summary>
internal static class Help
{
    private const int Indent = 32, Width = 110;

    public static string Overview(IReadOnlyList<Command> commands)
    {
        var text = new StringBuilder("""
            survey - weighted estimates with honest uncertainty, from raw survey files

            Usage: survey COMMAND FILE [options]


            """);
        foreach (Command command in commands)
            AppendEntry(text, command.Name, command.Summary);
        text.Append("""

            survey COMMAND --help explains a command. Results go to standard output, messages to standard error.
            Exit code 0: done; 2: bad input, said in one sentence.

            Start with
              survey describe people.csv
              survey estimate people.csv --weights w --strata county --clusters village --proportion "smoke in (1, 2) as smoker"

            """);
        return text.ToString();
    }

    public static string Of(Command command)
    {
        var text = new StringBuilder($"survey {command.Name} - {command.Summary}\n\nUsage: survey {command.Name} {command.Usage}\n");
        foreach (IGrouping<string, Option> section in command.Options.GroupBy(option => option.Section))
        {
            text.Append($"\n{section.Key}\n");
            foreach (Option option in section)
                AppendEntry(text, option.ToString(), option.Help + (option.Repeats ? " (may be repeated)" : ""));
        }
        return text.Append('\n').Append(command.Lesson).ToString();
    }

    private static void AppendEntry(StringBuilder text, string name, string help)
    {
        var line = new StringBuilder("  " + name.PadRight(Indent - 2));
        if (line.Length > Indent)
        {
            text.Append(line).Append('\n');
            line.Clear().Append(' ', Indent);
        }
        foreach (string word in help.Split(' '))
        {
            if (line.Length + 1 + word.Length > Width)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(' ', Indent - 1);
            }
            line.Append(line.Length == Indent && line[^1] == ' ' ? "" : " ").Append(word);
        }
        text.Append(line).Append('\n');
    }
}
