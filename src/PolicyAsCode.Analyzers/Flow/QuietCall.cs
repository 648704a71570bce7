using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>A call in a body that has nothing to do with personal data by itself.</summary>
/// <param name="Method">What it runs.</param>
/// <param name="IsTold">Whether the call's own type says all that the type of the result holds.</param>
internal readonly record struct QuietCall(IMethodSymbol Method, bool IsTold);
