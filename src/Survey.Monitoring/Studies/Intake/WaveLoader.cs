using Survey.Files;

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
            return new WaveData(wave, [], null, null, IsResolved: false);

        RowPlaces places = files.Places;
        var table = new Table([.. wanted.SelectMany(column => column.Reader.Build())]);
        Keep(new EmptyRows(wave, places, findings).Kept(table));
        table = WithUnanswered(table);
        if (wave.Duplicates is { } rule && HasColumns(wave, rule, table))
            Keep(new Duplicates(wave, table, places, findings).Kept(rule));
        table = new AddedColumns(study, wave, labels, places, findings).To(table);
        table = table.Select(InOrder(table));
        new Plausibility(wave, labels, findings).Look(table, places);
        string[] key = [.. (wave.Duplicates?.Key ?? []).Where(table.Columns.Contains)];
        IdenticalAnswers.Find(wave.Id, table, AnswersOf(wave, table, key), new ShownKeys(wave, table, key), places, findings);

        var status = new StatusColumn(study, wave, findings);
        Table everyone = table.With(StatusColumn.Name, status.Of(table, places));
        Table response = new ResponseTable(study, wave, labels, status, findings).Of(everyone, SayPersonal(wave, table));
        return new WaveData(wave, files.Files, everyone, response, !findings.IsUnresolved(wave.Id)) { Places = places };

        void Keep(int[] rows)
        {
            if (rows.Length == table.RowCount)
                return;
            (table, places) = (table.Take(rows), places.Take(rows));
        }
    }

    /// <summary>Names the columns that look like personal data, and gives their names.</summary>
    private string[] SayPersonal(StudyWave wave, Table table)
    {
        PersonalDataColumn[] personal = [.. PersonalColumns.Find(wave, table, table.Columns.Except(study.PersonalData.Harmless))];
        foreach (PersonalDataColumn column in personal)
            findings.Add(Severity.Unresolved, wave.Id, $"In {wave.Id} {column}; name its heading in personalData.drop, or the column in personalData.keep if it holds none.", column: column.Column, rows: column.Rows);
        return [.. personal.Select(column => column.Column)];
    }

    private bool HasColumns(StudyWave wave, DuplicateRule rule, Table table)
    {
        string[] lacking = [.. rule.Key.Append(rule.By).OfType<string>().Where(name => !table.Columns.Contains(name, StringComparer.Ordinal))];
        if (lacking.Length > 0)
            findings.Add(Severity.Unresolved, wave.Id, $"{study.File}: duplicates are not looked for, as {string.Join(", ", lacking)} could not be read.", study.File, column: lacking[0]);
        return lacking.Length == 0;
    }

    /// <summary>The items, or where they are few all that people were asked.</summary>
    private string[] AnswersOf(StudyWave wave, Table table, string[] key) =>
        items.Count >= IdenticalAnswers.FewestAnswers
            ? [.. items.Select(item => item.Name)]
            : [.. wave.Columns.Where(column => column is { Derive: null, IsAbsent: false, As: not (StudyColumnType.Text or StudyColumnType.Code) } && !key.Contains(column.Name)).Select(column => column.Name).Concat(items.Select(item => item.Name)).Where(table.Columns.Contains)];

    private List<Wanted> WantedOf(StudyWave wave)
    {
        var factory = new ReaderFactory(study, labels);
        List<Wanted> wanted = [.. wave.Columns.Where(column => column.Derive is null).Select(factory.Column)];
        if (study.PersonalData.Pseudonym is { } pseudonym && hash is not null)
            wanted.Add(Wanted.Of(new PseudonymReader(pseudonym.As, hash, new MissingTexts(study.Missing, asNumbers: false)), pseudonym.From.Select(HeadingPattern.Exact)) with { IsPersonal = true });
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
            string file = Path.Combine(study.Folder, wave.Instrument!.Items);
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
}
