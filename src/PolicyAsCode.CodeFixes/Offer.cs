using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace PolicyAsCode.CodeFixes;

/// <summary>A finding, and the code at its place.</summary>
/// <param name="Document">Where.</param>
/// <param name="Model">What that document means.</param>
/// <param name="Node">The code at the finding's place.</param>
/// <param name="Diagnostic">The finding.</param>
internal sealed record Found(Document Document, SemanticModel Model, SyntaxNode Node, Diagnostic Diagnostic)
{
    /// <summary>What the rule left for us; null where it left nothing.</summary>
    internal string? Said(string name) => Diagnostic.Properties.TryGetValue(name, out var said) ? said : null;

    /// <summary>The same, of several words.</summary>
    internal string[] Words(string name) => Said(name)?.Split([' '], StringSplitOptions.RemoveEmptyEntries) ?? [];
}

/// <summary>A mend that a developer may choose.</summary>
/// <param name="Title">What the light bulb says.</param>
/// <param name="Key">What kind of mend it is: "fix all" takes the offers of one key.</param>
/// <param name="Target">What it changes: two findings that ask for the same are mended once.</param>
/// <param name="MendAsync">Writes it.</param>
internal sealed record Offer(
    string Title, string Key, string Target, Func<SolutionEditor, CancellationToken, Task> MendAsync);
