namespace Survey.Reporting;

/// <summary>How series are drawn.</summary>
public enum ChartForm
{
    /// <summary>Bars from 0; several series stand side by side.</summary>
    Bars,

    /// <summary>Points with their intervals, one row a category.</summary>
    Dots,

    /// <summary>Points joined by lines over an ordered axis: ages, years.</summary>
    Lines,
}
