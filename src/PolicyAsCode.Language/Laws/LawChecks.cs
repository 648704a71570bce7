using PolicyAsCode.Language.Calendars;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Laws;

/// <summary>PAC1010, PAC1011: a policy keeps the laws that it says it follows.</summary>
internal static class LawChecks
{
    /// <summary>Checks a policy, article by article.</summary>
    public static void Run(PolicyModel policy, ICollection<PolicyDiagnostic> findings)
    {
        if (policy.Laws.IsEmpty)
            return;
        // What is about nobody is no matter of these laws.
        var holdsData = !policy.Data.IsEmpty;
        var businessDays = policy.Controller.BusinessDays();
        foreach (var law in policy.Laws)
            foreach (var article in law.Pack.Articles.Where(article => holdsData || article.Condition.IsAskedWithoutData))
                article.Condition.Check(new(policy, law, article, businessDays, findings));
    }
}
