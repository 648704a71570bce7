using PolicyAsCode.Language.Facts;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Solution;

/// <summary>
/// PAC1026: personal data is stored, and no code reads it for any purpose (GDPR Art. 5(1)(c)). What a law says to keep is
/// kept unread, and is not told.
/// </summary>
internal static class UnreadMembers
{
    public static void Ask(SolutionCode code, SolutionAnswers answers)
    {
        var evaluator = new PolicyEvaluator(code.Policy.Model!);
        var unread = code.Held
            .Where(held => held.IsStored && held.Member.StartsWith("P:", StringComparison.Ordinal))
            .Where(held => NameOf(held) is var name && code.IsOurs(name) && !code.MayRead(name))
            .Select(held => (Held: held, Statements: StatementsOn(held, code, evaluator).ToList()))
            .Where(one => one.Statements.Count > 0 && one.Statements.TrueForAll(statement => statement.Keep?.AtLeast is null))
            // A member of several categories is told once.
            .GroupBy(one => one.Statements[0]);
        foreach (var of in unread)
            answers.Add(
                PolicyRules.StoredUnread, of.Key.Location,
                Message.Of(
                    "Solution.StoredUnread", of.Key.Category.Key,
                    of.Select(one => SolutionCode.Shown(NameOf(one.Held))).Distinct().ToList(),
                    of.Key.Purposes.Select(purpose => purpose.Key).ToList()));
    }

    /// <summary>Its type, a dot and its name.</summary>
    internal static string NameOf(HeldMember held) => held.Member.Substring(2);

    private static IEnumerable<DataStatement> StatementsOn(HeldMember held, SolutionCode code, PolicyEvaluator evaluator)
    {
        var vocabulary = code.Policy.Vocabulary;
        var subjects = held.Subjects.Select(key => vocabulary.Meant(TermKind.Subject, key)).DefaultIfEmpty(null).ToList();
        foreach (var category in held.Categories.Select(key => vocabulary.Meant(TermKind.Category, key)).OfType<Term>())
            foreach (var subject in subjects)
                if (evaluator.StatementOn(category, subject) is { } statement)
                    yield return statement;
    }
}
