using BotBelanja.Data;

namespace BotBelanja.Fulfilment;

/// <summary>An order cannot take this step from where it is.</summary>
public sealed class WrongStepException(string number, OrderStatus from, OrderStatus to)
    : Exception($"Order {number} is {from}, and cannot become {to}.");
