using Survey.Files;

namespace Survey.Monitoring;

/// <summary>Holds a tree against a shape, and adds a sentence for everything that does not fit.</summary>
/// <param name="errors">Where sentences go.</param>
/// <param name="whole">What messages call the whole file.</param>
internal sealed class ShapeChecker(StudyErrors errors, string whole = "study")
{
    /// <summary>Checks a node and all below it.</summary>
    /// <param name="node">A part of the file.</param>
    /// <param name="shape">What it may look like.</param>
    /// <param name="where">Its keys from the root on, such as "columns.village"; empty for the root.</param>
    public void Check(StudyNode node, Shape shape, string where)
    {
        switch (shape, node)
        {
            case (ScalarShape scalar, TextNode text):
                CheckText(text, scalar, where);
                break;
            case (ListShape list, ListNode items):
                CheckList(items, list, where);
                break;
            case (MapShape known, MapNode map):
                CheckMap(map, known, where);
                break;
            case (DictionaryShape dictionary, MapNode map):
                CheckDictionary(map, dictionary, where);
                break;
            case (NamedShape named, _):
                Check(node, named.Of, where);
                break;
            case (ChoiceShape choice, _) when Way(choice, node) is { } way:
                Check(node, way, where);
                break;
            default:
                CheckKind(node, shape, where);
                break;
        }
    }

    /// <summary>A place in the tree, for messages.</summary>
    public static string Under(string where, string key) => where.Length == 0 ? Excerpt.Of(key) : $"{where}.{Excerpt.Of(key)}";

    private static Shape? Way(ChoiceShape choice, StudyNode node) =>
        node switch
        {
            TextNode { IsNothing: false } => choice.Text,
            ListNode => choice.List,
            MapNode => choice.Map,
            _ => null,
        };

    private void CheckKind(StudyNode node, Shape shape, string where)
    {
        string subject = where.Length == 0 ? $"a {whole}" : where;
        errors.Add(node.Place, node is TextNode { IsNothing: true } ? $"{subject} has no value; write {shape.What}, or leave it out" : $"{subject} is {node.What}, but should be {shape.What}; write it so");
    }

    private void CheckText(TextNode text, ScalarShape shape, string where)
    {
        if (text.IsNothing)
            errors.Add(text.Place, $"{where} has no value; write {shape.What}{(shape.MayBeEmpty ? " (\"\" is an empty one)" : "")}, or leave it out");
        else if (string.IsNullOrWhiteSpace(text.Text) && !shape.MayBeEmpty && shape.Pattern != Scalars.Character.Pattern)
            errors.Add(text.Place, $"{where} is blank; write {shape.What}, or leave it out");
        else if (shape.Wrong(text.Text) is { } wrong)
            errors.Add(text.Place, $"{where} {wrong}");
    }

    private void CheckList(ListNode list, ListShape shape, string where)
    {
        int count = list.Items.Count;
        if (count < shape.Least || count > shape.Most)
        {
            string wanted = shape.Most == shape.Least ? $"{shape.Least}" : $"{shape.Least} or more";
            errors.Add(list.Place, $"{where} is a list of {count}, but should have {wanted}; {(count < shape.Least ? "add what is missing" : "remove the rest")}");
        }
        for (int at = 0; at < count; at++)
            Check(list.Items[at], shape.Item, $"{where}[{at + 1}]");
        if (!shape.IsDistinct)
            return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (TextNode item in list.Items.OfType<TextNode>())
            if (!item.IsNothing && !seen.Add(Folding.Fold(item.Text)))
                errors.Add(item.Place, $"'{Excerpt.Of(item.Text)}' stands twice in {where} (full width and half width count as the same); remove one of the two");
    }

    private void CheckMap(MapNode map, MapShape shape, string where)
    {
        string subject = where.Length == 0 ? $"the {whole}" : where;
        string[] known = [.. shape.Keys.Select(key => key.Name)];
        var meant = new HashSet<string?>();
        foreach (MapEntry entry in map.Entries)
            if (shape[entry.Name] is { } key)
                Check(entry.Value, key.Shape, Under(where, entry.Name));
            else
            {
                meant.Add(Nearest.Of(entry.Name.Split('：')[0].Trim(), known));
                string wayOut = entry.Name.Contains('：') ? "; write ': ' (half width, with a blank) for the full-width '：'" : Nearest.Hint(entry.Name, known, $"; its keys are {string.Join(", ", known)}");
                errors.Add(entry.Key.Place, $"there is no key '{Excerpt.Of(entry.Name)}' in {subject}{wayOut}");
            }
        // a key that is only misspelt is not missing as well
        foreach (KeyShape key in shape.Keys)
            if (key.IsRequired && !map.Has(key.Name) && !meant.Contains(key.Name))
                errors.Add(map.Place, $"{subject} has no key '{key.Name}'; add it ({key.Doc})");
        CheckTogether(map, shape, subject, meant);
    }

    private void CheckTogether(MapNode map, MapShape shape, string subject, HashSet<string?> meant)
    {
        string[] present = [.. shape.ExactlyOne.Where(map.Has)];
        if (present.Length > 1)
            errors.Add(map.Place, $"{subject} has {string.Join(" and ", present)}, which exclude each other; keep one of them");
        if (shape.ExactlyOne.Length > 0 && present.Length == 0 && !shape.ExactlyOne.Any(meant.Contains))
            errors.Add(map.Place, $"{subject} has neither {string.Join(" nor ", shape.ExactlyOne)}; add one of them");
        if (shape.AtLeastOne.Length > 0 && !shape.AtLeastOne.Any(key => map.Has(key) || meant.Contains(key)))
            errors.Add(map.Place, $"{subject} has neither {string.Join(" nor ", shape.AtLeastOne)}; add at least one of them");
        foreach ((string key, string[] others) in shape.Needs)
            if (map.Entry(key) is { } entry && others.Where(other => !map.Has(other)).ToArray() is { Length: > 0 } missing)
                errors.Add(entry.Key.Place, $"{subject} has '{key}', but no {string.Join(" and no ", missing)}; add what is missing");
    }

    private void CheckDictionary(MapNode map, DictionaryShape shape, string where)
    {
        if (map.Entries.Count == 0)
            errors.Add(map.Place, $"{where} is empty; write {shape.What}, or leave it out");
        foreach (MapEntry entry in map.Entries)
            if (string.IsNullOrWhiteSpace(entry.Name))
                errors.Add(entry.Key.Place, $"a key in {where} is empty; write {shape.Entry} before the colon");
            else
                Check(entry.Value, shape.Value, Under(where, entry.Name));
    }
}
