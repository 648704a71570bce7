using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Analyzers.Messages;

/// <summary>The sentences of the rules: <c>Messages/Rules.resx</c>, in Indonesian <c>Messages/Rules.id.resx</c>.</summary>
internal static class Say
{
    private static readonly MessageCatalog s_catalog = new(typeof(Say).Assembly);

    /// <summary>A sentence; the tests hold that each name is there, and its gaps are filled.</summary>
    /// <param name="name">Its name in the resources, written out.</param>
    /// <param name="arguments">What fills its gaps.</param>
    internal static Message This(string name, params object[] arguments) =>
        s_catalog.Message("Rules." + name, arguments);

    /// <summary>A sentence without gaps, by its whole key: <c>Titles.PAC5001</c>.</summary>
    internal static Message Of(string key) => s_catalog.Message(key);
}
