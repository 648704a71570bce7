using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Libraries;

namespace PolicyAsCode.Analyzers.Rules.Protection;

/// <summary>
/// A way on which anybody between can read what is sent: <c>http:</c>, <c>ws:</c>, mail that is handed over without TLS. What
/// only configuration knows is not called one.
/// </summary>
/// <param name="Name">What it is, as messages say it.</param>
/// <param name="Mend">What to write instead.</param>
internal sealed record ClearChannel(string Name, string Mend)
{
    private const string Smtp = "System.Net.Mail.SmtpClient";

    // MailKit says how to connect by a word, or by whether to use TLS.
    private static readonly string[] s_noTls = ["SecureSocketOptions.None", "false"];

    /// <summary>By which names channels are read out of bodies beside the one that sends.</summary>
    internal static IReadOnlyCollection<string> Names { get; } =
        ["BaseAddress", "Connect", "ConnectAsync", "SmtpClient", "EnableSsl", "DeliveryMethod"];

    /// <summary>The way that handed data takes, where it can be read there; null where it cannot, or nobody knows.</summary>
    internal static ClearChannel? Of(Handed handed, BodyFlow flow, BoundPolicy policy)
    {
        if (policy.Sinks.Is(SinkKind.Http, handed))
            return ByAddress(handed, flow, policy, "BaseAddress", "http://", "https://");
        if (policy.Sinks.Is(SinkKind.Socket, handed))
            return ByAddress(handed, flow, policy, "ConnectAsync", "ws://", "wss://");
        return policy.Sinks.Is(SinkKind.Message, handed) ? ByMail(handed, flow, policy) : null;
    }

    // Where it is sent; else the call here that hands it to what sends it, and the address with it; else what the type that
    // sends is connected to.
    private static ClearChannel? ByAddress(
        Handed handed, BodyFlow flow, BoundPolicy policy, string connecting, string clear, string secret)
    {
        var there = CallSite.Of(handed, flow, policy);
        var beginnings = Beginnings(there).Concat(handed.Path is null ? [] : Beginnings(CallSite.Here(handed, flow))).ToList();
        if (!beginnings.Exists(one => one.Contains("://")))
            beginnings = [.. ConnectedTo(there?.Call.Syntax, connecting)];
        if (beginnings.Count == 0)
            beginnings = [.. TypesAround(there?.Call.Syntax).SelectMany(type => policy.Clients.Of(type.Identifier.ValueText))];
        foreach (var beginning in beginnings)
            if (beginning.StartsWith(clear, StringComparison.OrdinalIgnoreCase) && HostIn(beginning, clear) is var host
                && !IsThisMachine(host))
                return new(clear + host, secret);
        return null;
    }

    private static IEnumerable<string> Beginnings(CallSite? site) =>
        site?.Arguments.Where(argument => argument.Parameter?.Type.Name is "String" or "Uri" or "HttpRequestMessage")
            .Select(argument => site.Beginning(argument.Value)).OfType<string>() ?? [];

    // http.BaseAddress = new Uri("http://…"), socket.ConnectAsync(new Uri("ws://…"), …) in the type that calls.
    private static IEnumerable<string> ConnectedTo(SyntaxNode? call, string connecting) =>
        from type in TypesAround(call)
        from node in type.DescendantNodes()
        let address = node switch
        {
            AssignmentExpressionSyntax { Left: var left, Right: var right } when NameOf(left) == connecting => right,
            InvocationExpressionSyntax { Expression: var called, ArgumentList.Arguments: [var first, ..] }
                when NameOf(called) == connecting => first.Expression,
            _ => null,
        }
        where address is not null
        from literal in address.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>()
        where literal.Token.Value is string
        select literal.Token.ValueText;

    private static ClearChannel? ByMail(Handed handed, BodyFlow flow, BoundPolicy policy)
    {
        if (CallSite.Of(handed, flow, policy)?.Call is not IInvocationOperation { Instance: var client } call)
            return null;
        var types = TypesAround(call.Syntax).ToList();
        if (!policy.Types.Is(handed.Method.ContainingType, Smtp))
            return types.Exists(type => type.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(ConnectsWithoutTls))
                ? new("SMTP", "SecureSocketOptions.StartTls")
                : null;

        // One that comes from elsewhere was set up elsewhere; without a word it uses no TLS.
        var made = types.SelectMany(type => type.DescendantNodes()).OfType<BaseObjectCreationExpressionSyntax>()
            .Where(creation => IsSmtp(creation)).ToList();
        return made.Count > 0 && IsMadeHere(client) && !types.Exists(SecuresMail) && !made.Exists(StaysHere)
            ? new("SMTP", "EnableSsl = true")
            : null;
    }

    private static bool IsMadeHere(IOperation? client) =>
        client is ILocalReferenceOperation or IObjectCreationOperation
        || client is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol };

    private static bool IsSmtp(BaseObjectCreationExpressionSyntax creation) => creation switch
    {
        ObjectCreationExpressionSyntax { Type: var type } => NameOf(type) == "SmtpClient",
        _ => creation.Parent is EqualsValueClauseSyntax
        {
            Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: var declared } },
        } && NameOf(declared) == "SmtpClient",
    };

    private static bool StaysHere(BaseObjectCreationExpressionSyntax creation) =>
        creation.ArgumentList?.Arguments is [{ Expression: LiteralExpressionSyntax { Token.Value: string host } }, ..]
        && IsThisMachine(host);

    // EnableSsl with anything but `false`; a folder for the mails is no way at all.
    private static bool SecuresMail(SyntaxNode type) => type.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(set =>
        NameOf(set.Left) is "EnableSsl" && !set.Right.IsKind(SyntaxKind.FalseLiteralExpression)
        || NameOf(set.Left) is "DeliveryMethod" && NameOf(set.Right) is not "Network");

    private static bool ConnectsWithoutTls(InvocationExpressionSyntax call) =>
        NameOf(call.Expression) is "Connect" or "ConnectAsync"
        && call.ArgumentList.Arguments is [{ Expression: var host }, _, ..] arguments
        && !(host is LiteralExpressionSyntax { Token.Value: string name } && IsThisMachine(name))
        && arguments.Any(argument => Array.Exists(s_noTls, word => argument.Expression.ToString().EndsWith(word, StringComparison.Ordinal)));

    private static IEnumerable<TypeDeclarationSyntax> TypesAround(SyntaxNode? node) =>
        node?.AncestorsAndSelf().OfType<TypeDeclarationSyntax>() ?? [];

    private static string NameOf(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } => member,
        QualifiedNameSyntax { Right.Identifier.ValueText: var right } => right,
        SimpleNameSyntax { Identifier.ValueText: var name } => name,
        _ => "",
    };

    // All that is there before the path, and before a gap: http://shop.{region}.example is http://shop.
    private static string HostIn(string address, string scheme)
    {
        var end = address.IndexOfAny(['/', '?', '#'], scheme.Length);
        return end < 0 ? address.Substring(scheme.Length) : address.Substring(scheme.Length, end - scheme.Length);
    }

    private static bool IsThisMachine(string host)
    {
        if (host.StartsWith("[", StringComparison.Ordinal))
            return host.StartsWith("[::1]", StringComparison.Ordinal);
        var colon = host.IndexOf(':');
        var name = (colon < 0 ? host : host.Substring(0, colon)).ToLowerInvariant();
        return name is "localhost" || name.EndsWith(".localhost", StringComparison.Ordinal)
            || name.StartsWith("127.", StringComparison.Ordinal);
    }
}
