using System.Collections.Immutable;

namespace PolicyAsCode.Language.Facts;

/// <summary>
/// What an assembly holds, for the questions that no single project can answer. Only what its metadata does not say by
/// itself: which policy governs it, and which members hold what once attributes, bindings, patterns and models were read.
/// Nothing of what bodies do: an edit in a body leaves the reference assembly, and with it all consumers, as they are; who
/// asks reads the bodies of the built assembly.
/// </summary>
/// <param name="Assembly">Its simple name.</param>
/// <param name="Policy">The policy that governs it; <c>none</c> for a helper library.</param>
/// <param name="Version">The policy's number when it was compiled.</param>
public sealed record AssemblyInventory(string Assembly, string Policy, int Version)
{
    /// <summary>The policy of a project that none governs.</summary>
    public const string None = "none";

    /// <summary>Members that hold personal data; also those of other assemblies that entities of this one store.</summary>
    public ImmutableArray<HeldMember> Held { get; init; } = [];

    /// <summary>Whether a policy governs it.</summary>
    public bool IsGoverned => Policy != None;
}
