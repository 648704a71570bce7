using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Creating;

/// <summary>Writes the notice of a draft: a clause a promise, in the language of those who are promised it.</summary>
internal static class NoticeDraft
{
    /// <summary>The text of NAME.notice.yaml.</summary>
    public static string Write(Draft draft, Words words)
    {
        var text = new StringBuilder();
        var answers = draft.Answers;
        text.Append("# ").Append(words.Say("New.Comment.Notice", answers.Controller)).Append("\n\n");
        text.Append("notice: ").Append(answers.Name).Append('\n');
        text.Append("language: ").Append(words.Language == MessageLanguage.Indonesian ? "id" : "en").Append('\n');
        text.Append("clauses:\n");

        void Clause(string id, string says, string keptBy) =>
            text.Append($"  {id}:\n    says: {YamlText.Of(says)}\n    kept-by: {keptBy}\n");

        for (var i = 0; i < draft.Data.Length; i++)
            Clause(draft.ClauseOfData(i), SaysOf(draft.Data[i], draft, words), "analyzer");
        for (var i = 0; i < draft.Purposes.Length; i++)
            Clause(
                draft.ClauseOfPurpose(i),
                words.Say("New.Says.Purpose", LabelOf(draft.Purposes[i], words), words.Say($"New.Basis.{Defaults.BasisOf(draft.Purposes[i])}")),
                "analyzer");
        Clause(draft.ClauseOfSale, words.Say("New.Says.Sale"), "policy");
        Clause(draft.ClauseOfProtection, words.Say("New.Says.Protection"), "analyzer");
        for (var i = 0; i < draft.Rights.Length; i++)
        {
            var right = draft.Rights[i];
            var what = words.Say($"New.Right.{right.Name}");
            Clause(
                draft.ClauseOfRight(i),
                right.Within is null ? words.Say("New.Says.Right", what) : words.Say("New.Says.RightWithin", what, Time(right.Within, words)),
                right.Name == "erasure" ? "generated-code" : "organisation");
        }
        Clause(draft.ClauseOfContact, words.Say("New.Says.Contact", answers.Email), "organisation");
        Clause(draft.ClauseOfChanges, words.Say("New.Says.Changes"), "organisation");
        return text.ToString();
    }

    private static string SaysOf(DataAnswer data, Draft draft, Words words)
    {
        var what = LabelOf(data.Category, words);
        var purposes = string.Join(", ", data.Purposes.Select(purpose => LabelOf(purpose, words)));
        var keep = Defaults.KeepOf(data.Category, draft.Answers.Subject);
        if (keep.Length == 0)
            return words.Say("New.Says.NeverStored", what, purposes);
        var parts = keep.Split(", ").Select(part => part.Split(": ")[1]).ToArray();
        var anchor = BuiltInVocabulary.Terms.Find(TermKind.Anchor, parts[1])!;
        return words.Say("New.Says.Data", what, purposes, Time(parts[0], words), LabelOf(anchor, words));
    }

    // 'for: 2 years' as the notice's language says it.
    private static string Time(string duration, Words words)
    {
        var space = duration.IndexOf(' ', StringComparison.Ordinal);
        var unit = duration[(space + 1)..].TrimEnd('s');
        return words.Say(duration[..space] is "1" ? $"New.Time.one.{unit}" : $"New.Time.{unit}", duration[..space]);
    }

    private static string LabelOf(Term term, Words words)
    {
        var label = words.Language == MessageLanguage.Indonesian ? term.LabelInIndonesian : term.Label;
        return label.Length > 1 && char.IsLower(label[1]) ? char.ToLowerInvariant(label[0]) + label[1..] : label;
    }
}
