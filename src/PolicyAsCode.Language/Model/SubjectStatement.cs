namespace PolicyAsCode.Language.Model;

/// <summary>A kind of person that the policy is about (GDPR Art. 4(1), UU PDP art. 1(6)).</summary>
public sealed record SubjectStatement : Statement
{
    /// <summary>The kind of person.</summary>
    public required Term Subject { get; init; }
}
