using System.Text;

namespace Survey.Monitoring.Reproducing;

/// <summary>A script of R, line by line.</summary>
internal sealed class RScript
{
    private const int Width = 100;

    private readonly StringBuilder _text = new();

    /// <summary>Code, as it stands; of several lines the indentation of the first is taken off by the literal it is.</summary>
    public void Code(string code) => _text.Append(code.ReplaceLineEndings("\n")).Append('\n');

    public void Blank() => _text.Append('\n');

    /// <summary>A comment, broken where it is longer than a line.</summary>
    /// <param name="text">In one line or several.</param>
    /// <param name="begin">What each line of it begins with.</param>
    /// <param name="first">What the first begins with, where that is something else.</param>
    public void Comment(string text, string begin = "# ", string? first = null)
    {
        string line = first ?? begin;
        bool isEmpty = true;
        foreach (string word in OneLine(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && line.Length + 1 + word.Length > Width)
            {
                Code(line);
                (line, isEmpty) = (begin, true);
            }
            line += isEmpty ? word : $" {word}";
            isEmpty = false;
        }
        Code(line.TrimEnd());
    }

    /// <summary>A heading over what follows.</summary>
    public void Section(string title)
    {
        Blank();
        Code($"# ---- {title} {new string('-', Width - 8 - title.Length)}");
        Blank();
    }

    /// <summary>name &lt;- rbind(calls), the arguments of all calls in columns.</summary>
    public void Bound(string name, IReadOnlyList<string[]> calls)
    {
        int columns = calls.Max(call => call.Length);
        int[] widths = [.. Enumerable.Range(0, columns).Select(k => calls.Where(call => k < call.Length).Max(call => call[k].Length))];
        Code($"{name} <- rbind(");
        for (int c = 0; c < calls.Count; c++)
        {
            string[] call = calls[c];
            IEnumerable<string> arguments = call.Skip(1).Select((argument, k) => k == call.Length - 2 ? argument : $"{argument},".PadRight(widths[k + 1] + 2));
            Code($"  {call[0]}({string.Concat(arguments)}){(c == calls.Count - 1 ? ")" : ",")}");
        }
    }

    public override string ToString() => _text.ToString();

    // a line break would end the comment
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
