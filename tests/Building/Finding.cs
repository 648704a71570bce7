namespace PolicyAsCode.Tests;

/// <summary>One line of a build's output in canonical form.</summary>
internal sealed record Finding(
    string Severity, string Id, string File, int Line, int Column, int EndLine, int EndColumn, string Message)
{
    /// <summary>What the finding is and where, to compare with <see cref="Markup"/>.</summary>
    public string Place => $"({Line},{Column},{EndLine},{EndColumn}): {Id}";
}
