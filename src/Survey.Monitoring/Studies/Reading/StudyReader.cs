namespace Survey.Monitoring;

/// <summary>Reads a study: text to tree, tree against the schema, and then what no schema can hold.</summary>
internal static class StudyReader
{
    /// <summary>Reads a study file.</summary>
    public static Study Read(string file) => Read(YamlFile.Text(file), file);

    /// <summary>Reads the text of a study file.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="file">Its name in messages, to whose folder paths are relative.</param>
    public static Study Read(string text, string file)
    {
        var errors = new StudyErrors();
        StudyNode tree = YamlTree.Read(text, file);
        new ShapeChecker(errors).Check(tree, StudySchema.Root, "");
        errors.ThrowIfAny();
        Study study = Study((MapNode)tree, file, errors);
        errors.ThrowIfAny();
        return study;
    }

    private static Study Study(MapNode root, string file, StudyErrors errors)
    {
        var names = new StudyNames(root, errors);
        (IReadOnlyList<StudyColumn> columns, HashSet<string> faulty) = Columns(root, names, errors);
        var rules = new RuleReader(root, names, errors);
        StudyInstrument? instrument = rules.Instrument();
        IReadOnlyList<StudyWave> waves = new WaveReader(root, columns, faulty, instrument, names, errors).Waves();
        IReadOnlyList<StudyLookup> lookups = rules.Lookups();
        CheckDerivations(columns, waves, lookups, errors);
        StudyProgramme programme = new ProgrammeSectionReader(root, errors).Programme();
        return new Study
        {
            File = file,
            Folder = Path.GetDirectoryName(file) ?? "",
            Tree = root,
            Title = root.LocalText("title")!,
            Area = new ProgrammeSectionReader(root, errors).Area(),
            Programme = programme,
            Simulated = root.Flag("simulated") ?? false,
            Waves = waves,
            Columns = columns,
            Missing = root.Texts("missing"),
            Lookups = lookups,
            PersonalData = rules.PersonalData(),
            Instrument = instrument,
            Eligibility = rules.Eligibility(),
            Response = rules.Response(columns, waves),
            Design = rules.Design(),
            Evaluation = new EvaluationReader(root, names, waves, programme, errors).Evaluation(),
            Weighting = new WeightingReader(root, names, errors).Weighting(),
            Quality = new QualityReader(root, columns, waves, names, errors).Quality(),
            Report = new ReportReader(names, Path.GetDirectoryName(file) ?? "").Report(root),
        };
    }

    private static (IReadOnlyList<StudyColumn> Columns, HashSet<string> Faulty) Columns(MapNode root, StudyNames names, StudyErrors errors)
    {
        var reader = new StudyColumnReader(root.Texts("missing"), errors);
        var columns = new List<StudyColumn>();
        var faulty = new HashSet<string>();
        foreach (MapEntry entry in root.Map("columns")!.Entries)
        {
            var map = (MapNode)entry.Value;
            string where = ShapeChecker.Under("columns", entry.Name);
            int before = errors.Count;
            columns.Add(reader.Read(entry.Name, map, entry.Key.Place, where));
            if (errors.Count > before)
                faulty.Add(entry.Name);
            if (map["derive"] is TextNode expression)
                names.CheckExpression(expression, $"{where}.derive");
        }
        return (columns, faulty);
    }

    // a wave may derive a column otherwise; a circle that the study has already is said once
    private static void CheckDerivations(IReadOnlyList<StudyColumn> columns, IReadOnlyList<StudyWave> waves, IReadOnlyList<StudyLookup> lookups, StudyErrors errors)
    {
        int before = errors.Count;
        DerivationCheck.Run(columns, lookups, errors);
        foreach (StudyWave wave in waves)
            if (errors.Count == before && wave.Columns != columns)
                DerivationCheck.Run(wave.Columns, [.. lookups.Where(lookup => lookup.Waves.Count == 0 || lookup.Waves.Contains(wave.Id))], errors);
    }
}
