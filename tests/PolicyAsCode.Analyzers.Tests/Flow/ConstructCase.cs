using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using PolicyAsCode.Analyzers.Tests.Verification;

namespace PolicyAsCode.Analyzers.Tests.Flow;

/// <summary>One case: code in which every leak is marked, and which holds a clean twin.</summary>
/// <param name="Construct">What of the language it is about.</param>
/// <param name="Path">Construct and name.</param>
/// <param name="IsLimit">Whether it is known to be judged wrongly.</param>
/// <param name="Code">The code without marks.</param>
/// <param name="Marks">The leaks.</param>
public sealed record ConstructCase(
    string Construct, string Path, bool IsLimit, string Code, ImmutableArray<Marked> Marks)
{
    private const string UnlessSaid = "PAC5001";

    /// <summary>What should be found, as text with its place.</summary>
    public IEnumerable<string> Expected => Marks.Select(mark => Shown(mark.Id ?? UnlessSaid, mark.Span)).Order();

    /// <summary>What was found, in the same words.</summary>
    public IEnumerable<string> Found(IEnumerable<ConstructFinding> findings) =>
        findings.Select(one => Shown(one.Id, one.Span)).Order();

    /// <summary>The lines on which something should be found.</summary>
    public IEnumerable<(string Id, int Line)> Lines =>
        Marks.Select(mark => (mark.Id ?? UnlessSaid, Code.AsSpan(0, mark.Span.Start).Count('\n'))).Distinct();

    private string Shown(string id, TextSpan span) =>
        $"{id} at '{Code.Substring(span.Start, span.Length)}' in line {Code.AsSpan(0, span.Start).Count('\n')}";
}

/// <summary>What a rule found in a case.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Path">The case.</param>
/// <param name="Span">The stretch of its code.</param>
/// <param name="Line">The line of its code.</param>
/// <param name="Message">What it says.</param>
public sealed record ConstructFinding(string Id, string Path, TextSpan Span, int Line, string Message);
