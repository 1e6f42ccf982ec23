using static Survey.Monitoring.KeyShape;

namespace Survey.Monitoring;

/// <summary>The shapes of how the sample was drawn and how weights are made.</summary>
internal static class DesignShapes
{
    /// <summary>The sample.</summary>
    public static MapShape Design { get; } = new(
        Optional("strata", CommonShapes.Texts, "the columns of the strata"),
        Optional("clusters", CommonShapes.Texts, "the columns of the clusters, the first stage first"),
        Optional("samePlaces", Scalars.Words("same", "different", "unknown"), "whether the waves went to the same places"),
        Optional("crosswalk", Scalars.Path, "a file of two columns: the id of a place in an earlier wave, and what the last one calls it"),
        Optional("lonelyPsu", Scalars.Words("fail", "certainty", "adjust", "average"), "what a stratum with one cluster contributes to variances"),
        Optional("degreesOfFreedom", Scalars.Words("design", "domain"), "whether degrees of freedom are those of the design or of each domain"));

    private static readonly MapShape Stage = new(
        Required("stage", Scalars.Text, "what is drawn: village, household, person"),
        Optional("frame", Scalars.Path, "the list that was drawn from"),
        Optional("key", CommonShapes.Texts, "the columns that name a unit of the frame"),
        Optional("method", Scalars.Words("pps", "srs", "systematic"), "how it was drawn"),
        Optional("size", Scalars.Text, "the heading of the measure of size in the frame, or the column of it beside total"),
        Optional("within", CommonShapes.Texts, "the columns within which it was drawn"),
        Optional("drawn", Scalars.Text, "how many were drawn: a number, the heading of it in the frame, or the column beside present or total"),
        Optional("present", Scalars.Text, "the column of how many there were"),
        Optional("total", Scalars.Text, "the column of the size of all that it was drawn from in proportion to size"),
        Optional("members", Scalars.Text, "the column of how many members could be chosen, each with the same chance"),
        Optional("kish", Scalars.Text, "the column of how many could be chosen by the grid"),
        Optional("rank", Scalars.Text, "the column of the rank of the one whom the grid chose"),
        Optional("table", Scalars.Text, "the column of the table of the grid that the household had"),
        Optional("probability", Scalars.Text, "the column of the probability with which it was drawn"))
    {
        ExactlyOne = ["frame", "present", "total", "members", "kish", "probability"],
        Needs = [("frame", ["key", "method", "drawn"]), ("present", ["drawn"]), ("total", ["size", "drawn"]), ("within", ["frame"]), ("rank", ["kish"]), ("table", ["kish"])],
    };

    private static readonly MapShape Nonresponse = new(
        Required("cells", CommonShapes.Texts, "the columns that make the cells"),
        Optional("minimum", Scalars.Whole(1), "the least number of respondents in a cell"),
        Optional("collapse", Scalars.Text, "the column within which small cells are merged"));

    private static readonly MapShape Poststratification = new(
        Required("cells", CommonShapes.Texts, "the columns that make the cells"),
        Required("population", Scalars.Path, "the file of the population in each cell"),
        Required("count", Scalars.Text, "the heading of the number of people"),
        Optional("year", Scalars.Year, "the year of the population"),
        Optional("shares", Scalars.Flag, "whether the file holds shares of people instead of numbers"),
        Optional("sameForAllWaves", Scalars.Flag, "whether all waves are weighted to this population (the usual case); if not, the file has a column of the wave"));

    private static readonly MapShape Margin = new(
        Required("cells", CommonShapes.Texts, "the columns whose levels make the cells"),
        Required("population", Scalars.Path, "the file of the population in each cell"),
        Required("count", Scalars.Text, "the heading of the number of people"));

    private static readonly MapShape Raking = new(
        Required("margins", new ListShape(Margin), "the populations that weights are raked to"),
        Optional("year", Scalars.Year, "the year of the population"),
        Optional("shares", Scalars.Flag, "whether the files hold shares of people instead of numbers"),
        Optional("sameForAllWaves", Scalars.Flag, "whether all waves are weighted to this population (the usual case); if not, the files have a column of the wave"));

    private static readonly MapShape Calibrating = new(
        Required("margins", new ListShape(Margin), "the populations that weights are calibrated to"),
        Optional("distance", Scalars.Words("linear", "raking", "logit"), "what calibrated weights are nearest by"),
        Optional("bounds", CommonShapes.Range, "the least and the greatest factor, such as [0.4, 2.5]"),
        Optional("constantInClusters", Scalars.Flag, "whether all people of a cluster have one factor"),
        Optional("year", Scalars.Year, "the year of the population"),
        Optional("shares", Scalars.Flag, "whether the files hold shares of people instead of numbers"),
        Optional("sameForAllWaves", Scalars.Flag, "whether all waves are weighted to this population (the usual case); if not, the files have a column of the wave"));

    private static readonly MapShape Trimming = new(
        Optional("above", Scalars.Text, "the greatest weight: a number, or such as 5 medians"),
        Optional("below", Scalars.Text, "the least weight: a number, or such as 0.2 medians"),
        Optional("strict", Scalars.Flag, "whether no weight may be outside in the end"))
    {
        AtLeastOne = ["above", "below"],
    };

    private static readonly MapShape Replicates = new(
        Required("type", Scalars.Words("jk1", "jkn", "jk2", "brr", "fay", "rao-wu", "rao-wu-yue-beaumont", "canty-davison"), "how replicate weights are made"),
        Optional("count", Scalars.Whole(2), "how many bootstrap replicates"),
        Optional("seed", Scalars.Whole(0), "a whole number that decides the bootstrap"),
        Optional("fay", Scalars.Number, "the factor of Fay's method, such as 0.5"));

    private static readonly MapShape Check = new(
        Optional("deff", CommonShapes.Range, "design effects that are believed, from the least to the greatest"),
        Optional("maximumFactor", Scalars.Number, "the greatest factor of a calibration that is believed"));

    /// <summary>Weights.</summary>
    public static MapShape Weighting { get; } = new(
        Required("base", new ListShape(Stage), "the stages of the sample, the first one first"),
        Optional("nonresponse", Nonresponse, "how weights of those who answered stand for those who did not"),
        Optional("trim", Trimming, "which weights are cut, before they are brought to the population"),
        Optional("poststratify", Poststratification, "the population that weights add up to, cell by cell"),
        Optional("rake", Raking, "the populations that weights add up to, margin by margin"),
        Optional("calibrate", Calibrating, "the populations that weights add up to, by a distance and within bounds"),
        Optional("replicates", Replicates, "replicate weights, in which each of these steps is taken anew"),
        Optional("check", Check, "what is doubted"));
}
