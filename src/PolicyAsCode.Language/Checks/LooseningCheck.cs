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
    private const string Waivers = "waivers";

    /// <summary>Compares what holds with what would hold by the bases alone.</summary>
    /// <param name="bases">The bases, joined.</param>
    /// <param name="policy">The policy with its bases.</param>
    /// <param name="path">The policy's own file.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static void Run(PolicyModel bases, PolicyModel policy, string path, ICollection<PolicyDiagnostic> mistakes) =>
        Report(bases, policy, (old, now) => now == path && old != path, mistakes);

    /// <summary>Compares what holds with what would hold by one of several bases: another base may not loosen it either.</summary>
    /// <param name="one">The base, with its own bases.</param>
    /// <param name="paths">Their files.</param>
    /// <param name="policy">The policy with all its bases.</param>
    /// <param name="path">The policy's own file.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static void Between(
        PolicyModel one, IReadOnlyCollection<string> paths, PolicyModel policy, string path,
        ICollection<PolicyDiagnostic> mistakes) =>
        Report(one, policy, (_, now) => now != path && !paths.Contains(now), mistakes);

    // A waiver is about one place in the code, has an end and somebody who approved it: it replaces nothing.
    private static void Report(
        PolicyModel bases, PolicyModel policy, Func<string, string, bool> isReplaced, ICollection<PolicyDiagnostic> mistakes)
    {
        var loosened = PolicyDifference.Between(bases, policy).Changes
            .Where(change => change is { Direction: ChangeDirection.Loosening, Old: { } old, New: { } now }
                && isReplaced(old.Path, now.Path) && change.Field != Waivers)
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
