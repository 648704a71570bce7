using System.Collections.Immutable;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Disclosures;

/// <summary>A category that a recipient may not get, in the form in which it does.</summary>
/// <param name="Category">The category.</param>
/// <param name="Form">The form in which it is handed over.</param>
/// <param name="Purpose">The purpose that refuses it; null where nobody says for what, and none would do.</param>
/// <param name="Decision">What the policy says of it.</param>
/// <param name="Promised">The form in which it may be handed over; null where it may not in any.</param>
internal sealed record Refusal(Term Category, Form Form, Term? Purpose, Decision Decision, Form? Promised)
{
    private static readonly Form[] Forms = [Form.Raw, Form.Pseudonymised, Form.Aggregated, Form.Anonymised];

    /// <summary>All of what is disclosed that the policy does not allow.</summary>
    internal static List<Refusal> Of(Disclosure disclosure, BoundPolicy policy)
    {
        var refused = new List<Refusal>();
        if (disclosure.Recipient is not { } recipient)
            return refused;
        var label = disclosure.Handed.Label;
        foreach (var (form, categories) in label.ByForm())
            foreach (var category in disclosure.Categories(categories, policy))
                if (Refused(category, recipient, disclosure.Purposes, disclosure.IsServed, form, policy) is { } refusal)
                    refused.Add(refusal);
        return refused;
    }

    /// <summary>What the policy allows instead, and by which clause.</summary>
    internal Message Instead(Term recipient, BoundPolicy policy)
    {
        if (Decision.Because.Any(statement => statement is Prohibition))
            return Cited(Say.This("ForbidsIt"), policy);
        var statements = policy.Model.Recipients.Where(statement => recipient.IsWithin(statement.Recipient)).ToList();
        if (statements.Count == 0)
            return OnlyOthers(policy) ?? Cited(Say.This("NamesNoRecipient"), policy);
        var purposes = statements.Where(statement => statement.Receives.Any(Category.IsWithin))
            .SelectMany(statement => statement.Purposes).Distinct().ToList();
        return Cited(
            purposes.Count > 0
                ? Say.This("GivesItFor", Wording.List(purposes))
                : Say.This("GivesIt", Wording.List(statements.SelectMany(statement => statement.Receives).Distinct())),
            policy);
    }

    // No statement says a word of a recipient that is not named. What it breaks is that the list is closed: each of those on
    // it is said with the clause by which it is, so that none reads as this one's.
    private Message? OnlyOthers(BoundPolicy policy)
    {
        var others = Decision.Because.OfType<RecipientStatement>().ToList();
        return others.Count == 0
            ? null
            : Say.This("OnlyOthersGetIt", Wording.List(others.Select(one =>
                Message.Joined(" ", [Message.Verbatim(one.Recipient.Key), Wording.Citation(policy.Model, one)]))));
    }

    private Message Cited(Message said, BoundPolicy policy) =>
        Message.Joined(" ", [said, Wording.Citation(policy.Model, Decision.Because.FirstOrDefault())]);

    private static Refusal? Refused(
        Term category, Term recipient, ImmutableArray<Term> purposes, bool isServed, Form form, BoundPolicy policy)
    {
        var evaluator = policy.Evaluator;
        if (purposes.IsEmpty)
        {
            // Nobody says for what: whoever calls may. What no purpose allows is refused here.
            if (IsAllowedForAny(form))
                return null;
            var nearest = policy.Model.Recipients.Where(statement => recipient.IsWithin(statement.Recipient))
                .SelectMany(statement => statement.Purposes).Concat(evaluator.PurposesOf(category))
                .Concat(policy.Model.Vocabulary.Terms(TermKind.Purpose)).First();
            return new(
                category, form, null, evaluator.MayDisclose(category, recipient, nearest, form), Farther(IsAllowedForAny));
        }

        // What no purpose allows is told where it is handed over, once, and not at every call.
        if (isServed && !IsAllowedForAny(form))
            return null;

        // What serves several purposes is disclosed for all of them.
        foreach (var purpose in purposes)
            if (evaluator.MayDisclose(category, recipient, purpose, form) is { IsAllowed: false } decision)
                return new(category, form, purpose, decision, Farther(IsAllowedForAll));
        return null;

        bool IsAllowedForAny(Form of) => policy.Model.Vocabulary.Terms(TermKind.Purpose)
            .Any(purpose => evaluator.MayDisclose(category, recipient, purpose, of).IsAllowed);

        bool IsAllowedForAll(Form of) =>
            purposes.All(purpose => evaluator.MayDisclose(category, recipient, purpose, of).IsAllowed);

        Form? Farther(Func<Form, bool> isAllowed)
        {
            foreach (var farther in Forms)
                if (farther > form && isAllowed(farther))
                    return farther;
            return null;
        }
    }
}
