using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Laws;

/// <summary>What a law asks of any policy, article by article. A law never grants: it adds duties and prohibitions.</summary>
public sealed class LawPack
{
    /// <summary>How policies write it: <c>uu-pdp</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How people call it, shortly: <c>UU PDP</c>.</summary>
    public required string ShortName { get; init; }

    /// <summary>Its full title, in each language.</summary>
    public required Message Title { get; init; }

    /// <summary>Where its official text is published.</summary>
    public required string Source { get; init; }

    /// <summary>The countries and blocs where it holds itself, as policies write regions.</summary>
    public ImmutableArray<string> Area { get; init; } = [];

    /// <summary>Whether it holds in all of a country or bloc.</summary>
    public bool HoldsIn(string region) => Area.Any(area => Regions.Contains(area, region));

    /// <summary>What of it can be checked on a policy, in the order of the file.</summary>
    public ImmutableArray<LawArticle> Articles { get; internal set; } = [];

    /// <summary>Where its name stands; for one that comes with the language, a path inside the assembly.</summary>
    public required FileLocation Location { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
