namespace Survey.Monitoring;

/// <summary>Whether two figures may be compared: a rise by a fifth can be made by another questionnaire alone.</summary>
/// <remarks>
/// One county measured 19.1 % with one edition of the questionnaire and 28.4 % with another in the same year. What is known of only one of the two is a difference where the figure cannot be understood without it (ages, and the edition of a
/// questionnaire that the indicator rests on), and otherwise none.
/// </remarks>
internal static class Comparability
{
    // a quarter of a year
    private const int MostDaysApart = 91;

    /// <summary>In what a wave's figure differs from an earlier one's.</summary>
    public static IEnumerable<(ComparedBy By, LocalText Why)> OfWaves(Figure before, Figure after)
    {
        foreach ((ComparedBy, LocalText) difference in OfBoth(before, after))
            yield return difference;
        if ((before.Basis.Fieldwork, after.Basis.Fieldwork) is not ({ } first, { } second))
            yield break;
        if (first.Last >= second.First)
            yield return (ComparedBy.Time, new($"{before.Of}年与{after.Of}年的调查时间重叠", $"the interviews of {before.Of} and {after.Of} overlap in time"));
        else if (DaysApart(first, second) is > MostDaysApart and var days)
            yield return (ComparedBy.Season, new($"{before.Of}年与{after.Of}年的调查不在同一季节（相差{days}天）", $"{before.Of} and {after.Of} were surveyed in different seasons ({days} days apart in the year)"));
    }

    /// <summary>In what a wave's figure differs from that of another area.</summary>
    public static IEnumerable<(ComparedBy By, LocalText Why)> OfReference(Figure reference, Figure after, ReferenceYear rule)
    {
        foreach ((ComparedBy, LocalText) difference in OfBoth(reference, after))
            yield return difference;
        if (rule == ReferenceYear.Same && (reference.Basis.Year, after.Basis.Year) is ({ } year, { } own) && year != own)
            yield return (ComparedBy.Year, new($"{Areas.Chinese(reference.Of)}的数据为{year}年，本次调查为{own}年", $"the figure of the {reference.Of} is of {year}, and the survey of {own}"));
    }

    /// <summary>Whether the ages of a figure are those that a target speaks of.</summary>
    public static IEnumerable<(ComparedBy By, LocalText Why)> OfTarget(AgeRange target, Figure figure)
    {
        if (figure.Basis.Ages is not { } own)
            yield return (ComparedBy.Age, new($"方案为{target.Text(Language.Chinese)}，指标的年龄范围未说明", $"the target is about ages {target}, and the ages of the figure are not known"));
        else if (own != target)
            yield return (ComparedBy.Age, new($"本次调查为{own.Text(Language.Chinese)}，方案为{target.Text(Language.Chinese)}，未作换算", $"the survey is of ages {own}, the target of {target}, and no conversion was made"));
    }

    private static IEnumerable<(ComparedBy By, LocalText Why)> OfBoth(Figure other, Figure after)
    {
        (Basis a, Basis b) = (other.Basis, after.Basis);
        string zh = NameOf(other, Language.Chinese), en = NameOf(other, Language.English);
        if (a.Ages != b.Ages)
            yield return (ComparedBy.Age, new($"{zh}的年龄范围为{AgesOf(a, Language.Chinese)}，本次为{AgesOf(b, Language.Chinese)}", $"{en} is of ages {AgesOf(a, Language.English)}, and the survey of {AgesOf(b, Language.English)}"));
        if ((a.NeedsInstrument || b.NeedsInstrument) && (a.Instrument is null || a.Instrument != b.Instrument))
            yield return (ComparedBy.Instrument, other.Source == FigureSource.Reference
                ? a.Instrument is null ? new($"{zh}未说明所用问卷版本", $"{en} does not say which edition of the questionnaire it rests on") : new($"{zh}所用问卷版本不同", $"{en} rests on another edition of the questionnaire ({a.Instrument}, here {b.Instrument ?? "none stated"})")
                : new($"{other.Of}年调查所用问卷版本不同", $"the survey of {other.Of} used another edition of the questionnaire ({a.Instrument ?? "none stated"}, here {b.Instrument ?? "none stated"})"));
        if ((a.Standard, b.Standard) is ({ } standard, { } own) && standard != own)
            yield return (ComparedBy.Standard, new($"{zh}按{standard}年人口加权，本次按{own}年人口", $"{en} is weighted to the population of {standard}, and the survey to that of {own}"));
        if ((a.Definition, b.Definition) is ({ } definition, { } mine) && definition != mine)
            yield return (ComparedBy.Definition, new($"{zh}的指标定义不同（{definition}）", $"{en} has another definition ({definition}; here {mine})"));
    }

    private static string NameOf(Figure figure, Language language) =>
        figure.Source == FigureSource.Reference
            ? language == Language.Chinese ? Areas.Chinese(figure.Of) : $"the figure of the {figure.Of}"
            : language == Language.Chinese ? $"{figure.Of}年" : $"the figure of {figure.Of}";

    private static string AgesOf(Basis basis, Language language) => basis.Ages is { } ages ? ages.Text(language) : language == Language.Chinese ? "未说明" : "that are not known";

    /// <summary>How far the middles of two times are apart in the year, the short way round.</summary>
    private static int DaysApart((DateOnly First, DateOnly Last) first, (DateOnly First, DateOnly Last) second)
    {
        int apart = Math.Abs(Middle(first) - Middle(second)) % 365;
        return Math.Min(apart, 365 - apart);
    }

    private static int Middle((DateOnly First, DateOnly Last) time) => DateOnly.FromDayNumber((time.First.DayNumber + time.Last.DayNumber) / 2).DayOfYear;
}

/// <summary>Areas of references in Chinese.</summary>
internal static class Areas
{
    public static string Chinese(string area) => area switch { "province" => "全省", "city" => "全市", "nation" => "全国", "county" => "全县", _ => area };
}
