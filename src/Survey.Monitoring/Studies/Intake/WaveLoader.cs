namespace Survey.Monitoring.Intake;

/// <summary>Makes the tables of a wave from its files.</summary>
/// <param name="study">Whose wave it is.</param>
/// <param name="items">Of its instrument; empty where it has none.</param>
/// <param name="labels">Of levels.</param>
/// <param name="hash">Makes pseudonyms; or null.</param>
/// <param name="findings">Where everything is said that was met.</param>
internal sealed class WaveLoader(Study study, IReadOnlyList<Item> items, LabelBook labels, PersonHash? hash, FindingList findings)
{
    /// <summary>The column that counts the items without an answer.</summary>
    public const string Unanswered = "unanswered";

    /// <summary>Headings of personal data that a file had.</summary>
    public HashSet<string> DroppedSomewhere { get; } = new(StringComparer.Ordinal);

    /// <returns>The tables; whether anything is unresolved is known only when all waves are read.</returns>
    public WaveData Load(StudyWave wave)
    {
        List<Wanted> wanted = WantedOf(wave);
        var files = new WaveFiles(study, wave, wanted, findings);
        files.Read();
        DroppedSomewhere.UnionWith(files.DroppedHere);
        if (files.Files.Count == 0)
            return new WaveData(wave, [], null, null, null, IsResolved: false);

        Table table = WithUnanswered(new Table([.. wanted.SelectMany(column => column.Reader.Build())]));
        int[] kept = wave.Duplicates is { } rule && rule.Key.Append(rule.By).OfType<string>().All(table.Columns.Contains) ? new Duplicates(wave, table, files.Places, findings).Kept(rule) : [.. Enumerable.Range(0, table.RowCount)];
        if (kept.Length < table.RowCount)
            table = table.Take(kept);
        (string File, int Row, string Text) PlaceOf(int row) => (files.Places.FileOf(kept[row]), files.Places.NumberOf(kept[row]), files.Places.TextOf(kept[row]));
        table = new AddedColumns(study, wave, labels, PlaceOf, findings).To(table);
        table = table.Select(InOrder(table));

        IdenticalAnswers.Find(wave.Id, table, [.. items.Select(item => item.Name)], new ShownKeys(wave, table, [.. (wave.Duplicates?.Key ?? []).Where(table.Columns.Contains)]), PlaceOf, findings);
        new Plausibility(study, wave, labels, findings).Look(table, PlaceOf);
        var status = new StatusColumn(study, wave, findings);
        CategoryColumn states = status.Of(table, PlaceOf);
        Table everyone = table.With(StatusColumn.Name, states);
        return new WaveData(wave, files.Files, everyone, table.Take(RowsOf(states, StatusColumn.Valid)), new ResponseTable(study, status, wave, findings).Of(everyone), IsResolved: true);
    }

    private List<Wanted> WantedOf(StudyWave wave)
    {
        var factory = new ReaderFactory(study, labels.Of);
        List<Wanted> wanted = [.. wave.Columns.Where(column => column.Derive is null).Select(factory.Column)];
        if (study.PersonalData.Pseudonym is { } pseudonym && hash is not null)
            wanted.Add(Wanted.Of(new PseudonymReader(pseudonym.As, hash, new MissingTexts(study.Missing)), pseudonym.From.Select(heading => new HeadingPattern(heading))));
        if (wave.Answers is { } form)
            wanted.AddRange(items.Select(item => AnswersTo(item, form, factory, wave)));
        return wanted;
    }

    /// <summary>What the files must have for an item; nothing for one whose options cannot be told apart.</summary>
    private Wanted AnswersTo(Item item, AnswerForm form, ReaderFactory factory, StudyWave wave)
    {
        try
        {
            return factory.Answers(item, form);
        }
        catch (SurveyDataException error)
        {
            string file = Path.Combine(study.Folder, study.Instrument!.Items);
            findings.Add(Severity.Unresolved, wave.Id, $"{file}, item {item.Name}: {error.Message}; no answers to it are read until each option has a name of its own.", file, column: item.Name);
            return ReaderFactory.NoAnswers(item);
        }
    }

    private Table WithUnanswered(Table table)
    {
        if (items.Count == 0)
            return table;
        double[] unanswered = new double[table.RowCount];
        foreach (Item item in items)
        {
            ReadOnlySpan<int> codes = ((CategoryColumn)table[item.Name]).Codes;
            for (int row = 0; row < unanswered.Length; row++)
                unanswered[row] += codes[row] == CategoryColumn.Missing ? 1 : 0;
        }
        return table.With(Unanswered, NumberColumn.Owning(unanswered));
    }

    /// <summary>The study's columns as it declares them, then those looked up, the pseudonym, the items, and the count of unanswered ones.</summary>
    private IEnumerable<string> InOrder(Table table)
    {
        var first = study.Columns.SelectMany(column => table.Columns.Where(name => name == column.Name || (column.As == StudyColumnType.Multiple && name.StartsWith(column.Name + ".", StringComparison.Ordinal))));
        var lookedUp = study.Lookups.SelectMany(lookup => lookup.Columns.Select(column => column.Name)).Where(table.Columns.Contains);
        return first.Concat(lookedUp).Concat(table.Columns).Distinct(StringComparer.Ordinal);
    }

    private static int[] RowsOf(CategoryColumn states, string level)
    {
        int code = states.Levels.ToList().IndexOf(level);
        return [.. Enumerable.Range(0, states.Length).Where(row => states.Codes[row] == code)];
    }
}
