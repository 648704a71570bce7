namespace PolicyAsCode.Generators;

/// <summary>Names of the pipeline's steps; tests ask by them what ran again.</summary>
public static class Steps
{
    /// <summary>The marked contexts' models.</summary>
    public const string Contexts = nameof(Contexts);

    /// <summary>The policy, reduced to what decides about retention and erasure.</summary>
    public const string Policy = nameof(Policy);

    /// <summary>The plans.</summary>
    public const string Plans = nameof(Plans);

    /// <summary>What the policy says that people are to be told, which decides nothing about retention and erasure.</summary>
    public const string Disclosures = nameof(Disclosures);

    /// <summary>The exports, as files.</summary>
    public const string Exports = nameof(Exports);

    /// <summary>The corrections, as files.</summary>
    public const string Rectifications = nameof(Rectifications);

    /// <summary>The declared anonymisers that a test project tests.</summary>
    public const string Anonymisers = nameof(Anonymisers);

    /// <summary>The rights, as files.</summary>
    public const string Rights = nameof(Rights);

    /// <summary>What access is recorded of, as files.</summary>
    public const string Audits = nameof(Audits);

    /// <summary>The proofs that a test project asks for, of contexts of its own.</summary>
    public const string OwnProofs = nameof(OwnProofs);

    /// <summary>Those of contexts that it references.</summary>
    public const string ReferencedProofs = nameof(ReferencedProofs);
}
