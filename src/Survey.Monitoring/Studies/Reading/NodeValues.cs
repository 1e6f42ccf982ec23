using System.Globalization;

namespace Survey.Monitoring;

/// <summary>Values of a tree that fits its shape.</summary>
internal static class NodeValues
{
    /// <summary>All texts of a study: those that name a file are lists, lookups, populations, items and the like.</summary>
    public static IEnumerable<string> AllTexts(StudyNode? node) =>
        node switch
        {
            TextNode text => [text.Text],
            ListNode list => list.Items.SelectMany(AllTexts),
            MapNode map => map.Entries.SelectMany(entry => AllTexts(entry.Value)),
            _ => [],
        };

    public static string? Text(this MapNode map, string key) => (map[key] as TextNode)?.Text;

    public static bool? Flag(this MapNode map, string key) => map.Text(key) is { } text ? text == "true" : null;

    public static int? Whole(this MapNode map, string key) => map.Text(key) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>The number of a text that may end in a percent sign, exactly, and whether it does.</summary>
    public static (decimal Value, bool IsPercent) NumberOrPercent(string text)
    {
        bool isPercent = text.EndsWith('%');
        return (decimal.Parse(isPercent ? text[..^1].TrimEnd() : text, NumberStyles.Float, CultureInfo.InvariantCulture), isPercent);
    }

    public static MapNode? Map(this MapNode map, string key) => map[key] as MapNode;

    /// <summary>The maps of a list, with what messages call each; empty without the key.</summary>
    public static IEnumerable<(MapNode Map, string Where)> Maps(this MapNode map, string key) =>
        map[key] is ListNode list ? list.Items.Select((item, at) => ((MapNode)item, $"{key}[{at + 1}]")) : [];

    /// <summary>One text or a list of them; empty without the key.</summary>
    public static IReadOnlyList<TextNode> TextNodes(this MapNode map, string key) =>
        map[key] switch
        {
            TextNode one => [one],
            ListNode list => [.. list.Items.Cast<TextNode>()],
            _ => [],
        };

    public static IReadOnlyList<string> Texts(this MapNode map, string key) => [.. map.TextNodes(key).Select(node => node.Text)];

    /// <summary>Keys and texts in their order; empty without the key.</summary>
    public static IReadOnlyList<(string Key, string Text)> Pairs(this MapNode map, string key) =>
        map.Map(key) is { } pairs ? [.. pairs.Entries.Select(entry => (entry.Name, ((TextNode)entry.Value).Text))] : [];

    public static LocalText? LocalText(this MapNode map, string key) => map.Map(key) is { } text ? LocalText(text) : null;

    /// <summary>A map of languages, or a text that stands for any.</summary>
    public static LocalText LocalText(StudyNode node) => node is MapNode text ? new LocalText(text.Text("zh"), text.Text("en")) : new LocalText(((TextNode)node).Text, null);
}
