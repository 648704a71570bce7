namespace PolicyAsCode.Proofs.Tests.Mutations;

/// <summary>A generated plan of which one thing is missing.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Name">Where, and what.</param>
/// <param name="Files">The plan's files, of which one lacks it.</param>
internal sealed record PlanMutant(MutantKind Kind, string Name, IReadOnlyList<string> Files)
{
    public override string ToString() => $"{Kind}: {Name}";
}
