using System.Collections;

namespace Survey;

/// <summary>Columns of equal length, in memory. Never changes: each verb returns a new table.</summary>
public sealed partial class Table : Rows
{
    private readonly Sequence<string> _names;
    private readonly Dictionary<string, Column> _columns;
    private readonly Sequence<string> _notes;

    internal Table(IReadOnlyList<(string Name, Column Column)> columns, IReadOnlyList<string>? notes = null)
    {
        _names = new([.. columns.Select(column => column.Name)]);
        _notes = new([.. notes ?? []]);
        _columns = new Dictionary<string, Column>(columns.Count, StringComparer.Ordinal);
        RowCount = columns.Count == 0 ? 0 : columns[0].Column.Length;
        foreach ((string name, Column column) in columns)
        {
            if (!_columns.TryAdd(name, column))
                throw new SurveyDataException($"The column '{name}' stands twice; each column needs a name of its own.");
            if (column.Length != RowCount)
                throw new SurveyDataException($"The column '{name}' has {column.Length} rows and '{columns[0].Name}' has {RowCount}; columns of a table are equally long.");
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => _names;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Notes => _notes;

    /// <summary>Number of rows.</summary>
    public int RowCount { get; }

    /// <summary>The column of that name.</summary>
    /// <param name="name">Case matters.</param>
    /// <exception cref="SurveyDataException">There is no such column.</exception>
    public Column this[string name] =>
        _columns.TryGetValue(name, out Column? column) ? column : throw new SurveyDataException(NoSuchColumn(name, _names));

    /// <summary>Makes a table of named sequences, each typed by its values.</summary>
    /// <param name="columns">
    /// Names and values: any number type or its nullable becomes numbers (NaN and null are missing; whole numbers beyond 2^53, which a double cannot hold, become a category),
    /// texts a category, an enum an ordered one of all its names, <see cref="bool"/> flags, <see cref="DateOnly"/> and the day of a <see cref="DateTime"/> dates.
    /// What holds no value at all becomes missing numbers, as its type is unknown.
    /// A Microsoft.Data.Analysis frame goes in as <c>frame.Columns.Select(c =&gt; (c.Name, (IEnumerable)c))</c>.
    /// </param>
    /// <exception cref="SurveyDataException">Two columns share a name or differ in length, or a value is of another type than those before it.</exception>
    public static Table FromColumns(IEnumerable<(string Name, IEnumerable Values)> columns) =>
        new([.. columns.Select(column => (column.Name, ColumnOf.Values(column.Name, column.Values)))]);

    /// <inheritdoc cref="FromColumns(IEnumerable{ValueTuple{string, IEnumerable}})"/>
    public static Table FromColumns(IEnumerable<(string Name, Array Values)> columns) => FromColumns(columns.Select(column => (column.Name, (IEnumerable)column.Values)));

    /// <summary>Makes a table of columns.</summary>
    /// <param name="columns">Names and columns.</param>
    /// <exception cref="SurveyDataException">Two columns share a name or differ in length.</exception>
    public static Table FromColumns(IEnumerable<(string Name, Column Column)> columns) => new([.. columns]);

    /// <summary>The table with one more column, or with that column replaced.</summary>
    /// <param name="name">Of the column.</param>
    /// <param name="column">As many rows as the table.</param>
    public Table With(string name, Column column)
    {
        var columns = _names.Select(other => (other, other == name ? column : _columns[other])).ToList();
        if (!_columns.ContainsKey(name))
            columns.Add((name, column));
        return new Table(columns, _notes);
    }

    /// <summary>Only these columns, in this order.</summary>
    /// <param name="names">Columns of the table.</param>
    /// <exception cref="SurveyDataException">There is no such column.</exception>
    public Table Select(params IEnumerable<string> names) => new([.. names.Select(name => (name, this[name]))], _notes);

    /// <summary>The first rows.</summary>
    /// <param name="rows">How many at the most.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Table Head(int rows = 10)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        return Map(column => column.Slice(0, Math.Min(rows, RowCount)));
    }

    /// <summary>The rows of this table and then those of others.</summary>
    /// <param name="others">Tables with the same columns of the same types, in any order.</param>
    /// <exception cref="SurveyDataException">A table lacks a column, has one too many, or has it with another type.</exception>
    public Table Concat(params IReadOnlyList<Table> others)
    {
        for (int k = 0; k < others.Count; k++)
            CheckSameColumns(others[k], k + 2);
        return new Table(
            [.. _names.Select(name => (name, this[name].Append([.. others.Select(other => other[name])])))],
            [.. _notes.Concat(others.SelectMany(other => other._notes)).Concat(_names.Select(name => LostLabels(name, others)).OfType<string>()).Distinct()]);
    }

    internal override Variety VarietyOf(string column) => this[column].Variety;

    internal override IEnumerable<Chunk> Read(IReadOnlyList<string> columns)
    {
        Column[] read = [.. columns.Select(name => this[name])];
        for (int first = 0; first < RowCount; first += Chunk.Size)
        {
            int rows = Math.Min(Chunk.Size, RowCount - first);
            yield return new Chunk(first, rows, [.. read.Select(column => column.Slice(first, rows))]);
        }
    }

    /// <summary>The rows named, in that order; -1 asks for a row of missing values.</summary>
    internal Table Take(int[] rows) => Map(column => column.Take(rows));

    /// <summary>The same rows, with more to be said of them.</summary>
    internal Table Noting(IReadOnlyList<string> notes) =>
        notes.Count == 0 ? this : new Table([.. _names.Select(name => (name, this[name]))], [.. _notes.Concat(notes).Distinct()]);

    private Table Map(Func<Column, Column> map) => new([.. _names.Select(name => (name, map(this[name])))], _notes);

    private string? LostLabels(string name, IReadOnlyList<Table> others)
    {
        if (this[name] is not CategoryColumn own)
            return null;
        CategoryColumn[] all = [own, .. others.Select(other => (CategoryColumn)other[name])];
        return Array.TrueForAll(all, own.HasLevelsOf) || !Array.Exists(all, column => column.HasLabelsOrOrder)
            ? null
            : $"the levels of '{name}' differ between the tables that were joined, so they stand in natural order and without labels";
    }

    private void CheckSameColumns(Table other, int number)
    {
        if (_names.FirstOrDefault(name => !other._columns.ContainsKey(name)) is { } lacking)
            throw new SurveyDataException($"Table {number} has no column '{lacking}', which the first table has{Nearest.Hint(lacking, other._names, "; leave it out of the first with Select.")}");
        if (other._names.FirstOrDefault(name => !_columns.ContainsKey(name)) is { } extra)
            throw new SurveyDataException($"Table {number} has a column '{extra}', which the first table has not; leave it out with Select.");
        if (_names.FirstOrDefault(name => other[name].Type != this[name].Type) is { } unlike)
            throw new SurveyDataException($"The column '{unlike}' is {this[unlike].Type.Called()} in the first table and {other[unlike].Type.Called()} in table {number}; read both with the same type.");
    }
}
