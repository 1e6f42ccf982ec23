namespace Survey.Benchmarks.Comparison;

/// <summary>Tasks on rows in memory.</summary>
internal static class LargeMemory
{
    private const string Unit = "ns a row", R = "R survey";

    private const string Fresh = "a design keeps one number a row, and here the system takes some 100 ms to hand out the 40 MB that ten million of them are; where that memory was in use before, the design takes 5 ns a row of categories and 9 of numbers (LargeDesignBenchmarks.md)";

    private const string Kernels =
        "in the cache a row takes 2 ns of one processor's time: 0.8 for counts and squared weights by domain, of which every estimate has its design effect, 0.8 for its cell, and the rest to check what the columns hold; the columns have to be streamed besides, and with the cells of a lane they leave the core's second cache";

    /// <param name="rows">Of a sample; replicates take a tenth.</param>
    /// <param name="r">What R takes on fewer rows.</param>
    /// <param name="duckDb">What DuckDB takes for the sums alone.</param>
    public static IEnumerable<LargeRow> Rows(int rows, Rival r, Rival duckDb) =>
        [.. Estimates(rows, r, duckDb), .. Domains(rows), .. Variables(rows, r), EveryRow(rows, r), .. Designs(rows, r), .. Replicates(rows / 10, r), Growth(rows)];

    private static LargeRow[] Estimates(int rows, Rival r, Rival duckDb)
    {
        (double ten, double floor) = Times(LargeSample.Of(rows, sorted: false, LargeTasks.Proportion), LargeTasks.Proportion, LargeTasks.TenDomains);
        (double sorted, double sortedFloor) = Times(LargeSample.Of(rows, sorted: true, LargeTasks.Proportion), LargeTasks.Proportion, LargeTasks.TenDomains);
        double takesR = 1e9 * r.SecondsARow["ten domains"];
        return
        [
            new("proportion and its error, 10 domains, PSUs in random order", ten, Unit) { Floor = floor, Rival = (R, takesR), Target = new("at most 1.5 ns", ten, 1.5) { WhyNot = Kernels } },
            new("the same, against R", ten, Unit) { Floor = floor, Rival = (R, takesR), Target = new("at least 1,000 times R", takesR / ten, 1_000, AtLeast: true) },
            new("the same, against the sums alone in DuckDB", ten, Unit) { Floor = floor, Rival = ("DuckDB", 1e9 * duckDb.SecondsARow["memory"]) },
            new("the same, PSUs sorted", sorted, Unit) { Floor = sortedFloor, Rival = (R, 1e9 * r.SecondsARow["ten domains, sorted"]), Target = new("at most 1.0 ns", sorted, 1) { WhyNot = "the sums by domain and the checks take the same in any order, and only the cells are nearer" } },
        ];
    }

    // what is held against another time is timed beside it
    private static LargeRow[] Domains(int rows)
    {
        Table table = LargeSample.Of(rows, sorted: false, [.. LargeTasks.Districts, "region"]);
        (double estimates, double floor) = Times(table, LargeTasks.Districts, LargeTasks.ThreeHundredDomains);
        SurveyDesign design = LargeTasks.Clusters(table);
        double ten = PerRow(Timing.Seconds(() => LargeTasks.TenDomains(design)), rows);
        double covariance = PerRow(Timing.Seconds(() => LargeTasks.FullCovariance(design)), rows);
        return
        [
            new("300 domains", estimates, Unit) { Floor = floor, Target = new("at most 3 times 10 domains", estimates / ten, 3) },
            new("300 domains with all covariances", covariance, Unit) { Floor = floor },
        ];
    }

    private static LargeRow[] Variables(int rows, Rival r)
    {
        (double ten, double floor) = Times(LargeSample.Of(rows, sorted: false, LargeTasks.Variables), LargeTasks.Variables, design => LargeTasks.FourMeans(design, "region"));
        (double many, double manyFloor) = Times(LargeSample.Of(rows, sorted: false, LargeTasks.DistrictVariables), LargeTasks.DistrictVariables, design => LargeTasks.FourMeans(design, "district"));
        return
        [
            new("means of 4 variables, 10 domains", ten, Unit) { Floor = floor, Rival = (R, 1e9 * r.SecondsARow["four means"]) },
            new("means of 4 variables, 300 domains", many, Unit) { Floor = manyFloor, Target = new("at most 2 times 10 domains", many / ten, 2) },
        ];
    }

    private static LargeRow EveryRow(int rows, Rival r)
    {
        Table table = LargeSample.Of(rows, sorted: false, LargeTasks.Proportion);
        SurveyDesign design = LargeTasks.EveryRowAPsu(table), clusters = LargeTasks.Clusters(table);
        double every = PerRow(Timing.Seconds(() => LargeTasks.TenDomains(design)), rows), ten = PerRow(Timing.Seconds(() => LargeTasks.TenDomains(clusters)), rows);
        return new("every row a PSU, 10 domains", every, Unit)
        {
            Floor = FloorOf(table, ["weight", "stratum", "smoker", "region"]),
            Rival = (R, 1e9 * r.SecondsARow["every row a PSU"]),
            Target = new("at most 3 times 2,000 PSUs", every / ten, 3),
        };
    }

    private static LargeRow[] Designs(int rows, Rival r)
    {
        Table table = LargeSample.Of(rows, sorted: false, ["stratumNumber", "psuNumber", .. LargeTasks.Keys]);
        double categories = PerRow(Timing.Seconds(() => LargeTasks.Clusters(table)), rows), numbers = PerRow(Timing.Seconds(() => LargeTasks.NumberedClusters(table)), rows);
        double takesR = 1e9 * r.SecondsARow["design"];
        return
        [
            new("building the design, keys are categories", categories, Unit) { Floor = FloorOf(table, LargeTasks.Keys), Rival = (R, takesR), Target = new("under 15 ns", categories, 15) { WhyNot = Fresh } },
            new("building the design, keys are numbers", numbers, Unit) { Floor = FloorOf(table, LargeTasks.NumberKeys), Rival = (R, takesR), Target = new("under 15 ns", numbers, 15) { WhyNot = Fresh } },
        ];
    }

    private static LargeRow[] Replicates(int rows, Rival r)
    {
        const string Milliseconds = "ms";
        Table table = LargeSample.Of(rows, sorted: false, LargeTasks.Proportion);
        SurveyDesign design = LargeTasks.Clusters(table);
        ReplicateDesign replicates = LargeTasks.DrawTwoHundred(design);
        double linearized = 1e3 * Timing.Seconds(() => LargeTasks.TenDomains(design)), many = 1e3 * Timing.Seconds(() => LargeTasks.TenDomains(replicates));
        double drawing = 1e3 * Timing.Seconds(() => LargeTasks.DrawTwoHundred(design)), floor = 1e-6 * rows * FloorOf(table, LargeTasks.Proportion);
        return
        [
            new($"200 bootstrap replicates, 10 domains, {rows:N0} rows", many, Milliseconds)
            {
                Floor = floor, Rival = (R, 1e3 * rows * r.SecondsARow["replicates"]), Target = new("at most 10 ms over the estimate", many - linearized, 10),
            },
            new("drawing them", drawing, Milliseconds) { Rival = (R, 1e3 * rows * r.SecondsARow["drawing replicates"]) },
        ];
    }

    private static LargeRow Growth(int rows)
    {
        double[] times = [.. new[] { rows / 10, rows, 10 * rows }.Select(size => Times(LargeSample.Of(size, sorted: false, LargeTasks.Proportion), LargeTasks.Proportion, LargeTasks.TenDomains).Ours)];
        return new($"10 domains, {10L * rows:N0} rows", times[^1], Unit)
        {
            Target = new($"within 20 % from {rows / 10:N0} rows on", times.Max() / times.Min(), 1.2)
            {
                WhyNot = "errors of 10 domains of 2,000 PSUs take half a millisecond whatever the rows, and the first 262,144 rows go into one lane, as the number of lanes follows from them",
            },
        };
    }

    private static (double Ours, double Floor) Times(Table table, string[] columns, Func<Design, object> task)
    {
        SurveyDesign design = LargeTasks.Clusters(table);
        return (PerRow(Timing.Seconds(() => task(design)), table.RowCount), FloorOf(table, columns));
    }

    private static double FloorOf(Table table, string[] columns) => PerRow(Timing.Seconds(() => ColumnStream.Sum(table, columns)), table.RowCount);

    private static double PerRow(double seconds, int rows) => 1e9 * seconds / rows;
}
