using PolicyAsCode.Cli.Output;
using PolicyAsCode.Language.Laws;

namespace PolicyAsCode.Cli.Explaining;

/// <summary>Puts a question to a policy, and its answer into words, with the lines that decided.</summary>
internal sealed class Explainer(PolicyModel policy, Words words)
{
    private const string Consent = "consent";
    private const string Withdrawal = "withdraw-consent";

    private readonly PolicyEvaluator _evaluator = new(policy);
    private readonly StatementWords _sentences = new(words);

    /// <summary>The answer.</summary>
    public Explanation Answer(Question question)
    {
        var decision = Decide(question);
        var needs = decision.MissingFor(question.Given);
        return new(decision.Outcome, InWords(question, decision, needs), needs, Lines(question, decision));
    }

    private Decision Decide(Question question)
    {
        // Without a form, any will do, and the answer says which.
        var form = question.As ?? Form.Anonymised;
        var use = _evaluator.MayUse(question.Category, question.Purpose, question.Subject, form);
        return use.IsAllowed && question.Recipient is { } recipient
            ? _evaluator.MayDisclose(question.Category, recipient, question.Purpose, question.Subject, form)
            : use;
    }

    private string InWords(Question question, Decision decision, ImmutableArray<Term> needs) => decision.Outcome switch
    {
        Outcome.Gap => words.Say("Explain.Unknown", policy.Header.Title, question.Category.Key),
        Outcome.Violation => words.Say("Explain.Refused", Reason(question, decision)),
        _ => Allowed(question, decision, needs),
    };

    private string Allowed(Question question, Decision decision, ImmutableArray<Term> needs)
    {
        var answer = words.Say("Explain.Allowed");
        if (question.As is null && decision.As != Form.Raw)
            answer += words.Say("Explain.AllowedAs", _sentences.FormOf(decision.As));
        if (!needs.IsEmpty)
            answer += words.Say("Explain.AllowedWith", Gates(needs));
        else if (!decision.Needs.IsEmpty)
            answer += words.Say("Explain.AllowedGiven", Gates(decision.Needs));
        return answer;
    }

    private string Gates(ImmutableArray<Term> gates) =>
        string.Join(words.Say("Explain.And"), gates.Select(_sentences.GateOf));

    private string Reason(Question question, Decision decision)
    {
        var (data, purpose) = (question.Category.Key, question.Purpose.Key);
        if (decision.Because.Any(one => one is Prohibition))
            return words.Say("Explain.Refused.Never");
        if (decision.Because.FirstOrDefault() is PurposeStatement { As: var onlyAs })
            return words.Say("Explain.Refused.Form", purpose, data, _sentences.FormOf(onlyAs));

        var use = _evaluator.MayUse(question.Category, question.Purpose, question.Subject, question.As ?? Form.Anonymised);
        if (!use.IsAllowed)
            return question.Subject is { } subject
                ? words.Say("Explain.Refused.PurposeOf", data, subject.Key, purpose)
                : words.Say("Explain.Refused.Purpose", data, purpose);

        var recipient = question.Recipient!;
        var own = decision.Because.OfType<RecipientStatement>().Where(one => recipient.IsWithin(one.Recipient)).ToArray();
        if (own.Length == 0)
            return words.Say("Explain.Refused.NoRecipient", recipient.Key);
        if (!own.Any(one => one.Receives.Any(question.Category.IsWithin)))
            return words.Say("Explain.Refused.NotReceived", recipient.Key, data);
        if (!own.Any(one => one.Purposes.Any(question.Purpose.IsWithin)))
            return words.Say("Explain.Refused.RecipientPurpose", recipient.Key, data, purpose);
        var form = own.Where(one => one.Receives.Any(question.Category.IsWithin)).Min(one => one.As);
        return words.Say("Explain.Refused.Form", recipient.Key, data, _sentences.FormOf(form));
    }

    private ImmutableArray<ExplainedLine> Lines(Question question, Decision decision)
    {
        var statements = decision.Because
            .Where(one => question.Subject is null || one is not DataStatement data || data.IsAbout(question.Subject))
            .ToList();
        if (decision.IsAllowed && _evaluator.StatementOnPurpose(question.Purpose) is { } purpose)
            statements.Add(purpose);
        var lines = statements.Distinct().Select(_sentences.LineOf).ToList();

        var narrower = statements.OfType<DataStatement>().Select(data => data.Category)
            .FirstOrDefault(category => !ReferenceEquals(category, question.Category));
        if (narrower is not null)
            lines.Add(PartOf(question.Category, narrower));
        if (decision.IsAllowed)
        {
            var stated = statements.OfType<DataStatement>().SelectMany(data => data.Purposes)
                .FirstOrDefault(question.Purpose.IsWithin);
            if (stated is not null && !ReferenceEquals(stated, question.Purpose))
                lines.Add(PartOf(question.Purpose, stated));
        }
        if (decision.IsAllowed)
            lines.AddRange(LawLines(statements, decision));
        return [.. lines];
    }

    // What a law asks of whoever does it; a refusal needs no law.
    private IEnumerable<ExplainedLine> LawLines(IEnumerable<Statement> statements, Decision decision) =>
        statements.Where(one => one is RecipientStatement || (one is PurposeStatement && !decision.Needs.IsEmpty))
            .SelectMany(one => policy.LawsOn(one))
            .Concat(decision.Needs.Any(need => need.Key == Consent) ? policy.LawsOn(Withdrawal) : [])
            .Distinct()
            .Select(article => new ExplainedLine(article.Location, article.Duty.In(words.Language), article.Citation));

    private ExplainedLine PartOf(Term narrow, Term broad) =>
        new(narrow.Location, words.Say("Explain.PartOf", narrow.Key, broad.Key), words.Say("Explain.Vocabulary"));
}
