using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Disclosures;

/// <summary>Who answers at the host that an HTTP call goes to, where its address begins with a constant.</summary>
internal static class CalledHost
{
    private const string BaseAddress = "BaseAddress";
    private const string AfterScheme = "://";

    /// <summary>Who gets it, as bindings say of the host; null where they do not, or the host is not known.</summary>
    internal static Receiver? ReceiverOf(Handed handed, BodyFlow flow, BoundPolicy policy) =>
        In(handed, flow, policy).Select(policy.Bindings.Host).FirstOrDefault(receiver => receiver is not null);

    /// <summary>The host that is called; of a type that sets several base addresses, all that may be.</summary>
    internal static IEnumerable<string> In(Handed handed, BodyFlow flow, BoundPolicy policy) =>
        handed.Far is { } far ? far.Host is { } host ? [host] : []
        : CallSite.Of(handed, flow, policy) is { } site ? Of(site, policy)
        : [];

    /// <summary>The hosts that a call may go to, as far as the code says.</summary>
    internal static IEnumerable<string> Of(CallSite site, BoundPolicy policy)
    {
        foreach (var argument in site.Arguments)
            if (MayBeAddress(argument.Parameter) && HostIn(site.Beginning(argument.Value, out var isWhole), isWhole) is { } host)
                return [host];
        var own = BaseAddresses(site.Call.Syntax).ToList();
        return (own.Count > 0 ? own : Registered(site.Call.Syntax, policy)).Select(text => HostIn(text, isWhole: true)).OfType<string>();
    }

    // The client that an extension method is called on, and what is sent, name no host, whatever is written in them.
    private static bool MayBeAddress(IParameterSymbol? parameter) =>
        parameter is not ({ Type.Name: "HttpClient" or "HttpMessageInvoker" or "HttpContent" } or { Name: "value" or "content" });

    // A host that the constant breaks off in may be another one: https://api. and what then?
    private static string? HostIn(string? text, bool isWhole)
    {
        var start = text?.IndexOf(AfterScheme, StringComparison.Ordinal) ?? -1;
        if (start < 0)
            return null;
        start += AfterScheme.Length;
        var end = text!.IndexOfAny(['/', ':', '?', '#'], start);
        if (end < 0 && isWhole)
            end = text.Length;
        return end > start ? text.Substring(start, end - start) : null;
    }

    /// <summary>By which names hosts are read out of bodies beside the one that calls.</summary>
    internal static IReadOnlyCollection<string> Names { get; } = [BaseAddress];

    private static IEnumerable<string> Registered(SyntaxNode call, BoundPolicy policy) =>
        call.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().SelectMany(type => policy.Clients.Of(type.Identifier.ValueText));

    // http.BaseAddress = new Uri("https://…") in the type that calls.
    private static IEnumerable<string> BaseAddresses(SyntaxNode call) =>
        from type in call.AncestorsAndSelf().OfType<TypeDeclarationSyntax>()
        from assignment in type.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        where assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: BaseAddress }
            or IdentifierNameSyntax { Identifier.ValueText: BaseAddress }
        from literal in assignment.Right.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>()
        where literal.Token.Value is string
        select literal.Token.ValueText;
}
