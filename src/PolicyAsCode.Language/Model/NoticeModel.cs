using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Model;

/// <summary>Who keeps a clause.</summary>
public enum Keeper
{
    /// <summary>A rule about code fails the build that breaks it.</summary>
    Analyzer,

    /// <summary>A check of the policy fails the policy that breaks it.</summary>
    Policy,

    /// <summary>Generated code does it at run time.</summary>
    GeneratedCode,

    /// <summary>No program can; people do.</summary>
    Organisation,
}

/// <summary>One clause of a published notice.</summary>
/// <param name="Id">Its id, such as <c>JOVA-1.3</c>.</param>
/// <param name="Says">What it says, in a few words, in one language or in each; null where not said.</param>
/// <param name="KeptBy">Who keeps it; empty says nothing of it.</param>
/// <param name="Location">Where its id stands.</param>
public sealed record NoticeClause(string Id, Message? Says, ImmutableArray<Keeper> KeptBy, FileLocation Location);

/// <summary>A published notice, clause by clause: the list of promises against which statements are checked.</summary>
public sealed record NoticeModel
{
    /// <summary>The policy it belongs to.</summary>
    public required string Policy { get; init; }

    /// <summary>The language of the published text, such as <c>id</c>; null where not said.</summary>
    public string? Language { get; init; }

    /// <summary>Where the published text lies; null where not said.</summary>
    public string? File { get; init; }

    /// <summary>The day on which it was published; null where not said.</summary>
    public CalendarDate? Published { get; init; }

    /// <summary>Its clauses, as written.</summary>
    public ImmutableArray<NoticeClause> Clauses { get; init; } = ImmutableArray<NoticeClause>.Empty;

    /// <summary>Where its name stands.</summary>
    public required FileLocation Location { get; init; }

    /// <summary>The clause of that id; null where it has none.</summary>
    public NoticeClause? Find(string id) => Clauses.FirstOrDefault(clause => clause.Id == id);
}
