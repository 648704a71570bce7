using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Language.Libraries;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// Which calls take data somewhere that rules ask about: by the models of libraries, by bindings, by attributes. A new
/// kind of sink is a line in a model, and a rule.
/// </summary>
internal sealed class Sinks(KnownTypes types, BoundNames bindings, NameIndex names, Recipients recipients)
{
    private const string Logger = "Microsoft.Extensions.Logging.ILogger";

    private readonly ConcurrentDictionary<IMethodSymbol, LibrarySink[]> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether what is handed to that parameter goes there.</summary>
    internal bool Is(SinkKind kind, IMethodSymbol method, IParameterSymbol? parameter)
    {
        if (parameter is null)
            return false;
        foreach (var sink in Of(method))
            if (sink.Kind == kind && Takes(sink, method, parameter))
                return true;
        return kind == SinkKind.Log && IsLog(method);
    }

    /// <summary>Whether callers hear of what a method hands to that parameter.</summary>
    internal bool Concerns(IMethodSymbol method, IParameterSymbol? parameter)
    {
        if (parameter is null)
            return false;
        foreach (var sink in Of(method))
            if (Takes(sink, method, parameter))
                return true;
        return IsLog(method) || recipients.Of(method, parameter) is not null;
    }

    /// <summary>Whether what is handed to that parameter leaves the controller, or the program.</summary>
    internal bool Leaves(IMethodSymbol method, IParameterSymbol? parameter) =>
        parameter is not null
        && (recipients.Of(method, parameter) is not null || Is(SinkKind.Http, method, parameter)
            || Is(SinkKind.Prompt, method, parameter));

    private LibrarySink[] Of(IMethodSymbol method) =>
        LibraryModels.Sinks.Contains(method.Name) ? _known.GetOrAdd(method.OriginalDefinition, Read) : [];

    private LibrarySink[] Read(IMethodSymbol method) =>
        [.. LibraryModels.Sinks[method.Name].Where(sink => types.Is(method.ContainingType, sink.Type))];

    // What an exception of ours hands to its base is told by its own body; a primary constructor has none that is walked.
    private static bool Takes(LibrarySink sink, IMethodSymbol method, IParameterSymbol parameter) =>
        sink.Takes(parameter.Name)
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
