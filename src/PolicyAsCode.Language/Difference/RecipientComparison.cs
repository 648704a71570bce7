using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Difference;

/// <summary>
/// Compares who gets data. What a recipient receives is asked of the closed world: told is what really reaches whom, at
/// the broadest category, recipient and purpose that changed, and not what follows from a change of the data's own
/// purposes or of a prohibition.
/// </summary>
internal sealed class RecipientComparison(TermPairs terms, Side old, Side now, ProhibitionComparison never, ChangeList changes)
{
    private static readonly RecipientAction[] s_transfers =
        [RecipientAction.Sell, RecipientAction.Rent, RecipientAction.Trade];

    private readonly Dictionary<(TermPair Category, TermPair Recipient, TermPair Purpose), Grant> _old = [];
    private readonly Dictionary<(TermPair Category, TermPair Recipient, TermPair Purpose), Grant> _new = [];

    /// <summary>Compares all recipients, broader ones first.</summary>
    public void Run()
    {
        foreach (var recipient in terms.Of(TermKind.Recipient))
        {
            CompareGrants(recipient);
            foreach (var action in s_transfers)
                CompareTransfers(recipient, action);
            CompareStatements(recipient);
        }
    }

    private void CompareGrants(TermPair recipient)
    {
        var (before, after) = (StatementsOn(old, recipient), StatementsOn(now, recipient));
        if (before.IsEmpty && after.IsEmpty)
            return;

        var told = new List<(TermPair Category, TermPair Purpose, string Field, ChangeDirection Direction, string Words)>();
        foreach (var category in terms.Of(TermKind.Category))
        {
            var (mine, theirs) = (Receiving(old, before, category), Receiving(now, after, category));
            if (mine.IsEmpty && theirs.IsEmpty)
                continue;
            foreach (var purpose in terms.Of(TermKind.Purpose))
            {
                var (was, isNow) = (Granted(old, mine, category, recipient, purpose), Granted(now, theirs, category, recipient, purpose));
                if (was is not null)
                    _old.Add((category, recipient, purpose), was);
                if (isNow is not null)
                    _new.Add((category, recipient, purpose), isNow);
                if (!Equals(was, isNow) && !FollowsFromBroader(category, recipient, purpose, was, isNow)
                    && (Reaches(old, category, recipient, purpose) || Reaches(now, category, recipient, purpose)))
                    told.AddRange(Differ(was, isNow).Select(one => (category, purpose, one.Field, one.Direction, one.Words)));
            }
        }

        var statements = (Old: Own(old, recipient), New: Own(now, recipient));
        var places = new Places((statements.Old ?? before.FirstOrDefault())?.Location, (statements.New ?? after.FirstOrDefault())?.Location);
        foreach (var group in told.GroupBy(one => (one.Field, one.Direction, one.Words, Purposes: PurposesOf(one, told))))
            changes.Add(PolicyPart.Recipient, recipient.Key, group.Key.Field, group.Key.Direction,
                Message.Verbatim(
                    $"{recipient.Key}: {group.Key.Words.Replace("*", string.Join(", ", group.Select(one => one.Category.Key).Distinct()))} for: {group.Key.Purposes}"),
                places);
    }

    private static string PurposesOf(
        (TermPair Category, TermPair Purpose, string Field, ChangeDirection Direction, string Words) one,
        List<(TermPair Category, TermPair Purpose, string Field, ChangeDirection Direction, string Words)> all) =>
        string.Join(", ", all
            .Where(other => other.Category == one.Category && other.Field == one.Field
                && other.Direction == one.Direction && other.Words == one.Words)
            .Select(other => other.Purpose.Key));

    private static IEnumerable<(string Field, ChangeDirection Direction, string Words)> Differ(Grant? was, Grant? isNow)
    {
        if (was is null || isNow is null)
        {
            var (sign, direction, grant) = was is null
                ? ('+', ChangeDirection.Loosening, isNow!)
                : ('−', ChangeDirection.Tightening, was);
            yield return ("receives", direction, $"receives {sign} *{grant.Conditions}");
            yield break;
        }
        if (was.As != isNow.As)
            yield return ("as", isNow.As < was.As ? ChangeDirection.Loosening : ChangeDirection.Tightening,
                $"as {Wording.Kebab(was.As.ToString())} → {Wording.Kebab(isNow.As.ToString())}, *");
        var told = new HashSet<string>(StringComparer.Ordinal);
        for (var form = was.As > isNow.As ? was.As : isNow.As; form <= Form.Anonymised; form++)
            foreach (var (direction, words) in Proofs(was.GatesAt(form), isNow.GatesAt(form)))
                if (told.Add(words))
                    yield return ("after", direction, words);
    }

    // Where one of several proofs is enough, one more that will do loosens; where none is asked for, any tightens.
    private static IEnumerable<(ChangeDirection Direction, string Words)> Proofs(string[] was, string[] isNow)
    {
        if (was.Length == 0 && isNow.Length > 0)
            yield return (ChangeDirection.Tightening, $"after + {string.Join(" / ", isNow)}, *");
        else if (was.Length > 0 && isNow.Length == 0)
            yield return (ChangeDirection.Loosening, $"after − {string.Join(" / ", was)}, *");
        else
        {
            foreach (var gate in isNow.Except(was))
                yield return (ChangeDirection.Loosening, $"after + / {gate}, *");
            foreach (var gate in was.Except(isNow))
                yield return (ChangeDirection.Tightening, $"after − / {gate}, *");
        }
    }

    private bool FollowsFromBroader(TermPair category, TermPair recipient, TermPair purpose, Grant? was, Grant? isNow)
    {
        return Same(category.Broader, recipient, purpose) || Same(category, recipient.Broader, purpose)
            || Same(category, recipient, purpose.Broader);

        bool Same(TermPair? one, TermPair? two, TermPair? three) =>
            one is not null && two is not null && three is not null
            && Equals(_old.TryGetValue((one, two, three), out var before) ? before : null, was)
            && Equals(_new.TryGetValue((one, two, three), out var after) ? after : null, isNow)
            && (Reaches(old, one, two, three) || Reaches(now, one, two, three));
    }

    private static bool Reaches(Side side, TermPair category, TermPair recipient, TermPair purpose) =>
        side.Of(category) is { } one && side.Of(recipient) is { } two && side.Of(purpose) is { } three
        && side.Evaluator.MayDisclose(one, two, three, Form.Anonymised).IsAllowed;

    private static ImmutableArray<RecipientStatement> StatementsOn(Side side, TermPair recipient) =>
        side.Of(recipient) is { } term ? side.Evaluator.StatementsOnRecipient(term) : [];

    private static ImmutableArray<RecipientStatement> Receiving(
        Side side, ImmutableArray<RecipientStatement> statements, TermPair category) =>
        side.Of(category) is { } term
            ? [.. statements.Where(statement => statement.Receives.Any(term.IsWithin))]
            : [];

    private static Grant? Granted(
        Side side, ImmutableArray<RecipientStatement> receiving, TermPair category, TermPair recipient, TermPair purpose)
    {
        if (side.Of(purpose) is not { } term)
            return null;
        var granting = receiving
            .Where(statement => statement.Purposes.Any(term.IsWithin)
                && !side.Evaluator.IsTransferForbidden(side.Of(category)!, statement, term, side.Of(recipient)!))
            .ToArray();
        if (granting.Length == 0)
            return null;
        var least = granting.Min(statement => statement.As);
        return new(least, string.Join(";", Enumerable.Range((int)least, (int)Form.Anonymised - (int)least + 1).Select(form =>
        {
            var there = granting.Where(statement => (int)statement.As <= form).ToList();
            return there.Any(statement => statement.After is null)
                ? ""
                : string.Join(",", there.Select(statement => statement.After!.Key).Distinct().OrderBy(key => key, StringComparer.Ordinal));
        })));
    }

    private void CompareTransfers(TermPair recipient, RecipientAction action)
    {
        if (!StatementsOn(old, recipient).Concat(StatementsOn(now, recipient)).Any(statement => statement.Action == action))
            return;
        var told = new List<(TermPair Category, ChangeDirection Direction, Places Places)>();
        var changed = new HashSet<(TermPair, ChangeDirection)>();
        foreach (var category in terms.Of(TermKind.Category))
        {
            var (before, after) = (Transfer(old, category, recipient, action), Transfer(now, category, recipient, action));
            if (before.IsAllowed == after.IsAllowed)
                continue;
            var direction = after.IsAllowed ? ChangeDirection.Loosening : ChangeDirection.Tightening;
            changed.Add((category, direction));
            if (!never.Explains(after.IsAllowed ? before : after)
                && (category.Broader is not { } broader || !changed.Contains((broader, direction))))
                told.Add((category, direction, new(
                    before.Because.FirstOrDefault()?.Location, after.Because.FirstOrDefault()?.Location)));
        }
        foreach (var group in told.GroupBy(one => one.Direction))
            changes.Add(PolicyPart.Recipient, recipient.Key, "action", group.Key,
                Message.Verbatim(
                    $"{recipient.Key}: {Wording.Kebab(action.ToString())} {(group.Key == ChangeDirection.Loosening ? '+' : '−')} "
                    + string.Join(", ", group.Select(one => one.Category.Key))),
                group.First().Places);
    }

    private static Decision Transfer(Side side, TermPair category, TermPair recipient, RecipientAction action) =>
        side.Of(category) is { } one && side.Of(recipient) is { } two
            ? side.Evaluator.MayTransferAs(action, one, two)
            : new(Outcome.Gap, []);

    private static RecipientStatement? Own(Side side, TermPair recipient) =>
        side.Of(recipient) is { } term
            ? side.Policy.Recipients.FirstOrDefault(statement => statement.Recipient == term)
            : null;

    private void CompareStatements(TermPair recipient)
    {
        var (own, its) = (Own(old, recipient), Own(now, recipient));
        if (own is null && its is null)
            return;
        // What is said of one recipient by itself stands in place of what was said of the broader one.
        if (StatementsOn(old, recipient).FirstOrDefault() is { } before
            && StatementsOn(now, recipient).FirstOrDefault() is { } after)
            CompareConditions(new(PolicyPart.Recipient, recipient.Key, new(before.Location, after.Location)), before, after);
        if (own is null || its is null)
        {
            // What it gets is told already; that it stands there at all, where it gets nothing more than before.
            if (!changes.Has(PolicyPart.Recipient, recipient.Key))
                changes.Add(PolicyPart.Recipient, recipient.Key, "recipients", ChangeDirection.Neutral,
                    Message.Verbatim($"{recipient.Key}: {(own is null ? '+' : '−')}"), new(own?.Location, its?.Location));
            return;
        }

        var thing = new Thing(PolicyPart.Recipient, recipient.Key, new(own.Location, its.Location));
        if (!changes.Has(PolicyPart.Recipient, recipient.Key))
        {
            changes.Value(thing, "receives", Keys(own.Receives), Keys(its.Receives));
            changes.Value(thing, "for", Keys(own.Purposes), Keys(its.Purposes));
            changes.Value(thing, "action", own.Action, its.Action, one => Wording.Kebab(one.ToString()));
            changes.Value(thing, "after", own.After?.Key, its.After?.Key, one => one ?? "–");
            changes.Value(thing, "as", own.As, its.As, one => Wording.Kebab(one.ToString()));
        }
        changes.Restated(thing, own, its);
    }

    private void CompareConditions(Thing thing, RecipientStatement before, RecipientStatement after)
    {
        changes.Value(thing, "role", before.Role, after.Role);
        changes.Promise(thing, "contract", before.Contract, after.Contract, Wording.InEach);
        // No region stated is anywhere: a first one narrows it.
        if (before.Regions.IsEmpty != after.Regions.IsEmpty)
            changes.Replace(thing, "region", List(before.Regions), List(after.Regions),
                after.Regions.IsEmpty ? ChangeDirection.Loosening : ChangeDirection.Tightening);
        else
            changes.Set(thing, "region", before.Regions, after.Regions, ChangeDirection.Loosening);
        changes.Ranked(thing, "safeguard", before.Safeguard, after.Safeguard, one => one is null ? 1 : 0, Wording.Of);
        changes.Ranked(thing, "announce", before.Announced, after.Announced,
            one => one switch { Announcement.Before => 0, Announcement.After => 1, _ => 2 }, Wording.Of);
        changes.Promise(thing, "legal-request", before.OnLegalRequest, after.OnLegalRequest);
        changes.Promise(thing, "confidentiality", before.IsConfidential, after.IsConfidential);
    }

    private string Keys(ImmutableArray<Term> listed) =>
        string.Join(", ", listed.Select(term => terms.Of(term).Key).OrderBy(key => key, StringComparer.Ordinal));

    private static string List(ImmutableArray<string> words) => words.IsEmpty ? "–" : string.Join(", ", words);

    /// <param name="As">The form nearest to the person.</param>
    /// <param name="Gates">From that form on, for each: the gates of which one is enough; a text, to be compared.</param>
    private sealed record Grant(Form As, string Gates)
    {
        public string Conditions =>
            (As == Form.Raw ? "" : $" as {Wording.Kebab(As.ToString())}")
            + (GatesAt(As) is { Length: > 0 } gates ? $" after {string.Join(" / ", gates)}" : "");

        public string[] GatesAt(Form form) =>
            Gates.Split(';')[(int)form - (int)As].Split([','], StringSplitOptions.RemoveEmptyEntries);
    }
}
