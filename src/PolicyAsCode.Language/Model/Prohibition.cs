namespace PolicyAsCode.Language.Model;

/// <summary>
/// What must never happen, whatever is granted: <c>{ action: sell }</c>, <c>{ action: store, data: … }</c>.
/// </summary>
public sealed record Prohibition : Statement
{
    /// <summary>
    /// <c>sell</c>, <c>rent</c>, <c>trade</c>, <c>disclose</c>, <c>store</c>, <c>collect</c>, <c>log</c> or <c>use</c>.
    /// </summary>
    public required string Action { get; init; }

    /// <summary>The category it is about; null is all.</summary>
    public Term? Category { get; init; }

    /// <summary>The purpose it is about; null is all.</summary>
    public Term? Purpose { get; init; }

    /// <summary>The recipient it is about; null is all.</summary>
    public Term? Recipient { get; init; }
}
