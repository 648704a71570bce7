using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Laws;

/// <summary>Finds the laws that a policy follows: those of the organisation's own files, and those that come with us.</summary>
internal static class LawFollowing
{
    /// <summary>The laws of these names; an unknown one is reported.</summary>
    /// <param name="names">The names, and where the policy writes them.</param>
    /// <param name="files">Law files beside the policy.</param>
    /// <param name="vocabulary">The words that they may use.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static ImmutableArray<FollowedLaw> Resolve(
        ImmutableArray<LawReference> names, IEnumerable<ParsedFile> files, Vocabulary vocabulary,
        ICollection<PolicyDiagnostic> mistakes)
    {
        var own = Own(files, vocabulary, mistakes);
        if (names.IsEmpty)
            return [];

        var known = LawPacks.Names.Concat(own.Keys).ToArray();
        var laws = ImmutableArray.CreateBuilder<FollowedLaw>();
        foreach (var (name, location) in names)
            if ((own.TryGetValue(name, out var pack) ? pack : LawPacks.Find(name)) is { } found)
                laws.Add(new(found, location));
            else
                mistakes.Add(new(PolicyRules.UnknownTerm, PolicyRules.DefaultSeverity(PolicyRules.UnknownTerm),
                    Message.Of("Laws.UnknownLaw", name,
                        mistakes.Count < PolicyCompiler.MostMistakes && Nearest.To(name, known) is { } nearest
                            ? Message.Of("Laws.DidYouMean", nearest)
                            : Message.Of("Laws.KnownLaws", known, name)),
                    location));
        return laws.ToImmutable();
    }

    // Mistakes of a law file are told whether a policy follows it or not.
    private static Dictionary<string, LawPack> Own(
        IEnumerable<ParsedFile> files, Vocabulary vocabulary, ICollection<PolicyDiagnostic> mistakes)
    {
        var own = new Dictionary<string, LawPack>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (var mistake in file.Diagnostics)
                mistakes.Add(mistake);
            var pack = LawBinder.Bind(file.Tree, vocabulary, mistakes);
            if (own.ContainsKey(pack.Name) || LawPacks.Names.Contains(pack.Name))
                mistakes.Add(new(PolicyRules.Duplicate, PolicyRules.DefaultSeverity(PolicyRules.Duplicate),
                    Message.Of("Laws.SecondLaw", pack.Name), pack.Location));
            else if (pack.Name.Length > 0)
                own.Add(pack.Name, pack);
        }
        return own;
    }
}
