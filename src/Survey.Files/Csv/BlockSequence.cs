namespace Survey.Files.Csv;

/// <summary>The blocks of several files, one after another; one thread asks at a time.</summary>
/// <param name="files">Whose rows follow one another.</param>
/// <param name="pace">How they are read.</param>
/// <param name="watch">Looks on; null where nobody does.</param>
internal sealed class BlockSequence(IReadOnlyList<CsvFile> files, ReadPace pace, ReadWatch? watch = null) : IDisposable
{
    private BlockReader? _reader;
    private long _rowsBefore, _bytesBefore;

    /// <summary>The number of the file of the last block.</summary>
    public int File { get; private set; } = -1;

    /// <summary>How many rows were given.</summary>
    public long Rows { get; private set; }

    /// <summary>The next block; null behind the last of the last file.</summary>
    /// <param name="mostRows">No more than these.</param>
    /// <exception cref="SurveyDataException">A file cannot be read or has no rows, or one of its records is too long.</exception>
    public CsvBlock? Next(int mostRows)
    {
        while (true)
        {
            watch?.Look(_bytesBefore + (_reader?.Position ?? 0), Rows);
            if (_reader is not null && InputFile.Attempt(files[File].File, () => _reader.Next(mostRows)) is { } block)
            {
                Rows += block.Rows;
                return block;
            }
            if (_reader is not null)
                EndFile();
            if (File + 1 == files.Count)
                return null;
            File++;
            _reader = InputFile.Attempt(files[File].File, () => files[File].OpenRows(pace.Block));
        }
    }

    public void Dispose() => _reader?.Dispose();

    private void EndFile()
    {
        if (Rows == _rowsBefore)
            throw CsvRows.None(files[File].File);
        (_rowsBefore, _bytesBefore) = (Rows, _bytesBefore + _reader!.Position);
        _reader.Dispose();
        _reader = null;
    }
}
