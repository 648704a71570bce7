using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Analyzers;

/// <summary>
/// Turns a finding into a diagnostic: at a hand-written place, as loud as the policy's <c>enforce</c>, unless a waiver
/// of the policy silences it, with the policy's own line among the additional locations.
/// </summary>
internal sealed class Reporter(
    BoundPolicy policy, Action<Diagnostic> report, CancellationToken cancel, Func<Location, bool>? isTold = null)
{
    /// <summary>Marks a finding that a waiver silences, for who counts them (<c>policy scan</c>); others never see it.</summary>
    internal const string Waived = "PolicyAsCode.Waived";

    private static readonly ImmutableDictionary<string, string?> s_waived =
        ImmutableDictionary<string, string?>.Empty.Add(Waived, "true");

    internal CancellationToken Cancel { get; } = cancel;

    /// <param name="rule">What is broken.</param>
    /// <param name="at">Where.</param>
    /// <param name="owner">The symbol that waivers name.</param>
    /// <param name="because">The statements that decided, the most telling first.</param>
    /// <param name="origins">Where the data came from.</param>
    /// <param name="message">What it is, where it goes, what the policy says, which clause, where.</param>
    /// <param name="mend">What a code fix has to know (<see cref="Mend"/>).</param>
    internal void Report(
        DiagnosticDescriptor rule, Location at, ISymbol? owner, IEnumerable<Statement> because,
        IEnumerable<Location> origins, Message message, ImmutableDictionary<string, string?>? mend = null)
    {
        if (isTold?.Invoke(at) == false)
            return;
        (at, origins) = (policy.Now(at), origins.Select(policy.Now));
        if (policy.HandWritten.Place(at, Cancel) is not { } place)
            return;
        var isWaived = policy.Waivers.Silence(rule.Id, owner);
        if (isWaived && !policy.TellsWaived)
            return;

        var others = ImmutableArray.CreateBuilder<Location>();
        foreach (var origin in origins)
            if (policy.HandWritten.Place(origin, Cancel) is { Kind: not LocationKind.None } hand && Here(hand) is var there
                && !others.Contains(there))
                others.Add(there);
        foreach (var statement in because)
            others.Add(PolicyLocation.Of(statement.Location));

        if (isWaived)
        {
            report(Diagnostic.Create(rule, place, DiagnosticSeverity.Info, others, s_waived, message.In(policy.Language)));
            return;
        }
        var accepted = Accepted(rule.Id, at, owner, origins);
        report(Diagnostic.Create(
            rule, place, accepted is null ? Loudness(rule.Id) : DiagnosticSeverity.Info, others.Count == 0 ? null : others,
            accepted is null ? mend : accepted.AddRange(mend ?? accepted), message.In(policy.Language)));
    }

    // A diagnostic may name trees of its own compilation only; of another one that is open in the editor, the file.
    private Location Here(Location place) =>
        place.SourceTree is not { } tree || policy.Holds(tree)
            ? place
            : Location.Create(tree.FilePath, place.SourceSpan, place.GetLineSpan().Span);

    /// <summary>The same for a finding with no origin but its own place.</summary>
    internal void Report(
        DiagnosticDescriptor rule, Location at, ISymbol? owner, IEnumerable<Statement> because, Message message,
        ImmutableDictionary<string, string?>? mend = null) =>
        Report(rule, at, owner, because, [], message, mend);

    /// <summary>A finding that nothing softens: no waiver, no <c>enforce</c>, no tool that wrote the code.</summary>
    internal void ReportAlways(DiagnosticDescriptor rule, Location at, Message message) =>
        report(Diagnostic.Create(rule, policy.Now(at), message.In(policy.Language)));

    /// <summary>The same for a finding in a file of the policy.</summary>
    internal void Report(DiagnosticDescriptor rule, FileLocation at, Message message) => report(Diagnostic.Create(
        rule, PolicyLocation.Of(at), Loudness(rule.Id), additionalLocations: null, properties: null, message.In(policy.Language)));

    /// <summary>A finding about the baseline, in no code: as loud as <c>enforce</c> says of this very rule.</summary>
    internal void ReportOfBaseline(DiagnosticDescriptor rule, Location at, Message message) => report(Diagnostic.Create(
        rule, at, PolicyLocation.Severity(policy.Model.Enforce.OwnOf(rule.Id) ?? PolicyRules.DefaultSeverity(rule.Id)), null,
        properties: null, message.In(policy.Language)));

    // What an accepted finding leaves by: the build counts it, and an editor shows it as a remark.
    private ImmutableDictionary<string, string?>? Accepted(
        string rule, Location at, ISymbol? owner, IEnumerable<Location> origins) =>
        policy.Baseline is { } baseline && baseline.Accept(rule, at, owner, origins, Cancel) is { } fingerprint
            ? ImmutableDictionary<string, string?>.Empty.Add(Baseline.Property, fingerprint)
            : null;

    private DiagnosticSeverity Loudness(string id) => PolicyLocation.Severity(
        (PolicyRules.IsAboutPolicyFiles(id) || PolicyRules.IsAboutTheTool(id)) && policy.Model.Enforce.OwnOf(id) is null
            ? PolicyRules.DefaultSeverity(id)
            : policy.Model.Enforce.Of(id));
}
