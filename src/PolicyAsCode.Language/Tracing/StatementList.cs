using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tracing;

/// <summary>All statements of a policy, each with its section and what it is about, in the order of the sections.</summary>
internal static class StatementList
{
    /// <summary>All of them; a retention that names clauses of its own counts as a statement of its own.</summary>
    public static IEnumerable<(Statement Statement, string Section, string Name)> Of(PolicyModel policy)
    {
        foreach (var one in policy.Subjects)
            yield return (one, "subjects", one.Subject.Key);
        foreach (var one in policy.Sources)
            yield return (one, "sources", one.Source.Key);
        foreach (var one in policy.Data)
        {
            yield return (one, "data", NameOf(one));
            if (OwnRetention(one) is { } keep)
                yield return (keep, "keep", NameOf(one));
        }
        foreach (var one in policy.NonPersonal)
            yield return (one, "non-personal", one.Name);
        foreach (var one in policy.Purposes)
        {
            yield return (one, "purposes", one.Purpose.Key);
            if (one.Consent is { } consent)
                yield return (consent, "consent", one.Purpose.Key);
        }
        foreach (var one in policy.Recipients)
            yield return (one, "recipients", one.Recipient.Key);
        foreach (var one in policy.Never)
            yield return (one, "never", NameOf(one));
        foreach (var one in policy.Protection)
            yield return (one, "protection", string.Join(", ", one.Categories));
        foreach (var one in policy.Holds)
            yield return (one, "holds", one.Hold);
        foreach (var one in policy.Rights)
            yield return (one, "rights", one.Right);
        foreach (var one in policy.Cookies)
            yield return (one, "cookies", one.Name);
        foreach (var one in policy.Trackers)
            yield return (one, "trackers", one.Name);
        if (policy.Age is { } age)
            yield return (age, "age", "");
        if (policy.Acceptance is { } acceptance)
            yield return (acceptance, "acceptance", "");
        if (policy.Changes is { } changes)
            yield return (changes, "changes", "");
        if (policy.Contact is { } contact)
            yield return (contact, "contact", "");
        foreach (var one in policy.Measures)
            yield return (one, "measures", one.Measure.ToString());
    }

    /// <summary>The retention of data where it comes from another clause than the data; null where it is part of it.</summary>
    public static RetentionStatement? OwnRetention(DataStatement data) =>
        data.Keep is { } keep && (keep.IsDecision != data.IsDecision || !keep.Clauses.SequenceEqual(data.Clauses))
            ? keep : null;

    private static string NameOf(DataStatement data) =>
        data.Subjects.IsEmpty ? data.Category.Key : $"{data.Category.Key} ({string.Join(", ", data.Subjects)})";

    private static string NameOf(Prohibition never) =>
        string.Join(" ", new[] { never.Action, never.Category?.Key, never.Purpose?.Key, never.Recipient?.Key }
            .Where(word => word is not null));
}
