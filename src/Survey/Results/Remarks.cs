using System.Text;

namespace Survey;

/// <summary>Remarks under a table, each said once and pointed at by its own number of asterisks.</summary>
internal sealed class Remarks
{
    private readonly List<string> _all = [];

    /// <summary>The text of a cell, with the mark of its remark.</summary>
    public string Mark(string cell, string? remark)
    {
        if (remark is null)
            return cell;
        if (!_all.Contains(remark))
            _all.Add(remark);
        return $"{cell} {new string('*', _all.IndexOf(remark) + 1)}";
    }

    /// <summary>One line a remark.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (int k = 0; k < _all.Count; k++)
            text.Append('*', k + 1).Append(' ').Append(_all[k]).Append('\n');
        return text.ToString();
    }
}
