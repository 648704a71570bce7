using System.Collections.Immutable;
using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Tracing;

/// <summary>Which lines of the bindings name the code that a statement is about.</summary>
internal static class BoundCode
{
    /// <summary>The lines; empty where code says so itself, by attributes.</summary>
    public static ImmutableArray<FileLocation> To(Statement statement, BindingsModel bindings) => statement switch
    {
        DataStatement data =>
            [.. bindings.Types.SelectMany(type => type.Members)
                .Concat(bindings.Patterns.Select(pattern => pattern.Held))
                .Concat(bindings.Attributes.Select(attribute => attribute.Held))
                .Where(member => member.Categories.Any(category => category.IsWithin(data.Category)))
                .Select(member => member.Location)],
        SubjectStatement subject =>
            [.. bindings.Types.Where(type => type.Subject?.IsWithin(subject.Subject) == true).Select(type => type.Location)],
        PurposeStatement purpose =>
        [
            .. bindings.Namespaces.Where(one => IsFor(one.Purposes, purpose)).Select(one => one.Location),
            .. bindings.Types.Where(type => IsFor(type.Purposes, purpose)).Select(type => type.Location),
            .. bindings.Methods.Where(method => IsFor(method.Purposes, purpose)).Select(method => method.Location),
        ],
        RecipientStatement recipient =>
        [
            .. bindings.Types.Where(type => Is(type.DisclosesTo, recipient)).Select(type => type.Location),
            .. bindings.Methods.Where(method => Is(method.DisclosesTo, recipient)).Select(method => method.Location),
            .. bindings.Methods.SelectMany(method => method.Arguments)
                .Where(argument => Is(argument.DisclosesTo, recipient)).Select(argument => argument.Location),
            .. bindings.Hosts.Where(host => Is(host.Receiver, recipient)).Select(host => host.Location),
            .. bindings.Packages.Where(package => Is(package.Receiver, recipient)).Select(package => package.Location),
        ],
        CookieStatement cookie =>
            [.. bindings.Cookies.Where(bound => bound.Statement == cookie.Name).Select(bound => bound.Location)],
        Prohibition { Action: "log" } =>
            [.. bindings.Methods.Where(method => method.Reaches.Contains(SinkKind.Log)).Select(method => method.Location)],
        _ => ImmutableArray<FileLocation>.Empty,
    };

    private static bool Is(Receiver? receiver, RecipientStatement statement) =>
        receiver?.Recipient?.IsWithin(statement.Recipient) == true;

    private static bool IsFor(ImmutableArray<Term> purposes, PurposeStatement statement) =>
        purposes.Any(purpose => purpose.IsWithin(statement.Purpose));
}
