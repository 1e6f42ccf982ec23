namespace Survey;

/// <summary>Finds the columns that a tree names.</summary>
internal static class NodeColumns
{
    public static IEnumerable<string> Of(Node node) =>
        node switch
        {
            Node.Column column => [column.Name],
            Node.Compare compare => Of(compare.Left).Concat(Of(compare.Right)),
            Node.Calculate calculate => Of(calculate.Left).Concat(Of(calculate.Right)),
            Node.Negate negate => Of(negate.Of),
            Node.And and => and.Parts.List.SelectMany(Of),
            Node.Or or => or.Parts.List.SelectMany(Of),
            Node.Not not => Of(not.Of),
            Node.IsMissing missing => Of(missing.Of),
            Node.OneOf oneOf => Of(oneOf.Of),
            Node.Case choice => choice.Conditions.List.Concat(choice.Thens.List).Append(choice.Otherwise).SelectMany(Of),
            Node.If choice => Of(choice.Condition).Concat(Of(choice.Then)).Concat(Of(choice.Otherwise)),
            Node.Call call => call.Arguments.List.SelectMany(Of),
            _ => [],
        };
}
