using BotBelanja.Data;

namespace BotBelanja.Analysis;

/// <summary>How long orders took to a status from the one before it.</summary>
public sealed record StepDuration(OrderStatus Reached, int Orders, double MedianMinutes, double SlowestMinutes);
