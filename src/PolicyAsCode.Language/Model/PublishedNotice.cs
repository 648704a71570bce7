using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Model;

/// <summary>Where the published notice lies that a policy keeps.</summary>
/// <param name="File">Its file, as the policy writes it.</param>
/// <param name="Language">Its language, such as <c>id</c>; null where not said.</param>
/// <param name="Location">Where it is said.</param>
public sealed record PublishedNotice(string File, string? Language, FileLocation Location);
