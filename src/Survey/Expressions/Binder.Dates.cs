namespace Survey;

internal sealed partial class Binder
{
    private Bound Age(Node.Call call)
    {
        Bound birth = Days(call, call.Arguments[0]), on = Days(call, call.Arguments[1]);
        return new Bound(Variety.Number, e =>
        {
            ReadOnlySpan<int> from = e.Days(birth), to = e.Days(on);
            double[] ages = new double[from.Length];
            for (int row = 0; row < ages.Length; row++)
                // a missing day is a number below all others
                ages[row] = from[row] == DateColumn.Missing || to[row] < from[row] ? double.NaN : CompletedYears(from[row], to[row]);
            return Numbers(ages);
        });
    }

    private static int CompletedYears(int birth, int on)
    {
        DateOnly from = DateOnly.FromDayNumber(birth), to = DateOnly.FromDayNumber(on);
        bool birthdayIsAhead = (to.Month, to.Day).CompareTo((from.Month, from.Day)) < 0;
        return to.Year - from.Year - (birthdayIsAhead ? 1 : 0);
    }

    private Bound Mapped(Node.Call call, Func<DateOnly, int> part)
    {
        Bound bound = Days(call, call.Arguments[0]);
        return new Bound(Variety.Number, e =>
        {
            ReadOnlySpan<int> days = e.Days(bound);
            double[] parts = new double[days.Length];
            for (int row = 0; row < parts.Length; row++)
                parts[row] = days[row] == DateColumn.Missing ? double.NaN : part(DateOnly.FromDayNumber(days[row]));
            return Numbers(parts);
        });
    }

    /// <summary>The days that a function takes: of a date, or a text that is one.</summary>
    private Bound Days(Node.Call call, Node node)
    {
        Bound bound = Bind(node);
        if (bound.Type is null)
            return MissingOf(Variety.Date);
        if (bound.Literal is Node.Text text)
        {
            int day = DayOf(call, text.Value);
            return new Bound(Variety.Date, e => DateColumn.Owning(Repeat(day, e)));
        }
        return bound.Type == ColumnType.Date
            ? bound
            : throw new SurveyDataException($"'{call}' takes dates, and '{node}' is {Called(bound)}; give a column of dates such as 2024-09-30, or a date as a text: '2024-09-30'.");
    }

    private static int DayOf(Node within, string text) =>
        DateText.TryRead(text, out int day) ? day : throw new SurveyDataException($"In '{within}' the text '{text}' is no date; write it as 2024-09-30.");
}
