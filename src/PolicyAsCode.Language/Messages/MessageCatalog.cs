using System.Collections;
using System.Reflection;
using System.Resources;

namespace PolicyAsCode.Language.Messages;

/// <summary>
/// The sentences of one assembly, in all languages: <c>Messages/AREA.resx</c> and <c>Messages/AREA.id.resx</c>, both
/// inside the assembly itself, since a compiler loads no satellite assemblies of its analyzers. Read once, at the first
/// message that is told.
/// </summary>
public sealed class MessageCatalog
{
    private const string Folder = "messages/";
    private const string InIndonesian = ".id.resources";
    private const string End = ".resources";

    private readonly Lazy<IReadOnlyDictionary<string, string>> _english;
    private readonly Lazy<IReadOnlyDictionary<string, string>> _indonesian;

    /// <summary>The sentences of an assembly.</summary>
    public MessageCatalog(Assembly assembly)
    {
        _english = new(() => Read(assembly, MessageLanguage.English));
        _indonesian = new(() => Read(assembly, MessageLanguage.Indonesian));
    }

    /// <summary>The sentences of the language itself.</summary>
    internal static MessageCatalog Own { get; } = new(typeof(MessageCatalog).Assembly);

    /// <summary>A message of this assembly.</summary>
    /// <param name="key">Area and name, as in <c>Syntax.Tab</c>.</param>
    /// <param name="arguments">What fills its gaps: words, numbers, dates, lists of words, other messages.</param>
    public Message Message(string key, params object[] arguments) => new(this, key, arguments);

    /// <summary>All sentences of a language, by key.</summary>
    public IReadOnlyDictionary<string, string> In(MessageLanguage language) =>
        (language == MessageLanguage.Indonesian ? _indonesian : _english).Value;

    private static IReadOnlyDictionary<string, string> Read(Assembly assembly, MessageLanguage language)
    {
        var sentences = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            var isIndonesian = name.EndsWith(InIndonesian, StringComparison.Ordinal);
            if (!name.StartsWith(Folder, StringComparison.Ordinal)
                || !name.EndsWith(End, StringComparison.Ordinal)
                || isIndonesian != (language == MessageLanguage.Indonesian))
                continue;
            var area = name.Substring(Folder.Length, name.IndexOf('.') - Folder.Length);
            using var reader = new ResourceReader(assembly.GetManifestResourceStream(name)!);
            foreach (DictionaryEntry entry in reader)
                sentences.Add($"{area}.{entry.Key}", (string)entry.Value!);
        }
        return sentences;
    }
}
