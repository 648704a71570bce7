using System.Globalization;
using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Language.Messages;

/// <summary>
/// Something that is told to a person, in whichever language that person reads: a key and what fills its gaps. The
/// sentences stand in <c>Messages/AREA.resx</c> (English) and <c>Messages/AREA.id.resx</c> (Indonesian).
/// </summary>
public sealed class Message : IEquatable<Message>
{
    private readonly MessageCatalog? _catalog;
    private readonly object[] _arguments;
    private string? _english; // asked for again and again, to sort by

    // One list of words as the only argument arrives as if it were the list of arguments.
    internal Message(MessageCatalog? catalog, string key, object[] arguments) => (_catalog, Key, _arguments) =
        (catalog, key, arguments.GetType() == typeof(object[]) ? arguments : [arguments]);

    /// <summary>Area and name, as in <c>Syntax.Tab</c>; for a text that is the same in all languages, the text.</summary>
    public string Key { get; }

    /// <summary>A text that is the same in all languages: a word of a file, a name, an example of YAML.</summary>
    public static Message Verbatim(string text) => new(null, text, []);

    /// <summary>A word of a file, in quotes.</summary>
    public static Message Quoted(string word) => Verbatim($"'{word}'");

    /// <summary>A text that a file gives in each language, such as what a law asks.</summary>
    public static Message InEach(string english, string indonesian) => new(null, english, [indonesian]);

    /// <summary>Messages one after the other, with a blank between them; those that are null are left out.</summary>
    public static Message Sentences(params Message?[] messages) => Joined(" ", messages);

    /// <summary>Messages one after the other, with something between them; those that are null are left out.</summary>
    public static Message Joined(string between, IEnumerable<Message?> messages) =>
        new(null, between, new object[] { messages.Where(message => message is not null).ToArray() });

    /// <summary>A message of the language; the tests hold that each key is there, and its gaps are filled.</summary>
    /// <param name="key">Area and name, as in <c>Syntax.Tab</c>.</param>
    /// <param name="arguments">What fills its gaps: words, numbers, dates, lists of words, other messages.</param>
    internal static Message Of(string key, params object[] arguments) => new(MessageCatalog.Own, key, arguments);

    /// <summary>The text in a language.</summary>
    public string In(MessageLanguage language) =>
        language == MessageLanguage.English ? _english ??= Text(language) : Text(language);

    /// <summary>The text in English.</summary>
    public override string ToString() => In(MessageLanguage.English);

    /// <inheritdoc/>
    public bool Equals(Message? other) =>
        other is not null && other.Key == Key
        && other.ToString() == ToString() && other.In(MessageLanguage.Indonesian) == In(MessageLanguage.Indonesian);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Message);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    private string Text(MessageLanguage language)
    {
        if (_catalog is null)
            return _arguments switch
            {
                [IEnumerable<Message> parts] => string.Join(Key, parts.Select(part => part.In(language))),
                [string indonesian] when language == MessageLanguage.Indonesian => indonesian,
                _ => Key,
            };
        // A key that is not there is a mistake of ours, which the tests find. It must not cost somebody a build.
        if (_catalog.Find(Key, language) is not { } sentence)
            return Key;
        var gaps = new object[_arguments.Length];
        for (var i = 0; i < gaps.Length; i++)
            gaps[i] = Filled(_arguments[i], language);
        try
        {
            return string.Format(CultureInfo.InvariantCulture, sentence, gaps);
        }
        catch (FormatException)
        {
            return sentence;
        }
    }

    private static object Filled(object argument, MessageLanguage language) => argument switch
    {
        Message message => message.In(language),
        string text => text,
        IEnumerable<Message> messages => string.Join(", ", messages.Select(message => message.In(language))),
        IEnumerable<string> words => string.Join(", ", words),
        _ => argument,
    };
}
