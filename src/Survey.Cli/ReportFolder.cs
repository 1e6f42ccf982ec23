using System.Security.Cryptography;
using Survey.Reporting;

namespace Survey.Cli;

/// <summary>Writes the files of a report into a folder, and keeps what people edited there by hand: what was written is known by its hash.</summary>
internal static class ReportFolder
{
    /// <summary>The hashes of what was written, a line a file.</summary>
    private const string Ledger = "report.sha256";

    public static void Write(FinishedReport report, string folder, IReadOnlyList<string> formats, TextWriter output, TextWriter messages)
    {
        if (File.Exists(folder))
            throw new ArgumentException($"--out {folder} is a file; name a folder.");
        Directory.CreateDirectory(folder);
        Dictionary<string, string> written = Read(Path.Combine(folder, Ledger));
        foreach (string format in formats)
        {
            string name = $"{report.FileName}.{format}", path = Path.Combine(folder, name);
            if (File.Exists(path) && HashOf(path) is var hash && written.GetValueOrDefault(name) != hash)
                messages.WriteLine($"survey: note: {path} was changed by hand or is not this command's; it is kept as {Kept(path)}.");
            report.Save(path);
            written[name] = HashOf(path);
            WriteLedger(folder, written); // at once, so that what is written is known also where the next file fails
            output.WriteLine($"{path} ({new FileInfo(path).Length / 1024:N0} KB)");
        }
    }

    private static void WriteLedger(string folder, Dictionary<string, string> written) =>
        File.WriteAllLines(Path.Combine(folder, Ledger), written.OrderBy(own => own.Key, StringComparer.Ordinal).Select(own => $"{own.Value}  {own.Key}"));

    /// <summary>Moves a file beside itself under a name that is free: report (edited 2).docx.</summary>
    private static string Kept(string path)
    {
        for (int k = 1; ; k++)
        {
            string beside = Path.Combine(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)} (edited{(k == 1 ? "" : $" {k}")}){Path.GetExtension(path)}");
            if (File.Exists(beside))
                continue;
            File.Move(path, beside);
            return beside;
        }
    }

    private static Dictionary<string, string> Read(string ledger) =>
        !File.Exists(ledger) ? [] : File.ReadLines(ledger).Select(line => line.Split("  ", 2)).Where(parts => parts.Length == 2).GroupBy(parts => parts[1]).ToDictionary(same => same.Key, same => same.Last()[0], StringComparer.Ordinal);

    private static string HashOf(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
