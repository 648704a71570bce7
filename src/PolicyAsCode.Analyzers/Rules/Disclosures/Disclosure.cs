using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Disclosures;

/// <summary>Personal data that a body hands to somebody else, itself or by what it calls.</summary>
/// <param name="Handed">What is handed over, and how.</param>
/// <param name="Recipient">Who gets it; null where nothing says.</param>
/// <param name="Purposes">For what; empty where nobody says.</param>
/// <param name="Given">What the body was given to hand over: whoever gave it answers for that.</param>
internal sealed record Disclosure(Handed Handed, Term? Recipient, ImmutableArray<Term> Purposes, TermSet Given)
{
    private static readonly ImmutableDictionary<SinkKind, string> Providers = new Dictionary<SinkKind, string>
    {
        [SinkKind.Prompt] = "model-provider",
        [SinkKind.Mail] = "email-provider",
        [SinkKind.Sms] = "sms-provider",
    }.ToImmutableDictionary();

    /// <summary>Whether it is a prompt to a language model.</summary>
    internal bool IsPrompt { get; init; }

    /// <summary>Where it is told: where it is handed over, or the call that has it handed over.</summary>
    internal SyntaxNode At { get; init; } = Handed.Value.Syntax;

    /// <summary>Whether it is told where it is handed over as well, if no purpose would do.</summary>
    internal bool IsServed => At != Handed.Value.Syntax && Handed.Far is null;

    /// <summary>What of it is not somebody else's to answer for, in a form.</summary>
    internal IEnumerable<Term> Categories(TermSet ofForm, BoundPolicy policy) =>
        policy.Terms(ofForm).Where(category => !Given.Contains(category));

    /// <summary>All disclosures of a body.</summary>
    internal static IEnumerable<Disclosure> In(BodyFlow flow, BoundPolicy policy)
    {
        foreach (var handed in flow.Handed)
            if (!handed.Label.IsImpersonal && Of(handed, flow, policy) is { } disclosure)
                yield return disclosure;
        // What a helper without a purpose hands over serves whoever calls it.
        if (!flow.Purposes.IsEmpty)
            foreach (var served in flow.Served)
                if (Of(served.Handed, flow, policy) is { Recipient: not null } disclosure)
                    yield return disclosure with { At = served.Syntax };
    }

    private static Disclosure? Of(Handed handed, BodyFlow flow, BoundPolicy policy)
    {
        var receiver = handed.Far is { } far ? far.Recipient is { } there ? new(there) : null
            : handed.Parameter is { } parameter ? policy.Recipients.ReceiverOf(handed.Method, parameter)
            : null;
        SinkKind? kind = null;
        if (receiver is null)
        {
            kind = policy.Sinks.LeavesAs(handed);
            if (kind is null || kind == SinkKind.Channel && Audience.IsOneUser(handed, flow, policy))
                return null;
            receiver = kind is SinkKind.Http
                ? CalledHost.ReceiverOf(handed, flow, policy)
                : Stated(Providers.TryGetValue(kind.Value, out var provider) ? provider : null, policy);
        }
        // The controller's own systems are nobody else.
        if (receiver is { IsController: true })
            return null;
        var recipient = receiver?.Recipient;

        // What goes through a recipient's own code was disclosed where that code was called.
        if (Sides(handed, policy).Any(side => recipient is null || ReferenceEquals(side, recipient)))
            return null;
        var own = policy.Recipients.Of(flow.Owner);
        recipient ??= own;
        return new(
            handed, recipient, PurposesOf(handed, flow, policy),
            own is not null && ReferenceEquals(own, recipient) ? GivenTo(flow.Owner, policy) : TermSet.Empty)
        {
            IsPrompt = kind is SinkKind.Prompt,
        };
    }

    private static IEnumerable<Term> Sides(Handed handed, BoundPolicy policy) =>
        handed.Path?.Methods.Select(method => policy.Recipients.Of(method)).OfType<Term>() ?? [];

    // What nobody bound goes to whoever does such things, where the policy names one.
    private static Receiver? Stated(string? key, BoundPolicy policy) =>
        key is not null && policy.Model.Vocabulary.Find(TermKind.Recipient, key) is { } provider
        && policy.Model.Recipients.Any(statement => provider.IsWithin(statement.Recipient))
            ? new(provider)
            : null;

    // The purposes of the code that is nearest to where it goes out.
    private static ImmutableArray<Term> PurposesOf(Handed handed, BodyFlow flow, BoundPolicy policy)
    {
        if (handed.Far is { Purposes: { IsEmpty: false } far })
            return far.In(policy.Model.Vocabulary.Terms(TermKind.Purpose));
        var purposes = flow.Purposes;
        foreach (var method in handed.Path?.Methods ?? [])
            if (policy.Purposes.Of(method) is { IsEmpty: false } nearer)
                purposes = nearer;
        return purposes;
    }

    private static TermSet GivenTo(ISymbol owner, BoundPolicy policy)
    {
        var given = TermSet.Empty;
        if (owner is IMethodSymbol { Parameters: var parameters })
            foreach (var parameter in parameters)
                given = given.Union(policy.Data.Categories(parameter)).Union(policy.Contents.Of(parameter.Type));
        return given;
    }
}
