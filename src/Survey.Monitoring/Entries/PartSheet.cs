using Survey.Files.Workbooks.Writing;

namespace Survey.Monitoring;

/// <summary>The sheets of the workbook of entries that are filled in: a row for each part, or for each part and town.</summary>
internal sealed class PartSheet
{
    private const int BlankTowns = 10;

    private const double RowHeight = 32; // of two lines, so that short rows are as high as most

    private static readonly LocalText _ofArea = new("填报", "Entries"), _ofTowns = new("分镇填报", "By town");

    private static readonly EntryColumn[] _whole =
    [
        EntryColumn.Number, EntryColumn.What, EntryColumn.Clause, EntryColumn.Rule, EntryColumn.Points, EntryColumn.Units, EntryColumn.Unit, EntryColumn.Value, EntryColumn.Numerator, EntryColumn.Denominator, EntryColumn.Year, EntryColumn.Source,
        EntryColumn.Evidence, EntryColumn.Decision, EntryColumn.GivenPoints, EntryColumn.Role, EntryColumn.Date, EntryColumn.Reason,
    ];

    private static readonly EntryColumn[] _byTown = [.. _whole.Except([EntryColumn.Points, EntryColumn.Units, EntryColumn.GivenPoints]).SelectMany(column => column == EntryColumn.Unit ? [EntryColumn.Town, column] : (EntryColumn[])[column])];

    /// <summary>What the sheets are called, in both languages.</summary>
    public static IReadOnlyList<string> Names { get; } = [_ofArea.Chinese!, _ofArea.English!, _ofTowns.Chinese!, _ofTowns.English!];

    private readonly Programme _programme;
    private readonly Language _language;
    private readonly EntryColumn[] _columns;

    private PartSheet(Programme programme, Language language, EntryColumn[] columns) =>
        (_programme, _language, _columns) = (programme, language, programme.HasPoints ? columns : [.. columns.Except([EntryColumn.Points, EntryColumn.GivenPoints])]);

    /// <summary>填报: parts that the whole area is asked about.</summary>
    public static Sheet Of(Programme programme, Language language)
    {
        var sheet = new PartSheet(programme, language, _whole);
        return sheet.Made(_ofArea.In(language), sheet.Whole());
    }

    /// <summary>分镇填报: parts that every town is asked about.</summary>
    public static Sheet ByTown(Programme programme, IReadOnlyList<string> towns, Language language)
    {
        var sheet = new PartSheet(programme, language, _byTown);
        return sheet.Made(_ofTowns.In(language), sheet.Towns(towns));
    }

    private Sheet Made(string name, IEnumerable<SheetRow> rows) =>
        new(name, rows.Prepend(new SheetRow([.. _columns.Select(column => SheetCell.Text(column.Heading(_language), CellStyle.Heading))]) { LeastHeight = RowHeight }), [.. _columns.Select(WidthOf)])
        {
            FrozenRows = 1,
            Page = new SheetPage(Landscape: true) { Repeated = (1, 1) },
            Choices = [(Array.IndexOf(_columns, EntryColumn.Decision), EntryWords.Decisions(_language))],
        };

    private static double WidthOf(EntryColumn column) =>
        column switch
        {
            EntryColumn.Number => 7,
            EntryColumn.Points or EntryColumn.GivenPoints or EntryColumn.Year => 8,
            EntryColumn.Unit or EntryColumn.Value or EntryColumn.Numerator => 11,
            EntryColumn.Denominator or EntryColumn.Decision or EntryColumn.Date or EntryColumn.Role => 13,
            EntryColumn.Clause => 36,
            EntryColumn.Units or EntryColumn.Rule or EntryColumn.Reason => 24,
            _ => 18,
        };

    private IEnumerable<SheetRow> Whole()
    {
        foreach (ProgrammeDimension dimension in _programme.Dimensions)
        {
            ProgrammePart[] parts = [.. _programme.Parts.Where(part => part.Dimension == dimension.Id && !part.IsByTown)];
            MissingItem[] missing = [.. _programme.Missing.Where(own => own.Dimension == dimension.Id)];
            if (parts.Length + missing.Length == 0)
                continue;
            yield return new SheetRow(SheetCell.Text($"{dimension.Id} {dimension.Name.In(_language)}", CellStyle.Part).Over(_columns.Length)) { LeastHeight = 24 };
            foreach (SheetRow row in parts.SelectMany(RowsOf).Concat(missing.Select(RowOf)))
                yield return row;
        }
    }

    /// <summary>A row for the part, or for each of the figures that it needs, of which the first has what is said of the part.</summary>
    private IEnumerable<SheetRow> RowsOf(ProgrammePart part) =>
        part.Figures.Count == 0
            ? [Row(new Line(part, part.Id, part.Name.In(_language), part.NeedsRecords || part.Indicator is not null, part.NeedsReview))]
            : [.. part.NeedsReview || _programme.HasPoints ? [Row(new Line(part, part.Id, part.Name.In(_language), false, part.NeedsReview))] : (SheetRow[])[], .. part.Figures.Select(own => Row(new Line(part, own.Id, own.Name.In(_language), true, false) { IsFigure = true }))];

    private SheetRow RowOf(MissingItem missing) =>
        new([.. _columns.Select(column => column switch
        {
            EntryColumn.Number => SheetCell.Text(missing.Number, CellStyle.Code),
            EntryColumn.What => SheetCell.Text(missing.What.In(_language), CellStyle.Cell),
            >= EntryColumn.Evidence and not EntryColumn.GivenPoints => SheetCell.Blank(CellStyle.Cell),
            _ => SheetCell.Blank(CellStyle.Closed),
        })])
        { LeastHeight = RowHeight };

    private IEnumerable<SheetRow> Towns(IReadOnlyList<string> towns) =>
        from part in _programme.Parts.Where(part => part.IsByTown)
        from town in towns.Count > 0 ? towns : [.. Enumerable.Repeat("", BlankTowns)]
        select Row(new Line(part, part.Id, part.Name.In(_language), part.NeedsRecords, part.NeedsReview) { Town = town });

    private SheetRow Row(Line line) => new([.. _columns.Select(column => Cell(column, line))]) { LeastHeight = RowHeight };

    private SheetCell Cell(EntryColumn column, Line line)
    {
        ProgrammePart part = line.Part;
        Target? asked = line.IsFigure ? part.Rule.Walk().FirstOrDefault(own => own.Indicator == line.Id) : null;
        return column switch
        {
            EntryColumn.Number => SheetCell.Text(line.Id, CellStyle.Code),
            EntryColumn.Town => SheetCell.Text(line.Town, CellStyle.Cell),
            EntryColumn.What => SheetCell.Text(line.Name, CellStyle.Cell),
            EntryColumn.Clause => SheetCell.Text(part.Quote, CellStyle.Cell),
            EntryColumn.Rule => SheetCell.Text((asked is null ? part.Rule : asked with { Indicator = null }).ToText(_language) + SurveyNote(part) + (part.Note is { } note && !line.IsFigure ? $"\n{note.In(_language)}" : ""), CellStyle.Cell),
            EntryColumn.Points => part.Points is { } points && !line.IsFigure ? SheetCell.Number((double)points, CellStyle.Centred) : SheetCell.Blank(CellStyle.Closed),
            EntryColumn.Units => SheetCell.Text(string.Join(_language == Language.Chinese ? "、" : ", ", part.Units.Select(id => _programme.Units.First(unit => unit.Id == id).Name.In(_language))), CellStyle.Cell),
            EntryColumn.Unit => UnitOf(asked ?? part.Rule) is { } unit && line.TakesFigure ? SheetCell.Text(unit, CellStyle.Centred) : SheetCell.Blank(CellStyle.Closed),
            EntryColumn.Value => !line.TakesFigure || IsPer(asked ?? part.Rule) ? SheetCell.Blank(CellStyle.Closed) : SheetCell.Blank(IsRate(asked ?? part.Rule, part) ? CellStyle.Percent : CellStyle.Centred),
            EntryColumn.Numerator or EntryColumn.Denominator or EntryColumn.Year or EntryColumn.Source => SheetCell.Blank(line.TakesFigure ? CellStyle.Cell : CellStyle.Closed),
            EntryColumn.Evidence => SheetCell.Blank(CellStyle.Cell),
            EntryColumn.GivenPoints => SheetCell.Blank(_programme.HasPoints && !line.IsFigure ? CellStyle.Cell : CellStyle.Closed),
            _ => SheetCell.Blank(line.TakesDecision || (_programme.HasPoints && !line.IsFigure && line.Town.Length == 0 && !part.IsByTown) ? CellStyle.Cell : CellStyle.Closed),
        };
    }

    private string SurveyNote(ProgrammePart part) =>
        part.Indicator is null ? "" : _language == Language.Chinese ? "（由居民调查得出；未调查的填报部门数据）" : " (from the survey; a record where there is none)";

    private static string? UnitOf(Target rule) => rule.Walk().OfType<LevelTarget>().Select(level => level.Amount).FirstOrDefault(amount => amount is { IsPercent: false, Scale: 1 })?.Unit;

    /// <summary>Whether only a numerator and a denominator tell it.</summary>
    private static bool IsPer(Target rule) => rule.Walk().OfType<LevelTarget>().Any() && rule.Walk().OfType<LevelTarget>().All(level => level.Amount is { IsPercent: false, Scale: not 1 });

    private static bool IsRate(Target rule, ProgrammePart part) =>
        part.Indicator is not null || rule.Walk().Any(own => own is FullCoverageTarget or LevelTarget { Amount.IsPercent: true } or AboutTarget { Amount.IsPercent: true });

    /// <summary>A row.</summary>
    /// <param name="Part">Of which part.</param>
    /// <param name="Id">Its number.</param>
    /// <param name="Name">What is asked.</param>
    /// <param name="TakesFigure">Whether a figure is handed in.</param>
    /// <param name="TakesDecision">Whether a reviewer decides.</param>
    private sealed record Line(ProgrammePart Part, string Id, string Name, bool TakesFigure, bool TakesDecision)
    {
        /// <summary>Whether it is one of several figures of its part.</summary>
        public bool IsFigure { get; init; }

        /// <summary>The town; empty for the whole area, or where it is to be filled in.</summary>
        public string Town { get; init; } = "";
    }
}
