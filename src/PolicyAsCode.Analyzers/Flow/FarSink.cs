using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>
/// A sink inside a referenced assembly, as its facts tell of it: its method may not be known here at all.
/// </summary>
/// <param name="Method">The method that takes the data, by its documentation comment id.</param>
/// <param name="Kinds">What kinds of sink it is, as bits.</param>
/// <param name="Recipient">Who gets it; null where that assembly does not say.</param>
/// <param name="Host">The host that it is sent to; null where that assembly does not say.</param>
/// <param name="Purposes">For what, by the code on the way; empty where that does not say.</param>
internal sealed record FarSink(string Method, uint Kinds, Term? Recipient, string? Host, TermSet Purposes)
{
    /// <summary>Whether it is of a kind.</summary>
    internal bool Is(SinkKind kind) => (Kinds & Bit(kind)) != 0;

    /// <summary>Whether what it is given leaves the controller, or the program.</summary>
    internal bool Leaves => Recipient is not null || Is(SinkKind.Http) || Is(SinkKind.Prompt);

    internal static uint Bit(SinkKind kind) => 1u << (int)kind;
}
