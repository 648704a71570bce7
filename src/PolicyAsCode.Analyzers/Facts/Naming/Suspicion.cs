using Microsoft.CodeAnalysis;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Facts.Naming;

/// <summary>What a member looks like, how much so, and why.</summary>
/// <param name="Term">The category.</param>
/// <param name="Score">Of <see cref="Highest"/>.</param>
/// <param name="Reason">For the message.</param>
internal sealed record Suspicion(Term Term, int Score, string Reason)
{
    internal const int Highest = 6;

    private const int Enough = 4;

    /// <summary>What a property or field of that name and type, in such a type, looks like; null for nothing.</summary>
    internal static Suspicion? Of(
        ISymbol member, ITypeSymbol type, NameHints hints, Func<INamedTypeSymbol, bool> isPerson)
    {
        var owner = member.ContainingType;
        var words = NameWords.Of(member.Name);
        var ownerWords = NameWords.Of(owner.Name);
        var people = ownerWords.FirstOrDefault(PersonWords.People.Contains);
        // Customer.Name is a customer name; Product.Name is not a person's.
        var match = hints.Find(words)
            ?? (people is null ? null : hints.Find([people, .. words]) is { IsWhole: true } whole ? whole : null);
        if (match is null || match.Rest.Any(PersonWords.Technical.Contains) || !Holds(type, match, out var kind))
            return null;

        var onPerson = people is not null || isPerson(owner);
        var score = (match.IsWhole ? 3 : 2) + (kind == "text" ? 1 : 0) + (onPerson ? 2 : 0);
        if (PersonWords.Weak.Contains(match.Key) || !IsTelling(match.Term))
            score -= 2;
        if (!onPerson && ownerWords.Any(PersonWords.Configuration.Contains))
            score--;
        return score < Enough ? null : new(match.Term, score,
            $"{match.Term.Label}; '{match.Hint}' in its name, {kind}{(onPerson ? ", on a person" : "")}");
    }

    // Of these a name alone is telling; an order note is personal where the type is about a person.
    private static bool IsTelling(Term term) =>
        term.Identifies || term.Special || term.Key.StartsWith("identity.", StringComparison.Ordinal);

    private static bool Holds(ITypeSymbol type, NameHints.Match match, out string kind)
    {
        kind = "text";
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        switch (type)
        {
            case { SpecialType: SpecialType.System_String }:
                // A string key that refers to a user is a reference, and no data of its own.
                return !(match.Term.Key == "account.user-id" && match.Key.EndsWith("id", StringComparison.Ordinal));
            case IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String }:
                return true;
            case INamedTypeSymbol { TypeArguments.Length: 1 } list
                when list.TypeArguments[0].SpecialType == SpecialType.System_String
                    && list.TypeKind != TypeKind.Delegate:
                return true;
            case IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }:
                kind = "bytes";
                return match.Term.Key is "identity.photo" or "special.biometric" or "government.id-document";
            case { Name: "Uri" or "IPAddress" or "MailAddress" }:
                return true;
            case { Name: "DateOnly" or "DateTime" or "DateTimeOffset" }:
                kind = "date";
                return match.Term.Key is "identity.birth-date" or "usage.activity";
            case { SpecialType: SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal }:
                kind = "number";
                return match.Term.Key is "location.precise" or "employment.salary";
            default:
                return false;
        }
    }
}
