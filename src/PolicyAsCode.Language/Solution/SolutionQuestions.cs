using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Solution;

/// <summary>
/// What no single project can answer: which statements nothing is about, what is stored and read by nothing, which dates
/// nobody writes, which waivers silence nothing, and which projects stand under another version of the policy. Each finding
/// stands at the policy's own line.
/// </summary>
public static class SolutionQuestions
{
    /// <summary>Asks all of them.</summary>
    /// <param name="code">The code; the policy under which it is asked must have been read.</param>
    public static ImmutableArray<PolicyDiagnostic> Ask(SolutionCode code)
    {
        var answers = new SolutionAnswers(code.Policy.Model!);
        PolicyVersions.Ask(code, answers);
        VacuousStatements.Ask(code, answers);
        UnreadMembers.Ask(code, answers);
        UnwrittenAnchors.Ask(code, answers);
        IdleWaivers.Ask(code, answers);
        return answers.InOrder();
    }
}

/// <summary>The answers of the questions over a solution.</summary>
internal sealed class SolutionAnswers(PolicyModel policy)
{
    private readonly List<PolicyDiagnostic> _found = [];

    /// <summary>Reports at a line, as loudly as the policy says; what a base states serves other policies as well.</summary>
    public void Add(string id, FileLocation location, Message message)
    {
        if (location.Path == policy.Header.Location.Path)
            _found.Add(new(id, policy.Enforce.OwnOf(id) ?? PolicyRules.DefaultSeverity(id), message, location));
    }

    /// <summary>By line.</summary>
    public ImmutableArray<PolicyDiagnostic> InOrder() =>
    [
        .. _found.OrderBy(one => one.Location.Range.Start.Line).ThenBy(one => one.Location.Range.Start.Column)
            .ThenBy(one => one.Id, StringComparer.Ordinal).ThenBy(one => one.Message, StringComparer.Ordinal),
    ];
}
