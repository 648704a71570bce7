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

    /// <summary>The types that hold personal data.</summary>
    public ImmutableArray<TypeBinding> Types { get; init; } = ImmutableArray<TypeBinding>.Empty;

    /// <summary>These, and then others.</summary>
    public LibraryModel Join(LibraryModel others) => new()
    {
        Sinks = Sinks.AddRange(others.Sinks),
        Hashes = Hashes.AddRange(others.Hashes),
        Types = Types.AddRange(others.Types),
    };

    /// <summary>
    /// In the words of a policy, and without what is in their types that it says nothing of: it may not be there at all.
    /// </summary>
    public LibraryModel KeptBy(PolicyModel policy, PolicyEvaluator evaluator)
    {
        return this with
        {
            Types = [.. Types.Select(type => type with { Members = [.. type.Members.Select(Kept).OfType<MemberBinding>()] })
                .Where(type => !type.Members.IsEmpty)],
        };

        MemberBinding? Kept(MemberBinding member)
        {
            ImmutableArray<Term> stated =
            [
                .. member.Categories.Select(category => policy.Vocabulary.Meant(TermKind.Category, category.Key))
                    .OfType<Term>().Where(category => evaluator.StatementOn(category) is not null),
            ];
            return stated.IsEmpty ? null : member with { Categories = stated };
        }
    }
}
