using System.Collections.Immutable;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language;

/// <summary>
/// Answers what a policy allows. Closed world: what no statement grants is forbidden; a <c>never</c> beats every grant;
/// what is said of a broader term holds for the narrower ones. Built once a policy; each question is a few bit tests.
/// </summary>
public sealed class PolicyEvaluator
{
    private static readonly Decision s_gap = new(Outcome.Gap, []);

    private readonly ImmutableArray<CategoryFacts> _categories;
    private readonly ImmutableArray<ImmutableArray<RecipientStatement>> _recipients;
    private readonly Decision?[,] _uses; // asked again and again, decided once

    /// <summary>Prepares the answers of a policy.</summary>
    public PolicyEvaluator(PolicyModel policy)
    {
        Policy = policy;
        var purposes = policy.Vocabulary.Terms(TermKind.Purpose);
        var grants = policy.Data.ToLookup(
            statement => statement.Category,
            statement => (statement, TermSet.Of(purposes.Where(purpose => statement.Purposes.Any(purpose.IsWithin)))));
        _categories = policy.Vocabulary.Terms(TermKind.Category)
            .Select(category => new CategoryFacts(category, policy, grants))
            .ToImmutableArray();
        _recipients = policy.Vocabulary.Terms(TermKind.Recipient)
            .Select(recipient => policy.Recipients
                .Where(statement => recipient.IsWithin(statement.Recipient))
                .ToImmutableArray())
            .ToImmutableArray();
        _uses = new Decision?[_categories.Length, purposes.Length];
    }

    /// <summary>The policy it answers for.</summary>
    public PolicyModel Policy { get; }

    /// <summary>Whether the category is collected at all.</summary>
    public Decision MayCollect(Term category)
    {
        var facts = FactsOf(category);
        return Forbidden(facts.Never("collect")) ?? (facts.Statements.IsEmpty ? s_gap : Allowed(facts.Nearest));
    }

    /// <summary>Whether the category may be used for the purpose.</summary>
    public Decision MayUse(Term category, Term purpose) =>
        _uses[category.Index, purpose.Index] ??= DecideUse(category, purpose);

    /// <summary>
    /// Whether the category of this subject may be used for the purpose: what is granted for somebody else's data grants
    /// nothing for theirs. Where no statement is about the subject, or for null, all statements count.
    /// </summary>
    public Decision MayUse(Term category, Term purpose, Term? subject)
    {
        var decision = MayUse(category, purpose);
        if (subject is null || decision.Outcome == Outcome.Gap || decision.Because.Any(statement => statement is Prohibition))
            return decision;

        var own = StatementsOn(category).Where(statement => statement.IsAbout(subject)).ToImmutableArray();
        if (own.IsEmpty)
            return decision;
        var grants = own.Where(statement => statement.Purposes.Any(purpose.IsWithin)).ToImmutableArray();
        return grants.IsEmpty ? Violation(own) : Allowed(grants);
    }

    /// <summary>Whether the recipient may get the category in that form for that purpose.</summary>
    public Decision MayDisclose(Term category, Term recipient, Term purpose, Form form)
    {
        var facts = FactsOf(category);
        var never = facts.Never("disclose")
            .Where(one => Covers(one.Recipient, recipient) && Covers(one.Purpose, purpose));
        if (Forbidden(never) is { } forbidden)
            return forbidden;

        var use = MayUse(category, purpose);
        if (!use.IsAllowed)
            return use;

        var statements = _recipients[recipient.Index];
        var grants = statements
            .Where(statement => form >= statement.As
                && statement.Purposes.Any(purpose.IsWithin)
                && statement.Receives.Any(category.IsWithin))
            .ToImmutableArray();
        if (!grants.IsEmpty)
            return Allowed([.. grants, .. use.Because]);

        // What comes nearest to it is the most telling: the recipient's own statements, then who else gets it.
        return Violation(statements.IsEmpty ? RecipientsOf(category) : statements);
    }

    /// <summary>Whether the category may be stored.</summary>
    public Decision MayStore(Term category)
    {
        var facts = FactsOf(category);
        if (Forbidden(facts.Never("store").Concat(facts.Never("collect"))) is { } forbidden)
            return forbidden;
        if (facts.Statements.IsEmpty)
            return s_gap;
        return facts.Nearest.All(statement => statement.Keep is { NeverStored: true })
            ? Violation(facts.Nearest.Select(statement => statement.Keep!))
            : Allowed(facts.Nearest);
    }

    /// <summary>Whether the category may be written to a log in the clear.</summary>
    public Decision MayLog(Term category)
    {
        var facts = FactsOf(category);
        if (Forbidden(facts.Never("log")) is { } forbidden)
            return forbidden;
        if (facts.Statements.IsEmpty)
            return s_gap;
        var kept = facts.Statements
            .Where(statement => statement.Protect.Contains(Protection.RedactedInLogs)
                || statement.Protect.Contains(Protection.Hashed))
            .ToImmutableArray();
        return kept.IsEmpty ? Allowed(facts.Nearest) : Violation(kept);
    }

    /// <summary>
    /// The retention of the category for a subject: of the nearest statement, on it or a broader term, that is about the
    /// subject (or about nobody in particular); null where the policy has none.
    /// </summary>
    public RetentionStatement? RetentionOf(Term category, Term? subject) => StatementOn(category, subject)?.Keep;

    /// <summary>The nearest statement on the category or a broader term; null where the policy has none.</summary>
    public DataStatement? StatementOn(Term category) => StatementOn(category, null);

    /// <summary>
    /// The nearest statement, on the category or a broader term, that is about the subject (or about nobody in
    /// particular); of any subject for null; null where the policy has none.
    /// </summary>
    public DataStatement? StatementOn(Term category, Term? subject)
    {
        foreach (var statement in FactsOf(category).Statements)
            if (subject is null || statement.IsAbout(subject))
                return statement;
        return null;
    }

    /// <summary>All statements that hold for the category, the nearest first.</summary>
    public ImmutableArray<DataStatement> StatementsOn(Term category) => FactsOf(category).Statements;

    /// <summary>
    /// The purposes that the policy allows for the category, as it states them (narrower ones are included unsaid); for
    /// messages that say what is allowed instead.
    /// </summary>
    public ImmutableArray<Term> PurposesOf(Term category)
    {
        var facts = FactsOf(category);
        return facts.Statements
            .SelectMany(statement => statement.Purposes)
            .Distinct()
            .Where(facts.Purposes.Contains)
            .ToImmutableArray();
    }

    /// <summary>All purposes for which the category may be used, narrower ones included.</summary>
    public TermSet PurposeSetOf(Term category) => FactsOf(category).Purposes;

    /// <summary>The statements on recipients that receive the category.</summary>
    public ImmutableArray<RecipientStatement> RecipientsOf(Term category) =>
        Policy.Recipients.Where(statement => statement.Receives.Any(category.IsWithin)).ToImmutableArray();

    private Decision DecideUse(Term category, Term purpose)
    {
        var facts = FactsOf(category);
        if (facts.Purposes.Contains(purpose))
            return Allowed(facts.Statements.Where(statement => statement.Purposes.Any(purpose.IsWithin)));
        return Forbidden(facts.Never("use").Where(never => Covers(never.Purpose, purpose)))
            ?? (facts.Statements.IsEmpty ? s_gap : Violation(facts.Statements));
    }

    private CategoryFacts FactsOf(Term category) => _categories[category.Index];

    private static bool Covers(Term? broad, Term narrow) => broad is null || narrow.IsWithin(broad);

    private static Decision Allowed(IEnumerable<Statement> because) => new(Outcome.Allowed, because.ToImmutableArray());

    private static Decision Violation(IEnumerable<Statement> because) =>
        new(Outcome.Violation, because.ToImmutableArray());

    private static Decision? Forbidden(IEnumerable<Prohibition> never)
    {
        var because = never.ToImmutableArray<Statement>();
        return because.IsEmpty ? null : Violation(because);
    }
}
