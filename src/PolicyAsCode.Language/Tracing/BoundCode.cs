using System.Collections.Immutable;
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
                .Where(member => member.Categories.Any(category => category.IsWithin(data.Category)))
                .Select(member => member.Location)],
        SubjectStatement subject =>
            [.. bindings.Types.Where(type => type.Subject?.IsWithin(subject.Subject) == true).Select(type => type.Location)],
        PurposeStatement purpose =>
            [.. bindings.Namespaces.Where(one => one.Purposes.Any(bound => bound.IsWithin(purpose.Purpose)))
                .Select(one => one.Location)],
        RecipientStatement recipient =>
        [
            .. bindings.Methods.Where(method => method.DisclosesTo?.IsWithin(recipient.Recipient) == true)
                .Select(method => method.Location),
            .. bindings.Hosts.Where(host => host.Recipient.IsWithin(recipient.Recipient)).Select(host => host.Location),
            .. bindings.Packages.Where(package => package.Recipient.IsWithin(recipient.Recipient))
                .Select(package => package.Location),
        ],
        CookieStatement cookie =>
            [.. bindings.Cookies.Where(bound => bound.Statement == cookie.Name).Select(bound => bound.Location)],
        Prohibition { Action: "log" } =>
            [.. bindings.Methods.Where(method => method.Logs).Select(method => method.Location)],
        _ => ImmutableArray<FileLocation>.Empty,
    };
}
