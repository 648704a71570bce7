namespace PolicyAsCode.Language.Syntax;

/// <summary>
/// One string for each word of a file. A policy says the same few words thousands of times: kept once, they cost the
/// collector nothing.
/// </summary>
internal sealed class WordTable
{
    // What is longer is a text, which nobody writes twice.
    private const int LongestWord = 48;

    private string?[] _slots = new string?[256];
    private int _count;

    /// <summary>The word that stands at a place.</summary>
    public string At(string text, int start, int length)
    {
        if (length is 0 or > LongestWord)
            return text.Substring(start, length);

        for (var slot = Hash(text, start, length); ; slot++)
        {
            slot &= _slots.Length - 1;
            if (_slots[slot] is not { } known)
                return Add(text.Substring(start, length), slot);
            if (known.Length == length && string.CompareOrdinal(known, 0, text, start, length) == 0)
                return known;
        }
    }

    private string Add(string word, int slot)
    {
        _slots[slot] = word;
        if (++_count > _slots.Length / 2)
            Grow();
        return word;
    }

    private void Grow()
    {
        var old = _slots;
        _slots = new string?[old.Length * 4];
        foreach (var word in old)
            if (word is not null)
            {
                var slot = Hash(word, 0, word.Length) & (_slots.Length - 1);
                while (_slots[slot] is not null)
                    slot = (slot + 1) & (_slots.Length - 1);
                _slots[slot] = word;
            }
    }

    // FNV-1a, with its higher bits brought down to where the table looks. Whoever writes words that collide makes his
    // own file slow and no answer wrong.
    private static int Hash(string text, int start, int length)
    {
        var hash = 2166136261u;
        for (var i = start; i < start + length; i++)
            hash = unchecked((hash ^ text[i]) * 16777619u);
        return (int)((hash ^ (hash >> 15)) & int.MaxValue);
    }
}
