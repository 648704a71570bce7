using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Analyzers.Rules.Disclosures;
using PolicyAsCode.Language.Facts;
using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Flow;

/// <summary>A summary as facts: symbols become ids, terms become keys, and what a caller assumes anyway is left out.</summary>
internal sealed class MethodFactsOf(BoundPolicy policy, IAssemblySymbol assembly)
{
    private static readonly ImmutableArray<SinkKind> s_kinds = [.. Enum.GetValues(typeof(SinkKind)).Cast<SinkKind>().Where(IsTold)];

    /// <summary>Whether callers hear of a kind of sink: not of what concerns the body alone that does it.</summary>
    internal static bool IsTold(SinkKind kind) => kind is not (SinkKind.Comparison or SinkKind.Edge);

    /// <summary>The facts of a method; null where they would say nothing that a caller does not assume.</summary>
    /// <param name="method">The method.</param>
    /// <param name="runsFor">What callers call, and this runs.</param>
    /// <param name="summary">What it does.</param>
    /// <param name="given">The parameters that callers may hand personal data to, as bits.</param>
    internal MethodFacts? Of(
        IMethodSymbol method, ImmutableArray<IMethodSymbol> runsFor, MethodSummary summary, ulong given)
    {
        if (method.GetDocumentationCommentId() is not { } id)
            return null;
        var returned = summary.Returned with { From = summary.Returned.From.Only(given) };
        var assumed = AssumedReturn.Of(method);
        assumed = assumed with { From = assumed.From.Only(given) };
        var facts = new MethodFacts(id)
        {
            RunsFor = [.. runsFor.Select(declared => declared.GetDocumentationCommentId()).OfType<string>().Distinct()],
            // Whoever calls an interface does not know whose types it returns.
            Returned = returned.Equals(assumed) && (runsFor.IsEmpty || returned.IsEmpty) ? null : Data(returned),
            Outs =
            [
                .. summary.Outs.Select((label, ordinal) => new OutFacts(ordinal, Data(label)))
                    .Where(one => !one.Held.IsEmpty),
            ],
            Passages = [.. summary.Passages.Select(passage => Passage(passage, given)).OfType<PassageFacts>()],
            Deposits = [.. summary.Deposits.Select(deposit => Deposit(method, deposit, given)).OfType<DepositFacts>()],
            Uses = [.. summary.Uses.Select(Use).OfType<UseFacts>()],
            Disclosed = [.. summary.Disclosed.Select(Disclosed).OfType<PassageFacts>()],
            Proof = summary.Proof == MethodProof.None ? null : Proof(summary.Proof),
        };
        var saysNothing = facts.Returned is null && facts.Outs.IsEmpty && facts.Passages.IsEmpty && facts.Deposits.IsEmpty
            && facts.Uses.IsEmpty && facts.Disclosed.IsEmpty && facts.Proof is null;
        // Of several that may run where a gate is asked, one that proves nothing counts as well.
        return saysNothing && (runsFor.IsEmpty || !ProvingMethods.Answers(method.ReturnType)) ? null : facts;
    }

    private PassageFacts? Passage(Passage passage, ulong given)
    {
        var from = passage.From.Only(given);
        return from.IsEmpty
            ? null
            : End(Data(Label.Of(from)), passage.Method, passage.Parameter, passage.Far, passage.Site, passage.Path);
    }

    private PassageFacts? Disclosed(Handed handed) =>
        End(Data(handed.Label with { From = default }), handed.Method, handed.Parameter, handed.Far, handed.Site, handed.Path!)
            is { } told && (told.Recipient is not null || told.Host is not null)
                ? told
                : null;

    private PassageFacts? End(
        DataFacts data, IMethodSymbol method, IParameterSymbol? parameter, FarSink? far, Location site, CallPath path)
    {
        var kinds = s_kinds.Where(kind => far?.Is(kind) ?? policy.Sinks.Is(kind, method, parameter)
            // A URL that is made elsewhere is told where it is made.
            && !(kind == SinkKind.Url && parameter?.Type.Name == "Uri")).ToList();
        var recipient = far is not null ? far.Recipient
            : parameter is null ? null
            : policy.Recipients.Of(method, parameter);
        // What goes through a recipient's own code was disclosed where that code was called.
        if (path.Methods.Select(policy.Recipients.Of).OfType<Term>()
            .Any(side => recipient is null || ReferenceEquals(side, recipient)))
        {
            kinds.RemoveAll(kind => kind is SinkKind.Http or SinkKind.Prompt);
            recipient = null;
        }
        var host = far is not null ? far.Host
            : kinds.Contains(SinkKind.Http) && CallSite.Of(method, site, path, policy) is { } call
                ? CalledHost.Of(call, policy).FirstOrDefault()
                : null;
        if (kinds.Count == 0 && recipient is null)
            return null;
        var purposes = far is { Purposes.IsEmpty: false }
            ? policy.Model.Vocabulary.Terms(TermKind.Purpose).Where(far.Purposes.Contains)
            : path.Methods.Select(policy.Purposes.Of).LastOrDefault(some => !some.IsEmpty) is { IsDefault: false } nearest
                ? nearest
                : [];
        return new(data, far?.Method ?? Id(method))
        {
            Kinds = [.. kinds.Select(kind => kind.ToString())],
            Recipient = recipient?.Key,
            Host = host,
            Purposes = [.. purposes.Select(purpose => purpose.Key)],
            Path = Steps(path),
        };
    }

    private DepositFacts? Deposit(IMethodSymbol method, Deposit deposit, ulong given)
    {
        var from = deposit.From.Only(given);
        // Callers know by themselves that a constructor's parameter ends in the property of its name.
        var isKnown = method.MethodKind == MethodKind.Constructor
            && method.Parameters.Any(parameter => from.Equals(Inputs.Of(parameter.Ordinal))
                && parameter.Name.Equals(deposit.Member.Name, StringComparison.OrdinalIgnoreCase))
            && deposit.Member is IPropertySymbol;
        return from.IsEmpty || isKnown
            ? null
            : new(Data(Label.Of(from)), deposit.FarName ?? Id(deposit.Member)) { Path = Steps(deposit.Path) };
    }

    private UseFacts? Use(Use use) => use.Read.Categories.IsEmpty
        ? null
        : new(use.Read.FarName ?? Id(use.Read.Member))
        {
            Categories = Keys(use.Read.Categories, TermKind.Category),
            Purposes = [.. use.Purposes.Select(purpose => purpose.Key)],
            Proved = Keys(use.Read.Proved, TermKind.Gate),
            IsPresenceTest = use.Read.IsPresenceTest,
            IsCopy = use.Read.IsCopy,
            Path = Steps(use.Path),
        };

    private ProofFacts Proof(MethodProof proof) =>
        new(Gates(proof.Always), Gates(proof.Returned.WhenTrue), Gates(proof.Returned.WhenFalse));

    private ImmutableArray<string> Gates(TermSet gates) =>
        !gates.IsEmpty && gates.Equals(policy.Proving.All) ? [ProofFacts.All] : Keys(gates, TermKind.Gate);

    private DataFacts Data(Label label) => new()
    {
        FromRaw = label.From.Raw,
        FromPseudonymised = label.From.Pseudonymised,
        FromAggregated = label.From.Aggregated,
        Raw = Keys(label.Raw, TermKind.Category),
        Pseudonymised = Keys(label.Pseudonymised, TermKind.Category),
        Aggregated = Keys(label.Aggregated, TermKind.Category),
    };

    private ImmutableArray<string> Keys(TermSet terms, TermKind kind) =>
        terms.IsEmpty ? [] : [.. terms.In(policy.Model.Vocabulary.Terms(kind)).Select(term => term.Key)];

    // All but the first, which is the method that the facts are of.
    private ImmutableArray<string> Steps(CallPath path) =>
    [
        .. path.Steps.Skip(1).Select(step => step.Method is { } method
            ? SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, assembly)
                ? Id(method)
                : FactNames.Elsewhere(method.ContainingAssembly.Name, Id(method))
            : FactNames.Elsewhere(step.Assembly ?? "", step.Id)),
    ];

    private static string Id(ISymbol symbol) =>
        symbol.OriginalDefinition.GetDocumentationCommentId() ?? symbol.ToDisplayString();
}
