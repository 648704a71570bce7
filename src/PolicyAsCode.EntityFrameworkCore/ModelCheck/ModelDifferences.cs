using System.Collections.Immutable;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>In what a model differs from the one that the generated operations were planned for.</summary>
/// <param name="All">One sentence each, by the name of what it is about.</param>
public sealed record ModelDifferences(ImmutableArray<string> All)
{
    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => All.IsEmpty;

    /// <summary>Throws where there are any.</summary>
    /// <exception cref="PrivacyModelException">There are, and it says which.</exception>
    public void ThrowIfAny()
    {
        if (!IsEmpty)
            throw new PrivacyModelException(this);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(Environment.NewLine, All.Select(difference => "- " + difference));
}
