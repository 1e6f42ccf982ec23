using System.Globalization;

namespace Survey.Benchmarks;

/// <summary>A frame of many households: counties of 20 villages of 100 to 500 households each.</summary>
internal static class LargeFrame
{
    public static void Write(string file, long households)
    {
        var random = new RandomStream(20);
        using var text = new StreamWriter(file);
        text.Write("county,village,household,size\n");
        for (long written = 0, county = 1; written < households; county++)
            for (int village = 1; village <= 20; village++)
            {
                long size = 100 + random.Below(401);
                for (int household = 1; household <= size; household++)
                    text.Write(string.Create(CultureInfo.InvariantCulture, $"{county:000000},{county:000000}{village:000000},{county:000000}{village:000000}{household:0000},{size}\n"));
                written += size;
            }
    }
}
