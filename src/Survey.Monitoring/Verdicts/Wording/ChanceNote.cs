namespace Survey.Monitoring;

/// <summary>In a sentence how often the luck of the sample would meet a rule; all chances stand in <see cref="Verdict.Chances"/>.</summary>
/// <param name="verdict">Of a whole rule, with chances.</param>
/// <param name="zh">Whether it is in Chinese.</param>
internal sealed class ChanceNote(Verdict verdict, bool zh)
{
    private string Name => (zh ? verdict.Name?.Chinese : verdict.Name?.English) ?? (zh ? "该指标" : "the indicator");

    public string Text => zh ? $"按本次样本量，{string.Join("；", Parts())}。" : $"With a sample of this size, {string.Join("; ", Parts())}.";

    private IEnumerable<string> Parts() => (Find(PassTruth.Unchanged) is [var unchanged] ? OfChanges(unchanged) : [.. Find(PassTruth.Boundary).Select(Boundary), Estimated()]).Distinct();

    private PassChance[] Find(PassTruth truth) => [.. verdict.Chances.Where(own => own.Truth == truth)];

    /// <summary>若现在吸烟率实际没有变化，仍约有9%的可能算出“较上一年下降10%”；同时以“低于全省平均水平”为达标条件，实际没有变化且与全省相同的县区约有一半的可能达标.</summary>
    private IEnumerable<string> OfChanges(PassChance unchanged)
    {
        // a range or a trend is several changes, none of which is the rule
        PassChance[] alone = Find(PassTruth.UnchangedAlone);
        Target? change = alone.Length == 1 ? alone[0].Of : alone.Length == 0 && verdict.Arms.Count == 0 ? verdict.Target : null;
        double chance = alone.Length == 1 ? alone[0].Chance : unchanged.Chance;
        yield return zh ? $"若{Name}实际没有变化，仍{Share(chance)}{(change is null ? "达标" : $"算出“{change.ToText(Language.Chinese)}”")}"
            : $"where nothing changed {Share(chance)} still {(change is null ? "meet the rule" : $"give '{change.ToText(Language.English)}'")}";
        foreach (PassChance own in Find(PassTruth.UnchangedAsReference))
            yield return zh ? $"规则同时{(verdict.NeedsAll ? "要求" : "以")}“{own.Of!.ToText(Language.Chinese)}”{(verdict.NeedsAll ? "" : "为达标条件")}，实际没有变化且与{Area(own)}相同的县区{Share(own.Chance)}达标"
                : $"with '{own.Of!.ToText(Language.English)}' {(verdict.NeedsAll ? "required too" : "as the other way to meet it")}, {Share(own.Chance)} of an area that did not change and is like the {Area(own)} meet it";
    }

    private string Boundary(PassChance own) =>
        own.Of is ReferenceTarget ? zh ? $"实际与{Area(own)}平均水平相同的县区{Share(own.Chance)}达标" : $"{Share(own.Chance)} of an area like the {Area(own)} meet the rule"
        : zh ? $"若{Name}实际恰为“{own.Of!.ToText(Language.Chinese)}”的界限，{Share(own.Chance)}达标" : $"{Share(own.Chance)} meet the rule where the truth just reaches '{own.Of!.ToText(Language.English)}'";

    private string Estimated()
    {
        double chance = Find(PassTruth.Estimated)[0].Chance;
        return zh ? $"若实际与本次估计相同，{Share(chance)}达标" : $"{Share(chance)} meet it where the truth is what was estimated";
    }

    private string Area(PassChance own) => own.Of is ReferenceTarget reference ? zh ? Areas.Chinese(reference.Of) : reference.Of : "";

    private string Share(double chance) =>
        Math.Round(100 * chance) switch
        {
            >= 48 and <= 52 => zh ? "约有一半的可能" : "about half of the samples",
            < 1 => zh ? "有不到1%的可能" : "under 1 % of samples",
            > 99 => zh ? "有超过99%的可能" : "over 99 % of samples",
            var share => zh ? FormattableString.Invariant($"约有{share}%的可能") : FormattableString.Invariant($"about {share} % of samples"),
        };
}
