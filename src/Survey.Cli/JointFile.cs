using System.Globalization;
using Survey.Files;

namespace Survey.Cli;

/// <summary>The file of --joint: a row for each pair of PSUs, or a matrix of numbers without headings.</summary>
internal static class JointFile
{
    private const int LongestLine = 1 << 20;

    public static UnequalProbabilities HorvitzThompson(string column, string path, string? strata) =>
        IsMatrix(path) ? UnequalProbabilities.HorvitzThompson(column, MatrixOf(path)) : UnequalProbabilities.HorvitzThompson(column, PairsOf(path, strata));

    public static UnequalProbabilities YatesGrundy(string column, string path, string? strata) =>
        IsMatrix(path) ? UnequalProbabilities.YatesGrundy(column, MatrixOf(path)) : UnequalProbabilities.YatesGrundy(column, PairsOf(path, strata));

    /// <summary>PSUs and strata are read as in the sample: 01 stays a text.</summary>
    private static Table PairsOf(string path, string? strata)
    {
        string[] keys = [.. TableFile.ColumnNames(path).Where(name => name is "first" or "second" || name == strata)];
        return Table.Read(path, new ReadOptions { Keys = keys });
    }

    /// <summary>Whether the first line holds numbers only; a table begins with names.</summary>
    private static bool IsMatrix(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            char[] start = new char[LongestLine];
            string text = new(start, 0, reader.ReadBlock(start, 0, start.Length));
            string first = text.Split('\n', 2)[0];
            return first.Split(',').All(field => Number(field) is not null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SurveyDataException($"The file {path} of --joint cannot be read; check its name, its folder and the permission to read it.", failure);
        }
    }

    private static double[,] MatrixOf(string path)
    {
        string[] lines = TextFile.Read(path, "--joint").TrimEnd().Split('\n');
        if (lines[0].Split(',').Length != lines.Length)
            throw NotSquare(lines.Length, lines[0].Split(',').Length, 0);
        double[,] matrix = new double[lines.Length, lines.Length];
        for (int row = 0; row < lines.Length; row++)
        {
            string[] fields = lines[row].Split(',');
            if (fields.Length != lines.Length)
                throw NotSquare(lines.Length, fields.Length, row);
            for (int column = 0; column < fields.Length; column++)
                matrix[row, column] = Number(fields[column]) ?? throw new SurveyDataException($"The matrix {path} of --joint has '{fields[column].Trim()}' in line {row + 1}, column {column + 1}, where numbers are wanted.");
        }
        return matrix;

        SurveyDataException NotSquare(int all, int numbers, int row) =>
            new($"The matrix {path} of --joint has {all} line{(all == 1 ? "" : "s")} and {numbers} number{(numbers == 1 ? "" : "s")} in line {row + 1}; it has as many of both as the sample has rows.");
    }

    private static double? Number(string field) => double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
}
