namespace OChat.Data;

/// <summary>What a customer and the assistant of a shop said to each other.</summary>
public sealed class Conversation
{
    public Guid Id { get; init; }

    public Guid CustomerId { get; init; }

    public Customer? Customer { get; init; }

    public List<ChatTurn> Turns { get; } = [];
}
