using System.Runtime.CompilerServices;
using Survey.Files.Columns;
using Survey.Files.Parquet.Encodings;
using Survey.Files.Parquet.Metadata;
using Survey.Files.Parquet.Values;

namespace Survey.Files.Parquet.Reading;

/// <summary>Reads one column of a file from its first row to its last, with memory for one page and one dictionary.</summary>
internal sealed class ColumnCursor<T> : ValueSource<T>
{
    private const int Batch = 4096;

    private readonly ParquetFile _file;
    private readonly OpenFiles _open;
    private readonly Leaf _leaf;
    private readonly Maker<T> _maker;
    private readonly T _missing;
    private readonly FileWindow _window;
    private readonly PageReader _pages;
    private readonly ValuePlace _place;
    private readonly int[] _levelsOfBatch = new int[Batch];
    private PageDictionary<T>? _dictionary;
    private PageDecoder<T>? _decoder;
    private LevelRuns? _levels;
    private PageBytes _values;
    private long _row, _leftInGroup;
    private int _leftInPage;
    private int _group = -1;
    private bool _isDisposed;

    /// <param name="file">Which.</param>
    /// <param name="open">The files of the pass.</param>
    /// <param name="leaf">The column.</param>
    /// <param name="maker">Makes its values.</param>
    /// <param name="missing">Stands for none.</param>
    public ColumnCursor(ParquetFile file, OpenFiles open, Leaf leaf, Maker<T> maker, T missing)
    {
        (_file, _open, _leaf, _maker, _missing) = (file, open, leaf, maker, missing);
        _window = new FileWindow(file.File, open.Open(file));
        _pages = new PageReader(_window);
        _place = new ValuePlace(file.File);
    }

    public override void Read(Span<T> to)
    {
        try
        {
            for (int count; !to.IsEmpty; to = to[count..])
            {
                if (_leftInPage == 0)
                    NextPage();
                count = Math.Min(Math.Min(_leftInPage, to.Length), Batch);
                Make(to[..count]);
                _row += count;
                _leftInPage -= count;
                _leftInGroup -= count;
                if (_leftInGroup == 0 && _pages.HasMoreValues())
                    throw new InvalidDataException("values follow the last row of the group");
            }
        }
        catch (ImpossibleValueException impossible)
        {
            throw new SurveyDataException($"{_place.Text}, column '{Texts.Name(_leaf.Name)}': {impossible.Message}; correct it, or leave the column out.", impossible);
        }
        catch (Exception broken) when (IsDecoders(broken))
        {
            throw _file.Damaged(_leaf, _group, _pages.Page, broken);
        }
        catch (Exception failure) when (InputFile.Explained(_file.File, failure) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>Whether an exception says that bytes are not what they should be. Those of the system, and those that say what a value is, go on as they are.</summary>
    private static bool IsDecoders(Exception error) =>
        error is EndOfStreamException or not (SurveyDataException or ProvisionalFactsException or OperationCanceledException or IOException or UnauthorizedAccessException or OutOfMemoryException);

    /// <summary>Makes the values of rows of one page.</summary>
    private void Make(Span<T> rows)
    {
        Span<int> levels = _levelsOfBatch.AsSpan(0, rows.Length);
        int present = _levels?.Next(levels) ?? rows.Length;
        bool isMixed = present > 0 && present < rows.Length;
        if (present > 0)
        {
            _place.Begin(_row, isMixed ? _levelsOfBatch : null);
            _decoder ??= OpenValues();
            _decoder.Make(rows[..present], _place);
        }
        if (present == 0)
            rows.Fill(_missing);
        else if (isMixed)
            Spread(rows, levels, present);
    }

    /// <summary>Moves values that stand at the beginning to the rows that have them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Spread(Span<T> rows, ReadOnlySpan<int> levels, int present)
    {
        for (int row = rows.Length - 1; row >= 0; row--)
        {
            int level = levels[row];
            present -= level;
            rows[row] = level != 0 ? rows[present] : _missing;
        }
    }

    private void NextPage()
    {
        while (true)
        {
            while (_leftInGroup == 0)
                NextGroup();
            if (!_pages.Next(out PageBytes page))
                throw new InvalidDataException($"the group has {Invariant.Count(_leftInGroup)} rows more than its pages");
            PageHeader header = _pages.Header;
            if (header.Type == PageType.DictionaryPage)
                _dictionary = Dictionary(header, page);
            else if (header.Type is PageType.DataPage or PageType.DataPageV2)
            {
                if (header.Values > _leftInGroup)
                    throw new InvalidDataException($"it claims {Invariant.Count(header.Values)} values where {Invariant.Count(_leftInGroup)} rows are left");
                Open(header, page);
                if (header.Values > 0)
                    return;
            }
            else if (header.Type != PageType.IndexPage)
                throw new InvalidDataException($"its kind is number {(int)header.Type}, which there is not");
        }
    }

    private void NextGroup()
    {
        ParquetGroup group = _file.Footer.Groups[++_group];
        _leftInGroup = group.Rows;
        _dictionary?.Dispose();
        _dictionary = null;
        if (group.Rows > 0)
            _pages.Begin(group.Columns[_leaf.Index]);
    }

    private PageDictionary<T> Dictionary(PageHeader header, PageBytes page)
    {
        if (_dictionary is not null)
            throw new InvalidDataException("it is a second dictionary");
        if (header.Encoding is not (PageEncoding.Plain or PageEncoding.PlainDictionary))
            throw new InvalidDataException($"its dictionary is encoded as number {(int)header.Encoding}, which dictionaries are not");
        if (header.Values > ParquetLimits.LargestDictionary || (long)header.Values * _leaf.PlainWidth > page.Length)
            throw new InvalidDataException($"its dictionary claims {Invariant.Count(header.Values)} values in {Invariant.Count(page.Length)} bytes");
        return _maker.Dictionary(page, header.Values);
    }

    private void Open(PageHeader header, PageBytes page)
    {
        int levels = 0;
        _levels = null;
        if (header.Type == PageType.DataPageV2)
        {
            levels = header.RepetitionBytes + header.LevelBytes; // the former say of all values that they begin a row
            _levels = _leaf.IsOptional ? LevelRuns.Of(page.Part(header.RepetitionBytes, header.LevelBytes)) : null;
        }
        else if (_leaf.IsOptional && header.Values > 0)
            _levels = LevelRuns.Of(header.LevelEncoding, page, header.Values, out levels);
        _values = page.From(levels);
        _decoder = null;
        _leftInPage = header.Values;
    }

    private PageDecoder<T> OpenValues()
    {
        PageEncoding encoding = _pages.Header.Encoding;
        if (encoding is not (PageEncoding.PlainDictionary or PageEncoding.RleDictionary))
        {
            CheckDifferences(encoding);
            return _maker.Values(encoding, _values);
        }
        if (_dictionary is null)
            throw new InvalidDataException("it refers to a dictionary, and there is none");
        return new DictionaryValues<T>(new HybridRuns(_values.From(1), _values.Part(0, 1).Span[0]), _dictionary);
    }

    /// <summary>Differences of one number take no bytes, so that only the rows tell how many there can be.</summary>
    private void CheckDifferences(PageEncoding encoding)
    {
        if (encoding is not (PageEncoding.DeltaBinaryPacked or PageEncoding.DeltaLengthByteArray or PageEncoding.DeltaByteArray))
            return;
        int count = new DeltaNumbers(_values).Count;
        if (count > _pages.Header.Values)
            throw new InvalidDataException($"it claims {Invariant.Count(count)} differences for {Invariant.Count(_pages.Header.Values)} rows");
    }

    public override void Dispose()
    {
        _dictionary?.Dispose();
        _pages.Dispose();
        _window.Dispose();
        if (!_isDisposed)
            _open.Close(_file);
        _isDisposed = true;
        base.Dispose();
    }
}
