using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Checks;

/// <summary>PAC1008: a purpose that something is used for has a statement that names its lawful basis.</summary>
internal static class LawfulBasisCheck
{
    /// <summary>Reports each purpose once, where it is used first.</summary>
    public static void Run(
        PolicyModel policy, IEnumerable<Located<Term>> used, IReadOnlyCollection<SyntaxNode?> sections,
        BindingContext context)
    {
        var stated = TermSet.Of(policy.Purposes.Select(statement => statement.Purpose));
        var reported = TermSet.Empty;
        foreach (var use in used)
        {
            var purpose = use.Value;
            if (reported.Contains(purpose) || purpose.SelfAndBroader().Any(stated.Contains)
                || sections.Any(section => IsWritten(section, purpose, context)))
                continue;
            reported = reported.Union(TermSet.Of(purpose));
            context.Report(PolicyRules.PurposeWithoutBasis, use.Location,
                Message.Of("Checks.PurposeWithoutBasis", purpose, $"{purpose}: {{ clause: …, basis: … }}",
                    PurposeBinder.Bases));
        }
    }

    // A statement that is there and could not be bound has been reported itself.
    private static bool IsWritten(SyntaxNode? section, Term purpose, BindingContext context) =>
        section is MappingNode mapping && mapping.Entries.Any(entry => StatedCheck.IsMeant(entry.Key.Value, purpose, context));
}
