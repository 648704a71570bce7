namespace BotBelanja.Analysis;

/// <summary>How orders were handled: figures, and nobody in them.</summary>
public sealed record HandlingFigures(
    int Orders, int Cancelled, IReadOnlyList<StepDuration> Steps, IReadOnlyList<ProductDemand> Demand);
