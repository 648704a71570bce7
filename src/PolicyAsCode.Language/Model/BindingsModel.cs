using System.Collections.Immutable;
using System.Globalization;
using PolicyAsCode.Language.Libraries;
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

    /// <summary>Members by a pattern of their names; the first that matches counts, after what is said of their types.</summary>
    public ImmutableArray<PatternBinding> Patterns { get; init; } = ImmutableArray<PatternBinding>.Empty;

    /// <summary>Attributes of other libraries, and what the members hold that carry them.</summary>
    public ImmutableArray<AttributeBinding> Attributes { get; init; } = ImmutableArray<AttributeBinding>.Empty;

    /// <summary>Methods that prove, anonymise, log or disclose.</summary>
    public ImmutableArray<MethodBinding> Methods { get; init; } = ImmutableArray<MethodBinding>.Empty;

    /// <summary>Who is behind a host name.</summary>
    public ImmutableArray<HostBinding> Hosts { get; init; } = ImmutableArray<HostBinding>.Empty;

    /// <summary>Where hosts stand.</summary>
    public ImmutableArray<RegionBinding> Regions { get; init; } = ImmutableArray<RegionBinding>.Empty;

    /// <summary>To whom a package sends data.</summary>
    public ImmutableArray<PackageBinding> Packages { get; init; } = ImmutableArray<PackageBinding>.Empty;

    /// <summary>Which statement of the policy a cookie's name belongs to.</summary>
    public ImmutableArray<CookieBinding> Cookies { get; init; } = ImmutableArray<CookieBinding>.Empty;

    /// <summary>These, and then others.</summary>
    internal BindingsModel Join(BindingsModel others) => new()
    {
        Namespaces = Namespaces.AddRange(others.Namespaces),
        Types = Types.AddRange(others.Types),
        Patterns = Patterns.AddRange(others.Patterns),
        Attributes = Attributes.AddRange(others.Attributes),
        Methods = Methods.AddRange(others.Methods),
        Hosts = Hosts.AddRange(others.Hosts),
        Regions = Regions.AddRange(others.Regions),
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
    string Type, Term? Subject, ImmutableArray<MemberBinding> Members, FileLocation Location)
{
    /// <summary>For what its code runs; empty says nothing of it.</summary>
    public ImmutableArray<Term> Purposes { get; init; } = ImmutableArray<Term>.Empty;

    /// <summary>Who gets what is handed to any of its methods; null says nothing of it.</summary>
    public Receiver? DisclosesTo { get; init; }

    /// <summary>Why nothing in it is personal data; null where that is not said.</summary>
    public string? NotPersonalBecause { get; init; }
}

/// <summary>What one member holds.</summary>
/// <param name="Member">Its name.</param>
/// <param name="Categories">The categories; empty for a member that is declared not personal.</param>
/// <param name="NotPersonalBecause">Why it is not personal data; null where it is.</param>
/// <param name="Location">Where it is said.</param>
public sealed record MemberBinding(
    string Member, ImmutableArray<Term> Categories, string? NotPersonalBecause, FileLocation Location)
{
    /// <summary>The form in which it holds them.</summary>
    public Form Form { get; init; }

    /// <summary>From which events retention counts that it records.</summary>
    public ImmutableArray<Term> Anchors { get; init; } = ImmutableArray<Term>.Empty;

    /// <summary>Whether, while true, it holds the row and what belongs to it.</summary>
    public bool IsLegalHold { get; init; }
}

/// <summary>What all members hold that a pattern names.</summary>
/// <param name="Pattern">The pattern.</param>
/// <param name="Held">What they hold.</param>
public sealed record PatternBinding(MemberPattern Pattern, MemberBinding Held);

/// <summary>What all members hold that carry an attribute, or one that derives from it.</summary>
/// <param name="Attribute">Its metadata name: <c>Contoso.PrivateDataAttribute</c>.</param>
/// <param name="Held">What they hold.</param>
public sealed record AttributeBinding(string Attribute, MemberBinding Held);

/// <summary>What a method of somebody else's does.</summary>
/// <param name="Method">Containing type's metadata name, a dot, and the name: all overloads.</param>
/// <param name="Anonymises">The form of what it returns; null where it changes none.</param>
/// <param name="Proves">The gate that it proves; null where none.</param>
/// <param name="DisclosesTo">Who gets its arguments; null where nobody does, as far as this says.</param>
/// <param name="Reaches">Where its arguments go besides.</param>
/// <param name="Location">Where it is said.</param>
public sealed record MethodBinding(
    string Method, Form? Anonymises, Term? Proves, Receiver? DisclosesTo, ImmutableArray<SinkKind> Reaches, FileLocation Location)
{
    /// <summary>For what it runs; empty says nothing of it.</summary>
    public ImmutableArray<Term> Purposes { get; init; } = ImmutableArray<Term>.Empty;

    /// <summary>Whether what it returns or sends tells its reader how to say no to more.</summary>
    public bool HasWayOut { get; init; }

    /// <summary>What it returns; empty says nothing of it.</summary>
    public ImmutableArray<Term> Returns { get; init; } = ImmutableArray<Term>.Empty;

    /// <summary>What is said of single arguments.</summary>
    public ImmutableArray<ArgumentBinding> Arguments { get; init; } = ImmutableArray<ArgumentBinding>.Empty;

    /// <summary>Whether it takes what it is handed somewhere, or changes its form.</summary>
    public bool DoesSomethingToData => Anonymises is not null || DisclosesTo is not null || !Reaches.IsEmpty
        || Arguments.Any(argument => argument.DisclosesTo is not null || !argument.Reaches.IsEmpty);

    /// <summary>What is said of an argument; null where nothing is.</summary>
    /// <param name="parameter">The parameter's name.</param>
    /// <param name="ordinal">Its place, from zero.</param>
    public ArgumentBinding? Argument(string parameter, int ordinal)
    {
        foreach (var argument in Arguments)
            if (argument.IsOf(parameter, ordinal))
                return argument;
        return null;
    }
}

/// <summary>What becomes of one argument of a method, and what it is.</summary>
/// <param name="Parameter">The parameter's name, or its place, counted from one.</param>
/// <param name="DisclosesTo">Who gets it; null where nobody does.</param>
/// <param name="Reaches">Where it goes besides.</param>
/// <param name="Holds">What is handed in there; empty says nothing of it.</param>
/// <param name="Location">Where it is said.</param>
public sealed record ArgumentBinding(
    string Parameter, Receiver? DisclosesTo, ImmutableArray<SinkKind> Reaches, ImmutableArray<Term> Holds, FileLocation Location)
{
    /// <summary>Whether that parameter is meant.</summary>
    public bool IsOf(string parameter, int ordinal) => Parameter == parameter
        || (int.TryParse(Parameter, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place == ordinal + 1);
}

/// <summary>Who gets what is sent to a host.</summary>
/// <param name="Host">Its name in small letters, such as <c>api.stripe.com</c>; <c>*.</c> before it for all below it.</param>
/// <param name="Receiver">Who gets it.</param>
/// <param name="Location">Where it is said.</param>
public sealed record HostBinding(string Host, Receiver Receiver, FileLocation Location)
{
    /// <summary>Whether a host name is meant; host names know no case.</summary>
    public bool Matches(string host) => Matches(Host, host);

    /// <summary>Whether a name as bindings write it means a host.</summary>
    internal static bool Matches(string written, string host) => written.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(written.Substring(1), StringComparison.OrdinalIgnoreCase) && host.Length > written.Length - 1
        : string.Equals(host, written, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Where a host stands.</summary>
/// <param name="Host">Its name, as in <see cref="HostBinding"/>.</param>
/// <param name="Region">A country or a bloc, as <c>Regions</c> writes it.</param>
/// <param name="Location">Where it is said.</param>
public sealed record RegionBinding(string Host, string Region, FileLocation Location)
{
    /// <summary>Whether a host name is meant; host names know no case.</summary>
    public bool Matches(string host) => HostBinding.Matches(Host, host);
}

/// <summary>Who gets what is handed to a package.</summary>
/// <param name="Package">The package's id, which is compared without regard to case.</param>
/// <param name="Receiver">Who gets it.</param>
/// <param name="Location">Where it is said.</param>
public sealed record PackageBinding(string Package, Receiver Receiver, FileLocation Location);

/// <summary>What a cookie of that name is.</summary>
/// <param name="Cookie">The cookie's name in code, such as <c>.AspNetCore.Session</c>.</param>
/// <param name="Statement">The name of the policy's statement on it, below <c>cookies:</c> or <c>trackers:</c>.</param>
/// <param name="Location">Where it is said.</param>
public sealed record CookieBinding(string Cookie, string Statement, FileLocation Location);
