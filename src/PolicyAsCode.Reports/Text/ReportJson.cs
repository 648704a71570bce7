using PolicyAsCode.Language.Schemas;
using PolicyAsCode.Reports.Model;
using PolicyAsCode.Reports.Results;
using PolicyAsCode.Reports.Wording;

namespace PolicyAsCode.Reports.Text;

/// <summary>The report for programs: <c>schema/report.schema.json</c> describes it.</summary>
internal static class ReportJson
{
    /// <summary>The report.</summary>
    public static string Write(PrivacyReport report)
    {
        var json = new JsonWriter();
        json.Object(() =>
        {
            json.Number("report", 1);
            json.Text("language", new ReportWords(report.Language).Code);
            json.Text("asOf", report.AsOf?.ToString());
            json.Flag("hasCode", report.HasCode);
            json.Flag("hasResults", report.HasResults);
            List(json, "policies", report.Policies, one => Policy(json, one));
            List(json, "rules", report.Rules, one => Fields(json, one));
        });
        return json.ToString();
    }

    private static void Policy(JsonWriter json, ReportedPolicy policy)
    {
        json.Text("policy", policy.Name);
        json.Text("title", policy.Title);
        json.Number("version", policy.Version);
        json.Text("effective", policy.Effective?.ToString());
        json.Text("reviewBy", policy.ReviewBy?.ToString());
        json.Object("controller", () => Controller(json, policy.Controller));
        Names(json, "laws", policy.Laws);
        Names(json, "subjects", policy.Subjects);
        List(json, "data", policy.Data, one => Data(json, one));
        List(json, "nonPersonal", policy.NonPersonal, one =>
        {
            json.Text("name", one.Name);
            json.Text("says", one.Says);
            Names(json, "purposes", one.Purposes);
            From(json, one.Origin);
        });
        List(json, "register", policy.Register, one => Register(json, one));
        List(json, "recipients", policy.Recipients, one => Recipient(json, one));
        List(json, "holds", policy.Holds, one =>
        {
            json.Text("name", one.Name);
            Names(json, "data", one.Categories);
            json.Text("because", one.Because);
            json.Text("owner", one.Owner);
            json.Text("reviewBy", one.ReviewBy?.ToString());
            From(json, one.Origin);
        });
        List(json, "rights", policy.Rights, one => Right(json, one));
        List(json, "cookies", policy.Cookies, one => Cookie(json, one));
        List(json, "never", policy.Never, one => Said(json, one));
        List(json, "protections", policy.Protections, one => Said(json, one));
        json.Flag("hasNotice", policy.HasNotice);
        List(json, "clauses", policy.Clauses, one => Clause(json, one));
        List(json, "decisions", policy.Decisions, one =>
        {
            json.Text("section", one.Section);
            json.Texts("names", one.Names);
        });
        List(json, "findings", policy.Findings, one => Finding(json, one));
        List(json, "waivers", policy.Waivers, one => Waiver(json, one));
        List(json, "measures", policy.Measures, one => Measure(json, one));
        List(json, "due", policy.Due, one =>
        {
            json.Text("day", one.Day.ToString());
            Left(json, one.DaysLeft);
            json.Text("what", one.What);
            json.Text("owner", one.Owner);
        });
    }

    private static void Controller(JsonWriter json, Controller one)
    {
        json.Text("name", one.Name);
        json.Text("address", one.Address);
        json.Text("region", one.Region);
        json.Text("email", one.Email);
        json.Text("phone", one.Phone);
        json.Text("officer", one.Officer);
        json.Text("representative", one.Representative);
        json.Text("breachContact", one.BreachContact);
        json.Text("timeZone", one.TimeZone);
    }

    private static void Data(JsonWriter json, DataEntry one)
    {
        Name(json, "category", one.Category);
        json.Flag("isSpecial", one.IsSpecial);
        json.Flag("isOptional", one.IsOptional);
        Names(json, "subjects", one.Subjects);
        Names(json, "sources", one.Sources);
        Names(json, "purposes", one.Purposes);
        Names(json, "recipients", one.Recipients);
        Names(json, "protections", one.Protections);
        if (one.Kept is { } kept)
            json.Object("kept", () => Kept(json, kept));
        List(json, "heldIn", one.HeldIn, held =>
        {
            json.Text("member", held.Member);
            json.Flag("isStored", held.IsStored);
        });
        From(json, one.Origin);
    }

    private static void Kept(JsonWriter json, KeptEntry one)
    {
        json.Flag("isNeverStored", one.IsNeverStored);
        json.Text("atMost", one.AtMost?.ToString());
        json.Text("atLeast", one.AtLeast?.ToString());
        if (one.From is { } anchor)
        {
            Name(json, "from", anchor);
            json.Text("then", ReportWords.Kebab(one.Then.ToString()));
        }
        json.Text("because", one.Because);
        json.Text("says", one.Says);
        From(json, one.Origin);
    }

    private static void Register(JsonWriter json, RegisterEntry one)
    {
        Name(json, "purpose", one.Purpose);
        if (one.Basis is { } basis)
            Name(json, "basis", basis);
        json.Text("interest", one.Interest);
        json.Texts("conditions", one.Conditions);
        Names(json, "subjects", one.Subjects);
        Names(json, "categories", one.Categories);
        List(json, "recipients", one.Recipients, who =>
        {
            Name(json, "recipient", who.Recipient);
            json.Text("where", who.Where);
        });
        List(json, "retention", one.Retention, time =>
        {
            json.Text("says", time.Says);
            Names(json, "categories", time.Categories);
        });
        Names(json, "protections", one.Protections);
        From(json, one.Origin);
    }

    private static void Recipient(JsonWriter json, RecipientEntry one)
    {
        Name(json, "recipient", one.Recipient);
        if (one.Role is { } role)
            Name(json, "role", role);
        Names(json, "receives", one.Receives);
        Name(json, "form", one.Form);
        Names(json, "purposes", one.Purposes);
        Names(json, "regions", one.Regions);
        if (one.Safeguard is { } safeguard)
            Name(json, "safeguard", safeguard);
        json.Text("contract", one.Contract);
        json.Texts("conditions", one.Conditions);
        From(json, one.Origin);
    }

    private static void Right(JsonWriter json, RightEntry one)
    {
        Name(json, "right", one.Right);
        json.Text("within", one.Within?.ToString());
        json.Text("time", one.Time);
        json.Text("promised", one.Promised);
        json.Texts("laws", one.Laws);
        Names(json, "channels", one.Channels);
        json.Texts("steps", one.Steps);
        Names(json, "people", one.People);
        From(json, one.Origin);
    }

    private static void Cookie(JsonWriter json, CookieEntry one)
    {
        json.Text("name", one.Name);
        json.Flag("isTracker", one.IsTracker);
        json.Flag("isEssential", one.IsEssential);
        Names(json, "purposes", one.Purposes);
        if (one.After is { } gate)
            Name(json, "after", gate);
        json.Text("kept", one.Kept);
        if (one.Recipient is { } recipient)
            Name(json, "recipient", recipient);
        Names(json, "refusable", one.Refusable);
        From(json, one.Origin);
    }

    private static void Said(JsonWriter json, SaidEntry one)
    {
        json.Text("says", one.Says);
        From(json, one.Origin);
    }

    private static void Clause(JsonWriter json, ClauseEntry one)
    {
        json.Text("id", one.Id);
        json.Text("says", one.Says);
        json.Text("state", ReportWords.Kebab(one.State.ToString()));
        json.Texts("promisedBy", one.Promised.Select(keeper => ReportWords.Kebab(keeper.ToString())));
        List(json, "statements", one.Statements, statement =>
        {
            json.Text("section", statement.Section);
            json.Text("name", statement.Name);
            json.Text("file", statement.File);
            json.Number("line", statement.Line);
        });
        json.Texts("rules", one.Rules);
        json.Texts("operations", one.Operations);
        json.Texts("owners", one.Owners);
        json.Texts("policyTests", one.PolicyTests);
        List(json, "codeTests", one.CodeTests, test =>
        {
            json.Text("name", test.Name);
            json.Flag("hasRun", test.Outcome != TestOutcome.NotRun);
            json.Flag("hasPassed", test.Outcome == TestOutcome.Passed);
        });
    }

    private static void Finding(JsonWriter json, FindingEntry one)
    {
        json.Text("kind", ReportWords.Kebab(one.Kind.ToString()));
        json.Text("rule", one.Rule);
        json.Text("severity", one.Severity switch { PolicySeverity.Error => "error", PolicySeverity.Warning => "warning", _ => "note" });
        json.Text("says", one.Says);
        if (one.File.Length > 0)
        {
            json.Text("file", one.File);
            json.Number("line", one.Line);
        }
    }

    private static void Waiver(JsonWriter json, WaiverEntry one)
    {
        json.Text("rule", one.Rule);
        json.Text("at", one.At);
        json.Text("because", one.Because);
        json.Text("approvedBy", one.ApprovedBy);
        json.Text("until", one.Until.ToString());
        Left(json, one.DaysLeft);
        json.Text("kind", one.Kind?.Key);
        json.Text("ticket", one.Ticket);
        From(json, one.Origin);
    }

    private static void Measure(JsonWriter json, MeasureEntry one)
    {
        json.Text("measure", one.Measure);
        json.Text("owner", one.Owner);
        json.Text("reviewBy", one.ReviewBy?.ToString());
        Left(json, one.DaysLeft);
        json.Texts("keeps", one.Keeps);
        From(json, one.Origin);
    }

    private static void Left(JsonWriter json, int? days)
    {
        if (days is { } left)
            json.Number("daysLeft", left);
    }

    private static void From(JsonWriter json, Origin origin) => json.Object("stated", () =>
    {
        json.Texts("clauses", origin.Clauses);
        json.Flag("isDecision", origin.IsDecision);
        json.Text("file", origin.File);
        json.Number("line", origin.Line);
    });

    private static void Name(JsonWriter json, string member, Named name) => json.Object(member, () => Fields(json, name));

    private static void Names(JsonWriter json, string member, ImmutableArray<Named> names) =>
        List(json, member, names, name => Fields(json, name));

    private static void Fields(JsonWriter json, Named name)
    {
        json.Text("key", name.Key);
        json.Text("label", name.Label);
    }

    private static void List<T>(JsonWriter json, string member, ImmutableArray<T> items, Action<T> write) =>
        json.List(member, () =>
        {
            foreach (var item in items)
                json.Object(() => write(item));
        });
}
