using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Binding;

/// <summary>
/// Reads what bindings say of the world outside the code: <c>hosts:</c>, <c>regions:</c>, <c>packages:</c> and
/// <c>cookies:</c>.
/// </summary>
internal sealed class OutsideBinder(BindingContext context, PolicyModel policy)
{
    private static readonly Value<Receiver> s_receiver = new ReceiverValue();

    /// <summary>Reads <c>hosts:</c>.</summary>
    public IEnumerable<HostBinding> Hosts(SyntaxNode? section)
    {
        foreach (var entry in context.Entries(section, Message.Of("Shapes.Hosts")))
        {
            var isHost = IsHost(entry);
            if (s_receiver.TryRead(entry.Value, context, out var receiver) && isHost)
                yield return new(entry.Key.Value, receiver, context.Locate(entry.Key.Range));
        }
    }

    /// <summary>Reads <c>regions:</c>.</summary>
    public IEnumerable<RegionBinding> Regions(SyntaxNode? section)
    {
        foreach (var entry in context.Entries(section, Message.Of("Shapes.HostRegions")))
        {
            var isHost = IsHost(entry);
            if (RegionValue.Any.TryRead(entry.Value, context, out var region) && isHost)
                yield return new(entry.Key.Value, region, context.Locate(entry.Key.Range));
        }
    }

    private bool IsHost(MappingEntry entry)
    {
        var isHost = WordForms.IsHost(entry.Key.Value);
        if (!isHost)
            context.Report(PolicyRules.WrongValue, entry.Key.Range, Message.Of("Sections.NoHost", entry.Key.Value));
        return isHost;
    }

    /// <summary>Reads <c>packages:</c>.</summary>
    public IEnumerable<PackageBinding> Packages(SyntaxNode? section)
    {
        foreach (var entry in context.Entries(section, Message.Of("Shapes.Packages")))
            if (s_receiver.TryRead(entry.Value, context, out var receiver))
                yield return new(entry.Key.Value, receiver, context.Locate(entry.Key.Range));
    }

    /// <summary>Reads <c>cookies:</c>; each belongs to a statement of the policy.</summary>
    public IEnumerable<CookieBinding> Cookies(SyntaxNode? section)
    {
        foreach (var entry in context.Entries(section, Message.Of("Shapes.CookieNames")))
        {
            if (!Values.Text.TryRead(entry.Value, context, out var statement))
                continue;
            var stated = policy.Cookies.Concat(policy.Trackers).Select(cookie => cookie.Name).ToArray();
            if (stated.Contains(statement))
            {
                yield return new(entry.Key.Value, statement, context.Locate(entry.Key.Range));
                continue;
            }
            var nearest = context.MaySuggest ? Nearest.To(statement, stated) : null;
            context.Report(PolicyRules.UnknownTerm, entry.Value.Range, nearest is null
                ? Message.Of("Sections.UnknownCookie", statement)
                : Message.Of("Sections.UnknownCookieMeant", statement, nearest));
        }
    }
}
