using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language;

/// <summary>What is wrong in a policy file, where, and what would mend it.</summary>
/// <param name="Id">The rule, <c>PAC1nnn</c>.</param>
/// <param name="Severity">How loudly it speaks.</param>
/// <param name="Message">Plain language: what is wrong and what would mend it.</param>
/// <param name="Location">The stretch of the file.</param>
public sealed record PolicyDiagnostic(string Id, PolicySeverity Severity, string Message, FileLocation Location);
