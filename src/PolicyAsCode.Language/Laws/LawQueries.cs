using System.Collections.Immutable;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws;

/// <summary>Which articles bear on what: for explanations, traces and reports.</summary>
public static class LawQueries
{
    /// <summary>The articles of the laws that a policy follows that bear on one of its statements.</summary>
    public static ImmutableArray<LawArticle> LawsOn(this PolicyModel policy, Statement statement) =>
        policy.LawsOn([statement]);

    /// <summary>
    /// The articles that bear on a term: on what the policy says of a category, a purpose, a recipient or a subject, or of
    /// a broader one.
    /// </summary>
    public static ImmutableArray<LawArticle> LawsOn(this PolicyModel policy, Term term) =>
        policy.LawsOn(policy.Statements().Where(statement => IsAbout(statement, term)));

    /// <summary>The articles that bear on a right, such as <c>access</c>, whether the policy serves it or not.</summary>
    public static ImmutableArray<LawArticle> LawsOn(this PolicyModel policy, string right) => policy.LawsOn(
        policy.Rights.Where(statement => statement.Right == right).DefaultIfEmpty(
            new() { Right = right, Location = policy.Header.Location }));

    private static ImmutableArray<LawArticle> LawsOn(this PolicyModel policy, IEnumerable<Statement> statements)
    {
        if (policy.Laws.IsEmpty)
            return [];
        var all = statements.ToArray();
        return [.. policy.Laws.SelectMany(law => law.Pack.Articles)
            .Where(article => Array.Exists(all, statement => article.BearsOn(statement, policy)))];
    }

    private static bool IsAbout(Statement statement, Term term) => statement switch
    {
        DataStatement data => term.IsWithin(data.Category),
        PurposeStatement purpose => term.IsWithin(purpose.Purpose),
        RecipientStatement recipient => term.IsWithin(recipient.Recipient),
        SubjectStatement subject => term.IsWithin(subject.Subject),
        _ => false,
    };
}
