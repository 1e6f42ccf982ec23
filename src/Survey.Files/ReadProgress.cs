namespace Survey.Files;

/// <summary>How far the reading of files has come.</summary>
/// <param name="Bytes">Bytes read so far in this pass over the files.</param>
/// <param name="AllBytes">Bytes of all files.</param>
/// <param name="Rows">Rows read so far in this pass.</param>
public readonly record struct ReadProgress(long Bytes, long AllBytes, long Rows);
