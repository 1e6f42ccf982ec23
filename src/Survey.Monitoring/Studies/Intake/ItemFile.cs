using System.Globalization;

namespace Survey.Monitoring.Intake;

/// <summary>Reads the file of an instrument's items: item, type, options, and columns that scoring needs.</summary>
internal static class ItemFile
{
    private static readonly string[] ItemHeadings = ["item", "题号"], TypeHeadings = ["type", "题型"], OptionsHeadings = ["options", "选项"];

    private static readonly Dictionary<string, ItemKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["true-false"] = ItemKind.TrueFalse,
        ["判断"] = ItemKind.TrueFalse,
        ["判断题"] = ItemKind.TrueFalse,
        ["single"] = ItemKind.Single,
        ["单选"] = ItemKind.Single,
        ["单选题"] = ItemKind.Single,
        ["情景单选"] = ItemKind.Single,
        ["multiple"] = ItemKind.Multiple,
        ["多选"] = ItemKind.Multiple,
        ["多选题"] = ItemKind.Multiple,
        ["情景多选"] = ItemKind.Multiple,
    };

    /// <param name="file">Its path.</param>
    /// <exception cref="SurveyDataException">The file cannot be read, or does not say what it must.</exception>
    public static IReadOnlyList<Item> Read(string file)
    {
        LookupFile lookup = LookupFile.Read(file);
        string ids = lookup.Heading(ItemHeadings), types = lookup.Heading(TypeHeadings), options = lookup.Heading(OptionsHeadings);
        Item[] items = [.. Enumerable.Range(0, lookup.Table.RowCount).Select(row => ItemOf(lookup, ids, types, options, row))];
        return items.GroupBy(item => item.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new SurveyDataException($"{file} has the item {twice.Key} twice; each item stands once.")
            : items;
    }

    private static Item ItemOf(LookupFile lookup, string ids, string types, string options, int row)
    {
        string id = lookup.Text(ids, row) ?? throw lookup.Empty(ids, row);
        string type = lookup.Text(types, row) ?? throw lookup.Empty(types, row);
        if (!Kinds.TryGetValue(type, out ItemKind kind))
            throw new SurveyDataException($"{lookup.File}, row {row + 1}: the type '{type}' of item {id} is none of {string.Join(", ", Kinds.Keys)}{Nearest.Hint(type, Kinds.Keys, ".")}");
        string?[] texts = lookup.Text(options, row) is { } text ? OptionsOf(text) : kind == ItemKind.TrueFalse ? new string?[2] : throw lookup.Empty(options, row);
        if (texts.Length is < 2 or > Item.MostOptions || (kind == ItemKind.TrueFalse && texts.Length != 2))
            throw new SurveyDataException($"{lookup.File}, row {row + 1}: item {id} has {texts.Length} option{(texts.Length == 1 ? "" : "s")}; write their number ({(kind == ItemKind.TrueFalse ? "2" : "2 to 26")}), or their texts with | between them.");
        return new Item(id, kind, texts);
    }

    /// <summary>The texts between bars, or as many options without a text as a number says.</summary>
    private static string?[] OptionsOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count <= Item.MostOptions
            ? new string?[count]
            : [.. text.Split('|').Select(option => option.Trim())];
}
