using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Generators;

/// <summary>The sentences of generated code: <c>Messages/Generated.resx</c>, in Indonesian <c>Messages/Generated.id.resx</c>.</summary>
internal static class Say
{
    private static readonly MessageCatalog s_catalog = new(typeof(Say).Assembly);

    /// <summary>A sentence; the tests hold that each name is there, and its gaps are filled.</summary>
    /// <param name="name">Its name in the resources, written out.</param>
    /// <param name="arguments">What fills its gaps.</param>
    internal static Message This(string name, params object[] arguments) =>
        s_catalog.Message("Generated." + name, arguments);
}
