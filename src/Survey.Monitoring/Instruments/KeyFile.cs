using System.Globalization;
using Survey.Files;
using Survey.Monitoring.Intake;

namespace Survey.Monitoring.Instruments;

/// <summary>Reads the items of a questionnaire with their keys.</summary>
/// <param name="path">The file of items.</param>
/// <param name="structure">That they complete.</param>
/// <param name="structureFile">Its name in messages.</param>
internal sealed class KeyFile(string path, MapNode structure, string structureFile)
{
    private static readonly string[] _key = ["key", "答案", "正确答案"], _aspect = ["aspect", "方面"], _issue = ["issue", "问题", "健康问题"], _points = ["points", "分值"];

    /// <summary>The most points of an item.</summary>
    public const int MostPoints = 100;

    private readonly LookupFile _file = LookupFile.Read(path);

    public IReadOnlyList<InstrumentItem> Items()
    {
        IReadOnlyList<Item> items = ItemFile.Read(path);
        string key = _file.Heading(_key);
        string? aspect = structure.Has("aspects") ? _file.Heading(_aspect) : null, issue = structure.Has("issues") ? _file.Heading(_issue) : null, points = _file.Has(_points) ? _file.Heading(_points) : null;
        return new Sequence<InstrumentItem>([.. items.Select((item, row) => new InstrumentItem(
            item.Id,
            item.Kind switch { ItemKind.TrueFalse => ItemType.TrueFalse, ItemKind.Single => ItemType.OneOption, _ => ItemType.SeveralOptions },
            item.Options.Count,
            KeyOf(item, key, row),
            PointsOf(item, points, row),
            aspect is null ? null : PartOf("aspects", aspect, item, row),
            issue is null ? null : PartOf("issues", issue, item, row))
        {
            Options = item.Options.Contains(null) ? new Sequence<string>() : new Sequence<string>([.. item.Options.OfType<string>()]),
        })]);
    }

    private string KeyOf(Item item, string heading, int row)
    {
        if (_file.Text(heading, row) is not { } text)
            throw new SurveyDataException($"{path}, row {row + 1}: item {item.Id} has no key in the column '{heading}'; write the option that is right, such as A.");
        OptionList options = item.OptionsIn([OptionForm.Letters, OptionForm.Texts]);
        if (options.Joined(Folding.Fold(text), ",，、;；|") is not { } chosen)
            throw new SurveyDataException($"{path}, row {row + 1}: the key '{Excerpt.Of(text)}' of item {item.Id} is not made of its options {string.Join(", ", item.Letters)}; write the letters of those that are right{(item.Kind == ItemKind.Multiple ? ", such as A,C" : "")}.");
        if (item.Kind != ItemKind.Multiple && (chosen & (chosen - 1)) != 0)
            throw new SurveyDataException($"{path}, row {row + 1}: item {item.Id} has one option in an answer and the key '{Excerpt.Of(text)}' has several; write one letter, or give it the type multiple.");
        return options.TextOf(chosen);
    }

    private int PointsOf(Item item, string? heading, int row)
    {
        string word = item.Kind switch { ItemKind.TrueFalse => "true-false", ItemKind.Single => "single", _ => "multiple" };
        if (heading is not null && _file.Text(heading, row) is { } text)
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int own) && own is >= 1 and <= MostPoints ? own
                : throw new SurveyDataException($"{path}, row {row + 1}: the points '{Excerpt.Of(text)}' of item {item.Id} are no whole number from 1 to {MostPoints}; write them in digits, such as 2.");
        return structure.Map("points")!.Whole(word)
            ?? throw new SurveyDataException($"{path}, row {row + 1}: item {item.Id} is of type {word}, to which {structureFile} gives no points; write points.{word} there, or points in the file of items.");
    }

    /// <summary>The id of the part that an item names by its id or one of its names.</summary>
    private string PartOf(string key, string heading, Item item, int row)
    {
        string text = _file.Text(heading, row) ?? throw _file.Empty(heading, row);
        MapNode[] parts = [.. structure.Maps(key).Select(part => part.Map)];
        MapNode? part = Array.Find(parts, own => new[] { own.Text("id"), own.Text("zh"), own.Text("en") }.OfType<string>().Any(name => Folding.Fold(name).Equals(text, StringComparison.OrdinalIgnoreCase)));
        string[] names = [.. parts.Select(own => own.Text("zh") ?? own.Text("id")!)];
        return part?.Text("id") ?? throw new SurveyDataException($"{path}, row {row + 1}: '{Excerpt.Of(text)}' in the column '{heading}' of item {item.Id} is none of {string.Join(", ", names)}{Nearest.Hint(text, names, "; write one of these.")}");
    }
}
