using System.Collections.Concurrent;
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
/// <param name="hasCredentials">Whether the policy has any data of which it matters how it is compared.</param>
internal sealed class Sinks(
    KnownTypes types, BoundNames bindings, NameIndex names, Recipients recipients, bool hasCredentials)
{
    private const string Logger = "Microsoft.Extensions.Logging.ILogger";

    private readonly ConcurrentDictionary<IMethodSymbol, LibrarySink[]> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether it matters to anybody how texts are compared.</summary>
    internal bool HasCredentials { get; } = hasCredentials;

    /// <summary>Whether what is handed to that parameter goes there; to null, whether what it is called on does.</summary>
    internal bool Is(SinkKind kind, IMethodSymbol method, IParameterSymbol? parameter)
    {
        foreach (var sink in Of(method))
            if (sink.Kind == kind && Takes(sink, method, parameter))
                return true;
        return kind == SinkKind.Log && parameter is not null && IsLog(method);
    }

    /// <summary>Whether what a body hands over goes there in the end.</summary>
    internal bool Is(SinkKind kind, Handed handed) =>
        handed.Far is { } far ? far.Is(kind) : Is(kind, handed.Method, handed.Parameter);

    /// <summary>Whether callers hear of what a method hands to that parameter.</summary>
    internal bool Concerns(IMethodSymbol method, IParameterSymbol? parameter)
    {
        foreach (var sink in Of(method))
            if (Takes(sink, method, parameter))
                return true;
        return parameter is not null && (IsLog(method) || recipients.Of(method, parameter) is not null);
    }

    /// <summary>Whether what is handed to that parameter leaves the controller, or the program.</summary>
    internal bool Leaves(IMethodSymbol method, IParameterSymbol? parameter) =>
        parameter is not null
        && (recipients.Of(method, parameter) is not null || Is(SinkKind.Http, method, parameter)
            || Is(SinkKind.Prompt, method, parameter));

    private LibrarySink[] Of(IMethodSymbol method) =>
        LibraryModels.Sinks.Contains(method.Name) ? _known.GetOrAdd(method.OriginalDefinition, Read) : [];

    private LibrarySink[] Read(IMethodSymbol method) =>
        [.. LibraryModels.Sinks[method.Name].Where(sink =>
            (HasCredentials || sink.Kind != SinkKind.Comparison) && types.Is(method.ContainingType, sink.Type))];

    // What an exception of ours hands to its base is told by its own body; a primary constructor has none that is walked.
    private static bool Takes(LibrarySink sink, IMethodSymbol method, IParameterSymbol? parameter) => parameter is null
        ? sink.TakesReceiver
        : sink.Takes(parameter.Name)
        && (sink.Kind != SinkKind.Exception || method.DeclaringSyntaxReferences.IsEmpty
            || method.DeclaringSyntaxReferences[0].GetSyntax() is TypeDeclarationSyntax
            {
                BaseList.Types: [PrimaryConstructorBaseTypeSyntax { ArgumentList: var handedOn }, ..],
            }
            && handedOn.DescendantNodes().OfType<IdentifierNameSyntax>()
                .Any(name => name.Identifier.ValueText == parameter.Name));

    private bool IsLog(IMethodSymbol method)
    {
        if (method.MethodKind == MethodKind.DelegateInvoke)
            // What LoggerMessage.Define makes: Action<ILogger, …>.
            return method.Parameters.Length > 0 && types.Is(method.Parameters[0].Type, Logger);
        return names.Logs.Contains(method.Name)
            && (bindings.Method(method) is { Logs: true }
                || Attributes.Has(method, "LoggerMessageAttribute", "Microsoft.Extensions.Logging"));
    }
}
