namespace PolicyAsCode.Reports.Wording;

/// <summary>What statements say, in sentences for people.</summary>
/// <param name="words">The words.</param>
/// <param name="voice">Who is spoken to: <c>Common</c> speaks of people, <c>Notice</c> to them.</param>
internal sealed class StatementSentences(ReportWords words, string voice = "Common")
{
    /// <summary>How long something is kept.</summary>
    public string Kept(RetentionStatement keep)
    {
        if (keep.NeverStored)
            return words.Say("Common.Keep.Never");
        var from = keep.From is { } anchor ? ReportWords.Inside(words.Label(anchor)) : "";
        var then = words.Say($"Common.Then.{keep.Then}");
        return (keep.AtMost, keep.AtLeast) switch
        {
            ({ } most, { } least) => words.Say("Common.Keep.Both", words.Time(least), words.Time(most), from, then),
            ({ } most, null) => words.Say("Common.Keep.AtMost", words.Time(most), from, then),
            (null, { } least) => words.Say("Common.Keep.AtLeast", words.Time(least), from, then),
            _ => then,
        };
    }

    /// <summary>The same in a few words: the time limit, and what happens then where it is not erased.</summary>
    public string Short(RetentionStatement keep)
    {
        if (keep.NeverStored)
            return words.Say("Common.Keep.Never");
        var time = (keep.AtMost ?? keep.AtLeast) is { } limit ? words.Time(limit) : "";
        var says = words.Say("Common.Keep.Short", time, keep.From is { } anchor ? ReportWords.Inside(words.Label(anchor)) : "");
        return keep.Then == RetentionAction.Erase ? says : words.Say("Common.Keep.ShortThen", says, words.Say($"Common.Then.{keep.Then}"));
    }

    /// <summary>What must never happen.</summary>
    public string Never(Prohibition never)
    {
        var what = never.Category is { } category
            ? words.Say("Common.NeverAny", ReportWords.Inside(words.Label(category))) : words.Say("Common.AnyData");
        var says = words.Say($"Common.Never.{never.Action}", what);
        if (never.Purpose is { } purpose)
            says = words.Say("Common.NeverFor", says, ReportWords.Inside(words.Label(purpose)));
        return never.Recipient is { } recipient
            ? words.Say("Common.NeverTo", says, ReportWords.Inside(words.Label(recipient)))
            : says;
    }

    /// <summary>How many categories are protected at once.</summary>
    /// <param name="protection">The statement.</param>
    /// <param name="all">What stands for all categories; null for their own words.</param>
    public string Protected(ProtectionStatement protection, string? all = null)
    {
        var what = protection.Categories.IsEmpty ? all ?? words.Say("Common.AllData") : words.List(protection.Categories);
        var how = words.List(protection.Protect.Select(one => words.Say($"Common.Protection.{one}")));
        var says = ReportWords.First(words.Say("Common.ProtectedBy", what, how));
        return protection.Standard is { } standard ? words.Say("Common.Standard", says, standard) : says;
    }

    /// <summary>The narrower purposes that data is used or handed on for under a statement; null where there are none.</summary>
    public string? Parts(PurposeStatement purpose, PolicyModel policy)
    {
        var parts = policy.Data.SelectMany(one => one.Purposes).Concat(policy.Recipients.SelectMany(one => one.Purposes)).Distinct()
            .Where(one => one != purpose.Purpose && StatementOn(one, policy) == purpose).OrderBy(one => one.Index).ToArray();
        return parts.Length == 0 ? null : words.Say("Common.Parts", words.List(parts));
    }

    /// <summary>The statement on a purpose: its own, or else the nearest broader one's.</summary>
    public static PurposeStatement? StatementOn(Term purpose, PolicyModel policy) => purpose.SelfAndBroader()
        .Select(term => policy.Purposes.FirstOrDefault(one => one.Purpose == term)).FirstOrDefault(one => one is not null);

    /// <summary>How consent is asked for, how people opt out or object, and in which form data is used.</summary>
    public IEnumerable<string> Conditions(PurposeStatement purpose)
    {
        if (purpose.As != Form.Raw)
            yield return words.Say("Common.OnlyInForm", words.Say($"Common.Form.{purpose.As}"));
        if (purpose.Consent is { Given: { } manner } consent)
            yield return consent.At.IsEmpty
                ? words.Say($"Common.Given.{manner}")
                : words.Say("Common.GivenAt", words.Say($"Common.Given.{manner}"), words.List(consent.At));
        if (purpose.OptOut is { } optOut)
            yield return words.Word("OptOut", optOut).Label;
        if (purpose.Objection == true)
            yield return words.Say("Common.Objection");
    }

    /// <summary>Under which conditions somebody gets data.</summary>
    public IEnumerable<string> Conditions(RecipientStatement recipient)
    {
        if (recipient.Action != RecipientAction.Share)
            yield return words.Say($"Common.Action.{recipient.Action}");
        if (recipient.After is { } gate)
            yield return After(gate);
        if (recipient.OnLegalRequest)
            yield return words.Say("Common.LegalRequest");
        if (recipient.IsConfidential)
            yield return words.Say("Common.Confidential");
        if (recipient.Announced is { } announced)
            yield return words.Say($"{voice}.Announced.{announced}");
    }

    /// <summary>What must have been asked first.</summary>
    public string After(Term gate) => ReportWords.Has($"{voice}.After.{gate.Key}")
        ? words.Say($"{voice}.After.{gate.Key}") : words.Say("Common.After", ReportWords.Inside(words.Label(gate)));

    /// <summary>Where data goes, and what makes that lawful; null where the policy says nothing of it.</summary>
    public string? Where(RecipientStatement recipient)
    {
        if (recipient.Regions.IsEmpty)
            return null;
        var where = words.List(recipient.Regions.Select(region => words.Region(region).Label));
        return recipient.Safeguard is { } safeguard
            ? words.Say("Common.TransferSafe", where, words.Say($"Common.Safeguard.{safeguard}"))
            : where;
    }

    /// <summary>Within which time a right is served, from when, and by how much that may be late; empty where not said.</summary>
    public string Time(RightStatement right)
    {
        if (right.Within is not { } within)
            return "";
        var says = words.Say($"Common.Within.{right.Starts}", words.Time(within));
        return right.Extension is { } extension
            ? words.Say(extension.IsExplained ? "Common.LaterExplained" : "Common.Later", says, words.Time(extension.Within))
            : says;
    }

    /// <summary>How a right is served, step by step.</summary>
    public IEnumerable<string> Steps(RightStatement right)
    {
        if (!right.Asks.IsEmpty)
            yield return words.Say($"{voice}.Step.Asks", words.List(right.Asks));
        if (right.VerifyIdentity)
            yield return right.Evidence is { } evidence
                ? words.Say($"{voice}.Step.VerifyBy", ReportWords.Inside(words.Label(evidence)))
                : words.Say($"{voice}.Step.Verify");
        if (right.Confirm)
            yield return words.Say($"{voice}.Step.Confirm");
        if (right.IsEvaluated)
            yield return words.Say($"{voice}.Step.Evaluate");
        if (right.OfferExport)
            yield return words.Say($"{voice}.Step.OfferExport");
        if (right.Format is { } format)
            yield return words.Say($"{voice}.Step.Format", format.ToUpperInvariant());
        if (!right.Notify.IsEmpty)
            yield return words.Say($"{voice}.Step.Notify", words.Either(right.Notify.Select(one => words.Word("Channel", one))));
        if (right.Right == "erasure" && !right.Reversible)
            yield return words.Say($"{voice}.Step.Final");
    }
}
