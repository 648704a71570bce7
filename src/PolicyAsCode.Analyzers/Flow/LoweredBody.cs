using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>A body as it is walked.</summary>
/// <param name="Body">What it is.</param>
/// <param name="Graph">In which order it runs.</param>
internal sealed record LoweredBody(IOperation Body, ControlFlowGraph Graph);
