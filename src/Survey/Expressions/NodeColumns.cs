namespace Survey;

/// <summary>Finds the columns that a tree names.</summary>
internal static class NodeColumns
{
    public static IEnumerable<string> Of(Node node) =>
        node switch
        {
            Node.Column column => [column.Name],
            Node.Compare compare => Of(compare.Left).Concat(Of(compare.Right)),
            Node.Between between => Of(between.Of).Concat(Of(between.Low)).Concat(Of(between.High)),
            Node.Calculate calculate => Of(calculate.Left).Concat(Of(calculate.Right)),
            Node.Negate negate => Of(negate.Of),
            Node.And and => and.Parts.SelectMany(Of),
            Node.Or or => or.Parts.SelectMany(Of),
            Node.Not not => Of(not.Of),
            Node.IsMissing missing => Of(missing.Of),
            Node.OneOf oneOf => Of(oneOf.Of),
            Node.Case choice => choice.Conditions.Concat(choice.Thens).Append(choice.Otherwise).SelectMany(Of),
            Node.If choice => Of(choice.Condition).Concat(Of(choice.Then)).Concat(Of(choice.Otherwise)),
            Node.Call call => call.Arguments.SelectMany(Of),
            _ => [],
        };
}
