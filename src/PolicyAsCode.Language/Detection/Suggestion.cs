using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Detection;

/// <summary>What a member looks like, how surely, and why.</summary>
/// <param name="Category">The category of personal data.</param>
/// <param name="Score">From 0 to 1; what is not suggested at all would have less than a half.</param>
/// <param name="Why">What spoke for it: the word in its name, its type, the type in which it stands.</param>
public sealed record Suggestion(Term Category, double Score, Message Why);
