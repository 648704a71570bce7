using System.CommandLine.Completions;
using PolicyAsCode.Cli.Files;

namespace PolicyAsCode.Cli.Completion;

/// <summary>What a shell may offer: terms and policies, those of the folder that the call is about where it can be read.</summary>
internal static class Candidates
{
    /// <summary>The terms of a kind.</summary>
    public static Func<CompletionContext, IEnumerable<string>> Terms(TermKind kind, CommandHost host) =>
        _ => VocabularyHere(host).Terms(kind)
            .Where(term => term.ReplacedBy is null)
            .Select(term => term.Key)
            .Order(StringComparer.Ordinal);

    /// <summary>The names of the policies.</summary>
    public static Func<CompletionContext, IEnumerable<string>> Policies(CommandHost host) =>
        _ => Here(host)?.Names ?? [];

    private static Vocabulary VocabularyHere(CommandHost host) =>
        Here(host) is { } policies ? policies.Compile(policies.Names[0], asOf: null).Vocabulary : BuiltInVocabulary.Terms;

    // A folder with a mistake completes nothing of its own: pressing a key is no time for a message.
    private static LoadedPolicies? Here(CommandHost host)
    {
        try
        {
            return PolicyFolder.Load([], host);
        }
        catch (UsageException)
        {
            return null;
        }
    }
}
