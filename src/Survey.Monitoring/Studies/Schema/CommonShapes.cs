using static Survey.Monitoring.KeyShape;

namespace Survey.Monitoring;

/// <summary>Shapes that several sections share.</summary>
internal static class CommonShapes
{
    /// <summary>A text in Chinese, English or both.</summary>
    public static MapShape LocalText { get; } = new(
        Optional("zh", Scalars.Text, "in Chinese"),
        Optional("en", Scalars.Text, "in English"))
    { AtLeastOne = ["zh", "en"] };

    /// <summary>One text or a list of distinct ones.</summary>
    public static ChoiceShape Texts { get; } = ChoiceShape.OneOrList(Scalars.Text);

    /// <summary>A list of distinct texts.</summary>
    public static ListShape TextList { get; } = new(Scalars.Text) { IsDistinct = true };

    /// <summary>Texts that mean missing; "" may be one of them.</summary>
    public static ChoiceShape MissingTexts { get; } = ChoiceShape.OneOrList(Scalars.TextOrEmpty);

    /// <summary>The least and the greatest of something.</summary>
    public static ListShape Range { get; } = new(Scalars.Number) { Least = 2, Most = 2 };
}
