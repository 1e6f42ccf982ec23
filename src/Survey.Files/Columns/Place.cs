namespace Survey.Files.Columns;

/// <summary>Where in a file its reader is.</summary>
internal abstract class Place
{
    /// <summary>The name of the file as the user gave it.</summary>
    public abstract string File { get; }

    /// <summary>The number of the data row, from 1; 0 is the line of names.</summary>
    public abstract long Row { get; }

    /// <summary>Where an editor or a spreadsheet shows it: the physical line of a text, the row of a sheet, from 1.</summary>
    public abstract long Line { get; }

    /// <summary>The place without the file, for messages: "row 5 (line 6)".</summary>
    public string RowText => RowTextAt(Row, Line);

    /// <summary>A place in the same file, by what <see cref="Row"/> and <see cref="Line"/> were there.</summary>
    public abstract string RowTextAt(long row, long line);

    /// <summary>The place for messages: "people.csv, row 5 (line 6)".</summary>
    public string Text => $"{File}, {RowText}";
}
