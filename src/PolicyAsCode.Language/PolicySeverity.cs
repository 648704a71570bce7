namespace PolicyAsCode.Language;

/// <summary>How loudly a rule speaks; the policy's <c>enforce</c> is the only dial.</summary>
public enum PolicySeverity
{
    /// <summary>Listed in the report and shown as a hint; nothing fails.</summary>
    Observe,

    /// <summary>A warning, which warnings-as-errors does not raise.</summary>
    Warning,

    /// <summary>Fails the build.</summary>
    Error,
}
