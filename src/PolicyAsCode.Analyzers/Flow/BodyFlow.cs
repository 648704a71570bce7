using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>A declared member that a body reads.</summary>
/// <param name="Member">The member.</param>
/// <param name="Categories">What it is declared to hold.</param>
/// <param name="Syntax">Where.</param>
internal sealed record MemberRead(ISymbol Member, TermSet Categories, SyntaxNode Syntax);

/// <summary>Personal data that a body writes into a member.</summary>
/// <param name="Member">The member written.</param>
/// <param name="Value">What is written.</param>
/// <param name="Label">What that carries.</param>
internal sealed record MemberStore(ISymbol Member, IOperation Value, Label Label);

/// <summary>Personal data that a body hands to a method.</summary>
/// <param name="Method">The method.</param>
/// <param name="Parameter">The parameter; null for the receiver.</param>
/// <param name="Value">The part of the argument that carries it: an element of a list, a hole of an
/// interpolation.</param>
/// <param name="Label">What that carries.</param>
internal sealed record Handed(IMethodSymbol Method, IParameterSymbol? Parameter, IOperation Value, Label Label);

/// <summary>What a method, lambda or local function of the body returns.</summary>
/// <param name="Function">Which.</param>
/// <param name="Value">The value.</param>
/// <param name="Label">What it carries.</param>
internal sealed record Returned(IMethodSymbol Function, IOperation Value, Label Label);

/// <summary>What flows through one body: all that rules may ask of it.</summary>
internal sealed class BodyFlow
{
    /// <summary>The member that the body belongs to.</summary>
    internal required ISymbol Owner { get; init; }

    /// <summary>The body.</summary>
    internal required IOperation Body { get; init; }

    internal required ImmutableArray<MemberRead> Reads { get; init; }

    internal required ImmutableArray<MemberStore> Stores { get; init; }

    internal required ImmutableArray<Handed> Handed { get; init; }

    internal required ImmutableArray<Returned> Returned { get; init; }
}
