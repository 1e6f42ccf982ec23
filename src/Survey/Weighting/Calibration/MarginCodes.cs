namespace Survey;

/// <summary>Which cell of a margin each row is in.</summary>
internal static class MarginCodes
{
    private const int MostNamed = 10;

    /// <summary>The cell of each row, -1 where its weight is 0. The sample and the margin name the same cells, or the error names those that one of them lacks.</summary>
    /// <param name="table">The sample.</param>
    /// <param name="margin">Of cells.</param>
    /// <param name="weights">Rows of weight 0 are in no cell.</param>
    /// <param name="labels">What readers are shown for each cell.</param>
    public static int[] Of(Table table, Margin margin, double[] weights, out string[] labels)
    {
        var binder = new Binder(table);
        LevelCodes[] axes = [.. margin.Variables.Select(variable => new LevelCodes(table, variable, binder))];
        Dictionary<string, int>[] codeOf = [.. axes.Select(axis => axis.Levels.Index().ToDictionary(level => level.Item, level => level.Index, StringComparer.Ordinal))];
        Dictionary<long, int> cellOf = CellsOf(margin, axes, codeOf);
        labels = [.. margin.Cells.Select(cell => string.Join(", ", cell.Levels.Select((level, k) => codeOf[k].TryGetValue(level, out int code) ? axes[k].Labels[code] : level)))];
        int[] cells = new int[table.RowCount];
        var (missing, lacking) = (new RowList(), new Dictionary<long, int>());
        foreach (Chunk chunk in table.Read(binder.Columns))
        {
            long[] keys = Keys(axes, new Evaluation(chunk));
            for (int row = 0; row < keys.Length; row++)
            {
                int at = (int)chunk.FirstRow + row;
                cells[at] = -1;
                if (weights[at] == 0)
                    continue;
                if (keys[row] < 0)
                    missing.Add(at);
                else if (!cellOf.TryGetValue(keys[row], out cells[at]))
                    lacking[keys[row]] = lacking.GetValueOrDefault(keys[row]) + 1;
            }
        }
        RefuseMissing(margin, missing);
        RefuseLacking(margin, axes, lacking);
        RefuseEmpty(margin, cells);
        return cells;
    }

    /// <summary>Each cell by the codes of its levels; cells that the sample cannot have are left out, and found empty later.</summary>
    private static Dictionary<long, int> CellsOf(Margin margin, LevelCodes[] axes, Dictionary<string, int>[] codeOf)
    {
        var cellOf = new Dictionary<long, int>();
        foreach ((int cell, MarginCell own) in margin.Cells.Index())
        {
            long key = 0;
            for (int k = 0; k < axes.Length && key >= 0; k++)
                key = codeOf[k].TryGetValue(own.Levels[k], out int code) ? key * axes[k].Levels.Count + code : -1;
            if (key >= 0)
                cellOf.Add(key, cell);
        }
        return cellOf;
    }

    private static long[] Keys(LevelCodes[] axes, Evaluation evaluation)
    {
        long[] keys = new long[evaluation.RowCount];
        foreach (LevelCodes axis in axes)
        {
            ReadOnlySpan<int> codes = axis.In(evaluation);
            for (int row = 0; row < keys.Length; row++)
                keys[row] = keys[row] < 0 || codes[row] < 0 ? -1 : keys[row] * axis.Levels.Count + codes[row];
        }
        return keys;
    }

    private static void RefuseMissing(Margin margin, RowList missing)
    {
        if (missing.Count > 0)
            throw new RowException($"The margin of {margin.Name} is missing in {missing}; weights are calibrated by what is known of everybody, so fill it in, or leave those rows out with the reason noted.", missing.First);
    }

    private static void RefuseLacking(Margin margin, LevelCodes[] axes, Dictionary<long, int> lacking)
    {
        if (lacking.Count == 0)
            return;
        string[] names = [.. lacking.Keys.Order().Select(key => NameOf(axes, key))];
        string hint = names is [var only] && margin.Variables.Count == 1 ? Nearest.Hint(only, margin.Cells.Select(cell => cell.Levels[0]), "") : "";
        throw new SurveyDataException($"The sample has {Invariant.Count(lacking.Values.Sum(count => (long)count))} rows of {margin.Name} in {Listed(names)}, and the population margin has no such cell{(hint.Length > 0 ? hint : "; give how many people it has, write levels alike, or leave those rows out with the reason noted.")}");
    }

    private static void RefuseEmpty(Margin margin, int[] cells)
    {
        bool[] met = new bool[margin.Cells.Count];
        foreach (int cell in cells)
            if (cell >= 0)
                met[cell] = true;
        string[] empty = [.. margin.Cells.Where((cell, k) => !met[k] && cell.Amount > 0).Select(cell => cell.Name)];
        if (empty.Length > 0)
            throw new SurveyDataException($"Nobody in the sample with a weight is in {Listed(empty)} of the margin of {margin.Name}, and the population has people there; merge {(empty.Length == 1 ? "it" : "each")} with a cell like it, in the sample and in the margin.");
        string[] odd = [.. margin.Cells.Where((cell, k) => met[k] && cell.Amount == 0).Select(cell => cell.Name)];
        if (odd.Length > 0)
            throw new SurveyDataException($"The population has nobody in {Listed(odd)} of the margin of {margin.Name}, and the sample has; correct the margin, or leave those rows out with the reason noted.");
    }

    private static string NameOf(LevelCodes[] axes, long key)
    {
        string[] names = new string[axes.Length];
        for (int k = axes.Length - 1; k >= 0; k--)
        {
            names[k] = axes[k].Levels[(int)(key % axes[k].Levels.Count)];
            key /= axes[k].Levels.Count;
        }
        return string.Join(", ", names);
    }

    private static string Listed(string[] names) =>
        string.Join("; ", names.Take(MostNamed).Select(name => $"'{name}'")) + (names.Length > MostNamed ? $"; ... ({names.Length} cells)" : "");
}
