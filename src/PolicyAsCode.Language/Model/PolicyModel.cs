using System.Collections.Immutable;
using PolicyAsCode.Language.Laws;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Model;

/// <summary>
/// A policy as rules and generators see it: immutable, terms interned, every statement with its place. Built by
/// <see cref="PolicyCompiler"/>, also from a policy with mistakes: then without the statements that could not be read.
/// </summary>
public sealed record PolicyModel
{
    /// <summary>Name, version, dates.</summary>
    public required PolicyHeader Header { get; init; }

    /// <summary>The heads of the policies that it extends, the farthest first; their statements are among its own.</summary>
    public ImmutableArray<PolicyHeader> Bases { get; init; } = ImmutableArray<PolicyHeader>.Empty;

    /// <summary>Who answers for it.</summary>
    public required Controller Controller { get; init; }

    /// <summary>The words it is written in.</summary>
    public required Vocabulary Vocabulary { get; init; }

    /// <summary>Law packs it follows, by name.</summary>
    public ImmutableArray<string> Follows { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The names of the laws, and where each is written.</summary>
    internal ImmutableArray<LawReference> FollowsAt { get; init; } = [];

    /// <summary>The laws of these names, with what they ask; without those that there are not.</summary>
    public ImmutableArray<FollowedLaw> Laws { get; init; } = ImmutableArray<FollowedLaw>.Empty;

    /// <summary>Whom it is about.</summary>
    public ImmutableArray<SubjectStatement> Subjects { get; init; } = ImmutableArray<SubjectStatement>.Empty;

    /// <summary>The published notice that it keeps; null where not said.</summary>
    public PublishedNotice? Notice { get; init; }

    /// <summary>Where it collects.</summary>
    public ImmutableArray<SourceStatement> Sources { get; init; } = ImmutableArray<SourceStatement>.Empty;

    /// <summary>What it collects; one statement a category, or one a category and subject.</summary>
    public ImmutableArray<DataStatement> Data { get; init; } = ImmutableArray<DataStatement>.Empty;

    /// <summary>What it holds that is about no person.</summary>
    public ImmutableArray<NonPersonalStatement> NonPersonal { get; init; } = ImmutableArray<NonPersonalStatement>.Empty;

    /// <summary>For what.</summary>
    public ImmutableArray<PurposeStatement> Purposes { get; init; } = ImmutableArray<PurposeStatement>.Empty;

    /// <summary>Who gets it.</summary>
    public ImmutableArray<RecipientStatement> Recipients { get; init; } = ImmutableArray<RecipientStatement>.Empty;

    /// <summary>What must never happen.</summary>
    public ImmutableArray<Prohibition> Never { get; init; } = ImmutableArray<Prohibition>.Empty;

    /// <summary>What subjects can ask.</summary>
    public ImmutableArray<RightStatement> Rights { get; init; } = ImmutableArray<RightStatement>.Empty;

    /// <summary>Which cookies it sets.</summary>
    public ImmutableArray<CookieStatement> Cookies { get; init; } = ImmutableArray<CookieStatement>.Empty;

    /// <summary>Which other means of tracking it uses.</summary>
    public ImmutableArray<CookieStatement> Trackers { get; init; } = ImmutableArray<CookieStatement>.Empty;

    /// <summary>How many categories are protected at once.</summary>
    public ImmutableArray<ProtectionStatement> Protection { get; init; } = ImmutableArray<ProtectionStatement>.Empty;

    /// <summary>What stays beyond its time.</summary>
    public ImmutableArray<HoldStatement> Holds { get; init; } = ImmutableArray<HoldStatement>.Empty;

    /// <summary>From which age; null where nothing is said of it.</summary>
    public AgeStatement? Age { get; init; }

    /// <summary>How the notice is accepted; null where nothing is said of it.</summary>
    public AcceptanceStatement? Acceptance { get; init; }

    /// <summary>How changes are told; null where nothing is said of it.</summary>
    public ChangesStatement? Changes { get; init; }

    /// <summary>The notice's contact point; null where nothing is said of it.</summary>
    public ContactStatement? Contact { get; init; }

    /// <summary>What people see to.</summary>
    public ImmutableArray<MeasureStatement> Measures { get; init; } = ImmutableArray<MeasureStatement>.Empty;

    /// <summary>How loudly rules speak.</summary>
    public Enforcement Enforce { get; init; } = Enforcement.Strict;

    /// <summary>Accepted findings.</summary>
    public ImmutableArray<Waiver> Waivers { get; init; } = ImmutableArray<Waiver>.Empty;

    /// <summary>Everything that it says of a clause, or decides: all statements, and those inside them.</summary>
    public IEnumerable<Statement> Statements()
    {
        Statement?[] single = [Age, Acceptance, Changes, Contact];
        return Subjects.AsEnumerable<Statement>()
            .Concat(Sources)
            .Concat(Data)
            .Concat(Data.Select(data => data.Keep).OfType<Statement>())
            .Concat(NonPersonal)
            .Concat(Purposes)
            .Concat(Purposes.Select(purpose => purpose.Consent).OfType<Statement>())
            .Concat(Recipients)
            .Concat(Never)
            .Concat(Protection)
            .Concat(Holds)
            .Concat(Rights)
            .Concat(Cookies)
            .Concat(Trackers)
            .Concat(single.OfType<Statement>())
            .Concat(Measures);
    }
}
