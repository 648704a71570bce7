using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Facts.Endpoints;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Messages;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Protection;

/// <summary>
/// PAC5009 for Razor pages: what a page model offers to its markup, and what markup without a model writes.
/// </summary>
internal static class PageExposure
{
    internal static void CheckModel(INamedTypeSymbol type, BoundPolicy policy, Reporter reporter)
    {
        if (!Controllers.IsPage(type, policy.Types))
            return;
        var shown = Controllers.Shown(type)
            .Where(property =>
                !policy.Data.Categories(property).Union(policy.Contents.Of(property.Type)).IsEmpty).ToList();
        var categories = shown.Aggregate(TermSet.Empty, (all, property) =>
            all.Union(policy.Data.Categories(property)).Union(policy.Contents.Of(property.Type)));
        var path = type.Locations[0].SourceTree?.FilePath ?? "";
        if (!categories.IsEmpty && !IsPageProtected(type, policy.Authorisation.ByView(type), path, policy))
            EndpointUnauthorisedRule.Report(reporter, policy, type.Locations[0], type, Say.This("Page", type.Name), categories,
                shown.Select(property => property.Locations[0]));
    }

    internal static void CheckMarkup(BodyFlow flow, BoundPolicy policy, Reporter reporter)
    {
        if (flow.Owner is not IMethodSymbol method || !Controllers.IsMarkup(method, policy.Types))
            return;
        var shown = flow.Handed.Where(handed => Controllers.Shows(handed.Method) && !handed.Label.Personal.IsEmpty).ToList();
        if (shown.Count == 0)
            return;
        var place = shown[0].Value.Syntax.GetLocation();
        var path = place.GetMappedLineSpan().Path;
        if (!IsPageProtected(method.ContainingType, null, path, policy))
            EndpointUnauthorisedRule.Report(reporter, policy, place, method.ContainingType, Say.This("Page", Path.GetFileName(path)),
                shown.Aggregate(TermSet.Empty, (all, handed) => all.Union(handed.Label.Personal)),
                shown.Select(handed => handed.Value.Syntax.GetLocation()));
    }

    private static bool IsPageProtected(INamedTypeSymbol type, bool? said, string path, BoundPolicy policy) =>
        Authorisation.ByAttribute(type) ?? said
        ?? (policy.Authorisation.HasFallback || policy.Authorisation.ProtectsAll("MapRazorPages")
            || policy.Authorisation.CoversPage(path));
}
