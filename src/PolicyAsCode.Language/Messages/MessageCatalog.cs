using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Resources;

namespace PolicyAsCode.Language.Messages;

/// <summary>
/// The sentences of one assembly, in all languages: <c>Messages/AREA.resx</c> and <c>Messages/AREA.id.resx</c>, both
/// inside the assembly itself, since a compiler loads no satellite assemblies of its analyzers. An area is read once, at
/// its first message that is told.
/// </summary>
public sealed class MessageCatalog
{
    private const string Folder = "messages/";
    private const string InIndonesian = ".id.resources";
    private const string End = ".resources";

    private readonly Assembly _assembly;
    private readonly ConcurrentDictionary<string, Dictionary<string, string>> _resources = new(StringComparer.Ordinal);

    /// <summary>The sentences of an assembly.</summary>
    public MessageCatalog(Assembly assembly) => _assembly = assembly;

    /// <summary>The sentences of the language itself.</summary>
    internal static MessageCatalog Own { get; } = new(typeof(MessageCatalog).Assembly);

    /// <summary>A message of this assembly.</summary>
    /// <param name="key">Area and name, as in <c>Syntax.Tab</c>.</param>
    /// <param name="arguments">What fills its gaps: words, numbers, dates, lists of words, other messages.</param>
    public Message Message(string key, params object[] arguments) => new(this, key, arguments);

    /// <summary>Whether there is a sentence of that key.</summary>
    public bool Has(string key) => Find(key, MessageLanguage.English) is not null;

    /// <summary>All sentences of a language, by key.</summary>
    public IReadOnlyDictionary<string, string> In(MessageLanguage language)
    {
        var sentences = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in _assembly.GetManifestResourceNames())
            if (name.StartsWith(Folder, StringComparison.Ordinal)
                && name.EndsWith(End, StringComparison.Ordinal)
                && name.EndsWith(InIndonesian, StringComparison.Ordinal) == (language == MessageLanguage.Indonesian))
                foreach (var sentence in Resource(name))
                    sentences.Add(AreaOf(name.Substring(Folder.Length)) + "." + sentence.Key, sentence.Value);
        return sentences;
    }

    /// <summary>The sentence of a key; null where there is none.</summary>
    internal string? Find(string key, MessageLanguage language)
    {
        var end = language == MessageLanguage.Indonesian ? InIndonesian : End;
        var area = AreaOf(key);
        return area.Length < key.Length
            && Resource(Folder + area + end).TryGetValue(key.Substring(area.Length + 1), out var sentence) ? sentence : null;
    }

    private static string AreaOf(string key) => key.IndexOf('.') is > 0 and var dot ? key.Substring(0, dot) : key;

    private Dictionary<string, string> Resource(string name)
    {
        if (_resources.TryGetValue(name, out var sentences))
            return sentences;
        sentences = new(StringComparer.Ordinal);
        if (_assembly.GetManifestResourceStream(name) is { } stream)
            using (var reader = new ResourceReader(stream))
                foreach (DictionaryEntry entry in reader)
                    sentences.Add((string)entry.Key, (string)entry.Value!);
        return _resources.GetOrAdd(name, sentences);
    }
}
