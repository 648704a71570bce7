using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Creating;

/// <summary>Writes the policy of a draft.</summary>
internal static class PolicyDraft
{
    private const int DaysToLookAround = 90;
    private const int DaysToReview = 365;

    /// <summary>The text of NAME.policy.yaml.</summary>
    public static string Write(Draft draft, Words words)
    {
        var text = new StringBuilder();
        void Line(string line = "") => text.Append(line).Append('\n');

        var answers = draft.Answers;
        foreach (var comment in new[] { "Title", "Grants", "Clause", "Decision" })
            Line("# " + words.Say($"New.Comment.{comment}", answers.Controller));
        Line();
        Line($"policy: {answers.Name}");
        Line("version: 1");
        Line($"effective: {draft.Today}");
        Line($"review-by: {draft.After(DaysToReview)}");
        Line("controller:");
        Line($"  name: {YamlText.Of(answers.Controller)}");
        Line($"  email: {YamlText.Of(answers.Email)}");
        Line($"  breach-contact: {YamlText.Of(answers.Email)}");
        Line($"  time-zone: {answers.TimeZone}");
        if (Defaults.IsIndonesian(answers.TimeZone))
        {
            Line("  region: ID");
            Line("  holidays: ID");
        }
        if (!answers.Laws.IsEmpty)
            Line($"follows: [{string.Join(", ", answers.Laws)}]");
        Line($"contact: {{ {By(draft.ClauseOfContact)}, email: {YamlText.Of(answers.Email)} }}");
        Line();

        Line("subjects:");
        Line($"  {answers.Subject.Key}: {{ {By(draft.ClauseOfData(0))} }}");
        Line();
        if (!draft.Sources.IsEmpty)
        {
            Line("sources:");
            foreach (var source in draft.Sources)
                Line($"  {source}: {{ {By(ClauseOfSource(draft, source))}, from: {Defaults.GiverOf(source)} }}");
            Line();
        }
        WriteData(draft, Line);
        WritePurposes(draft, words, Line);

        Line("never:");
        foreach (var action in new[] { "sell", "rent", "trade" })
            Line($"  - {{ {By(draft.ClauseOfSale)}, action: {action} }}");
        Line($"  - {{ {By(draft.ClauseOfProtection)}, action: store, data: payment.card-number }}");
        Line();
        Line("protection:");
        Line($"  - {{ {By(draft.ClauseOfProtection)}, protect: [encrypted-in-transit, redacted-in-logs, authorised-only] }}");
        foreach (var data in draft.Data.Where(data => data.Category.Special))
            Line($"  - {{ {By(draft.ClauseOfProtection)}, data: {data.Category.Key}, protect: encrypted-at-rest }}");
        Line();
        Line("rights:");
        for (var i = 0; i < draft.Rights.Length; i++)
        {
            var right = draft.Rights[i];
            var within = right.Within is null ? "" : $", within: {right.Within}";
            var more = right.More.Length == 0 ? "" : $", {right.More}";
            Line($"  {right.Name}: {{ {By(draft.ClauseOfRight(i))}{within}{more}, channels: email }}");
        }
        Line();
        Line($"changes: {{ {By(draft.ClauseOfChanges)}, published: true, notify: email, material: before }}");
        Line();
        WriteMeasures(draft, words, Line);

        Line("# " + words.Say("New.Comment.Enforce", draft.After(DaysToLookAround).ToString()));
        Line($"enforce: {{ default: observe until {draft.After(DaysToLookAround)} }}");
        return text.ToString();
    }

    private static void WriteData(Draft draft, Action<string> line)
    {
        line("data:");
        for (var i = 0; i < draft.Data.Length; i++)
        {
            var (category, purposes) = draft.Data[i];
            line($"  {category.Key}:");
            line($"    of: {draft.Answers.Subject.Key}");
            line($"    clause: {draft.ClauseOfData(i)}");
            line("    origin: decision");
            if (Defaults.SourceOf(category) is { } source)
                line($"    collected: {source}");
            if (category.Special)
                line("    special-basis: explicit-consent");
            line($"    for: [{string.Join(", ", purposes.Select(purpose => purpose.Key))}]");
            line(Defaults.KeepOf(category, draft.Answers.Subject) is { Length: > 0 } keep
                ? $"    keep: {{ origin: decision, {keep} }}"
                : "    keep: never-stored");
            if (category.Key == "account.password")
                line("    protect: hashed");
            line("");
        }
    }

    private static void WritePurposes(Draft draft, Words words, Action<string> line)
    {
        line("purposes:");
        for (var i = 0; i < draft.Purposes.Length; i++)
        {
            var purpose = draft.Purposes[i];
            var basis = Defaults.BasisOf(purpose);
            line($"  {purpose.Key}:");
            line($"    clause: {draft.ClauseOfPurpose(i)}");
            line("    origin: decision");
            line($"    basis: {basis}");
            if (basis == "consent")
            {
                line("    consent: { given: opt-in, at: registration, proof: preference.marketing }");
                line("    opt-out: every-message");
            }
            if (Defaults.InterestOf(purpose) is { } interest)
            {
                line($"    interest: {YamlText.Of(interest.In(words.Language))}");
                line("    objection: true");
            }
        }
        line("");
    }

    // What no program keeps, and a law asks for: somebody is named, and looks at it again.
    private static void WriteMeasures(Draft draft, Words words, Action<string> line)
    {
        var isSpecial = draft.Data.Any(data => data.Category.Special);
        var measures = new List<(string Key, string Article)>();
        if (draft.Answers.Laws.Contains("uu-pdp"))
        {
            measures.Add(("Records", "UU PDP art. 31"));
            measures.Add(("Breach", "UU PDP art. 46(1)"));
            if (isSpecial)
                measures.Add(("Impact", "UU PDP art. 34"));
        }
        if (draft.Answers.Laws.Contains("gdpr"))
        {
            measures.Add(("Breach", "GDPR art. 33(1)"));
            if (isSpecial)
                measures.Add(("Impact", "GDPR art. 35"));
        }
        if (measures.Count == 0)
            return;
        line("measures:");
        foreach (var measure in measures.GroupBy(measure => measure.Key))
        {
            line("  - origin: decision");
            line($"    measure: {YamlText.Of(words.Say($"New.Measure.{measure.Key}"))}");
            line($"    owner: {YamlText.Of(draft.Answers.Controller)}");
            line($"    review-by: {draft.After(DaysToReview)}");
            line($"    keeps: [{string.Join(", ", measure.Select(one => one.Article))}]");
        }
        line("");
    }

    private static string ClauseOfSource(Draft draft, string source)
    {
        for (var i = 0; i < draft.Data.Length; i++)
            if (Defaults.SourceOf(draft.Data[i].Category) == source)
                return draft.ClauseOfData(i);
        return draft.ClauseOfData(0);
    }

    private static string By(string clause) => $"clause: {clause}, origin: decision";
}
