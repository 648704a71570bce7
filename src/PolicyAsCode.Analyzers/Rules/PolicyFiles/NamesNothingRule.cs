using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Analyzers.Rules.Declarations;
using PolicyAsCode.Language.Libraries;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Analyzers.Rules.PolicyFiles;

/// <summary>
/// PAC1019 in bindings and models: the type that they name is here, and has no such member, method or parameter. Of a type
/// that is not here nothing is told: another project of the policy may have it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NamesNothingRule : PolicyRule
{
    /// <summary>Creates the rule.</summary>
    public NamesNothingRule() : base(PolicyFileDescriptors.MatchesNothing)
    {
    }

    private protected override void Register(RuleScope scope)
    {
        if (scope.Policy.Compiled is not { Bindings: var bindings, Libraries: var models }
            || bindings.Types.IsEmpty && bindings.Methods.IsEmpty && models.Sinks.IsEmpty && models.Types.IsEmpty
                && models.Results.IsEmpty)
            return;
        var found = new Lazy<List<(FileLocation Place, Message Message)>>(() =>
            [.. OfTypes(bindings.Types.Concat(models.Types), scope.Policy),
                .. OfMethods(bindings.Methods, scope.Policy), .. OfSinks(models.Sinks, scope.Policy),
                .. OfResults(models.Results, scope.Policy)]);
        scope.OnPolicyFile((path, reporter) =>
        {
            foreach (var (place, message) in found.Value)
                if (place.Path == path)
                    reporter.Report(PolicyFileDescriptors.MatchesNothing, place, message);
        });
    }

    private static IEnumerable<(FileLocation, Message)> OfTypes(IEnumerable<TypeBinding> bound, BoundPolicy policy)
    {
        foreach (var type in bound)
            if (policy.Types.Find(type.Type) is { } known)
                foreach (var member in type.Members)
                    if (!Members(known).Any(one => one.Name == member.Member))
                        yield return (member.Location, NoMember(known, member.Member));
    }

    private static IEnumerable<(FileLocation, Message)> OfMethods(IEnumerable<MethodBinding> bound, BoundPolicy policy)
    {
        foreach (var method in bound)
        {
            var (type, name) = BoundNames.Split(method.Method);
            if (policy.Types.Find(type) is not { } known)
                continue;
            var overloads = Methods(known, name);
            if (overloads.Count == 0)
                yield return (method.Location, NoMember(known, name));
            foreach (var argument in method.Arguments)
                if (overloads.Count > 0 && !Parameters(overloads).Any(one => argument.IsOf(one.Name, one.Ordinal)))
                    yield return (argument.Location, NoParameter(overloads, argument.Parameter));
        }
    }

    private static IEnumerable<(FileLocation, Message)> OfSinks(IEnumerable<LibrarySink> sinks, BoundPolicy policy)
    {
        foreach (var sink in sinks)
            if (sink.Location is { } place && policy.Types.Find(sink.Type) is { } known)
            {
                var overloads = Methods(known, sink.Member);
                if (overloads.Count == 0)
                    yield return (place, NoMember(known, sink.Member));
                else if (sink.Parameters.FirstOrDefault(parameter =>
                    parameter != LibrarySink.Receiver && !Parameters(overloads).Any(one => one.Name == parameter)) is { } missing)
                    yield return (place, NoParameter(overloads, missing));
            }
    }

    private static IEnumerable<(FileLocation, Message)> OfResults(IEnumerable<LibraryResult> results, BoundPolicy policy)
    {
        foreach (var result in results)
            if (result.Location is { } place && policy.Types.Find(result.Type) is { } known
                && !Members(known).Any(one => one.Name == result.Member))
                yield return (place, NoMember(known, result.Member));
    }

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
            foreach (var member in at.GetMembers())
                yield return member;
        foreach (var contract in type.AllInterfaces)
            foreach (var member in contract.GetMembers())
                yield return member;
    }

    private static List<IMethodSymbol> Methods(INamedTypeSymbol type, string name) =>
        [.. Members(type).OfType<IMethodSymbol>().Where(method => method.Name == name)];

    private static IEnumerable<IParameterSymbol> Parameters(IEnumerable<IMethodSymbol> overloads) =>
        overloads.SelectMany(method => method.Parameters);

    private static Message NoMember(INamedTypeSymbol type, string name) =>
        Say.This("BoundNoMember", type.Name, name, Meant(name, Members(type).Select(member => member.Name)));

    private static Message NoParameter(List<IMethodSymbol> overloads, string name) => Say.This(
        "BoundNoParameter", Wording.Member(overloads[0]), name, Meant(name, Parameters(overloads).Select(one => one.Name)));

    private static Message Meant(string name, IEnumerable<string> names) =>
        Nearest.To(name, names.Distinct()) is { } near ? Say.This("DidYouMean", near) : Say.This("NameOrRemove");
}
