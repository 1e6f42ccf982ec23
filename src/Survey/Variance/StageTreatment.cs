namespace Survey;

/// <summary>How one estimate's units are centred and scaled at a stage, group by group; here the lonely-PSU rules act.</summary>
internal sealed class StageTreatment
{
    private StageTreatment(double[] centre, double[] scale, double inflation) => (Centre, Scale, Inflation) = (centre, scale, inflation);

    /// <summary>What is taken off each unit of a group: its mean score, or the mean of all PSUs where the rule Adjust acts.</summary>
    public double[] Centre { get; }

    /// <summary>Square root of each group's factor; 0 where a group adds nothing.</summary>
    public double[] Scale { get; }

    /// <summary>Already in <see cref="Scale"/>: the square root of H/(H - L) under the rule Average, 1 otherwise.</summary>
    public double Inflation { get; }

    /// <summary>No rule acts at later stages: a group of one unit adds nothing.</summary>
    public static StageTreatment Plain(Stage stage, double[] sums)
    {
        double[] centre = new double[sums.Length], scale = new double[sums.Length];
        for (int g = 0; g < sums.Length; g++)
        {
            centre[g] = stage.Chosen(g) > 0 ? sums[g] / stage.Chosen(g) : 0;
            scale[g] = Math.Sqrt(stage.Factor(g));
        }
        return new StageTreatment(centre, scale, 1);
    }

    /// <param name="stage">The first.</param>
    /// <param name="sums">Of the scores by stratum.</param>
    /// <param name="chosen">The same without PSUs that were certain to be drawn.</param>
    /// <param name="present">Strata with a row of the domain; only they count for the rules.</param>
    /// <param name="psusPresent">PSUs with a row of the domain, where a rule acts also on those alone in it; none elsewhere.</param>
    /// <param name="rule">For strata of one PSU.</param>
    public static StageTreatment First(Stage stage, double[] sums, double[] chosen, bool[] present, ReadOnlySpan<bool> psusPresent, LonelyPsu rule)
    {
        StageTreatment plain = Plain(stage, chosen);
        if (rule is not (LonelyPsu.Adjust or LonelyPsu.Average))
            return plain;
        bool[] alone = AloneInDomain(stage, psusPresent);
        return rule == LonelyPsu.Adjust ? plain.Adjusted(stage, sums, present, alone) : plain.Averaged(stage, present, alone);
    }

    /// <summary>Writes c = scale (z - centre) for each unit, times sqrt(1 - π) where probabilities are unequal; where units were drawn systematically, c = scale (z - z of the unit before)/sqrt(2).</summary>
    public void Contributions(ReadOnlySpan<double> units, Stage stage, Span<double> contributions)
    {
        int[] groupOfUnit = stage.GroupOfUnit;
        for (int unit = 0; unit < units.Length; unit++)
        {
            int g = groupOfUnit[unit];
            contributions[unit] = Scale[g] * (units[unit] - Centre[g]);
        }
        if (stage.Unequal is { } unequal)
            for (int unit = 0; unit < units.Length; unit++)
                contributions[unit] *= Math.Sqrt(1 - unequal.Probability[unit]);
        if (stage.Before is { } before)
            Differences(units, stage, before, contributions);
    }

    /// <summary>A unit that is alone in its group keeps what the lonely-PSU rule gave it.</summary>
    private void Differences(ReadOnlySpan<double> units, Stage stage, int[] before, Span<double> contributions)
    {
        for (int unit = 0; unit < units.Length; unit++)
        {
            int g = stage.GroupOfUnit[unit];
            if (stage.SampleSize[g] > 1)
                contributions[unit] = before[unit] < 0 ? 0 : Scale[g] * (units[unit] - units[before[unit]]) / double.Sqrt(2);
        }
    }

    /// <summary>Lonely strata are centred at the mean of all PSUs, with factor 1 - f for those of one PSU.</summary>
    private StageTreatment Adjusted(Stage stage, double[] sums, bool[] present, bool[] alone)
    {
        double total = 0, psus = 0;
        for (int h = 0; h < sums.Length; h++)
            if (present[h])
            {
                total += sums[h];
                psus += stage.SampleSize[h];
            }
        double[] centre = [.. Centre], scale = [.. Scale];
        for (int h = 0; h < sums.Length; h++)
            if (present[h] && (stage.IsLonely(h) || alone[h]))
            {
                centre[h] = total / psus;
                if (stage.IsLonely(h))
                    scale[h] = Math.Sqrt(1 - stage.Fraction(h));
            }
        return new StageTreatment(centre, scale, 1);
    }

    /// <summary>Lonely strata add nothing, and the others stand for them: V H/(H - L).</summary>
    private StageTreatment Averaged(Stage stage, bool[] present, bool[] alone)
    {
        double strata = 0, lonely = 0;
        double[] scale = [.. Scale];
        for (int h = 0; h < scale.Length; h++)
        {
            if (!present[h])
                continue;
            strata++;
            if (stage.IsLonely(h) || alone[h])
            {
                lonely++;
                scale[h] = 0;
            }
        }
        // where every stratum is lonely nothing is known of the variance: 0 · infinity is NaN
        double inflation = strata == 0 ? 1 : Math.Sqrt(strata / (strata - lonely));
        return new StageTreatment(Centre, [.. scale.Select(own => own * inflation)], inflation);
    }

    private static bool[] AloneInDomain(Stage stage, ReadOnlySpan<bool> psusPresent)
    {
        bool[] alone = new bool[stage.GroupCount];
        int[] count = new int[stage.GroupCount];
        for (int psu = 0; psu < psusPresent.Length; psu++)
            if (psusPresent[psu] && !stage.IsCertain(psu))
                count[stage.GroupOfUnit[psu]]++;
        for (int h = 0; h < alone.Length; h++)
            alone[h] = count[h] == 1 && stage.Chosen(h) > 1;
        return alone;
    }
}
