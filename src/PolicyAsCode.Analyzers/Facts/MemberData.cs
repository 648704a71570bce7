using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>What is declared of a member, a parameter, or what a method returns.</summary>
/// <param name="Categories">The categories that it holds.</param>
/// <param name="IsNotPersonal">Whether it is declared to hold none.</param>
internal sealed record MemberData(TermSet Categories, bool IsNotPersonal)
{
    /// <summary>The form in which it holds them.</summary>
    internal Form Form { get; init; }

    /// <summary>
    /// The attribute of another library that marks it as personal, where nothing says which data it is: then the
    /// categories are what it looks like, if it looks like any.
    /// </summary>
    internal string? Mark { get; init; }

    internal static MemberData Nothing { get; } = new(TermSet.Empty, false);

    /// <summary>Whether anybody said anything of it.</summary>
    internal bool IsDeclared => IsNotPersonal || !Categories.IsEmpty;

    /// <summary>What bindings or models say; null where they say nothing of its data.</summary>
    internal static MemberData? Of(MemberBinding? bound) =>
        bound is null || bound.Categories.IsEmpty && bound.NotPersonalBecause is null
            ? null
            : new(TermSet.Of(bound.Categories), bound.NotPersonalBecause is not null) { Form = bound.Form };
}
