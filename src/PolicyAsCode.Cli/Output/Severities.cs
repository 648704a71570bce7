namespace PolicyAsCode.Cli.Output;

/// <summary>How severities are called in every format.</summary>
internal static class Severities
{
    /// <summary><c>error</c>, <c>warning</c>, or <c>note</c> for what is only observed.</summary>
    public static string NameOf(PolicySeverity severity) => severity switch
    {
        PolicySeverity.Error => "error",
        PolicySeverity.Warning => "warning",
        _ => "note",
    };
}
