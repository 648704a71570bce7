using System.Collections.Immutable;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Text;

namespace PolicyAsCode.Language.Difference;

/// <summary>Compares what stands by itself: statements that no other statement changes the meaning of.</summary>
internal sealed class StatementComparison(PolicyModel old, PolicyModel now, ChangeList changes)
{
    /// <summary>Compares all of them.</summary>
    public void Run()
    {
        CompareController();
        CompareSubjects();
        CompareSources();
        CompareStandards();
        CompareNonPersonal();
        CompareRights();
        CompareCookies(PolicyPart.Cookie, old.Cookies, now.Cookies);
        CompareCookies(PolicyPart.Tracker, old.Trackers, now.Trackers);
        CompareAge();
        CompareAcceptance();
        CompareAnnouncement();
        CompareContact();
        CompareHolds();
        CompareMeasures();
        CompareLaws();
        CompareEnforcement();
        CompareHead();
    }

    private void CompareController()
    {
        var (before, after) = (old.Controller, now.Controller);
        var thing = new Thing(PolicyPart.Controller, "controller",
            new(before.Location ?? old.Header.Location, after.Location ?? now.Header.Location));
        changes.Value(thing, "name", before.Name, after.Name);
        changes.Value(thing, "email", before.Email, after.Email);
        changes.Value(thing, "phone", before.Phone, after.Phone);
        changes.Value(thing, "address", before.Address, after.Address);
        changes.Promise(thing, "officer", before.Officer, after.Officer);
        changes.Promise(thing, "representative", before.Representative, after.Representative);
        changes.Promise(thing, "breach-contact", before.BreachContact, after.BreachContact);
        changes.Value(thing, "time-zone", before.TimeZone, after.TimeZone);
        changes.Value(thing, "region", before.Region, after.Region);
        // Each day off puts off what is counted in business days; where nothing is, a calendar promises nothing.
        var counts = Calendars.BusinessDayCheck.AreCounted(old) || Calendars.BusinessDayCheck.AreCounted(now);
        changes.Ranked(thing, "holidays", before.Holidays ?? "–", after.Holidays ?? "–",
            name => counts && name is not ("–" or Calendars.HolidayCalendars.NoHolidays) ? 1 : 0);
        changes.Set(thing, "work-week", before.WorkWeek, after.WorkWeek, ChangeDirection.Tightening, Day);
    }

    private static string Day(DayOfWeek day) => day.ToString().ToLowerInvariant();

    private void CompareSubjects() => Keyed(PolicyPart.Subject, "subjects", old.Subjects, now.Subjects,
        statement => statement.Subject.Key, ChangeDirection.Neutral, (_, _, _) => { });

    private void CompareSources() => Keyed(PolicyPart.Source, "sources", old.Sources, now.Sources,
        statement => statement.Source.Key, ChangeDirection.Neutral, (thing, before, after) =>
            changes.Ranked(thing, "from", before.From, after.From, from => from switch
            {
                SourceOrigin.Person => 0,
                SourceOrigin.Device => 1,
                null => 2,
                _ => 3,
            }, Wording.Of));

    // Which data they protect is compared category by category; the standard is promised for its own sake.
    private void CompareStandards()
    {
        var (before, after) = (old.Protection.Where(one => one.Standard is not null).ToArray(),
            now.Protection.Where(one => one.Standard is not null).ToArray());
        changes.Set(
            new(PolicyPart.Protection, "protection",
                new(before.FirstOrDefault()?.Location, after.FirstOrDefault()?.Location)),
            "standard", before.Select(one => one.Standard!).Distinct(), after.Select(one => one.Standard!).Distinct(),
            ChangeDirection.Tightening);
    }

    private void CompareNonPersonal() => Keyed(PolicyPart.NonPersonal, "non-personal", old.NonPersonal, now.NonPersonal,
        statement => statement.Name, ChangeDirection.Neutral, (thing, before, after) =>
        {
            changes.Value(thing, "says", before.Says, after.Says, Wording.InEach);
            changes.Value(thing, "for", Keys(before.Purposes), Keys(after.Purposes));
        });

    private void CompareRights() => Keyed(PolicyPart.Right, "rights", old.Rights, now.Rights,
        statement => statement.Right, ChangeDirection.Tightening, (thing, before, after) =>
        {
            changes.Ranked(thing, "within", before.Within, after.Within, Days, Time);
            changes.Ranked(thing, "promised", before.Promised ?? before.Within, after.Promised ?? after.Within, Days, Time);
            changes.Ranked(thing, "starts", before.Starts, after.Starts, starts => (int)starts,
                starts => Wording.Kebab(starts.ToString()));
            changes.Ranked(thing, "extension", before.Extension?.Within, after.Extension?.Within,
                time => time is { } longer ? DurationOrder.DaysOf(longer) : 0, Time);
            changes.Promise(thing, "explained", before.Extension?.IsExplained ?? true, after.Extension?.IsExplained ?? true);
            changes.Promise(thing, "verify-identity", before.VerifyIdentity, after.VerifyIdentity);
            changes.Ranked(thing, "evidence", before.Evidence?.Key, after.Evidence?.Key, asked => asked is null ? 0 : 1, Dash);
            changes.Set(thing, "asks", before.Asks.Select(term => term.Key), after.Asks.Select(term => term.Key), ChangeDirection.Loosening);
            changes.Set(thing, "channels", before.Channels, after.Channels, ChangeDirection.Tightening);
            changes.Promise(thing, "confirm", before.Confirm, after.Confirm);
            changes.Promise(thing, "evaluated", before.IsEvaluated, after.IsEvaluated);
            changes.Promise(thing, "offer-export", before.OfferExport, after.OfferExport);
            changes.Set(thing, "notify", before.Notify, after.Notify, ChangeDirection.Tightening);
            changes.Ranked(thing, "reversible", before.Reversible, after.Reversible, can => can ? 1 : 0, Flag);
            changes.Promise(thing, "format", before.Format, after.Format);
            // Nobody named is everybody.
            if (before.People.IsEmpty != after.People.IsEmpty)
                changes.Replace(thing, "people", List(before.People), List(after.People),
                    before.People.IsEmpty ? ChangeDirection.Loosening : ChangeDirection.Tightening);
            else
                changes.Set(thing, "people", before.People, after.People, ChangeDirection.Tightening);
        });

    private void CompareCookies(
        PolicyPart part, ImmutableArray<CookieStatement> before, ImmutableArray<CookieStatement> after) =>
        Keyed(part, part == PolicyPart.Cookie ? "cookies" : "trackers", before, after, statement => statement.Name,
            ChangeDirection.Loosening, (thing, was, isNow) =>
            {
                // Nobody is asked for an essential one.
                changes.Ranked(thing, "essential", was.Essential, isNow.Essential, essential => essential ? 1 : 0, Flag);
                changes.Set(thing, "for", was.Purposes.Select(term => term.Key), isNow.Purposes.Select(term => term.Key), ChangeDirection.Loosening);
                changes.Promise(thing, "after", was.After?.Key, isNow.After?.Key);
                changes.Ranked(thing, "keep", was.Keep, isNow.Keep, Days, Time);
                changes.Ranked(thing, "by", was.Recipient?.Key, isNow.Recipient?.Key, by => by is null ? 0 : 1, Dash);
                changes.Ranked(thing, "kind", was.Party, isNow.Party, party => party == CookieParty.Third ? 1 : 0, Wording.Of);
                changes.Set(thing, "refusable", was.Refusable, isNow.Refusable, ChangeDirection.Tightening);
            });

    private void CompareAge() => Single(PolicyPart.Age, "age", old.Age, now.Age, ChangeDirection.Tightening,
        (thing, before, after) =>
        {
            changes.Ranked(thing, "minimum", before.Minimum, after.Minimum, years => -years);
            changes.Ranked(thing, "below", before.Below, after.Below, below => (int)below, below => Wording.Kebab(below.ToString()));
            changes.Promise(thing, "found", before.ErasedWhenFound, after.ErasedWhenFound);
        });

    // To take an acceptance for consent that nobody took before is looser; one on which nothing rests is neither.
    private void CompareAcceptance() => Single(PolicyPart.Acceptance, "acceptance", old.Acceptance, now.Acceptance,
        (old.Acceptance ?? now.Acceptance) is { IsConsent: true } ? ChangeDirection.Loosening : ChangeDirection.Neutral,
        (thing, before, after) =>
        {
            changes.Ranked(thing, "by", before.By, after.By,
                by => by switch { AcceptedBy.Signature => 0, AcceptedBy.Click => 1, _ => 2 }, Wording.Of);
            changes.Ranked(thing, "as-consent", before.IsConsent, after.IsConsent, taken => taken ? 1 : 0, Flag);
        });

    private void CompareAnnouncement() => Single(PolicyPart.Announcement, "changes", old.Changes, now.Changes,
        ChangeDirection.Tightening, (thing, before, after) =>
        {
            changes.Promise(thing, "published", before.IsPublished, after.IsPublished);
            changes.Set(thing, "notify", before.Notify, after.Notify, ChangeDirection.Tightening);
            changes.Ranked(thing, "material", before.Material, after.Material,
                told => told switch { Model.Announcement.Before => 0, Model.Announcement.After => 1, _ => 2 }, Wording.Of);
            changes.Value(thing, "last-updated", before.LastUpdated, after.LastUpdated, day => day?.ToString() ?? "–");
        });

    private void CompareContact() => Single(PolicyPart.Contact, "contact", old.Contact, now.Contact,
        ChangeDirection.Tightening, (thing, before, after) =>
        {
            changes.Promise(thing, "email", before.Email, after.Email);
            changes.Promise(thing, "phone", before.Phone, after.Phone);
            changes.Promise(thing, "address", before.Address, after.Address);
        });

    private void CompareHolds() => Keyed(PolicyPart.Hold, "holds", old.Holds, now.Holds, statement => statement.Hold,
        ChangeDirection.Loosening, (thing, before, after) =>
        {
            changes.Set(thing, "data", before.Categories.Select(term => term.Key), after.Categories.Select(term => term.Key), ChangeDirection.Loosening);
            changes.Value(thing, "because", before.Because, after.Because, Wording.InEach);
            changes.Value(thing, "owner", before.Owner, after.Owner);
            changes.Value(thing, "review-by", before.ReviewBy, after.ReviewBy, Date);
        });

    private void CompareMeasures() => Keyed(PolicyPart.Measure, "measures", old.Measures, now.Measures,
        statement => statement.Measure.ToString(), ChangeDirection.Tightening, (thing, before, after) =>
        {
            changes.Value(thing, "measure", before.Measure, after.Measure, Wording.InEach);
            changes.Value(thing, "owner", before.Owner, after.Owner);
            changes.Value(thing, "review-by", before.ReviewBy, after.ReviewBy, Date);
        });

    private void CompareLaws() => changes.Set(
        new(PolicyPart.Law, "follows", new(old.Header.Location, now.Header.Location)), "follows", old.Follows, now.Follows,
        ChangeDirection.Tightening);

    private void CompareEnforcement()
    {
        var rules = old.Enforce.ByRule.Concat(now.Enforce.ByRule).Select(one => one.Rule).Distinct()
            .OrderBy(rule => rule, StringComparer.Ordinal);
        var places = new Places(old.Header.Location, now.Header.Location);
        Severity("default", old.Enforce.Default, now.Enforce.Default);
        foreach (var rule in rules)
            Severity(rule, old.Enforce.Of(rule), now.Enforce.Of(rule));
        changes.Set(new(PolicyPart.Enforcement, "waivers", places), "waivers", Waived(old), Waived(now), ChangeDirection.Loosening);

        void Severity(string rule, PolicySeverity before, PolicySeverity after) => changes.Ranked(
            new(PolicyPart.Enforcement, rule, places), "enforce", before, after, severity => -(int)severity,
            severity => severity.ToString().ToLowerInvariant());
    }

    private static IEnumerable<string> Waived(PolicyModel policy) =>
        policy.Waivers.Select(waiver => $"{waiver.Rule} {waiver.At} until {waiver.Until}").Distinct();

    private void CompareHead()
    {
        var thing = new Thing(PolicyPart.Head, "policy", new(old.Header.Location, now.Header.Location));
        changes.Value(thing, "policy", old.Header.Name, now.Header.Name);
        changes.Value(thing, "version", old.Header.Version, now.Header.Version);
        changes.Value(thing, "effective", old.Header.Effective, now.Header.Effective, Date);
        changes.Value(thing, "review-by", old.Header.ReviewBy, now.Header.ReviewBy, Date);
    }

    private void Keyed<T>(
        PolicyPart part, string section, ImmutableArray<T> before, ImmutableArray<T> after, Func<T, string> key,
        ChangeDirection added, Action<Thing, T, T> compare) where T : Statement
    {
        foreach (var name in before.Concat(after).Select(key).Distinct())
        {
            var was = before.FirstOrDefault(one => key(one) == name);
            var isNow = after.FirstOrDefault(one => key(one) == name);
            Compare(new(part, name, new(was?.Location, isNow?.Location)), section, was, isNow, added, compare);
        }
    }

    private void Single<T>(
        PolicyPart part, string section, T? before, T? after, ChangeDirection added, Action<Thing, T, T> compare)
        where T : Statement =>
        Compare(new(part, section, new(before?.Location, after?.Location)), section, before, after, added, compare);

    private void Compare<T>(
        Thing thing, string section, T? before, T? after, ChangeDirection added, Action<Thing, T, T> compare)
        where T : Statement
    {
        if (before is not null && after is not null)
        {
            compare(thing, before, after);
            changes.Restated(thing, before, after);
        }
        else if (before is not null || after is not null)
            changes.Add(thing.Part, thing.Key, section, before is null ? added : ChangeList.Opposite(added),
                before is null ? Message.Of("Difference.New", thing.Name) : Message.Of("Difference.Gone", thing.Name),
                thing.Places);
    }

    private static double Days(Duration? time) => time is { } one ? DurationOrder.DaysOf(one) : double.PositiveInfinity;

    private static string Time(Duration? time) => time?.ToString() ?? "–";

    private static string Date(CalendarDate? day) => day?.ToString() ?? "–";

    private static string Flag(bool flag) => flag ? "true" : "false";

    private static string Dash(string? text) => text ?? "–";

    private static string List(ImmutableArray<string> words) => words.IsEmpty ? "–" : string.Join(", ", words);

    private static string Keys(ImmutableArray<Term> listed) =>
        listed.IsEmpty ? "–" : string.Join(", ", listed.Select(term => term.Key));
}
