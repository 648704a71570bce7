using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Difference;

/// <summary>
/// Compares purposes: on which basis they rest, in which form they take data, what people can do against them. Which
/// data they use is compared with the data.
/// </summary>
internal sealed class PurposeComparison(TermPairs terms, Side old, Side now, ChangeList changes)
{
    private readonly HashSet<(PurposeStatement?, PurposeStatement?)> _compared = [];

    /// <summary>Compares all purposes, broader ones first; two statements that meet for several are compared once.</summary>
    public void Run()
    {
        foreach (var purpose in terms.Of(TermKind.Purpose))
        {
            var (before, after) = (StatementOn(old, purpose), StatementOn(now, purpose));
            if (!(before is null && after is null) && _compared.Add((before, after)))
                Compare(purpose, before, after);
        }
    }

    private void Compare(TermPair purpose, PurposeStatement? before, PurposeStatement? after)
    {
        var thing = new Thing(PolicyPart.Purpose, purpose.Key, new(before?.Location, after?.Location));
        // A purpose for which the other policy uses nothing is new as a whole; what is used for it is told of the data.
        if ((before is null && !IsUsed(old, purpose)) || (after is null && !IsUsed(now, purpose)))
        {
            changes.Add(thing.Part, thing.Key, "purposes", ChangeDirection.Neutral,
                Message.Verbatim($"{purpose.Key}: {(before is null ? '+' : '−')} basis {Wording.Of((before ?? after)!.Basis)}"),
                thing.Places);
            return;
        }

        changes.Ranked(thing, "basis", before?.Basis, after?.Basis,
            basis => basis == LawfulBasis.Consent ? 0 : 1, Wording.Of);
        changes.Ranked(thing, "as", before?.As ?? Form.Raw, after?.As ?? Form.Raw, form => -(int)form,
            form => Wording.Kebab(form.ToString()));
        changes.Ranked(thing, "objection", before?.Objection, after?.Objection, can => can == true ? 0 : 1,
            can => can switch { true => "true", false => "false", null => "–" });
        changes.Promise(thing, "opt-out", before?.OptOut, after?.OptOut);
        changes.Value(thing, "interest", before?.Interest, after?.Interest, Wording.InEach);
        changes.Ranked(thing, "consent", before?.Consent?.Given, after?.Consent?.Given, given => given switch
        {
            ConsentManner.Explicit => 0,
            ConsentManner.OptIn => 1,
            ConsentManner.ByUse => 3,
            _ => 2,
        }, Wording.Of);
        changes.Promise(thing, "proof", before?.Consent?.Proof?.Key, after?.Consent?.Proof?.Key);
        changes.Value(thing, "at", Keys(before?.Consent), Keys(after?.Consent));
        if (before is not null && after is not null)
            changes.Restated(thing, before, after);
    }

    private static string Keys(ConsentStatement? consent) =>
        consent is null || consent.At.IsEmpty ? "–" : string.Join(", ", consent.At.Select(term => term.Key));

    private static PurposeStatement? StatementOn(Side side, TermPair purpose) =>
        side.Of(purpose) is { } term ? side.Evaluator.StatementOnPurpose(term) : null;

    private static bool IsUsed(Side side, TermPair purpose) =>
        side.Of(purpose) is { } term
        && side.Policy.Data.Any(data => data.Purposes.Any(one => term.IsWithin(one) || one.IsWithin(term)));
}
