namespace BotBelanja.Data;

/// <summary>That an order reached a status, and when: what the analysis counts. Who did it is not asked [BOT-1.a].</summary>
public sealed class HandlingStep
{
    public Guid Id { get; init; }

    public Guid OrderId { get; init; }

    public Order? Order { get; init; }

    public OrderStatus Reached { get; init; }

    public DateTimeOffset At { get; init; }
}
