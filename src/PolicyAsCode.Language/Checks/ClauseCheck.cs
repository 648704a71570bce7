using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Checks;

/// <summary>
/// PAC1004 and PAC1016: each clause that a statement names is one of the notice, and each clause of the notice is named
/// by some statement. A clause is looked for as it is written, also in statements that could not be read otherwise.
/// </summary>
internal static class ClauseCheck
{
    /// <summary>Compares a policy, and those that it extends, with their notices.</summary>
    /// <param name="notices">The notices; without clauses, nothing is checked.</param>
    /// <param name="noticeFiles">Their files: a clause of a line that cannot be read is one all the same.</param>
    /// <param name="policies">Files with a notice, the policy's and those of its bases.</param>
    /// <param name="others">Those of them without: which clauses they mean nobody can tell, but they may name some.</param>
    /// <param name="tests">The policy's tests: which clauses they are about.</param>
    /// <param name="vocabulary">The words of the policy.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static void Run(
        IReadOnlyCollection<NoticeModel> notices,
        IReadOnlyCollection<SyntaxTree> noticeFiles,
        IReadOnlyCollection<SyntaxTree> policies,
        IReadOnlyCollection<SyntaxTree> others,
        IReadOnlyCollection<SyntaxTree> tests,
        Vocabulary vocabulary,
        ICollection<PolicyDiagnostic> mistakes)
    {
        // A list that could not be read has been reported itself.
        var known = new HashSet<string>(
            notices.SelectMany(notice => notice.Clauses).Select(clause => clause.Id), StringComparer.Ordinal);
        if (known.Count == 0)
            return;

        known.UnionWith(noticeFiles.Where(file => HasUnread(file, mistakes)).SelectMany(file => WordsIn(file.Text)));
        var sorted = known.OrderBy(id => id, StringComparer.Ordinal).ToArray();
        var named = new HashSet<string>(
            others.SelectMany(file => ClausesIn(file.Root)).Select(clause => clause.Value), StringComparer.Ordinal);
        // A clause that cannot be told from others, or a statement that cannot be read, may be the one that seems missing.
        var isHidden = false;
        foreach (var file in policies)
        {
            var context = new BindingContext(file.Path, vocabulary, mistakes);
            foreach (var clause in ClausesIn(file.Root))
                if (known.Contains(clause.Value))
                    named.Add(clause.Value);
                else
                {
                    // What was meant is not missing as well: one mistake, one message.
                    var meant = Meant(clause.Value, known, sorted, context);
                    named.UnionWith(meant);
                    isHidden |= meant.Length == 0;
                    context.Report(PolicyRules.UnknownTerm, clause.Range, Unknown(clause.Value, meant));
                }
            isHidden |= HasEmptyClause(file.Root)
                || mistakes.Any(one => one.HidesStatement && one.Location.Path == file.Path);
            if (HasUnread(file, mistakes))
                named.UnionWith(WordsIn(file.Text));
        }

        foreach (var file in tests)
        {
            var context = new BindingContext(file.Path, vocabulary, mistakes);
            foreach (var clause in ClausesIn(file.Root).Where(clause => !known.Contains(clause.Value)))
                context.Report(PolicyRules.UnknownTerm, clause.Range,
                    Unknown(clause.Value, Meant(clause.Value, known, sorted, context)));
        }

        // Of a policy of which nothing could be read nobody knows what it states.
        if (isHidden || policies.Any(file => file.Root is { IsDamaged: true, Entries.IsEmpty: true }))
            return;
        foreach (var clause in notices.SelectMany(notice => notice.Clauses))
            if (!named.Contains(clause.Id))
                new BindingContext(clause.Location.Path, vocabulary, mistakes)
                    .Report(PolicyRules.ClauseNotStated, clause.Location, NotStated(clause));
    }

    private static string[] Meant(string id, HashSet<string> known, string[] sorted, BindingContext context)
    {
        var several = id.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (several.Length > 1 && several.All(known.Contains))
            return several;
        return context.MaySuggest && Nearest.To(id, sorted) is { } nearest ? [nearest] : [];
    }

    private static Message Unknown(string id, string[] meant) => meant.Length switch
    {
        0 => Message.Of("Notice.UnknownClause", id),
        1 => Message.Of("Notice.UnknownClauseMeant", id, meant[0]),
        _ => Message.Of("Notice.SeveralClauses", id, string.Join(", ", meant)),
    };

    // Whether a statement may be there that could not be read, and names a clause.
    private static bool HasUnread(SyntaxTree file, ICollection<PolicyDiagnostic> mistakes) => mistakes.Any(one =>
        one.Location.Path == file.Path
        && one.Id is PolicyRules.Syntax or PolicyRules.UnknownKey or PolicyRules.WrongValue or PolicyRules.Duplicate
            or PolicyRules.BeyondLimits);

    private static IEnumerable<string> WordsIn(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
            if (i == text.Length || !(char.IsLetterOrDigit(text[i]) || text[i] is '-' or '.' or '_'))
            {
                if (i > start)
                    yield return text.Substring(start, i - start);
                start = i + 1;
            }
    }

    private static Message NotStated(NoticeClause clause) => clause.Says is { } says
        ? Message.Of("Notice.NotStatedSays", clause.Id, says)
        : Message.Of("Notice.NotStated", clause.Id);

    private static IEnumerable<ScalarNode> ClausesIn(SyntaxNode node)
    {
        switch (node)
        {
            case MappingNode mapping:
                foreach (var entry in mapping.Entries)
                    foreach (var clause in entry.Key.Value == StatementKeys.Clause.Name && entry.Value is not MappingNode
                        ? Words(entry.Value)
                        : ClausesIn(entry.Value))
                        yield return clause;
                break;
            case SequenceNode sequence:
                foreach (var clause in sequence.Items.SelectMany(ClausesIn))
                    yield return clause;
                break;
        }
    }

    private static IEnumerable<ScalarNode> Words(SyntaxNode value)
    {
        var nodes = value is SequenceNode sequence ? sequence.Items : [value];
        return nodes.OfType<ScalarNode>().Where(word => word.Value.Length > 0 && !word.IsMissing);
    }

    private static bool HasEmptyClause(SyntaxNode node) => node switch
    {
        MappingNode mapping => mapping.Entries.Any(entry => entry.Key.Value == StatementKeys.Clause.Name
            ? entry.Value is MappingNode || !Words(entry.Value).Any()
            : HasEmptyClause(entry.Value)),
        SequenceNode sequence => sequence.Items.Any(HasEmptyClause),
        _ => false,
    };
}
