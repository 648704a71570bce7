namespace PolicyAsCode.Proofs.Tests.Mutations;

/// <summary>What is taken out of a plan.</summary>
public enum MutantKind
{
    /// <summary>A statement: a whole step, or one call of a step.</summary>
    Statement,

    /// <summary>A condition of a query.</summary>
    Condition,

    /// <summary>One of several assignments of an update.</summary>
    Assignment,
}
