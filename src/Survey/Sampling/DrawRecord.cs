using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Survey;

/// <summary>What anyone needs to repeat a draw and to see that the result is the same: the plan with its seed, and fingerprints of the frame and of the sample.</summary>
/// <param name="Plan">The stages and the seed.</param>
/// <param name="FrameRows">Rows of the frame.</param>
/// <param name="FrameFingerprint">As <see cref="DrawnSample.FrameFingerprint"/>.</param>
/// <param name="SampleRows">Rows drawn.</param>
/// <param name="SampleFingerprint">SHA-256 of the numbers of the rows drawn and their probabilities.</param>
public sealed record DrawRecord(SamplingPlan Plan, long FrameRows, string FrameFingerprint, long SampleRows, string SampleFingerprint)
{
    /// <summary>Changes whenever the same plan, seed and frame would give another sample.</summary>
    internal const int Procedure = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Compares a new draw with the recorded one.</summary>
    /// <param name="sample">Drawn by <see cref="Plan"/>.</param>
    /// <exception cref="SurveyDataException">The frame or the sample is another.</exception>
    public void Check(DrawnSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        DrawRecord own = sample.Record;
        if (own.FrameRows != FrameRows)
            throw new SurveyDataException($"The frame has {Invariant.Count(own.FrameRows)} rows and the recorded draw was from one of {Invariant.Count(FrameRows)}; take the file that was drawn from.");
        if (own.FrameFingerprint != FrameFingerprint)
            throw new SurveyDataException($"The frame has as many rows as the one recorded, {Invariant.Count(FrameRows)}, but says something else in {string.Join(", ", Plan.Columns)}, or in another order; take the file that was drawn from.");
        if (own.SampleFingerprint != SampleFingerprint)
            throw new SurveyDataException($"The same plan, seed and frame give {Invariant.Count(own.SampleRows)} rows that are not the {Invariant.Count(SampleRows)} recorded; the record was changed, or made by another version.");
    }

    /// <summary>The record as JSON text.</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("procedure", Procedure);
            json.WriteNumber("seed", Plan.Seed);
            json.WriteStartArray("stages");
            foreach (SamplingStage stage in Plan.Stages)
                DrawRecordStage.Write(json, stage);
            json.WriteEndArray();
            Write(json, "frame", FrameRows, FrameFingerprint);
            Write(json, "sample", SampleRows, SampleFingerprint);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="SurveyDataException">The text is no record of a draw, or of another procedure.</exception>
    public static DrawRecord Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            if (root.GetProperty("procedure").GetInt32() is var procedure and not Procedure)
                throw new SurveyDataException($"The record was made by procedure {procedure} and this version draws by procedure {Procedure}; repeat the draw with the version that made it.");
            var plan = new SamplingPlan(root.GetProperty("seed").GetUInt64(), [.. root.GetProperty("stages").EnumerateArray().Select(DrawRecordStage.Read)]);
            JsonElement frame = root.GetProperty("frame"), sample = root.GetProperty("sample");
            return new DrawRecord(plan, frame.GetProperty("rows").GetInt64(), TextOf(frame, "sha256"), sample.GetProperty("rows").GetInt64(), TextOf(sample, "sha256"));
        }
        catch (Exception odd) when (odd is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new SurveyDataException("The text is no record of a draw as they are written beside samples; take the file that was written with the sample.", odd);
        }
    }

    private static string TextOf(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new FormatException(name);

    private static void Write(Utf8JsonWriter json, string name, long rows, string fingerprint)
    {
        json.WriteStartObject(name);
        json.WriteNumber("rows", rows);
        json.WriteString("sha256", fingerprint);
        json.WriteEndObject();
    }
}
