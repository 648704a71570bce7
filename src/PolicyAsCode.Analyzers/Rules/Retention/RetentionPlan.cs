using PolicyAsCode.Analyzers.Facts;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Analyzers.Rules.Retention;

/// <summary>How long each personal field of an entity is kept.</summary>
internal static class RetentionPlan
{
    /// <param name="Field">The field.</param>
    /// <param name="Category">One category that it holds.</param>
    /// <param name="Keep">How long that is kept.</param>
    internal sealed record Kept(PersonalField Field, Term Category, RetentionStatement Keep);

    internal static IReadOnlyList<Kept> Of(Entity entity, BoundPolicy policy)
    {
        var subjects = entity.Subjects.Cast<Term?>().DefaultIfEmpty(null).ToList();
        var kept = new List<Kept>();
        foreach (var field in entity.Fields)
            foreach (var category in policy.Terms(field.Categories))
                if (subjects.Select(subject =>
                    policy.Evaluator.RetentionOf(category, subject)).OfType<RetentionStatement>()
                        .FirstOrDefault() is { NeverStored: false } keep)
                    kept.Add(new(field, category, keep));
        return kept;
    }
}
