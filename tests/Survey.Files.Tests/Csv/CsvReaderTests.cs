using Survey.Files.Csv;

namespace Survey.Files.Tests.Csv;

/// <summary>The reader against a naive twin that looks at one character at a time, and against itself when text comes in drips.</summary>
public sealed class CsvReaderTests
{
    private const string Alphabet = "a\",\n\r";

    [Test]
    public void AgreesWithTheNaiveReaderOnEveryShortText([Range(0, 6)] int length)
    {
        char[] text = new char[length];
        int texts = (int)Math.Pow(Alphabet.Length, length);
        for (int number = 0; number < texts; number++)
        {
            for (int k = 0, rest = number; k < length; k++, rest /= Alphabet.Length)
                text[k] = Alphabet[rest % Alphabet.Length];
            string whole = new(text), expected = Naive(whole);
            Assert.That(Read(new StringReader(whole)), Is.EqualTo(expected), $"text {number}");
            Assert.That(Read(new Drips(whole)), Is.EqualTo(expected), $"text {number} in drips");
        }
    }

    [Test]
    public void CountsTheLinesOfMixedLineEnds()
    {
        var reader = new CsvReader(new StringReader("a\r\n\"b\rc\nd\r\ne\"\rf\n\ng"), ',', "x.csv");
        var lines = new List<string>();
        while (reader.ReadField())
            lines.Add($"{reader.Row}:{reader.Line}");
        Assert.That(lines, Is.EqualTo(new[] { "0:1", "1:2", "2:6", "3:7", "4:8" }));
    }

    /// <summary>Fields as [text], quoted ones as "text", records ended by a bar; "error" at the end if it ends in one.</summary>
    private static string Read(TextReader text)
    {
        var reader = new CsvReader(text, ',', "x.csv");
        string read = "";
        try
        {
            while (reader.ReadField())
                read += (reader.Quoted ? $"<{reader.Field}>" : $"[{reader.Field}]") + (reader.EndsRecord ? "|" : "");
            return read;
        }
        catch (SurveyDataException)
        {
            return read + "error";
        }
    }

    private static string Naive(string text)
    {
        string read = "";
        char At(int k) => k < text.Length ? text[k] : '\n';
        bool more = false; // after a comma one more field follows, be it at the end of the text
        for (int k = 0; more || k < text.Length;)
        {
            bool quoted = At(k) == '"';
            string field = "";
            if (quoted)
            {
                bool closed = false;
                for (k++; k < text.Length && !closed; k++)
                    if (text[k] != '"')
                        field += text[k];
                    else if (k + 1 < text.Length && text[k + 1] == '"')
                        field += text[k++];
                    else
                        closed = true;
                if (!closed || At(k) is not (',' or '\n' or '\r'))
                    return read + "error";
            }
            for (; At(k) is not (',' or '\n' or '\r'); k++)
                field += text[k];
            more = At(k) == ',';
            read += (quoted ? $"<{field}>" : $"[{field}]") + (more ? "" : "|");
            k += At(k) == '\r' && At(k + 1) == '\n' && k + 1 < text.Length ? 2 : 1;
        }
        return read;
    }

    /// <summary>Gives one character at a time.</summary>
    private sealed class Drips(string text) : StringReader(text)
    {
        public override int Read(Span<char> buffer) => base.Read(buffer[..1]);
    }
}
