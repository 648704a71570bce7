namespace OChat.Promotion;

/// <summary>Something that OChat would like to sell.</summary>
public sealed record Offer(string Title, string Text);
