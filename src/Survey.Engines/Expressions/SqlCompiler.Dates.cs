using System.Globalization;

namespace Survey.Engines;

internal sealed partial class SqlCompiler
{
    private string Day(Node node) =>
        node switch
        {
            Node.Column column => dialect.DayNumberOf(Quoted(column)),
            Node.Missing => Sql.NoWhole,
            _ when Arms.Of(node, this) is { } arms => Sql.Checked(arms.Choose(Day, Sql.NoWhole)),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };

    private string DayOrText(Node node) =>
        node is Node.Text text && DateText.TryRead(text.Value, out int day) ? day.ToString(CultureInfo.InvariantCulture) : Day(node);

    private string OfDates(Node.Call call)
    {
        string day = DayOrText(call.Arguments[0]);
        switch (call.Function)
        {
            case Function.Year:
                return dialect.ToDouble(dialect.Year(day));
            case Function.Month:
                return dialect.ToDouble(dialect.Month(day));
            default:
                string on = DayOrText(call.Arguments[1]);
                return Sql.Case([($"{on} >= {day}", dialect.ToDouble(dialect.CompletedYears(day, on)))]);
        }
    }
}
