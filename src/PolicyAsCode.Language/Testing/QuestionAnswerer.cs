using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Testing;

/// <summary>What a policy answers to a question, and why in words.</summary>
internal sealed class QuestionAnswerer(PolicyEvaluator evaluator)
{
    /// <summary>The answer to a question.</summary>
    public GivenAnswer Answer(Question question) => question switch
    {
        UseQuestion use => OfSubject(use.Category, use.Subject) ?? Judge(
            evaluator.MayUse(use.Category, use.Purpose, use.Subject, use.Form), use.Category, use.Given),
        DiscloseQuestion disclose => OfSubject(disclose.Category, disclose.Subject) ?? Judge(
            evaluator.MayDisclose(disclose.Category, disclose.Recipient, disclose.Purpose, disclose.Subject, disclose.Form),
            disclose.Category, disclose.Given, recipient: disclose.Recipient),
        CollectQuestion collect => OfSubject(collect.Category, collect.Subject) ?? Judge(
            collect.Source is { } source
                ? evaluator.MayCollect(collect.Category, source, collect.Subject)
                : evaluator.MayCollect(collect.Category),
            collect.Category, [], collect.Source),
        StoreQuestion store => Judge(evaluator.MayStore(store.Category), store.Category, []),
        LogQuestion log => Judge(evaluator.MayLog(log.Category), log.Category, []),
        // Whether it needs a proof does not make it less of a sale.
        TransferQuestion transfer => Judge(
            evaluator.MayTransferAs(transfer.Action, transfer.Category, transfer.Recipient) with { Ways = [[]] },
            transfer.Category, []),
        KeepQuestion keep => Judge(keep),
        RightQuestion right => Judge(right),
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    /// <summary>The answer about the first narrower category that is allowed; null where none is.</summary>
    public GivenAnswer? AllowedPart(Question question)
    {
        if (CategoryOf(question) is not { } whole)
            return null;
        foreach (var part in evaluator.Policy.Vocabulary.Terms(TermKind.Category))
            if (!ReferenceEquals(part, whole) && part.IsWithin(whole)
                && Answer(About(question, part)) is { Answer: Testing.Answer.Allowed } allowed)
                return allowed with { Reason = Message.Of("Tests.Part", part, whole, allowed.Reason) };
        return null;
    }

    private static Term? CategoryOf(Question question) => question switch
    {
        UseQuestion use => use.Category,
        DiscloseQuestion disclose => disclose.Category,
        CollectQuestion collect => collect.Category,
        StoreQuestion store => store.Category,
        LogQuestion log => log.Category,
        TransferQuestion transfer => transfer.Category,
        _ => null,
    };

    private static Question About(Question question, Term category) => question switch
    {
        UseQuestion use => use with { Category = category },
        DiscloseQuestion disclose => disclose with { Category = category },
        CollectQuestion collect => collect with { Category = category },
        StoreQuestion store => store with { Category = category },
        LogQuestion log => log with { Category = category },
        TransferQuestion transfer => transfer with { Category = category },
        _ => question,
    };

    // What a policy says of other people's data says nothing of theirs; what it forbids, it forbids of everybody's.
    private GivenAnswer? OfSubject(Term category, Term? subject) =>
        subject is not null && evaluator.StatementOn(category, subject) is null
        && !evaluator.MayCollect(category).Because.Any(one => one is Prohibition)
            ? new(Testing.Answer.Unknown, [], Message.Of("Tests.NothingSaidOfSubject", category, subject))
            : null;

    private GivenAnswer Judge(
        Decision decision, Term category, ImmutableArray<Term> given, Term? source = null, Term? recipient = null)
    {
        if (decision.Outcome == Outcome.Gap)
            return new(Testing.Answer.Unknown, [], Message.Of("Tests.NothingSaid", category));
        if (!decision.IsAllowed)
            return new(Testing.Answer.Refused, decision.Because, Why(decision.Because[0], category, source, recipient));
        var missing = decision.MissingFor(given);
        if (missing.IsEmpty)
            return new(Testing.Answer.Allowed, decision.Because, Message.Of("Tests.Granted", category));
        ImmutableArray<Statement> asking = [.. decision.Because.Where(one => one is RecipientStatement { After: not null })];
        return new(Testing.Answer.Refused, asking.IsEmpty ? decision.Because : asking,
            Message.Of("Tests.NeedsFirst", missing.Select(gate => gate.Key).ToArray()));
    }

    private Message Why(Statement refusing, Term category, Term? source, Term? to) => refusing switch
    {
        Prohibition never => Message.Of("Tests.Never", never.Action, never.Category?.Key ?? "*"),
        PurposeStatement purpose => Message.Of("Tests.OnlyAs", purpose.Purpose, WordOf(purpose.As)),
        RecipientStatement recipient => Message.Of(
            "Tests.Receives", recipient.Recipient, Keys(recipient.Receives), Keys(recipient.Purposes),
            WordOf(recipient.As)),
        RetentionStatement => Message.Of("Tests.NeverStored", category),
        DataStatement data when source is not null => Message.Of(
            "Tests.CollectedAt", data.Category, Keys(data.Collected)),
        DataStatement when to is not null && evaluator.RecipientsOf(category).IsEmpty =>
            Message.Of("Tests.NobodyReceives", category),
        DataStatement data when evaluator.PurposesOf(category) is { IsEmpty: false } purposes =>
            Message.Of("Tests.AllowedFor", data.Category, Keys(purposes)),
        DataStatement data => Message.Of("Tests.NotGranted", data.Category),
        _ => Message.Of("Tests.Protected", category),
    };

    private GivenAnswer Judge(KeepQuestion question)
    {
        var keep = evaluator.RetentionOf(question.Category, question.Subject);
        if (keep is null)
            return new(Testing.Answer.Unknown, [], question.Subject is { } subject
                ? Message.Of("Tests.NothingSaidOfSubject", question.Category, subject)
                : Message.Of("Tests.NothingSaid", question.Category));
        var isMet = !keep.NeverStored
            && (question.AtMost is not { } most || most.Equals(keep.AtMost))
            && (question.AtLeast is not { } least || least.Equals(keep.AtLeast))
            && (question.From is null || question.From == keep.From)
            && (question.Then is not { } then || then == keep.Then);
        return new(isMet ? Testing.Answer.Allowed : Testing.Answer.Refused, [keep],
            Message.Of("Tests.Kept", question.Category, Message.Verbatim(RetentionText.Of(keep))));
    }

    private GivenAnswer Judge(RightQuestion question)
    {
        if (evaluator.Policy.Rights.FirstOrDefault(one => one.Right == question.Right) is not { } right)
            return new(Testing.Answer.Unknown, [], Message.Of("Tests.NoRight", question.Right));
        var isMet = question.Within is not { } longest
            || (right.Within is { } within && DurationOrder.Compare(within, longest) <= 0);
        return new(isMet ? Testing.Answer.Allowed : Testing.Answer.Refused, [right], right.Within is { } time
            ? Message.Of("Tests.AnsweredWithin", question.Right, time.ToString())
            : Message.Of("Tests.NoTime", question.Right));
    }

    private static string[] Keys(ImmutableArray<Term> terms) => terms.Select(term => term.Key).ToArray();

    private static string WordOf(Form form) => form.ToString().ToLowerInvariant();
}

/// <summary>What a policy answers.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Because">The statements that decided, the most telling first.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record GivenAnswer(Answer Answer, ImmutableArray<Statement> Because, Message Reason);
