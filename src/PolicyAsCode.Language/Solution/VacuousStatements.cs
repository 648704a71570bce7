using System.Collections.Immutable;
using PolicyAsCode.Language.Facts;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Tracing;

namespace PolicyAsCode.Language.Solution;

/// <summary>
/// PAC1025: statements that code could keep or break, and that no code of the solution is about: they look kept. What only
/// people keep is not told, nor is a prohibition that is kept by there being nothing.
/// </summary>
internal static class VacuousStatements
{
    private const string FrameworkCookie = ".AspNetCore.";

    public static void Ask(SolutionCode code, SolutionAnswers answers)
    {
        var held = code.Said(TermKind.Category).Select(one => one.Term)
            .Concat(code.Held.SelectMany(one => one.Categories)
                .Select(key => code.Policy.Vocabulary.Meant(TermKind.Category, key)).OfType<Term>())
            .ToImmutableHashSet();
        foreach (var statement in code.Policy.Model!.Statements())
            if (!StatementKeepers.Of(statement, code.Policy.Model).IsEmpty && !IsOrganisational(statement, code.Policy)
                && Nothing(statement, held, code) is { } message)
                answers.Add(PolicyRules.NothingIsAbout, statement.Location, message);
    }

    /// <summary>Whether a member holds a category, or a narrower one, of one of these people.</summary>
    internal static bool IsAbout(HeldMember held, Term category, ImmutableArray<Term> subjects, SolutionCode code) =>
        held.Categories.Any(key => Meant(TermKind.Category, key, code)?.IsWithin(category) == true)
        && (subjects.IsEmpty || held.Subjects.IsEmpty || held.Subjects.Any(key =>
            Meant(TermKind.Subject, key, code) is { } subject && subjects.Any(subject.IsWithin)));

    // Null where something is about it.
    private static Message? Nothing(Statement statement, ImmutableHashSet<Term> held, SolutionCode code) => statement switch
    {
        DataStatement data when !IsHeld(data, held, code) => data.Subjects.IsEmpty
            ? Message.Of("Solution.DataUnheld", data.Category.Key)
            : Message.Of("Solution.DataUnheldOf", data.Category.Key, Keys(data.Subjects)),
        SubjectStatement { Subject: var subject } when !code.Saying(subject).Any()
            && !code.Held.Any(one => one.Subjects.Any(key => Meant(TermKind.Subject, key, code)?.IsWithin(subject) == true)) =>
            Message.Of("Solution.SubjectUnsaid", subject.Key),
        PurposeStatement { Purpose: var purpose } when !code.Saying(purpose).Any() && !HasCookieFor(purpose, code) =>
            Message.Of("Solution.PurposeUnserved", purpose.Key),
        RecipientStatement { OnLegalRequest: false, Recipient: var recipient } when !code.Saying(recipient).Any() =>
            Message.Of("Solution.RecipientUnreached", recipient.Key),
        // Where no code says a source, none of them is said: the policy's own wording is enough then.
        SourceStatement { Source: var source } when code.Said(TermKind.Source).Any() && !code.Saying(source).Any() =>
            Message.Of("Solution.SourceUnsaid", source.Key),
        CookieStatement cookie when !IsSet(cookie, code) => Message.Of("Solution.CookieUnset", cookie.Name),
        Prohibition never => OfProhibition(never, held, code),
        ProtectionStatement { Categories: { IsEmpty: false } categories }
            when !held.Any(one => categories.Any(one.IsWithin)) =>
            Message.Of("Solution.ProtectedUnheld", Keys(categories)),
        ProtectionStatement { Protect: var protect, Categories: var categories }
            when protect.All(one => one is Protection.EncryptedAtRest) && !IsStored(categories, code) =>
            Message.Of("Solution.ProtectedUnstored"),
        RightStatement { Right: "erasure" } when code.Held.Any(one => one.IsStored)
            && !code.Assemblies.Any(one => one.HasGeneratedOperations) =>
            Message.Of("Solution.ErasureUngenerated"),
        HoldStatement hold when !code.Speaking.Any(one => !one.Holds.IsEmpty)
            && !code.Policy.Bindings.Types.SelectMany(type => type.Members).Any(member => member.IsLegalHold) =>
            Message.Of("Solution.HoldUnmarked", hold.Hold),
        AgeStatement when !code.Said(TermKind.Gate).Any(one => one.Term.Key == "age") => Message.Of("Solution.AgeUnasked"),
        _ => null,
    };

    // What forbids collecting, storing or selling is kept best where there is nothing of the kind.
    private static Message? OfProhibition(Prohibition never, ImmutableHashSet<Term> held, SolutionCode code)
    {
        if (never.Action is not ("log" or "use" or "disclose"))
            return null;
        if (never.Category is { } category && !held.Any(one => one.IsWithin(category)))
            return Message.Of("Solution.ForbiddenUnheld", never.Action, category.Key);
        return never.Purpose is { } purpose && !code.Saying(purpose).Any()
            ? Message.Of("Solution.ForbiddenUnserved", never.Action, purpose.Key)
            : null;
    }

    // Members that say whose data they are come first: a form that anybody fills in says nothing of it.
    private static bool IsHeld(DataStatement data, ImmutableHashSet<Term> held, SolutionCode code)
    {
        var about = code.Held.Where(one => IsAbout(one, data.Category, ImmutableArray<Term>.Empty, code)).ToList();
        var known = about.Where(one => !one.Subjects.IsEmpty).ToList();
        return known.Count == 0
            ? held.Any(one => one.IsWithin(data.Category))
            : known.Exists(one => IsAbout(one, data.Category, data.Subjects, code));
    }

    private static bool IsStored(ImmutableArray<Term> categories, SolutionCode code) => code.Held.Any(one =>
        one.IsStored && (categories.IsEmpty || categories.Any(category => IsAbout(one, category, ImmutableArray<Term>.Empty, code))));

    private static bool HasCookieFor(Term purpose, SolutionCode code) =>
        code.Policy.Model!.Cookies.Concat(code.Policy.Model.Trackers)
            .Any(cookie => cookie.Purposes.Any(one => one.IsWithin(purpose)) && IsSet(cookie, code));

    // The framework names its own cookies; all others are named by some text of the code.
    private static bool IsSet(CookieStatement cookie, SolutionCode code) =>
        code.Policy.Bindings.Cookies.Where(bound => bound.Statement == cookie.Name).Select(bound => bound.Cookie)
            .Append(cookie.Name)
            .Any(name => code.Texts.Contains(name) || name.StartsWith(FrameworkCookie, StringComparison.Ordinal));

    private static bool IsOrganisational(Statement statement, CompiledPolicy policy) =>
        !statement.Clauses.IsEmpty && policy.Notice is { } notice
        && statement.Clauses.All(id => notice.Find(id) is { KeptBy: { IsEmpty: false } keepers }
            && keepers.All(keeper => keeper is Keeper.Organisation or Keeper.Policy));

    private static Term? Meant(TermKind kind, string key, SolutionCode code) => code.Policy.Vocabulary.Meant(kind, key);

    private static List<string> Keys(IEnumerable<Term> terms) => [.. terms.Select(term => term.Key)];
}
