using System.Collections.Immutable;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Libraries;

/// <summary>What libraries do and hold, as models say: where their methods take data, and what is in their types.</summary>
public sealed record LibraryModel
{
    /// <summary>Nothing is said of any library.</summary>
    public static LibraryModel Empty { get; } = new();

    /// <summary>The methods that take data somewhere.</summary>
    public ImmutableArray<LibrarySink> Sinks { get; init; } = ImmutableArray<LibrarySink>.Empty;

    /// <summary>The methods that hash credentials.</summary>
    public ImmutableArray<LibraryHash> Hashes { get; init; } = ImmutableArray<LibraryHash>.Empty;

    /// <summary>The members of which is known what they give back.</summary>
    public ImmutableArray<LibraryResult> Results { get; init; } = ImmutableArray<LibraryResult>.Empty;

    /// <summary>The types that hold personal data.</summary>
    public ImmutableArray<TypeBinding> Types { get; init; } = ImmutableArray<TypeBinding>.Empty;

    /// <summary>These, and then others.</summary>
    public LibraryModel Join(LibraryModel others) => new()
    {
        Sinks = Sinks.AddRange(others.Sinks),
        Hashes = Hashes.AddRange(others.Hashes),
        Results = Results.AddRange(others.Results),
        Types = Types.AddRange(others.Types),
    };

    /// <summary>
    /// In the words of a policy, and without what they hold and give back that it says nothing of: it may not be there at
    /// all.
    /// </summary>
    public LibraryModel KeptBy(PolicyModel policy, PolicyEvaluator evaluator)
    {
        return this with
        {
            Types = [.. Types.Select(type => type with { Members = [.. type.Members.Select(Kept).OfType<MemberBinding>()] })
                .Where(type => !type.Members.IsEmpty)],
            Results = [.. Results.Select(result => result with { Holds = Stated(result.Holds) })],
        };

        MemberBinding? Kept(MemberBinding member)
        {
            var stated = Stated(member.Categories);
            return stated.IsEmpty ? null : member with { Categories = stated };
        }

        ImmutableArray<Term> Stated(ImmutableArray<Term> categories) =>
        [
            .. categories.Select(category => policy.Vocabulary.Meant(TermKind.Category, category.Key))
                .OfType<Term>().Where(category => evaluator.StatementOn(category) is not null),
        ];
    }
}
