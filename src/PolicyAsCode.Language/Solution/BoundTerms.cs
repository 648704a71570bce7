using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Solution;

/// <summary>What bindings say of code that is there.</summary>
internal static class BoundTerms
{
    /// <summary>The terms of a kind, each with the code.</summary>
    public static IEnumerable<(Term Term, string Code)> Of(TermKind kind, SolutionCode code) =>
        All(code).Where(one => one.Term.Kind == kind);

    private static IEnumerable<(Term Term, string Code)> All(SolutionCode code)
    {
        var bindings = code.Policy.Bindings;
        foreach (var space in bindings.Namespaces.Where(one => code.HasNamespace(one.Namespace)))
            foreach (var purpose in space.Purposes)
                yield return (purpose, space.Namespace);
        foreach (var type in bindings.Types)
        {
            var name = type.Type.Replace('+', '.');
            if (!code.Names(name))
                continue;
            foreach (var term in type.Purposes.Concat([type.Subject, type.DisclosesTo?.Recipient]).OfType<Term>())
                yield return (term, name);
            foreach (var member in type.Members)
                foreach (var term in member.Categories.Concat(member.Anchors))
                    yield return (term, $"{name}.{member.Member}");
        }
        foreach (var method in bindings.Methods.Where(one => code.Names(one.Method.Replace('+', '.'))))
            foreach (var term in TermsOf(method))
                yield return (term, method.Method);
        foreach (var host in bindings.Hosts)
            if (host.Receiver.Recipient is { } recipient && code.Texts.Any(text => Mentions(text, host.Host)))
                yield return (recipient, host.Host);
        foreach (var package in bindings.Packages)
            if (package.Receiver.Recipient is { } recipient
                && code.Assemblies.Any(one => one.References.Contains(package.Package)))
                yield return (recipient, package.Package);
    }

    private static IEnumerable<Term> TermsOf(MethodBinding method) =>
        method.Purposes.Concat(method.Returns).Concat([method.Proves, method.DisclosesTo?.Recipient])
            .Concat(method.Arguments.SelectMany(argument => argument.Holds.Concat([argument.DisclosesTo?.Recipient])))
            .OfType<Term>();

    // An address holds the name of its host; `*.` stands for anything before it.
    private static bool Mentions(string text, string host) =>
        text.IndexOf(host.TrimStart('*', '.'), StringComparison.OrdinalIgnoreCase) >= 0;
}
