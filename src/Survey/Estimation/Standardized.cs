namespace Survey;

public abstract partial class Statistic
{
    /// <summary>A directly standardized proportion: Σ W_g p_g, p_g the share of people in group g of whom a condition holds, W_g the share of the group in a standard population.</summary>
    /// <param name="of">A flag, or numbers that are 0 or 1.</param>
    /// <param name="population">The groups and their sizes; W_g are shares among the groups given, which may be a part of the ages if <c>Where</c> leaves only those.</param>
    /// <remarks>
    /// Scores Σ W_g w(y - p_g) / N_g over the rows of each group, N_g its sum of weights. A group without respondents in a domain, and respondents in a group that the population does not have, are
    /// errors. A row without a group is missing. There is no design effect. R: <c>svymean</c> of <c>svystandardize(by = ~groups, over = ~domains)</c>.
    /// </remarks>
    public static Statistic StandardizedProportion(Variable of, StandardPopulation population) => new Standardized("standardized proportion", of, TermKind.Indicator, population);

    /// <summary>A directly standardized mean: Σ W_g m_g, m_g the mean of group g, W_g the share of the group in a standard population.</summary>
    /// <param name="of">Numbers, or flags as 0 and 1.</param>
    /// <param name="population">The groups and their sizes; W_g are shares among the groups given.</param>
    /// <remarks>As <see cref="StandardizedProportion"/>.</remarks>
    public static Statistic StandardizedMean(Variable of, StandardPopulation population) => new Standardized("standardized mean", of, TermKind.Centred, population);

    private sealed class Standardized : Statistic
    {
        private readonly Variable _of;
        private readonly TermKind _termKind;
        private readonly StandardPopulation _population;

        public Standardized(string kind, Variable of, TermKind termKind, StandardPopulation population) : base(kind, of.Name)
        {
            ArgumentNullException.ThrowIfNull(population);
            (_of, _termKind, _population) = (of, termKind, population);
        }

        internal override IEnumerable<SmoothStatistic> Expand(Binder binder)
        {
            (Expr[] groups, Expr? elsewhere) = _population.Conditions(binder);
            Term[] terms = [
                .. groups.SelectMany(group => (Term[])[new(group, TermKind.Indicator), new(_of.Of, _termKind, Within: true)]),
                .. elsewhere is null ? [] : (Term[])[new(elsewhere, TermKind.Indicator)]];
            return [new StandardizedOf(Kind, _of, _population, terms)];
        }
    }

    private sealed class StandardizedOf : SmoothStatistic
    {
        private readonly Variable _of;
        private readonly StandardPopulation _population;
        private readonly double[] _shares;

        public StandardizedOf(string kind, Variable of, StandardPopulation population, Term[] terms) : base(kind, of.Name)
        {
            (_of, _population, Terms) = (of, population, terms);
            double all = CompensatedSum.Sum([.. population.Sizes.Select(size => size.Size)]);
            _shares = [.. population.Sizes.Select(size => size.Size / all)];
        }

        /// <summary>For each group its indicator, and the variable within it; then, where there may be others, an indicator of those.</summary>
        public override IReadOnlyList<Term> Terms { get; }

        public override double Value(DomainTotals totals)
        {
            double sum = 0;
            for (int g = 0; g < _shares.Length; g++)
                sum += _shares[g] * totals[2 * g + 2] / totals[2 * g + 1];
            return totals.Centre(2) + sum;
        }

        public override void Gradient(DomainTotals totals, Span<double> gradient)
        {
            gradient.Clear();
            for (int g = 0; g < _shares.Length; g++)
            {
                double people = totals[2 * g + 1];
                gradient[2 * g + 1] = -_shares[g] * totals[2 * g + 2] / people / people;
                gradient[2 * g + 2] = _shares[g] / people;
            }
        }

        public override void Check(DomainTotals totals, IReadOnlyList<DomainLevel> domain, Design design)
        {
            if (Terms.Count > 2 * _shares.Length && totals[Terms.Count] > 0)
                throw NotInPopulation(design);
            for (int g = 0; g < _shares.Length; g++)
                if (totals[2 * g + 1] == 0)
                    throw EmptyGroup(_population.Sizes[g].Level, domain);
        }

        private SurveyDataException EmptyGroup(string level, IReadOnlyList<DomainLevel> domain)
        {
            string whose = domain.Count == 0 ? "" : $" in {string.Join(", ", domain.Select(own => $"{own.Variable} = {own.Label}"))}";
            return new SurveyDataException(
                $"The {this} cannot be: no respondent has {_population.Groups} = '{level}'{whose}; collapse groups (cut with fewer breaks, and the standard population with them), or split by less.");
        }

        private SurveyDataException NotInPopulation(Design design)
        {
            IEnumerable<string> others = design.By(_population.Groups).Mean(_of)
                .Where(mean => mean.SumOfWeights > 0 && !_population.Sizes.Any(size => size.Level == mean.Domain[0].Level))
                .Select(mean => $"'{mean.Domain[0].Level}' (respondents: {Invariant.Count(mean.Respondents)})");
            return new SurveyDataException(
                $"The {this} would leave people out: the standard population has no {_population.Groups} = {string.Join(", ", others)}; give their population, or leave those people out with Where (--where).");
        }
    }
}

public static partial class Estimator
{
    /// <inheritdoc cref="Statistic.StandardizedProportion"/>
    /// <param name="design">The sample, and who is meant.</param>
    /// <param name="of">A flag, or numbers that are 0 or 1.</param>
    /// <param name="population">The groups and their sizes.</param>
    /// <returns>A fraction from 0 to 1.</returns>
    /// <exception cref="SurveyDataException">The variable is neither a flag nor 0 and 1, nobody is in the domain, or its groups and those of the population do not match.</exception>
    public static Estimate StandardizedProportion(this Design design, Variable of, StandardPopulation population) => design.Estimate(Statistic.StandardizedProportion(of, population))[0];

    /// <inheritdoc cref="StandardizedProportion(Design, Variable, StandardPopulation)"/>
    /// <param name="domains">The sample, and what splits it.</param>
    /// <param name="of">A flag, or numbers that are 0 or 1.</param>
    /// <param name="population">The groups and their sizes.</param>
    /// <returns>One fraction for each domain, with their covariance.</returns>
    public static Estimates StandardizedProportion(this Domains domains, Variable of, StandardPopulation population) => domains.Estimate(Statistic.StandardizedProportion(of, population));

    /// <inheritdoc cref="Statistic.StandardizedMean"/>
    /// <param name="design">The sample, and who is meant.</param>
    /// <param name="of">Numbers, or flags as 0 and 1.</param>
    /// <param name="population">The groups and their sizes.</param>
    /// <returns>The mean in the units of the variable.</returns>
    /// <exception cref="SurveyDataException">The variable is no number, nobody is in the domain, or its groups and those of the population do not match.</exception>
    public static Estimate StandardizedMean(this Design design, Variable of, StandardPopulation population) => design.Estimate(Statistic.StandardizedMean(of, population))[0];

    /// <inheritdoc cref="StandardizedMean(Design, Variable, StandardPopulation)"/>
    /// <param name="domains">The sample, and what splits it.</param>
    /// <param name="of">Numbers, or flags as 0 and 1.</param>
    /// <param name="population">The groups and their sizes.</param>
    /// <returns>One mean for each domain, with their covariance.</returns>
    public static Estimates StandardizedMean(this Domains domains, Variable of, StandardPopulation population) => domains.Estimate(Statistic.StandardizedMean(of, population));
}
