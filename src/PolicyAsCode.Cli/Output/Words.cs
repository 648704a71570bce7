namespace PolicyAsCode.Cli.Output;

/// <summary>The sentences of this tool's own answers, <c>Messages/*.resx</c>, in one language.</summary>
internal sealed class Words(MessageLanguage language)
{
    private static readonly MessageCatalog s_catalog = new(typeof(Words).Assembly);

    /// <summary>The language.</summary>
    public MessageLanguage Language => language;

    /// <summary>A sentence in whichever language it will be told, its gaps filled.</summary>
    /// <param name="key">Area and name, as in <c>Check.Clean</c>.</param>
    /// <param name="arguments">What fills its gaps.</param>
    public static Message Of(string key, params object[] arguments) => s_catalog.Message(key, arguments);

    /// <summary>Whether there is such a sentence.</summary>
    public static bool Has(string key) => s_catalog.Has(key);

    /// <summary>A sentence, its gaps filled.</summary>
    /// <param name="key">Area and name, as in <c>Check.Clean</c>.</param>
    /// <param name="arguments">What fills its gaps.</param>
    public string Say(string key, params object[] arguments) => Of(key, arguments).In(language);

    /// <summary>A number of things: the sentence <c>KEY.One</c> for one of them, <c>KEY.Many</c> otherwise.</summary>
    public string Count(string key, int count) => Say(count == 1 ? $"{key}.One" : $"{key}.Many", count);
}
