using System.Reflection;
using System.Text.RegularExpressions;
using Survey.Monitoring;

namespace Survey.Cli;

/// <summary>The survey command: finds the subcommand and turns errors into one sentence and an exit code.</summary>
internal static partial class App
{
    /// <summary>Exit code of bad input.</summary>
    public const int BadInput = 2;

    /// <summary>Exit code where some of several things were done and others could not be.</summary>
    public const int PartlyDone = 3;

    /// <summary>Exit code where the user stopped the work, as shells give it for Ctrl-C.</summary>
    public const int Stopped = 130;

    private static readonly Command[] Commands =
    [
        EstimateCommand.Command, CompareCommand.Command, DescribeCommand.Command, ConvertCommand.Command,
        SampleCommand.Command, InitCommand.Command, CheckCommand.Command, LoadCommand.Command, FieldworkCommand.Command, WeightCommand.Command, ScoreCommand.Command, IndicatorsCommand.Command, ProgrammesCommand.Command, ReportCommand.Command,
        SimulateCommand.Command,
    ];

    /// <param name="args">As the shell gives them.</param>
    /// <param name="output">For results.</param>
    /// <param name="messages">For everything else.</param>
    /// <returns>0, <see cref="BadInput"/>, <see cref="PartlyDone"/> or <see cref="Stopped"/>.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter messages)
    {
        try
        {
            int code = Dispatch(args, output, messages);
            output.Flush();
            return code;
        }
        catch (StudyErrorsException errors)
        {
            foreach (string error in errors.Errors)
                messages.WriteLine($"survey: {CommandVoice.Of(error)}");
        }
        catch (Exception error) when (error is SurveyDataException or ArgumentException)
        {
            messages.WriteLine($"survey: {CommandVoice.Of(Message(error))}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            messages.WriteLine($"survey: The results could not be written: {error.Message.TrimEnd('.')}.");
        }
        catch (OperationCanceledException)
        {
            messages.WriteLine("survey: Stopped; nothing was written, and earlier files are as they were.");
            return Stopped;
        }
        catch (OutOfMemoryException)
        {
            messages.WriteLine("survey: There is not enough memory for this; ask for fewer columns, domains or statistics at once.");
        }
        return BadInput;
    }

    /// <summary>What an error says, without the name of a parameter.</summary>
    public static string Message(Exception error) => ParameterName().Replace(error.Message, "");

    private static int Dispatch(string[] args, TextWriter output, TextWriter messages)
    {
        if (args.Length == 0 || args[0] is "--help" or "-h" or "-?" || args is ["help"])
        {
            output.Write(Help.Overview(Commands));
            return 0;
        }
        if (args[0] is "--version")
        {
            output.WriteLine($"survey {typeof(App).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]}");
            return 0;
        }
        string name = args[0] == "help" ? args[1] : args[0];
        Command command = Commands.FirstOrDefault(command => command.Name == name)
            ?? throw new ArgumentException(Words.Unknown($"There is no command '{name}'", name, Commands.Select(command => command.Name), "survey --help lists the commands"));
        if (args[0] == "help" || args.Skip(1).Any(arg => arg is "--help" or "-h" or "-?"))
        {
            output.Write(Help.Of(command));
            return 0;
        }
        return command.Run(Arguments.Parse(command, args.AsSpan(1)), output, messages);
    }

    // what ArgumentException adds to its message speaks of the library's parameters, not of the command's
    [GeneratedRegex(@" \(Parameter '\w+'\)(\r?\nActual value was .*)?", RegexOptions.Singleline)]
    private static partial Regex ParameterName();
}
