using System.Collections;

namespace Survey;

/// <summary>The levels met so far in a streamed column, as far as the codes of one chunk need them: all chunks share one list that grows. A text is made when it is asked for.</summary>
/// <param name="levelOf">The level of a code; asked by any thread.</param>
/// <param name="count">How many levels the chunk's codes need.</param>
internal sealed class SharedLevels(Func<int, string> levelOf, int count) : IReadOnlyList<string>
{
    public int Count => count;

    public string this[int index] => (uint)index < (uint)count ? levelOf(index) : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<string> GetEnumerator()
    {
        for (int code = 0; code < count; code++)
            yield return levelOf(code);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
