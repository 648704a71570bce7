using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Creating;

/// <summary>Writes what is expected of a draft: what each line allows, and what lies one step beside it.</summary>
internal static class TestsDraft
{
    private const string Promotion = "promotion";

    /// <summary>The text of NAME.tests.yaml.</summary>
    public static string Write(Draft draft, Words words)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(words.Say("New.Comment.Tests", draft.Answers.Controller)).Append("\n\n");
        text.Append("tests: ").Append(draft.Answers.Name).Append('\n');
        text.Append("expect:\n");

        void Expect(string question, bool isAllowed) =>
            text.Append($"  - {{ {question}, answer: {(isAllowed ? "allowed" : "refused")} }}\n");

        for (var i = 0; i < draft.Data.Length; i++)
        {
            var (category, purposes) = draft.Data[i];
            var clause = $"clause: {draft.ClauseOfData(i)}";
            foreach (var purpose in purposes)
            {
                var use = $"{clause}, use: {category.Key}, of: {draft.Answers.Subject.Key}, for: {purpose.Key}";
                // Special data is proposed on explicit consent, whatever the purpose rests on.
                string?[] proofs = [Defaults.ProofOf(purpose), category.Special ? "consent" : null];
                var needed = proofs.OfType<string>().Distinct().ToArray();
                if (needed.Length > 0)
                {
                    Expect($"{use}, given: {(needed.Length == 1 ? needed[0] : $"[{string.Join(", ", needed)}]")}", true);
                    Expect(use, false);
                }
                else
                    Expect(use, true);
            }
            if (purposes.All(purpose => purpose.Key != Promotion))
                Expect($"use: {category.Key}, for: {Promotion}, given: consent", false);
            Expect($"log: {category.Key}", false);
            if (Defaults.KeepOf(category, draft.Answers.Subject) is { Length: > 0 } keep)
                text.Append($"  - {{ keep: {category.Key}, of: {draft.Answers.Subject.Key}, {keep} }}\n");
            else
                Expect($"store: {category.Key}", false);
        }
        Expect($"clause: {draft.ClauseOfSale}, sell: {draft.Data[0].Category.Key}", false);
        if (draft.Data.All(data => data.Category.Key != "payment.card-number"))
            Expect($"clause: {draft.ClauseOfProtection}, store: payment.card-number", false);
        foreach (var right in draft.Rights.Where(right => right.Within is not null))
            text.Append($"  - {{ right: {right.Name}, within: {right.Within} }}\n");
        return text.ToString();
    }
}
