using System.Collections.Immutable;
using PolicyAsCode.Language.Laws.Conditions;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language;

/// <summary>
/// Answers what a policy allows. Closed world: what no statement grants is forbidden; a <c>never</c> beats every grant;
/// what is said of a broader term holds for the narrower ones. Built once a policy and shared by threads; a question is
/// decided when it is first asked, and from then on costs a few array reads and no memory. Terms are those of the
/// policy's own vocabulary.
/// </summary>
public sealed class PolicyEvaluator
{
    private const int Forms = 4;
    private const int Transfers = 3; // sell, rent, trade

    private static readonly Decision s_gap = new(Outcome.Gap, []);

    private readonly PolicyStatements _statements;
    private readonly CategoryFacts?[] _categories;
    private readonly int _purposes;
    private readonly int _recipients;
    private readonly int _subjects;
    private readonly int _sources;
    private readonly Term? _consent;
    private readonly Term? _noObjection;

    /// <summary>Prepares the answers of a policy.</summary>
    public PolicyEvaluator(PolicyModel policy)
    {
        Policy = policy;
        _statements = new(policy);
        var vocabulary = policy.Vocabulary;
        _categories = new CategoryFacts?[vocabulary.Terms(TermKind.Category).Length];
        _purposes = vocabulary.Terms(TermKind.Purpose).Length;
        _recipients = vocabulary.Terms(TermKind.Recipient).Length;
        _subjects = vocabulary.Terms(TermKind.Subject).Length;
        _sources = vocabulary.Terms(TermKind.Source).Length;
        _consent = vocabulary.Find(TermKind.Gate, "consent");
        _noObjection = vocabulary.Find(TermKind.Gate, "no-objection");
    }

    /// <summary>The policy it answers for.</summary>
    public PolicyModel Policy { get; }

    /// <summary>Whether the category is collected at all.</summary>
    public Decision MayCollect(Term category)
    {
        var facts = FactsOf(category);
        return facts.Answers.Collect ??= DecideCollect(facts);
    }

    /// <summary>
    /// Whether the category is collected at that source. A statement that names no source says nothing of where, and
    /// allows every one.
    /// </summary>
    public Decision MayCollect(Term category, Term source) => MayCollect(category, source, null);

    /// <summary>Whether the category of this subject is collected at that source.</summary>
    public Decision MayCollect(Term category, Term source, Term? subject)
    {
        var facts = FactsOf(category);
        var row = facts.Answers.Sources(_sources * (_subjects + 1));
        return row[source.Index * (_subjects + 1) + (subject is null ? 0 : subject.Index + 1)]
            ??= DecideCollect(facts, source, subject);
    }

    /// <summary>Whether the category may be used for the purpose, in whatever form the purpose takes.</summary>
    public Decision MayUse(Term category, Term purpose) => Use(category, purpose, null, Form.Anonymised);

    /// <summary>Whether the category may be used for the purpose in that form.</summary>
    public Decision MayUse(Term category, Term purpose, Form form) => Use(category, purpose, null, form);

    /// <summary>
    /// Whether the category of this subject may be used for the purpose: what is granted for somebody else's data grants
    /// nothing for theirs. Where no statement is about the subject, or for null, all statements count.
    /// </summary>
    public Decision MayUse(Term category, Term purpose, Term? subject) =>
        Use(category, purpose, subject, Form.Anonymised);

    /// <summary>Whether the category of this subject may be used for the purpose in that form.</summary>
    public Decision MayUse(Term category, Term purpose, Term? subject, Form form) =>
        Use(category, purpose, subject, form);

    /// <summary>Whether the recipient may get the category in that form for that purpose.</summary>
    public Decision MayDisclose(Term category, Term recipient, Term purpose, Form form)
    {
        var facts = FactsOf(category);
        return facts.Answers.Disclosures(recipient.Index, _recipients, _purposes * Forms)
            [purpose.Index * Forms + (int)form] ??= DecideDisclosure(facts, recipient, purpose, null, form);
    }

    /// <summary>
    /// Whether the recipient may get the category of this subject in that form for that purpose: nobody hands on what may
    /// not be used so. Recipients are stated for everybody's data; whose it is, the data says.
    /// </summary>
    public Decision MayDisclose(Term category, Term recipient, Term purpose, Term? subject, Form form) =>
        subject is null
            ? MayDisclose(category, recipient, purpose, form)
            : DecideDisclosure(FactsOf(category), recipient, purpose, subject, form);

    /// <summary>
    /// Whether the category may be sold, rented or traded (<c>sell</c>, <c>rent</c>, <c>trade</c>) to the recipient; to
    /// anybody for null. Who shares data for the purposes stated does none of these.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The action is none of these.</exception>
    public Decision MayTransferAs(RecipientAction action, Term category, Term? recipient)
    {
        if (action == RecipientAction.Share)
            throw new ArgumentOutOfRangeException(nameof(action), "To share is MayDisclose's question.");
        var facts = FactsOf(category);
        var place = (int)action - 1 + Transfers * (recipient is null ? 0 : recipient.Index + 1);
        return facts.Answers.Transfers(Transfers * (_recipients + 1))[place]
            ??= DecideTransfer(facts, action, recipient);
    }

    /// <summary>Whether the category may be stored.</summary>
    public Decision MayStore(Term category)
    {
        var facts = FactsOf(category);
        return facts.Answers.Store ??= DecideStore(facts);
    }

    /// <summary>Whether the category may be written to a log in the clear.</summary>
    public Decision MayLog(Term category)
    {
        var facts = FactsOf(category);
        return facts.Answers.Log ??= DecideLog(facts);
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
        var facts = FactsOf(category);
        var statements = facts.Answers.Statements ??= NearestBySubject(facts);
        return statements[subject is null ? 0 : subject.Index + 1];
    }

    /// <summary>
    /// The statement on a special category of this subject that names no ground for it (GDPR Art. 9(2)); null where one is
    /// named, where a law that the policy follows asks the policy itself or leaves this category out, and for what is not
    /// special.
    /// </summary>
    public DataStatement? LacksSpecialBasis(Term category, Term? subject)
    {
        if (!category.Special || StatementOn(category, subject) is not { SpecialBasis: null } nearest)
            return null;
        var isGrounded = subject is null && StatementsOn(category)
            .Any(statement => statement.Category == nearest.Category && statement.SpecialBasis is not null);
        return isGrounded || SpecialBasisCondition.Decides(nearest, category, Policy) ? null : nearest;
    }

    /// <summary>All statements that hold for the category, the nearest first.</summary>
    public ImmutableArray<DataStatement> StatementsOn(Term category) => FactsOf(category).Statements;

    /// <summary>
    /// How the category is protected: by the statements on it and on broader terms, and by those on many categories at
    /// once; in the order of the enumeration.
    /// </summary>
    public ImmutableArray<Protection> ProtectionsOf(Term category)
    {
        var answers = FactsOf(category).Answers;
        if (answers.Protections.IsDefault)
            answers.Protections = Protecting(category).SelectMany(one => ProtectionsIn(one)).Distinct().OrderBy(one => one)
                .ToImmutableArray();
        return answers.Protections;
    }

    /// <summary>The statements that protect the category so; empty where none does.</summary>
    public ImmutableArray<Statement> ProtectedBy(Term category, Protection protection) =>
        Protecting(category).Where(one => Has(one, protection)).ToImmutableArray();

    /// <summary>All categories that are protected so.</summary>
    public TermSet Protected(Protection protection) =>
        Policy.Protection.Any(one => Has(one, protection)) || Policy.Data.Any(one => Has(one, protection))
            ? TermSet.Of(Policy.Vocabulary.Terms(TermKind.Category).Where(one => Protecting(one).Any(by => Has(by, protection))))
            : TermSet.Empty;

    /// <summary>
    /// The purposes that the policy allows for the category, as it states them (narrower ones are included unsaid); for
    /// messages that say what is allowed instead.
    /// </summary>
    public ImmutableArray<Term> PurposesOf(Term category) =>
        FactsOf(category).Statements
            .SelectMany(statement => statement.Purposes)
            .Distinct()
            .Where(purpose => MayUse(category, purpose).IsAllowed)
            .ToImmutableArray();

    /// <summary>All purposes for which the category may be used, narrower ones included.</summary>
    public TermSet PurposeSetOf(Term category) =>
        TermSet.Of(Policy.Vocabulary.Terms(TermKind.Purpose).Where(purpose => MayUse(category, purpose).IsAllowed));

    /// <summary>The statements on recipients that receive the category.</summary>
    public ImmutableArray<RecipientStatement> RecipientsOf(Term category) =>
        Policy.Recipients.Where(statement => statement.Receives.Any(category.IsWithin)).ToImmutableArray();

    /// <summary>The statement on the purpose or the nearest broader one; null where the policy has none.</summary>
    public PurposeStatement? StatementOnPurpose(Term purpose) => _statements.PurposeOf(purpose);

    /// <summary>The statements on the recipient and on broader ones, nearest first.</summary>
    internal ImmutableArray<RecipientStatement> StatementsOnRecipient(Term recipient) =>
        _statements.RecipientsOf(recipient);

    /// <summary>Whether a <c>never</c> forbids what a statement does with the category: to sell, to rent, to trade.</summary>
    internal bool IsTransferForbidden(Term category, RecipientStatement statement, Term purpose, Term recipient) =>
        IsForbidden(FactsOf(category), statement, purpose, recipient);

    private Decision Use(Term category, Term purpose, Term? subject, Form form)
    {
        var facts = FactsOf(category);
        var row = facts.Answers.Uses(purpose.Index, _purposes, (_subjects + 1) * Forms);
        return row[(subject is null ? 0 : subject.Index + 1) * Forms + (int)form]
            ??= DecideUse(facts, purpose, subject, form);
    }

    private static Decision DecideCollect(CategoryFacts facts) =>
        Forbidden(facts.Never("collect"))
        ?? (facts.Statements.IsEmpty ? s_gap : new(Outcome.Allowed, [.. facts.Nearest]));

    private Decision DecideCollect(CategoryFacts facts, Term source, Term? subject)
    {
        var collected = MayCollect(facts.Category);
        if (!collected.IsAllowed)
            return collected;
        var nearest = facts.Nearest;
        if (subject is not null && StatementOn(facts.Category, subject) is { } own)
            nearest = facts.Statements
                .Where(statement => statement.Category == own.Category && statement.IsAbout(subject))
                .ToImmutableArray();
        var there = nearest
            .Where(statement => statement.Collected.IsEmpty || statement.Collected.Any(source.IsWithin))
            .ToImmutableArray<Statement>();
        return there.IsEmpty ? Violation(nearest) : new(Outcome.Allowed, there);
    }

    private Decision DecideUse(CategoryFacts facts, Term purpose, Term? subject, Form form)
    {
        if (Forbidden(facts.Never("use", purpose, null)) is { } forbidden)
            return forbidden;
        if (facts.Statements.IsEmpty)
            return NotCollected(facts);

        var own = subject is null
            ? facts.Statements
            : facts.Statements.Where(statement => statement.IsAbout(subject)).ToImmutableArray();
        if (own.IsEmpty)
            own = facts.Statements;
        var granting = own.Where(statement => statement.Purposes.Any(purpose.IsWithin)).ToImmutableArray();
        if (granting.IsEmpty)
            return Violation(own);
        var grants = granting.ToImmutableArray<Statement>();

        var stated = _statements.PurposeOf(purpose);
        if (stated is not null && form < stated.As)
            return new(Outcome.Violation, [stated, .. grants]);
        return new(Outcome.Allowed, grants)
        {
            Ways = [[.. GatesOf(stated).Union(GatesOf(granting))]],
            As = stated?.As ?? Form.Raw,
        };
    }

    // What is not collected is used for nothing; where that is said of it, that is why.
    private static Decision NotCollected(CategoryFacts facts)
    {
        var never = facts.Never("collect").ToImmutableArray<Statement>();
        return never.IsEmpty ? s_gap : new(Outcome.Gap, never);
    }

    private Decision DecideDisclosure(
        CategoryFacts facts, Term recipient, Term purpose, Term? subject, Form form)
    {
        if (Forbidden(facts.Never("disclose", purpose, recipient)) is { } forbidden)
            return forbidden;
        var use = Use(facts.Category, purpose, subject, form);
        if (!use.IsAllowed)
            return use;

        var statements = _statements.RecipientsOf(recipient);
        var grants = statements
            .Where(statement => form >= statement.As
                && statement.Purposes.Any(purpose.IsWithin)
                && statement.Receives.Any(facts.Category.IsWithin))
            .ToImmutableArray();
        if (grants.IsEmpty)
        {
            // What comes nearest is the most telling: the recipient's own statements, who else gets it, what it is for.
            if (statements.IsEmpty)
                statements = RecipientsOf(facts.Category);
            return statements.IsEmpty ? Violation(facts.Nearest) : Violation(statements);
        }

        var transfers = grants.Where(statement => !IsForbidden(facts, statement, purpose, recipient)).ToImmutableArray();
        return transfers.IsEmpty
            ? Violation(grants.SelectMany(statement => NeverTransfer(facts, statement.Action, purpose, recipient)).Distinct())
            : new(Outcome.Allowed, [.. transfers, .. use.Because])
            {
                Ways = Decision.Fewest(transfers.Select(statement => use.Needs.Concat(GatesOf(statement)))),
                As = transfers.Min(statement => statement.As) is var least && least > use.As ? least : use.As,
            };
    }

    private ImmutableArray<Term> GatesOf(PurposeStatement? purpose)
    {
        var gates = ImmutableArray<Term>.Empty;
        if (purpose is { Basis: LawfulBasis.Consent } && _consent is not null)
            gates = gates.Add(_consent);
        if (purpose is { Objection: true } && _noObjection is not null)
            gates = gates.Add(_noObjection);
        return gates;
    }

    private static IEnumerable<Term> GatesOf(RecipientStatement grant) => grant.After is { } gate ? [gate] : [];

    // Special data on explicit consent alone waits for it, whatever the purpose rests on (GDPR Art. 9(2)(a)).
    private IEnumerable<Term> GatesOf(ImmutableArray<DataStatement> grants) =>
        _consent is not null && grants.All(statement => statement.SpecialBasis == SpecialBasis.ExplicitConsent)
            ? [_consent]
            : [];

    private Decision DecideTransfer(CategoryFacts facts, RecipientAction action, Term? recipient)
    {
        var never = facts.Never(WordOf(action), null, recipient).Concat(facts.Never("disclose", null, recipient));
        if (Forbidden(never) is { } forbidden)
            return forbidden;
        if (facts.Statements.IsEmpty)
            return s_gap;

        var statements = recipient is null ? Policy.Recipients : _statements.RecipientsOf(recipient);
        var receiving = statements
            .Where(statement => statement.Action == action && statement.Receives.Any(facts.Category.IsWithin))
            .ToImmutableArray();
        var grants = receiving
            .Where(statement => statement.Purposes.Any(purpose =>
                MayDisclose(facts.Category, recipient ?? statement.Recipient, purpose, statement.As).IsAllowed))
            .ToImmutableArray();
        if (grants.IsEmpty)
            return Violation(receiving.IsEmpty ? facts.Nearest : receiving);
        return new(Outcome.Allowed, [.. grants])
        {
            Ways = Decision.Fewest(grants.Select(GatesOf)),
            As = grants.Min(statement => statement.As),
        };
    }

    private static bool IsForbidden(CategoryFacts facts, RecipientStatement statement, Term purpose, Term recipient) =>
        NeverTransfer(facts, statement.Action, purpose, recipient).Any();

    private static IEnumerable<Prohibition> NeverTransfer(
        CategoryFacts facts, RecipientAction action, Term purpose, Term recipient) =>
        action == RecipientAction.Share ? [] : facts.Never(WordOf(action), purpose, recipient);

    private static string WordOf(RecipientAction action) => action switch
    {
        RecipientAction.Sell => "sell",
        RecipientAction.Rent => "rent",
        RecipientAction.Trade => "trade",
        _ => "disclose",
    };

    private Decision DecideStore(CategoryFacts facts)
    {
        if (Forbidden(facts.Never("store").Concat(facts.Never("collect"))) is { } forbidden)
            return forbidden;
        if (facts.Statements.IsEmpty)
            return s_gap;
        // Of somebody it may be kept, unless what holds for each of them says never.
        var (kept, never) = (new List<DataStatement>(), new List<RetentionStatement>());
        foreach (var statement in facts.Answers.Statements ??= NearestBySubject(facts))
            if (statement?.Keep is { NeverStored: true } keep)
                AddOnce(never, keep);
            else if (statement is not null)
                AddOnce(kept, statement);
        return kept.Count > 0 ? new(Outcome.Allowed, [.. kept]) : Violation(never);
    }

    private static void AddOnce<T>(List<T> statements, T one) where T : Statement
    {
        if (!statements.Exists(other => ReferenceEquals(other, one)))
            statements.Add(one);
    }

    private Decision DecideLog(CategoryFacts facts)
    {
        if (Forbidden(facts.Never("log")) is { } forbidden)
            return forbidden;
        if (facts.Statements.IsEmpty)
            return s_gap;
        var kept = Protecting(facts.Category)
            .Where(one => Has(one, Protection.RedactedInLogs) || Has(one, Protection.Hashed))
            .ToImmutableArray();
        return kept.IsEmpty ? new(Outcome.Allowed, [.. facts.Nearest]) : Violation(kept);
    }

    private IEnumerable<Statement> Protecting(Term category) =>
        FactsOf(category).Statements.AsEnumerable<Statement>()
            .Concat(Policy.Protection.Where(statement => statement.Covers(category)));

    private static ImmutableArray<Protection> ProtectionsIn(Statement statement) => statement switch
    {
        DataStatement data => data.Protect,
        ProtectionStatement many => many.Protect,
        _ => [],
    };

    // Not Contains: for an array of enumeration values it is compiled just in time.
    private static bool Has(Statement statement, Protection protection)
    {
        var all = ProtectionsIn(statement);
        for (var i = 0; i < all.Length; i++)
            if (all[i] == protection)
                return true;
        return false;
    }

    private DataStatement?[] NearestBySubject(CategoryFacts facts)
    {
        var nearest = new DataStatement?[_subjects + 1];
        nearest[0] = facts.Statements.FirstOrDefault();
        foreach (var subject in Policy.Vocabulary.Terms(TermKind.Subject))
            nearest[subject.Index + 1] = facts.Statements.FirstOrDefault(statement => statement.IsAbout(subject));
        return nearest;
    }

    private CategoryFacts FactsOf(Term category) =>
        _categories[category.Index] ??= new CategoryFacts(category, _statements);

    private static Decision Violation(IEnumerable<Statement> because) =>
        new(Outcome.Violation, because.ToImmutableArray());

    private static Decision? Forbidden(IEnumerable<Prohibition> never)
    {
        var because = never.ToImmutableArray<Statement>();
        return because.IsEmpty ? null : Violation(because);
    }
}
