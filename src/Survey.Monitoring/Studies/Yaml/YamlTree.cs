using Survey.Files;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Survey.Monitoring;

/// <summary>Makes a tree of a YAML text: maps, lists and texts, each with its place. What makes YAML hard to read by eye (anchors, tags, several documents, repeated keys) is refused.</summary>
internal sealed class YamlTree
{
    private const int Deepest = 50;

    private readonly string _file;
    private readonly string _text;
    private readonly Parser _parser;
    private StudyPlace _last;
    private int _depth;

    private YamlTree(string text, string file)
    {
        (_file, _text, _last) = (file, text, new StudyPlace(file, 1, 1));
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">Without a byte order mark.</param>
    /// <param name="file">Its name in messages.</param>
    /// <exception cref="SurveyDataException">The text is no YAML, or of a kind that is refused; one sentence with line and column.</exception>
    public static StudyNode Read(string text, string file)
    {
        YamlCharacters.Check(text, file);
        return new YamlTree(text, file).Document();
    }

    private StudyNode Document()
    {
        Next();
        StudyNode? root = Next() is StreamEnd ? null : Node(Next());
        if (root is null or TextNode { IsNothing: true })
            throw StudyErrors.One(new StudyPlace(_file, 1, 1), "the file is empty; a study begins with the line 'format: 1'");
        Next();
        return Next() is StreamEnd ? root : throw StudyErrors.One(_last, "a second document begins here; keep one study in a file, without a line ---");
    }

    private StudyNode Node(ParsingEvent begin)
    {
        StudyPlace place = _last;
        if (begin is AnchorAlias alias)
            throw StudyErrors.One(place, $"*{Excerpt.Of(alias.Value.Value)} begins with *, by which YAML repeats another part of the file, which is not read here; put the text in double quotes, or write that part out");
        if (begin is NodeEvent { Anchor.IsEmpty: false } anchored)
            throw StudyErrors.One(place, $"&{Excerpt.Of(anchored.Anchor.Value)} is an anchor of YAML, which is not read here; remove it, or put the text in double quotes if & belongs to it");
        if (begin is NodeEvent { Tag.IsEmpty: false } tagged)
            throw StudyErrors.One(place, $"a tag of YAML ({Excerpt.Of(tagged.Tag.Value.Replace("tag:yaml.org,2002:", "!!", StringComparison.Ordinal))}) is not read here; remove it, or put the text in double quotes if ! belongs to it");
        if (begin is Scalar scalar)
            return new TextNode(scalar.Value, scalar.Style == ScalarStyle.Plain, place);
        if (++_depth > Deepest)
            throw StudyErrors.One(place, $"lists and maps nest more than {Deepest} deep here; look for a bracket that is never closed");
        StudyNode node = begin is SequenceStart ? List(place) : Map(place);
        _depth--;
        return node;
    }

    private ListNode List(StudyPlace place)
    {
        var items = new List<StudyNode>();
        while (Next() is var next and not SequenceEnd)
            items.Add(Node(next));
        return new ListNode(items, place);
    }

    private MapNode Map(StudyPlace place)
    {
        var entries = new List<MapEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (Next() is var next and not MappingEnd)
        {
            StudyPlace at = _last;
            if (Node(next) is not TextNode key)
                throw StudyErrors.One(at, "a list or a map stands where a key belongs; write a text, in double quotes if it has brackets");
            if (!lines.TryAdd(Folding.Fold(key.Text), at.Line))
                throw StudyErrors.One(at, $"the key '{Excerpt.Of(key.Text)}' stands here a second time, after line {lines[Folding.Fold(key.Text)]} (full width and half width count as the same); remove one of the two");
            entries.Add(new MapEntry(key, Node(Next())));
        }
        return new MapNode(entries, place);
    }

    private ParsingEvent Next()
    {
        try
        {
            _parser.MoveNext();
            ParsingEvent next = _parser.Current!;
            _last = Place(next.Start);
            return next;
        }
        catch (YamlException fault)
        {
            throw YamlFault.Of(fault, _text, Place(fault.Start));
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            // the parser's own way of saying that brackets do not match
            throw YamlFault.Of(fault, _text, _last);
        }
    }

    private StudyPlace Place(Mark mark) => new(_file, (int)mark.Line, (int)mark.Column);
}
