using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>A declared member that a method of a referenced assembly reads, as its facts tell.</summary>
/// <param name="Member">The member; the called type where the assembly hides it.</param>
/// <param name="Name">What messages call it then.</param>
/// <param name="Categories">What it holds.</param>
/// <param name="Proved">The gates that every path to it has proved.</param>
/// <param name="IsPresenceTest">Whether it is only asked whether there is a value.</param>
/// <param name="IsCopy">Whether the value is only carried on into a member that is declared to hold as much.</param>
/// <param name="Purposes">For what; empty where that is the caller's.</param>
/// <param name="Path">The methods on the way.</param>
internal sealed record FarUse(
    ISymbol Member, string? Name, TermSet Categories, TermSet Proved, bool IsPresenceTest, bool IsCopy,
    ImmutableArray<Term> Purposes, CallPath Path)
{
    /// <summary>The use at a call: nothing nearer to it is known.</summary>
    internal Use At(IOperation call) => new(
        new(Member, Categories, call.Syntax, Proved)
        {
            IsPresenceTest = IsPresenceTest, IsCopy = IsCopy, FarName = Name,
        },
        Purposes, Path);
}
