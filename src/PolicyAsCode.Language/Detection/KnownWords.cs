using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Detection;

/// <summary>
/// What the detector knows of words, with the hints of one vocabulary, and how it reads names with that. Made once for a
/// vocabulary: an editor asks anew after each key that is pressed.
/// </summary>
internal sealed class KnownWords
{
    private static readonly ConditionalWeakTable<Vocabulary, KnownWords> s_made = new();

    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _read = new(StringComparer.Ordinal);
    private readonly GluedWords _glued;
    private readonly Typos _typos;

    private KnownWords(Vocabulary vocabulary)
    {
        Hints = new(vocabulary);
        _glued = new(Hints);
        _typos = new(Hints, _glued);
    }

    /// <summary>The names of members that it knows.</summary>
    public HintIndex Hints { get; }

    /// <summary>For a vocabulary.</summary>
    public static KnownWords Of(Vocabulary vocabulary) =>
        s_made.GetValue(vocabulary, static vocabulary => new(vocabulary));

    /// <summary>
    /// The words of a name as people read them, in their usual spelling: also those that stand in it without a sign where
    /// one ends, or are mistyped.
    /// </summary>
    public IReadOnlyList<string> In(string name) =>
        _read.GetOrAdd(name, Read);

    /// <summary>Whether it is a word that it knows.</summary>
    public bool Contains(string word) => _glued.IsWord(word);

    private IReadOnlyList<string> Read(string name) =>
        [.. NameWords.Of(name).SelectMany(_glued.Split).Select(Spelling.Of).Select(_typos.Right)];
}
