using Microsoft.EntityFrameworkCore.Metadata;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// Whether people are called by <c>HasSubject</c> as their erasure calls them: by another name it would find no keys of
/// theirs, and leave what backups hold of them readable.
/// </summary>
internal static class SealedKinds
{
    /// <summary>The entities whose people the erasure calls otherwise, in words.</summary>
    /// <param name="model">The model.</param>
    /// <param name="subjects">What people are asked by.</param>
    public static IEnumerable<string> Differences(IReadOnlyModel model, IEnumerable<string> subjects)
    {
        var kinds = subjects.Where(subject => subject.Contains('/', StringComparison.Ordinal))
            .ToLookup(subject => LegalHolds.KindsOf(subject)[^1], StringComparer.Ordinal);
        return from entity in model.GetEntityTypes()
               where entity.FindAnnotation(EncryptionAnnotations.Subject) is not null
               let kind = SubjectPath.Of(entity)!.Kind
               where kinds[kind].Any()
               let names = kinds[kind].Order(StringComparer.Ordinal).Select(name => $"'{name}'")
               orderby entity.Name
               select $"{entity.ShortName()} is sealed by keys of a '{kind}'; the erasure calls these people "
                   + $"{string.Join(" or ", names)}, and would find no keys: name it, HasSubject(…, {names.First().Replace('\'', '"')}).";
    }
}
