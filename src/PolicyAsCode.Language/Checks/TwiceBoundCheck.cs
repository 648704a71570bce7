using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Checks;

/// <summary>
/// PAC1005: what one bindings file says of a piece of code, another one says too. Two owners would each believe that
/// theirs counts. Within one file, the key itself is the duplicate.
/// </summary>
internal static class TwiceBoundCheck
{
    /// <summary>Compares what all files together say.</summary>
    public static void Run(BindingsModel bindings, ICollection<PolicyDiagnostic> mistakes)
    {
        var ordinal = StringComparer.Ordinal;
        var anyCase = StringComparer.OrdinalIgnoreCase; // hosts and packages know none
        Check(bindings.Namespaces.Select(one => new Bound(one.Namespace, one.Location)), ordinal, mistakes);
        Check(
            bindings.Types.Where(one => one.Subject is not null).Select(one => new Bound(one.Type, one.Location)),
            ordinal, mistakes);
        Check(
            bindings.Types.SelectMany(type => type.Members.Select(one => new Bound($"{type.Type}.{one.Member}", one.Location))),
            ordinal, mistakes);
        Check(bindings.Patterns.Select(one => new Bound(one.Pattern.Text, one.Held.Location)), ordinal, mistakes);
        Check(bindings.Attributes.Select(one => new Bound(one.Attribute, one.Held.Location)), ordinal, mistakes);
        Check(bindings.Methods.Select(one => new Bound(one.Method, one.Location)), ordinal, mistakes);
        Check(bindings.Hosts.Select(one => new Bound(one.Host, one.Location)), anyCase, mistakes);
        Check(bindings.Regions.Select(one => new Bound(one.Host, one.Location)), anyCase, mistakes);
        Check(bindings.Packages.Select(one => new Bound(one.Package, one.Location)), anyCase, mistakes);
        Check(bindings.Cookies.Select(one => new Bound(one.Cookie, one.Location)), ordinal, mistakes);
    }

    private sealed record Bound(string Name, FileLocation Location);

    private static void Check(
        IEnumerable<Bound> bound,
        StringComparer comparer,
        ICollection<PolicyDiagnostic> mistakes)
    {
        var first = new Dictionary<string, FileLocation>(comparer);
        foreach (var one in bound)
            if (!first.TryGetValue(one.Name, out var earlier))
                first.Add(one.Name, one.Location);
            else
                mistakes.Add(new(
                    PolicyRules.Duplicate, PolicyRules.DefaultSeverity(PolicyRules.Duplicate),
                    Message.Of("Sections.BoundTwice", one.Name, earlier.Path, earlier.Range.Start.Line + 1), one.Location));
    }
}
