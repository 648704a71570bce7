namespace PolicyAsCode.Analyzers.Tests.Verification;

/// <summary>What one test hands to the compiler. Names follow Microsoft.CodeAnalysis.Testing.</summary>
public sealed class TestState
{
    /// <summary>Source files with markup.</summary>
    public List<(string Path, string Content)> Sources { get; } = [];

    /// <summary>Additional files with markup: policies, bindings, vocabularies.</summary>
    public List<(string Path, string Content)> AdditionalFiles { get; } = [];

    /// <summary>Source of libraries that the tested code refers to, as anybody's assembly that is not its own.</summary>
    public List<string> Libraries { get; } = [];

    /// <summary>Build properties, such as <c>PrivacyPolicy</c>.</summary>
    public Dictionary<string, string> Properties { get; } = [];

    /// <summary>Whether it is a program with top-level statements.</summary>
    public bool IsProgram { get; set; }
}
