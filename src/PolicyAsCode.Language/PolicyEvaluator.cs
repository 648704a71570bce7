using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language;

/// <summary>
/// Answers what a policy allows. Closed world: what no statement grants is forbidden; a <c>never</c> beats every grant;
/// what is said of a broader term holds for the narrower ones. Built once a policy; each question is a few bit tests.
/// </summary>
public sealed class PolicyEvaluator(PolicyModel policy)
{
    /// <summary>The policy it answers for.</summary>
    public PolicyModel Policy { get; } = policy;

    /// <summary>Whether the category is collected at all.</summary>
    public Decision MayCollect(Term category) => throw new NotImplementedException();

    /// <summary>Whether the category may be used for the purpose.</summary>
    public Decision MayUse(Term category, Term purpose) => throw new NotImplementedException();

    /// <summary>Whether the recipient may get the category in that form for that purpose.</summary>
    public Decision MayDisclose(Term category, Term recipient, Term purpose, Form form) => throw new NotImplementedException();

    /// <summary>Whether the category may be stored.</summary>
    public Decision MayStore(Term category) => throw new NotImplementedException();

    /// <summary>Whether the category may be written to a log in the clear.</summary>
    public Decision MayLog(Term category) => throw new NotImplementedException();

    /// <summary>
    /// The retention of the category for a subject: of the nearest statement, on it or a broader term, that is about the
    /// subject (or about nobody in particular); null where the policy has none.
    /// </summary>
    public RetentionStatement? RetentionOf(Term category, Term? subject) => throw new NotImplementedException();

    /// <summary>The nearest statement on the category or a broader term; null where the policy has none.</summary>
    public DataStatement? StatementOn(Term category) => throw new NotImplementedException();
}
