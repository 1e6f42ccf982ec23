namespace Survey;

/// <summary>Reads margins of a population from a small table, such as a CSV file.</summary>
public static class Margins
{
    private static readonly string[] VariableNames = ["variable", "变量"], LevelNames = ["level", "水平"];

    private static readonly string[] ShareNames = ["share", "shares", "percent", "proportion", "占比", "比例", "构成比"];

    private static readonly string[] AmountNames = ["count", "counts", "people", "population", "freq", "total", "n", "人口数", "人数", "人口", "户数", .. ShareNames];

    /// <summary>The margins that a table holds, in one of two forms.</summary>
    /// <param name="population">
    /// A row a cell: the columns whose levels make the cells, and one of amounts; it is one margin. Or a row a level, with the columns "variable" and "level" (变量 and 水平) and one of amounts: a margin for each variable; a row without a level is the total of a
    /// numeric variable, and one without a variable the number of people.
    /// </param>
    /// <param name="amount">The column of counts or shares; by default the one with such a name (count, people, population, share, 人口数, ...), or the only one that <paramref name="columns"/> has not.</param>
    /// <param name="areShares">Whether amounts are shares of people, and means of variables.</param>
    /// <param name="columns">Columns of the sample. Another heading is read as an expression over them, such as <c>cut(age, 15, 45, 70)</c>.</param>
    /// <exception cref="SurveyDataException">It cannot be told which column holds the amounts, a heading is no column of the sample, or a cell is incomplete or stands twice.</exception>
    /// <exception cref="ArgumentException">An amount is negative, or shares make neither 1 nor 100.</exception>
    public static IReadOnlyList<Margin> Of(Table population, string? amount = null, bool areShares = false, IReadOnlyList<string>? columns = null)
    {
        ArgumentNullException.ThrowIfNull(population);
        string? variable = Called(population, VariableNames), level = Called(population, LevelNames);
        bool isLong = variable is not null && level is not null;
        string own = amount ?? AmountOf(population, isLong ? null : columns, isLong ? [variable!, level!] : []);
        if (!areShares && ShareNames.Contains(own.ToLowerInvariant()))
            throw new SurveyDataException($"The column '{own}' of the population is called shares, and its amounts would be taken as counts; say that they are shares (areShares: true), or give it another name.");
        if (isLong)
            return Long(population, variable!, level!, own, areShares, columns);
        string[] cells = [.. population.Columns.Where(name => name != own)];
        Table named = Table.FromColumns(cells.Select(name => (VariableOf(name, columns).Name, population[name])).Append((own, population[own])));
        return new Sequence<Margin>(Margin.Of([.. cells.Select(name => VariableOf(name, columns))], named, own, areShares));
    }

    private static string? Called(Table population, string[] names) => population.Columns.FirstOrDefault(name => names.Contains(name.ToLowerInvariant()));

    private static Sequence<Margin> Long(Table population, string variableColumn, string levelColumn, string amount, bool areShares, IReadOnlyList<string>? columns)
    {
        Column variables = population[variableColumn], levels = population[levelColumn];
        ReadOnlySpan<double> amounts = population.NumbersOf(amount, "amount of the population").Values;
        var rowsOf = new List<(string? Variable, List<int> Rows)>();
        for (int row = 0; row < population.RowCount; row++)
        {
            if (double.IsNaN(amounts[row]))
                throw new SurveyDataException($"Row {row + 1} of the population has no value in '{amount}'; fill it in or leave the row out.");
            string? variable = variables.TextAt(row);
            int at = rowsOf.FindIndex(own => own.Variable == variable);
            if (at < 0)
                rowsOf.Add((variable, [row]));
            else
                rowsOf[at].Rows.Add(row);
        }
        double[] all = amounts.ToArray();
        return new Sequence<Margin>([.. rowsOf.Select(own => OfRows(own.Variable, own.Rows))]);

        Margin OfRows(string? variable, List<int> rows)
        {
            int[] totals = [.. rows.Where(row => levels.IsMissing(row))];
            if (totals.Length > 0 && rows.Count > 1)
                throw new SurveyDataException($"Row {totals[0] + 1} of the population has no level, and '{variable ?? "everyone"}' stands in other rows too; a total, or a number of people, stands in one row.");
            if (variable is null)
                return totals.Length == 1 ? Margin.Population(all[rows[0]]) : throw new SurveyDataException($"Row {rows[0] + 1} of the population has a level and no variable; name the variable.");
            Variable of = VariableOf(variable, columns);
            return totals.Length == 1 ? (areShares ? Margin.Mean(of, all[rows[0]]) : Margin.Total(of, all[rows[0]]))
                : areShares ? Margin.Shares(of, [.. rows.Select(row => (levels.TextAt(row)!, all[row]))])
                : Margin.Counts(of, [.. rows.Select(row => (levels.TextAt(row)!, all[row]))]);
        }
    }

    /// <summary>A column of the sample by its name; else an expression.</summary>
    private static Variable VariableOf(string heading, IReadOnlyList<string>? columns) =>
        columns is null || columns.Contains(heading, StringComparer.Ordinal) ? heading
        : heading.Contains('(', StringComparison.Ordinal) ? Variable.Parse(heading)
        : throw new SurveyDataException($"The population is of '{heading}', which is no column of the sample{Nearest.Hint(heading, columns, "; call it as the sample does, or leave it out.")}");

    private static string AmountOf(Table population, IReadOnlyList<string>? columns, string[] others)
    {
        string[] candidates = [.. population.Columns.Except(others)], numbers = [.. candidates.Where(name => population[name] is NumberColumn)];
        string[] named = [.. candidates.Where(name => AmountNames.Contains(name.ToLowerInvariant()))], unknown = [.. numbers.Where(name => columns is not null && !columns.Contains(name))];
        return (named, unknown, numbers) switch
        {
            ([var only], _, _) => only,
            (_, [var only], _) => only,
            (_, _, [var only]) => only,
            _ => throw new SurveyDataException($"The population has the columns {string.Join(", ", population.Columns)}, and it cannot be told which of them holds counts or shares; name it."),
        };
    }
}
