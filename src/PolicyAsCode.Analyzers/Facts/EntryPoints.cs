using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Facts.Endpoints;

namespace PolicyAsCode.Analyzers.Facts;

/// <summary>
/// Where a program begins to do something: nobody in it calls these methods, so that nobody else can say what they are
/// for.
/// </summary>
internal sealed class EntryPoints(Compilation compilation, KnownTypes types)
{
    // Frameworks call the methods of these types, whichever they are.
    private static readonly ImmutableArray<string> s_called =
    [
        "Microsoft.AspNetCore.Mvc.RazorPages.PageModel", "Microsoft.AspNetCore.Mvc.Razor.RazorPageBase",
        "Microsoft.AspNetCore.Mvc.ViewComponent", "Microsoft.AspNetCore.Components.ComponentBase",
        "Microsoft.AspNetCore.SignalR.Hub", "Microsoft.AspNetCore.Http.IMiddleware",
        "Microsoft.Extensions.Hosting.IHostedService", "Microsoft.AspNetCore.Mvc.Filters.IFilterMetadata",
        "Quartz.IJob",
    ];

    // Of message handlers only what the interface promises is called.
    private static readonly ImmutableArray<string> s_handlers =
    [
        "MassTransit.IConsumer`1", "MediatR.IRequestHandler`1", "MediatR.IRequestHandler`2", "MediatR.INotificationHandler`1",
        "NServiceBus.IHandleMessages`1", "Rebus.Handlers.IHandleMessages`1",
    ];

    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _called = new(SymbolEqualityComparer.Default);
    private readonly Lazy<IMethodSymbol?> _main = new(() => compilation.GetEntryPoint(default));

    /// <param name="owner">The method.</param>
    /// <param name="body">What it does.</param>
    /// <param name="mayMap">Whether it calls anything that is named as what maps an endpoint.</param>
    internal bool Is(ISymbol owner, IOperation body, bool mayMap) =>
        owner is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsAbstract: false } method
        && (Controllers.IsAction(method, types)
            || SymbolEqualityComparer.Default.Equals(method, _main.Value)
            || method.DeclaredAccessibility != Accessibility.Private && !method.IsStatic
                && (IsCalled(method.ContainingType) || IsHandler(method))
            || mayMap && types.Find("Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions") is not null
                && MinimalEndpoint.In(body).Any());

    private bool IsCalled(INamedTypeSymbol type) =>
        _called.GetOrAdd(type, one => s_called.Any(known => types.Is(one, known)));

    private bool IsHandler(IMethodSymbol method) =>
        !method.ContainingType.AllInterfaces.IsEmpty && s_handlers.Any(known => types.Find(known) is { } contract
            && method.ContainingType.AllInterfaces.Any(implemented =>
                SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, contract)
                && implemented.GetMembers().Any(promised => SymbolEqualityComparer.Default.Equals(
                    method.ContainingType.FindImplementationForInterfaceMember(promised), method))));
}
