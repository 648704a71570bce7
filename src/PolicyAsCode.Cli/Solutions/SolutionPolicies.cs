using PolicyAsCode.Cli.Files;
using PolicyAsCode.Language.Solution;

namespace PolicyAsCode.Cli.Solutions;

/// <summary>What a solution was built into, and the policies under which it is asked.</summary>
/// <param name="Assemblies">All assemblies.</param>
/// <param name="Policies">The policies, compiled.</param>
/// <param name="Names">Their names.</param>
internal sealed record SolutionPolicies(
    ImmutableArray<BuiltAssembly> Assemblies, ImmutableArray<CompiledPolicy> Policies, ImmutableArray<string> Names)
{
    /// <summary>Reads both; the policy that is named, or every one that governs an assembly.</summary>
    /// <exception cref="UsageException">Something cannot be read, or no policy governs anything here.</exception>
    public static SolutionPolicies Load(
        IReadOnlyCollection<string> paths, IReadOnlyCollection<string> folders, string? policy, CalendarDate? asOf,
        CommandHost host)
    {
        var loaded = PolicyFolder.Load(folders, host);
        if (policy is not null)
            loaded.Choose(policy);
        var assemblies = BuiltProjects.Read(paths, host);
        var governing = assemblies.Where(one => !one.IsTest).Select(one => one.Inventory?.Policy)
            .ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> names = [.. loaded.Names.Where(name => governing.Contains(name) && (policy ?? name) == name)];
        if (names.IsEmpty)
            throw policy is null ? new UsageException("Solution.NoneGoverned") : new("Solution.NotGoverned", policy);
        return new(assemblies, [.. names.Select(name => loaded.Compile(name, asOf))], names);
    }
}
