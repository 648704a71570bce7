using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>What is declared of a member, a parameter, or what a method returns.</summary>
/// <param name="Categories">The categories that it holds.</param>
/// <param name="IsNotPersonal">Whether it is declared to hold none.</param>
internal sealed record MemberData(TermSet Categories, bool IsNotPersonal)
{
    /// <summary>The form in which it holds them.</summary>
    internal Form Form { get; init; }

    internal static MemberData Nothing { get; } = new(TermSet.Empty, false);

    /// <summary>Whether anybody said anything of it.</summary>
    internal bool IsDeclared => IsNotPersonal || !Categories.IsEmpty;
}
