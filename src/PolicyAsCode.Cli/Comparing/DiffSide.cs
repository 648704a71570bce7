using PolicyAsCode.Cli.Files;

namespace PolicyAsCode.Cli.Comparing;

/// <summary>One side of a comparison.</summary>
/// <param name="Policies">The files, and the policies that are meant.</param>
/// <param name="IsPublished">Whether their published versions are meant.</param>
internal sealed record DiffSide(LoadedPolicies Policies, bool IsPublished)
{
    /// <summary>The policy of a name; null where this side has none.</summary>
    /// <exception cref="UsageException">It cannot be read whole: what is hidden would be told as gone.</exception>
    public PolicyModel? Model(string name)
    {
        if (!Policies.Names.Contains(name, StringComparer.Ordinal))
            return null;
        var compiled = Policies.Compile(name, asOf: null);
        var broken = compiled.Diagnostics.FirstOrDefault(found => !PolicyRules.IsEnforceable(found.Id));
        if (broken is not null)
            throw new UsageException(
                "Usage.CannotCompare", name, broken.Location.Path, broken.Location.Range.Start.Line + 1, broken.Text);
        return IsPublished ? compiled.Published : compiled.Model;
    }
}
