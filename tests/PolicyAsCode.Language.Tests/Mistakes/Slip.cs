using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Tests.Mistakes;

/// <summary>A way to write something wrong behind a key.</summary>
/// <param name="Name">What it is called in a failure.</param>
/// <param name="Write">The text with it; null where it cannot be made at that place, or is no mistake there.</param>
/// <param name="MayBeRight">Whether it is a text like any other behind some keys.</param>
internal sealed record Slip(string Name, Func<Place, string?> Write, bool MayBeRight = false)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Slip> All { get; } =
    [
        new("nothing", place => place.IsMissing ? null : place.With("")),
        new("null", place => place.IsMissing ? null : place.With("null")),
        new("~", place => place.IsMissing ? null : place.With("~")),
        // A policy may be called so.
        new("12", place => place.Path is "policy" ? null : place.With("12"), MayBeRight: true),
        new("| text", place => place.IsInBraces ? null : place.Block("|"), MayBeRight: true),
        new("> text", place => place.IsInBraces ? null : place.Block(">"), MayBeRight: true),
        new("|", place => place.IsInBraces || place.IsMissing ? null : place.With("|")),
        new("a word", place => place.Entry.Value is ScalarNode ? null : place.With("zzz"), MayBeRight: true),
        new("[word]", place => place.With(place.Entry.Value is SequenceNode ? "[[zzz]]" : "[zzz]"), MayBeRight: true),
        // On purpose: there is none of these.
        new("[]", place => place.IsSection ? null : place.With("[]")),
        new("{}", place => place.IsSection || place.Entry.Value is MappingNode { Entries.IsEmpty: true } ? null : place.With("{}")),
        new("{ key: word }", place => place.Entry.Value is MappingNode ? null : place.With("{ zzz: zzz }")),
        new("twice", place => place.Twice()),
        new("<<: *name", place => place.Followed("<<: *base")),
        new("<<: { }", place => place.Followed("<<: { zzz: zzz }")),
        new("&name", place => place.IsWord ? place.With("&name " + place.Value) : null),
        new("!tag", place => place.IsWord ? place.With("!tag " + place.Value) : null),
        new("control character", place => place.IsWord ? place.With("\u0007" + place.Value) : null),
        new("“quotes”", place => place.IsWord && place.Value[0] is not ('"' or '\'') ? place.With($"“{place.Value}”") : null),
        new("‘quotes’", place => place.IsWord && place.Value[0] is not ('"' or '\'') ? place.With($"‘{place.Value}’") : null),
    ];
}
