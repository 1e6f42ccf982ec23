namespace Survey.Monitoring;

/// <summary>Makes the rules of a study of their maps.</summary>
internal sealed class RuleReader(MapNode root, StudyNames names, StudyErrors errors)
{
    private readonly Dictionary<string, string> _statusOf = new(StringComparer.Ordinal);

    public PersonalDataRule PersonalData()
    {
        if (root.Map("personalData") is not { } map)
            return new PersonalDataRule([], [], null);
        MapNode? pseudonym = map.Map("pseudonym");
        PersonalDataCheck.Run(root, map, errors);
        names.CheckColumns(map.TextNodes("keep").Where(keep => !map.Texts("drop").Contains(keep.Text)), "personalData.keep");
        return new PersonalDataRule(map.Texts("drop"), map.Texts("keep"),
            pseudonym is null ? null : new Pseudonym(pseudonym.Texts("from"), pseudonym.Text("as")!, pseudonym.Text("keyFile")!, pseudonym.Place));
    }

    public IReadOnlyList<StudyLookup> Lookups()
    {
        var lookups = new List<StudyLookup>();
        foreach ((MapNode map, string where) in root.Maps("lookups"))
        {
            names.CheckColumns(map.TextNodes("key"), $"{where}.key", besides: "wave");
            names.CheckWaves(map, where);
            lookups.Add(new StudyLookup(map.Text("file")!, map.Texts("key"), map.Pairs("columns"), map.Texts("waves"), map.Place)
            {
                Sheet = map.Map("read")?.Text("sheet"),
                HeaderRow = map.Map("read")?.Whole("headerRow") ?? 1,
            });
        }
        return lookups;
    }

    public StudyInstrument? Instrument()
    {
        if (root.Map("instrument") is not { } map)
            return null;
        bool excludes = map.Text("unanswered") == "exclude";
        if (excludes != map.Has("mostUnanswered"))
            errors.Add(map["unanswered"]!.Place, excludes
                ? "instrument.unanswered is exclude, and nothing says from how many items on; add mostUnanswered, such as 10"
                : "instrument.unanswered is wrong, so nobody is left out, and mostUnanswered says who is; remove it, or write unanswered: exclude");
        return new StudyInstrument(map.Text("use")!, map.Text("version"), map.Text("items")!, map.Texts("dontKnow"), map.Place)
        {
            MostUnanswered = map.Whole("mostUnanswered"),
            ComparesCommonItems = map.Text("compareOn") == "common-items",
        };
    }

    public IReadOnlyList<EligibilityRule> Eligibility()
    {
        var rules = new List<EligibilityRule>();
        foreach ((MapNode map, string where) in root.Maps("eligibility"))
        {
            names.CheckExpression((TextNode)map["keep"]!, $"{where}.keep");
            names.CheckWaves(map, where);
            CheckReason((TextNode)map["reason"]!, map.Text("status")!, where);
            rules.Add(new EligibilityRule(map.Text("keep")!, map.Text("reason")!, Enum.Parse<RuleStatus>(map.Text("status")!, ignoreCase: true), map.Texts("waves"), map.Place));
        }
        return rules;
    }

    /// <summary>A reason counts rows of one status, and is none of the words that tell what became of others.</summary>
    private void CheckReason(TextNode reason, string status, string where)
    {
        if (reason.Text is "valid" || DispositionText.Levels.Contains(reason.Text))
            errors.Add(reason.Place, $"{where}.reason is '{reason.Text}', which the response table counts by itself; say why these rows are left out");
        else if (!_statusOf.TryAdd(reason.Text, status) && _statusOf[reason.Text] != status)
            errors.Add(reason.Place, $"{where}.reason '{Excerpt.Of(reason.Text)}' is the reason of a rule of status {_statusOf[reason.Text]} too, so that its rows could not be told apart; give one of them another reason");
    }

    public ResponseRule Response(IReadOnlyList<StudyColumn> columns, IReadOnlyList<StudyWave> waves)
    {
        if (root.Map("response") is not { } map)
            return new ResponseRule(null, [], null);
        names.CheckColumns(map.TextNodes("disposition"), "response.disposition");
        names.CheckColumns(map.TextNodes("by"), "response.by");
        foreach (TextNode own in map.TextNodes("by").Where(by => Intake.ResponseTable.OwnColumns.Contains(by.Text)))
            errors.Add(own.Place, $"response.by names '{own.Text}', which is a column of the response table itself; give the column of places another name");
        names.CheckColumns(map.TextNodes("drawn"), "response.drawn");
        if (map["drawn"] is TextNode drawn && !root.Maps("lookups").Any(lookup => lookup.Map.Pairs("columns").Any(pair => pair.Key == drawn.Text)))
            errors.Add(drawn.Place, $"response.drawn names '{Excerpt.Of(drawn.Text)}', which no lookup brings; name the column of a register of places under lookups");
        if (map.Has("disposition") && map.Entry("drawn") is { } both)
            errors.Add(both.Key.Place, "response has disposition and drawn, but where each person drawn has a row these are counted; keep one of the two");
        if (map["disposition"] is TextNode disposition)
            CheckDisposition(disposition, columns.Concat(waves.SelectMany(wave => wave.Columns)).Where(column => column.Name == disposition.Text).Distinct());
        return new ResponseRule(map.Text("disposition"), map.Texts("by"), map.Text("drawn"));
    }

    public StudyDesign? Design()
    {
        if (root.Map("design") is not { } map)
            return null;
        names.CheckColumns(map.TextNodes("strata"), "design.strata");
        names.CheckColumns(map.TextNodes("clusters"), "design.clusters");
        bool? samePlaces = map.Text("samePlaces") switch
        {
            "same" => true,
            "different" => false,
            _ => null,
        };
        return new StudyDesign(map.Texts("strata"), map.Texts("clusters"), samePlaces, map.Text("crosswalk"))
        {
            LonelyPsu = map.Text("lonelyPsu") switch
            {
                "certainty" => LonelyPsu.Certainty,
                "adjust" => LonelyPsu.Adjust,
                "average" => LonelyPsu.Average,
                _ => LonelyPsu.Fail,
            },
            DegreesOfFreedom = map.Text("degreesOfFreedom") == "design" ? DegreesOfFreedomRule.Design : DegreesOfFreedomRule.Domain,
        };
    }

    private void CheckDisposition(TextNode disposition, IEnumerable<StudyColumn> forms)
    {
        foreach (StudyColumn column in forms)
        {
            string? wrong = column.As is not (null or StudyColumnType.Category)
                ? "is no category"
                : column.Levels.FirstOrDefault(level => !DispositionText.Levels.Contains(level)) is { } odd ? $"has the level '{Excerpt.Of(odd)}'" : null;
            if (wrong is not null)
            {
                errors.Add(disposition.Place, $"response.disposition names '{column.Name}', which {wrong} (line {column.Place.Line}); give it codes with the levels {string.Join(", ", DispositionText.Levels)}");
                return;
            }
        }
    }
}
