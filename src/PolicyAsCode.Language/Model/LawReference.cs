using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Model;

/// <summary>The name of a law that a policy follows, and where it is written.</summary>
internal sealed record LawReference(string Name, FileLocation Location);
