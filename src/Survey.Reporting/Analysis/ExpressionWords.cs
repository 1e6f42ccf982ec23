using Survey.Monitoring;

namespace Survey.Reporting.Analysis;

/// <summary>Conditions and calculations of a study in words, columns and levels by what readers know them as.</summary>
/// <param name="table">Its columns.</param>
/// <param name="labels">What columns and levels are called.</param>
/// <param name="language">Of the words.</param>
internal sealed class ExpressionWords(Table table, Labels labels, Language language)
{
    private readonly bool _zh = language == Language.Chinese;

    /// <summary>"现在吸烟为“每天吸”或“有时吸”", "Age ≥ 60"; in English else the expression, and in Chinese else null: there are no words for it, or a column of it has no Chinese name.</summary>
    public string? Of(Expr expression) => Condition(expression.Node) ?? (_zh ? null : expression.ToString());

    private string? Condition(Node node) =>
        node switch
        {
            Node.And and => Joined(and.Parts, _zh ? "且" : " and "),
            Node.Or or => Joined(or.Parts, _zh ? "或" : " or "),
            Node.Not not => Condition(not.Of) is { } of ? _zh ? $"非（{of}）" : $"not ({of})" : null,
            Node.IsMissing missing => Value(missing.Of) is { } of ? _zh ? $"{of}缺失" : $"{of} missing" : null,
            Node.Compare compare => Compared(compare),
            Node.Between between => Value(between.Of) is { } of && Value(between.Low) is { } low && Value(between.High) is { } high ? _zh ? $"{of}在{low}～{high}之间" : $"{of} from {low} to {high}" : null,
            Node.OneOf one => Value(one.Of) is { } of && Levels(one.Of, one.Values) is { } levels ? _zh ? $"{of}为{levels}" : $"{of} {levels}" : null,
            _ => Value(node),
        };

    private string? Compared(Node.Compare compare)
    {
        if (Value(compare.Left) is not { } left || Level(compare.Left, compare.Right) is not { } right)
            return null;
        return compare.Op switch
        {
            Comparison.Equal => _zh ? $"{left}为{right}" : $"{left} {right}",
            Comparison.NotEqual => _zh ? $"{left}不为{right}" : $"{left} not {right}",
            Comparison.Less => _zh ? $"{left}小于{right}" : $"{left} < {right}",
            Comparison.LessOrEqual => _zh ? $"{left}不超过{right}" : $"{left} ≤ {right}",
            Comparison.Greater => _zh ? $"{left}大于{right}" : $"{left} > {right}",
            _ => _zh ? $"{left}不小于{right}" : $"{left} ≥ {right}",
        };
    }

    private string? Value(Node node) =>
        node switch
        {
            Node.Column column => Column(column),
            Node.Number number => Invariant.Text(number.Value),
            Node.Text text => Known(text.Value) is { } known ? Quoted(known) : null,
            Node.Call { Function: Function.Cut } cut when cut.Arguments.Span[0] is Node.Column column && Column(column) is { } of => _zh ? $"{of}分组" : $"{of}, grouped",
            Node.Calculate calculate when Operand(calculate.Left) is { } left && Operand(calculate.Right) is { } right => $"{left} {Symbol(calculate.Op)} {right}",
            _ => null,
        };

    private string? Operand(Node node) => Value(node) is { } text && node is Node.Calculate ? _zh ? $"（{text}）" : $"({text})" : Value(node);

    private string? Column(Node.Column column) => Known(labels.Column(column.Name));

    /// <summary>A name; null in Chinese where it is not Chinese, as nobody gave it a Chinese one.</summary>
    private string? Known(string name) => _zh && name.Any(char.IsAsciiLetter) && name.All(char.IsAscii) ? null : name;

    private string? Joined(Sequence<Node> parts, string between)
    {
        string?[] all = [.. parts.Select(part => part is Node.And or Node.Or && Condition(part) is { } inner ? _zh ? $"（{inner}）" : $"({inner})" : Condition(part))];
        return all.Contains(null) ? null : string.Join(between, all);
    }

    private string? Levels(Node of, Sequence<Node> values)
    {
        string?[] all = [.. values.Select(value => Level(of, value))];
        return all.Contains(null) ? null : string.Join(_zh ? "或" : " or ", all);
    }

    /// <summary>A value that a column is compared with, as its readers know it.</summary>
    private string? Level(Node of, Node value) =>
        of is Node.Column column && value is Node.Text text && table.Columns.Contains(column.Name) ? Known(labels.Levels(table, column.Name).FirstOrDefault(own => own.Level == text.Value).Label ?? text.Value) is { } label ? Quoted(label) : null : Value(value);

    private static string Quoted(string text) => $"“{text}”";

    private static string Symbol(Arithmetic op) => op switch { Arithmetic.Add => "+", Arithmetic.Subtract => "−", Arithmetic.Multiply => "×", Arithmetic.Divide => "÷", _ => "%" };
}
