using PolicyAsCode.Language.Difference;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Checks;

/// <summary>
/// PAC1024: what replaces a statement of a base is no looser than that. What a policy adds, of which its bases say
/// nothing, loosens nothing.
/// </summary>
internal static class LooseningCheck
{
    /// <summary>Compares what holds with what would hold by the bases alone.</summary>
    /// <param name="bases">The bases, joined.</param>
    /// <param name="policy">The policy with its bases.</param>
    /// <param name="path">The policy's own file.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static void Run(PolicyModel bases, PolicyModel policy, string path, ICollection<PolicyDiagnostic> mistakes)
    {
        var loosened = PolicyDifference.Between(bases, policy).Changes
            .Where(change => change is { Direction: ChangeDirection.Loosening, Old: { } old, New: { } now }
                && now.Path == path && old.Path != path)
            .GroupBy(change => change.New!);
        // One statement is told once, with all in which it is looser.
        foreach (var changes in loosened)
        {
            var old = changes.First().Old!;
            mistakes.Add(new(PolicyRules.LoosensBase, PolicyRules.DefaultSeverity(PolicyRules.LoosensBase),
                Message.Of("Composition.Loosens", old.Range.Start.Line + 1, FileOf(old),
                    Message.Joined("; ", changes.Select(change => change.Text))),
                changes.Key));
        }
    }

    private static string FileOf(FileLocation place) =>
        place.Path.Substring(place.Path.LastIndexOfAny(['/', '\\']) + 1);
}
