using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Language.Libraries;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// Which calls take data somewhere that rules ask about: by the models of libraries, by bindings, by attributes. A new
/// kind of sink is a line in a model, and a rule.
/// </summary>
/// <param name="types">Types by name.</param>
/// <param name="bindings">The bindings.</param>
/// <param name="names">Names of logs.</param>
/// <param name="recipients">Who gets what.</param>
/// <param name="own">The project's own models.</param>
/// <param name="hasCredentials">Whether the policy has any data of which it matters how it is compared.</param>
internal sealed class Sinks(
    KnownTypes types, BoundNames bindings, NameIndex names, Recipients recipients, LibraryModel own, bool hasCredentials)
{
    private const string Logger = "Microsoft.Extensions.Logging.ILogger";

    private static readonly Lazy<ILookup<string, LibrarySink>> s_builtIn = new(() => ByMember(LibraryModels.BuiltIn.Sinks));

    // What leaves the program, whoever gets it.
    private static readonly SinkKind[] s_leaving =
        [SinkKind.Http, SinkKind.Prompt, SinkKind.Mail, SinkKind.Sms, SinkKind.Channel];

    private readonly ILookup<string, LibrarySink> _own = ByMember(own.Sinks);
    private readonly ImmutableHashSet<string> _bound = [.. bindings.SinkNames];
    private readonly ConcurrentDictionary<IMethodSymbol, LibrarySink[]> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether it matters to anybody how texts are compared.</summary>
    internal bool HasCredentials { get; } = hasCredentials;

    /// <summary>Whether what is handed to that parameter goes there; to null, whether what it is called on does.</summary>
    internal bool Is(SinkKind kind, IMethodSymbol method, IParameterSymbol? parameter)
    {
        foreach (var sink in Of(method))
            if (sink.Kind == kind && Takes(sink, method, parameter))
                return true;
        return parameter is not null
            && (Binds(kind, method, parameter) || kind == SinkKind.Log && IsLog(method));
    }

    /// <summary>Whether what a body hands over goes there in the end.</summary>
    internal bool Is(SinkKind kind, Handed handed) =>
        handed.Far is { } far ? far.Is(kind) : Is(kind, handed.Method, handed.Parameter);

    /// <summary>As what it leaves the program; null where it does not, as far as models and bindings say.</summary>
    internal SinkKind? LeavesAs(Handed handed)
    {
        foreach (var kind in s_leaving)
            if (Is(kind, handed))
                return kind;
        return null;
    }

    /// <summary>Whether callers hear of what a method hands to that parameter.</summary>
    internal bool Concerns(IMethodSymbol method, IParameterSymbol? parameter)
    {
        foreach (var sink in Of(method))
            if (Takes(sink, method, parameter))
                return true;
        return parameter is not null
            && (Binds(null, method, parameter) || IsLog(method) || recipients.Of(method, parameter) is not null);
    }

    /// <summary>Whether what is handed to that parameter leaves the controller, or the program.</summary>
    internal bool Leaves(IMethodSymbol method, IParameterSymbol? parameter) =>
        parameter is not null && (recipients.ReceiverOf(method, parameter) is { } receiver
            ? !receiver.IsController
            : Array.Exists(s_leaving, kind => Is(kind, method, parameter)));

    /// <summary>Sinks by the simple name of their member.</summary>
    internal static ILookup<string, LibrarySink> ByMember(IEnumerable<LibrarySink> sinks) =>
        sinks.ToLookup(sink => sink.Member, StringComparer.Ordinal);

    private LibrarySink[] Of(IMethodSymbol method) =>
        s_builtIn.Value.Contains(method.Name) || _own.Contains(method.Name)
            ? _known.TryGetValue(method.OriginalDefinition, out var known) ? known : _known.GetOrAdd(method.OriginalDefinition, Read)
            : [];

    private LibrarySink[] Read(IMethodSymbol method) =>
    [
        .. s_builtIn.Value[method.Name].Concat(_own[method.Name]).Where(sink =>
            (HasCredentials || sink.Kind != SinkKind.Comparison) && types.Is(method.ContainingType, sink.Type)),
    ];

    // No kind is any of them.
    private bool Binds(SinkKind? kind, IMethodSymbol method, IParameterSymbol parameter)
    {
        if (!_bound.Contains(method.Name) || bindings.Method(method) is not { } bound)
            return false;
        var reached = bound.Argument(parameter.Name, parameter.Ordinal)?.Reaches ?? [];
        return kind is { } one
            ? bound.Reaches.Contains(one) || reached.Contains(one)
            : !bound.Reaches.IsEmpty || !reached.IsEmpty;
    }

    // What an exception of ours hands to its base is told by its own body.
    private static bool Takes(LibrarySink sink, IMethodSymbol method, IParameterSymbol? parameter) =>
        parameter is null
            ? sink.TakesReceiver
            : sink.Takes(parameter.Name)
                && (sink.Kind != SinkKind.Exception || method.DeclaringSyntaxReferences.IsEmpty);

    private bool IsLog(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.DelegateInvoke)
            // What LoggerMessage.Define makes: Action<ILogger, …>.
            return method.Parameters.Length > 0 && types.Is(method.Parameters[0].Type, Logger);
        return names.Logs.Contains(method.Name)
            && Attributes.Has(method, "LoggerMessageAttribute", "Microsoft.Extensions.Logging");
    }
}
