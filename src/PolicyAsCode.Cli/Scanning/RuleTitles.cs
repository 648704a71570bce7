using PolicyAsCode.Analyzers;

namespace PolicyAsCode.Cli.Scanning;

/// <summary>What the rules about code are called, as compilers show it, in whichever language.</summary>
internal static class RuleTitles
{
    private static readonly MessageCatalog s_catalog = new(typeof(PolicyRule).Assembly);

    /// <summary>The title; empty of a rule that there is not.</summary>
    public static string Of(string id, MessageLanguage language) => Said($"Titles.{id}", language);

    /// <summary>What it is about.</summary>
    public static string DescriptionOf(string id, MessageLanguage language) => Said($"Descriptions.{id}", language);

    private static string Said(string key, MessageLanguage language) =>
        s_catalog.Has(key) ? s_catalog.Message(key).In(language) : "";
}
