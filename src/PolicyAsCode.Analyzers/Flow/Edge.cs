using Microsoft.CodeAnalysis;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>Personal data that goes where only run time knows what becomes of it.</summary>
/// <param name="Value">What carries it there: it becomes <c>dynamic</c>, or is given to something that is.</param>
/// <param name="Label">What that carries.</param>
internal sealed record Edge(IOperation Value, Label Label);
