using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Checks;

/// <summary>
/// PAC1019: statements that nothing can ever match. They are looked for only in a policy without errors: where one line
/// is wrong, it may be the one that another line seems to lack. What a base states is passed by: it serves other policies.
/// </summary>
internal static class VacuityCheck
{
    /// <summary>Looks for all of them.</summary>
    public static void Run(PolicyModel policy, IEnumerable<Located<Term>> sources, BindingContext context)
    {
        Purposes(policy, context);
        Recipients(policy, context);
        Subjects(policy, context);
        Sources(policy, sources, context);
        Waivers(policy, context);
    }

    private static void Purposes(PolicyModel policy, BindingContext context)
    {
        var used = new HashSet<Term>();
        foreach (var data in policy.Data)
            Add(data.Purposes, used);
        foreach (var data in policy.NonPersonal)
            Add(data.Purposes, used);
        foreach (var cookie in policy.Cookies)
            Add(cookie.Purposes, used);
        foreach (var tracker in policy.Trackers)
            Add(tracker.Purposes, used);
        foreach (var statement in policy.Purposes)
            if (!used.Any(purpose => Meet(purpose, statement.Purpose)))
                Report(statement, Message.Of("Sections.PurposeUnused", statement.Purpose), context);
    }

    private static void Recipients(PolicyModel policy, BindingContext context)
    {
        var granted = new Dictionary<Term, HashSet<Term>>();
        foreach (var data in policy.Data)
        {
            if (!granted.TryGetValue(data.Category, out var purposes))
                granted.Add(data.Category, purposes = []);
            Add(data.Purposes, purposes);
        }
        foreach (var recipient in policy.Recipients)
            if (!granted.Keys.Any(category => recipient.Receives.Any(received => Meet(received, category))
                && recipient.Purposes.Any(purpose => granted[category].Any(use => Meet(use, purpose)))))
                Report(recipient, Message.Of("Sections.RecipientReceivesNothing", recipient.Recipient), context);
    }

    private static void Subjects(PolicyModel policy, BindingContext context)
    {
        var used = new HashSet<Term>();
        foreach (var data in policy.Data)
        {
            // Data that says nothing of whom it is about is about everybody.
            if (data.Subjects.IsEmpty)
                return;
            Add(data.Subjects, used);
        }
        foreach (var statement in policy.Subjects)
            if (!used.Any(subject => Meet(subject, statement.Subject)))
                Report(statement, Message.Of("Sections.SubjectUnused", statement.Subject), context);
    }

    // Each term a few times among tens of thousands: nothing is made for a statement that adds none.
    private static void Add(ImmutableArray<Term> terms, HashSet<Term> all)
    {
        foreach (var term in terms)
            all.Add(term);
    }

    private static void Sources(PolicyModel policy, IEnumerable<Located<Term>> sources, BindingContext context)
    {
        var used = sources.Select(use => use.Value).Distinct().ToArray();
        foreach (var statement in policy.Sources)
            if (!used.Any(source => Meet(source, statement.Source)))
                Report(statement, Message.Of("Sections.SourceUnused", statement.Source), context);
    }

    // A term out of use is reported in code as well.
    private static void Waivers(PolicyModel policy, BindingContext context)
    {
        foreach (var waiver in policy.Waivers)
            if (PolicyRules.IsAboutPolicyFiles(waiver.Rule) && waiver.Rule != PolicyRules.TermDeprecated)
                Report(waiver, Message.Of("Sections.WaiverOfPolicyRule", waiver.Rule), context);
            else if (waiver.Rule == PolicyRules.Suppressed)
                Report(waiver, Message.Of("Sections.WaiverOfSuppression", waiver.Rule), context);
    }

    private static void Report(Statement statement, Message message, BindingContext context)
    {
        if (statement.Location.Path == context.Path)
            context.Report(PolicyRules.MatchesNothing, statement.Location, message);
    }

    private static bool Meet(Term one, Term other) => one.IsWithin(other) || other.IsWithin(one);
}
