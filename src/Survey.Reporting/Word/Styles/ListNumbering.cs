using DocumentFormat.OpenXml;
using Survey.Monitoring;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Survey.Reporting.Word.Styles;

/// <summary>The numbers of headings and lists.</summary>
internal sealed class ListNumbering
{
    /// <summary>The numbering of headings, where no template has its own.</summary>
    public const int Headings = 1;

    /// <summary>The signs of lists without numbers.</summary>
    public const int Bullets = 2;

    private const int Numbers = 3;

    private readonly W.Numbering _template;
    private readonly bool _isChinese;
    private readonly int _firstAbstract, _firstInstance;
    private int _lists;

    /// <summary>Begins with the numbering of a template, or none.</summary>
    public ListNumbering(Language language, W.Numbering? template)
    {
        _template = template ?? new W.Numbering();
        _isChinese = language == Language.Chinese;
        _firstAbstract = _template.Elements<W.AbstractNum>().Select(own => own.AbstractNumberId?.Value ?? 0).Append(0).Max();
        _firstInstance = _template.Elements<W.NumberingInstance>().Select(own => own.NumberID?.Value ?? 0).Append(0).Max();
    }

    /// <summary>What one of the constants here is called in the document.</summary>
    public int IdOf(int numbering) => _firstInstance + numbering;

    /// <summary>Begins a list of numbers at 1 and gives its id.</summary>
    public int NewList() => IdOf(Numbers + _lists++);

    /// <summary>The part, with all lists that were begun.</summary>
    public W.Numbering Markup(Func<Role, string> styleOf)
    {
        var numbering = (W.Numbering)_template.CloneNode(true);
        OpenXmlElement? lastAbstract = numbering.Elements<W.AbstractNum>().LastOrDefault();
        W.AbstractNum[] own = [HeadingLevels(styleOf), List(Bullets, W.NumberFormatValues.Bullet, "•"), List(Numbers, W.NumberFormatValues.Decimal, _isChinese ? "%1．" : "%1.")];
        foreach (W.AbstractNum one in own)
            lastAbstract = lastAbstract is null ? numbering.PrependChild(one) : numbering.InsertAfter(one, lastAbstract);
        OpenXmlElement? lastInstance = numbering.Elements<W.NumberingInstance>().LastOrDefault() ?? lastAbstract;
        foreach (W.NumberingInstance one in Instances())
            lastInstance = numbering.InsertAfter(one, lastInstance!);
        return numbering;
    }

    private IEnumerable<W.NumberingInstance> Instances() =>
    [
        Instance(Headings, Headings),
        Instance(Bullets, Bullets),
        .. Enumerable.Range(0, _lists).Select(k => Instance(Numbers + k, Numbers, new W.LevelOverride(new W.StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 })),
    ];

    private W.NumberingInstance Instance(int number, int of, params OpenXmlElement[] overrides)
    {
        var instance = new W.NumberingInstance(new W.AbstractNumId { Val = _firstAbstract + of }) { NumberID = IdOf(number) };
        instance.Append(overrides);
        return instance;
    }

    private W.AbstractNum HeadingLevels(Func<Role, string> styleOf)
    {
        var levels = new W.AbstractNum(new W.MultiLevelType { Val = W.MultiLevelValues.Multilevel }) { AbstractNumberId = _firstAbstract + Headings };
        foreach (int level in Enumerable.Range(0, 4))
            levels.Append(new W.Level(
                new W.StartNumberingValue { Val = 1 },
                new W.NumberingFormat { Val = W.NumberFormatValues.Decimal },
                new W.ParagraphStyleIdInLevel { Val = styleOf(Role.Heading1 + level) },
                new W.LevelSuffix { Val = W.LevelSuffixValues.Space },
                new W.LevelText { Val = string.Join('.', Enumerable.Range(1, level + 1).Select(k => $"%{k}")) + " " },
                new W.LevelJustification { Val = W.LevelJustificationValues.Left },
                new W.PreviousParagraphProperties(new W.Indentation { Left = "0", FirstLine = "0" }))
            { LevelIndex = level });
        return levels;
    }

    private W.AbstractNum List(int number, W.NumberFormatValues format, string text) =>
        new(
            new W.MultiLevelType { Val = W.MultiLevelValues.SingleLevel },
            new W.Level(
                new W.StartNumberingValue { Val = 1 },
                new W.NumberingFormat { Val = format },
                new W.LevelText { Val = text },
                new W.LevelJustification { Val = W.LevelJustificationValues.Left },
                new W.PreviousParagraphProperties(new W.Indentation { Left = "840", Hanging = "420" }))
            { LevelIndex = 0 })
        { AbstractNumberId = _firstAbstract + number };
}
