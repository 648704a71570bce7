using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>A declared member that a body reads.</summary>
/// <param name="Member">The member; the constructor, where a record of a person is made that waits for a proof.</param>
/// <param name="Categories">What it is declared to hold.</param>
/// <param name="Syntax">Where.</param>
/// <param name="Proved">The gates that every path to it has proved.</param>
internal sealed record MemberRead(ISymbol Member, TermSet Categories, SyntaxNode Syntax, TermSet Proved)
{
    /// <summary>Whether it only asks whether there is a value.</summary>
    internal bool IsPresenceTest { get; init; }

    /// <summary>Whether it only carries the value into a member that is declared to hold as much: collected, and not used yet.</summary>
    internal bool IsCopy { get; init; }

    /// <summary>
    /// What messages call it, where a referenced assembly reads a member that it hides; the member is then the called type.
    /// </summary>
    internal string? FarName { get; init; }
}

/// <summary>Personal data that a body writes into a member.</summary>
/// <param name="Member">The member written.</param>
/// <param name="Value">What is written.</param>
/// <param name="Label">What that carries.</param>
internal sealed record MemberStore(ISymbol Member, IOperation Value, Label Label)
{
    /// <summary>Where it is written: here, or in a method that is called.</summary>
    internal Location Site { get; init; } = Value.Syntax.GetLocation();

    /// <summary>The methods on the way; null for what is written here.</summary>
    internal CallPath? Path { get; init; }

    /// <summary>
    /// What messages call it, where a referenced assembly writes a member that it hides; the member is then the called type.
    /// </summary>
    internal string? FarName { get; init; }
}

/// <summary>Personal data that a body hands to a method.</summary>
/// <param name="Method">The method.</param>
/// <param name="Parameter">The parameter; null for the receiver.</param>
/// <param name="Value">The part of the argument that carries it: an element of a list, a hole of an
/// interpolation.</param>
/// <param name="Label">What that carries.</param>
internal sealed record Handed(IMethodSymbol Method, IParameterSymbol? Parameter, IOperation Value, Label Label)
{
    /// <summary>Where it is handed over: here, or in a method that is called.</summary>
    internal Location Site { get; init; } = Value.Syntax.GetLocation();

    /// <summary>Where it ends, if that is inside a referenced assembly; the method is then the one that is called here.</summary>
    internal FarSink? Far { get; init; }

    /// <summary>Whether it leaves the controller, or the program.</summary>
    internal bool Leaves { get; init; }

    /// <summary>The methods on the way; null for what is handed over here.</summary>
    internal CallPath? Path { get; init; }

    /// <summary>The gates that every path to it has proved.</summary>
    internal TermSet Proved { get; init; }
}

/// <summary>What a method, lambda or local function of the body returns.</summary>
/// <param name="Function">Which.</param>
/// <param name="Value">The value.</param>
/// <param name="Label">What it carries.</param>
internal sealed record Returned(IMethodSymbol Function, IOperation Value, Label Label);

/// <summary>A declared member that a method reads which a body calls.</summary>
/// <param name="Use">The member, and the way to it; proved is what was proved on all of the way.</param>
/// <param name="Syntax">The call.</param>
internal sealed record Called(Use Use, SyntaxNode Syntax);

/// <summary>What a method discloses for which a body calls it: it names no purpose, and serves those of its callers.</summary>
/// <param name="Handed">What is handed over; its path leads there from the call.</param>
/// <param name="Syntax">The call.</param>
internal sealed record Served(Handed Handed, SyntaxNode Syntax);

/// <summary>What flows through one body: all that rules may ask of it.</summary>
internal sealed class BodyFlow
{
    private BodySources? _sources;

    /// <summary>The member that the body belongs to.</summary>
    internal required ISymbol Owner { get; init; }

    /// <summary>The body.</summary>
    internal required IOperation Body { get; init; }

    /// <summary>Where the values of its locals come from.</summary>
    internal BodySources Sources => LazyInitializer.EnsureInitialized(ref _sources, () => new(Body))!;

    /// <summary>The purposes for which the owner says that it runs; empty where nobody says.</summary>
    internal required ImmutableArray<Term> Purposes { get; init; }

    /// <summary>Whether its owner answers for what it reads itself, and not its callers: it says for what, or the program begins there.</summary>
    internal required bool AnswersItself { get; init; }

    internal required ImmutableArray<MemberRead> Reads { get; init; }

    internal required ImmutableArray<MemberStore> Stores { get; init; }

    internal required ImmutableArray<Handed> Handed { get; init; }

    internal required ImmutableArray<Returned> Returned { get; init; }

    /// <summary>Where data becomes <c>dynamic</c>.</summary>
    internal ImmutableArray<Edge> Edges { get; init; } = [];

    /// <summary>What methods that are called here read for this body.</summary>
    internal required ImmutableArray<Called> Uses { get; init; }

    /// <summary>What methods that are called here disclose for this body.</summary>
    internal required ImmutableArray<Served> Served { get; init; }

    /// <summary>What is put into parameters, by ordinal; empty where nothing is.</summary>
    internal ImmutableArray<Label> Outs { get; init; } = [];

    /// <summary>What each element of a returned tuple holds; empty where none is returned.</summary>
    internal ImmutableArray<Label> ReturnedParts { get; init; } = [];

    /// <summary>What is in the messages of the exceptions that leave it.</summary>
    internal Label Thrown { get; init; }

    /// <summary>Which gates it proves to those who call it.</summary>
    internal required MethodProof Proof { get; init; }
}

/// <summary>What flows through a method, and what its callers see of it.</summary>
/// <param name="flows">Of each of its bodies.</param>
/// <param name="summary">What its callers see.</param>
/// <param name="asked">The methods whose summaries, or their silence, it was walked with.</param>
internal sealed class MethodFlow(
    ImmutableArray<BodyFlow> flows, MethodSummary summary, ImmutableArray<IMethodSymbol> asked)
{
    private Func<ImmutableArray<BodyFlow>>? _again;

    /// <summary>Of each of its bodies.</summary>
    internal ImmutableArray<BodyFlow> Flows => Walked.Flows is { } known ? (ImmutableArray<BodyFlow>)known : _again!();

    /// <summary>What its callers see.</summary>
    internal MethodSummary Summary { get; } = summary;

    /// <summary>The methods whose summaries, or their silence, it was walked with.</summary>
    internal ImmutableArray<IMethodSymbol> Asked { get; } = asked;

    /// <summary>Its bodies as they were walked.</summary>
    internal WalkedBodies Walked { get; } = new() { Flows = flows };

    /// <summary>How its bodies are walked again once they are forgotten.</summary>
    internal void IsWalkedAgainBy(Func<ImmutableArray<BodyFlow>> again) => _again = again;
}
