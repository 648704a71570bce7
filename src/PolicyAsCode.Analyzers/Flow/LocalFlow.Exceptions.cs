using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace PolicyAsCode.Analyzers.Flow;

// What is thrown, and caught here or by whoever calls.
internal sealed partial class LocalFlow
{
    private BasicBlock? _block;
    private Label _thrown;

    /// <summary>An exception leaves this block, with that in its message.</summary>
    private void Throw(Label label) => Throw(label, _block?.EnclosingRegion);

    private void Throw(Label label, ControlFlowRegion? from)
    {
        if (label.IsEmpty)
            return;
        for (var region = from; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
            if (region is { Kind: ControlFlowRegionKind.Try, EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndCatch } caught })
            {
                _steady.Add(new(caught), label);
                if (caught.NestedRegions.Any(CatchesAll))
                    return;
            }
        if (_functions.Count == 1)
            _thrown = _thrown.Join(label);
    }

    /// <summary>What the exception carries that is caught around this block.</summary>
    private Label Caught(FlowState state) =>
        CatchAround() is { } region && state.TryGet(new(region), out var label) ? label : Label.None;

    private void Rethrow(FlowState state)
    {
        if (CatchAround() is { } region && state.TryGet(new(region), out var label))
            Throw(label, region.EnclosingRegion);
    }

    private ControlFlowRegion? CatchAround()
    {
        for (var region = _block?.EnclosingRegion; region is not null; region = region.EnclosingRegion)
            if (region is
                {
                    Kind: ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler,
                    EnclosingRegion: { Kind: ControlFlowRegionKind.TryAndCatch } caught,
                })
                return caught;
        return null;
    }

    private static bool CatchesAll(ControlFlowRegion region) =>
        region is { Kind: ControlFlowRegionKind.Catch, ExceptionType: null or { SpecialType: SpecialType.System_Object }
            or { Name: "Exception", ContainingNamespace.Name: "System" } };
}
