using System.Collections.Immutable;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Model;

/// <summary>Which code means which terms, for code that cannot carry an attribute.</summary>
public sealed record BindingsModel
{
    /// <summary>No bindings.</summary>
    public static BindingsModel Empty { get; } = new();

    /// <summary>Purposes of namespaces; the longest that matches wins.</summary>
    public ImmutableArray<NamespaceBinding> Namespaces { get; init; } = ImmutableArray<NamespaceBinding>.Empty;

    /// <summary>Types and their members.</summary>
    public ImmutableArray<TypeBinding> Types { get; init; } = ImmutableArray<TypeBinding>.Empty;

    /// <summary>Methods that prove, anonymise, log or disclose.</summary>
    public ImmutableArray<MethodBinding> Methods { get; init; } = ImmutableArray<MethodBinding>.Empty;

    /// <summary>Who is behind a host name.</summary>
    public ImmutableArray<HostBinding> Hosts { get; init; } = ImmutableArray<HostBinding>.Empty;

    /// <summary>To whom a package sends data.</summary>
    public ImmutableArray<PackageBinding> Packages { get; init; } = ImmutableArray<PackageBinding>.Empty;

    /// <summary>Which statement of the policy a cookie's name belongs to.</summary>
    public ImmutableArray<CookieBinding> Cookies { get; init; } = ImmutableArray<CookieBinding>.Empty;

    /// <summary>These, and then others.</summary>
    internal BindingsModel Join(BindingsModel others) => new()
    {
        Namespaces = Namespaces.AddRange(others.Namespaces),
        Types = Types.AddRange(others.Types),
        Methods = Methods.AddRange(others.Methods),
        Hosts = Hosts.AddRange(others.Hosts),
        Packages = Packages.AddRange(others.Packages),
        Cookies = Cookies.AddRange(others.Cookies),
    };
}

/// <summary>The purposes for which the code of a namespace runs.</summary>
/// <param name="Namespace">Its full name; the namespaces below it are included.</param>
/// <param name="Purposes">The purposes.</param>
/// <param name="Location">Where it is said.</param>
public sealed record NamespaceBinding(string Namespace, ImmutableArray<Term> Purposes, FileLocation Location);

/// <summary>Whose data a type holds, and what its members hold.</summary>
/// <param name="Type">Metadata name, arity included: <c>Microsoft.AspNetCore.Identity.IdentityUser`1</c>.</param>
/// <param name="Subject">Whose; null says nothing of it.</param>
/// <param name="Members">Its members.</param>
/// <param name="Location">Where it is said.</param>
public sealed record TypeBinding(
    string Type, Term? Subject, ImmutableArray<MemberBinding> Members, FileLocation Location);

/// <summary>What one member holds.</summary>
/// <param name="Member">Its name.</param>
/// <param name="Categories">The categories; empty for a member that is declared not personal.</param>
/// <param name="NotPersonalBecause">Why it is not personal data; null where it is.</param>
/// <param name="Location">Where it is said.</param>
public sealed record MemberBinding(
    string Member, ImmutableArray<Term> Categories, string? NotPersonalBecause, FileLocation Location);

/// <summary>What a method of somebody else's does.</summary>
/// <param name="Method">Containing type's metadata name, a dot, and the name: all overloads.</param>
/// <param name="Anonymises">The form of what it returns; null where it changes none.</param>
/// <param name="Proves">The gate that it proves; null where none.</param>
/// <param name="DisclosesTo">The recipient of its arguments; null where none.</param>
/// <param name="Logs">Whether its arguments reach a log.</param>
/// <param name="Location">Where it is said.</param>
public sealed record MethodBinding(
    string Method, Form? Anonymises, Term? Proves, Term? DisclosesTo, bool Logs, FileLocation Location);

/// <summary>Who gets what is sent to a host.</summary>
/// <param name="Host">Its name in small letters, such as <c>api.stripe.com</c>; <c>*.</c> before it for all below it.</param>
/// <param name="Recipient">The recipient.</param>
/// <param name="Location">Where it is said.</param>
public sealed record HostBinding(string Host, Term Recipient, FileLocation Location)
{
    /// <summary>Whether a host name is meant; host names know no case.</summary>
    public bool Matches(string host) => Host.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(Host.Substring(1), StringComparison.OrdinalIgnoreCase) && host.Length > Host.Length - 1
        : string.Equals(host, Host, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Who gets what is handed to a package.</summary>
/// <param name="Package">The package's id, which is compared without regard to case.</param>
/// <param name="Recipient">The recipient.</param>
/// <param name="Location">Where it is said.</param>
public sealed record PackageBinding(string Package, Term Recipient, FileLocation Location);

/// <summary>What a cookie of that name is.</summary>
/// <param name="Cookie">The cookie's name in code, such as <c>.AspNetCore.Session</c>.</param>
/// <param name="Statement">The name of the policy's statement on it, below <c>cookies:</c> or <c>trackers:</c>.</param>
/// <param name="Location">Where it is said.</param>
public sealed record CookieBinding(string Cookie, string Statement, FileLocation Location);
