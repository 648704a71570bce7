namespace PolicyAsCode.Generators.Proofs;

/// <summary>A context whose generated operations a test project proves.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its simple name.</param>
/// <param name="IsPublic">Whether everybody sees it.</param>
/// <param name="Records">The types of the records of which an erasure was generated, with <c>global::</c>.</param>
/// <param name="HasTesting">Whether the project can see what proofs stand on, and xUnit.</param>
public sealed record ProofModel(
    string Namespace, string Name, bool IsPublic, EquatableArray<string> Records, bool HasTesting);
