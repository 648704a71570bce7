using Microsoft.CodeAnalysis;
using PolicyAsCode.Generators.Tests.Running;

namespace PolicyAsCode.Generators.Tests;

/// <summary>The rights of a policy as generated data.</summary>
public sealed class RightsTests
{
    private const string Rights = """
        rights:
          erasure:
            clause: SHOP-3
            within: 30 business days
            starts: confirmation
            extension: { within: 2 weeks, explained: true }
            verify-identity: true
            evidence: government.id-document
            confirm: true
            offer-export: true
            notify: [email, sms]
            reversible: false
          access: { origin: decision, within: 72 hours, promised: 30 business days, channels: [email, in-app] }
          objection: { origin: decision, evaluated: true }
          information: { origin: decision }

        """;

    [Fact]
    public void They_read_like_this()
    {
        var code = Compiles(Policy(Rights)).Rights!;
        Assert.Contains("public static class ShopContextRights", code, StringComparison.Ordinal);
        Assert.Contains("// Stated as well, and no requests that a program carries out: information.", code, StringComparison.Ordinal);
        Assert.Contains(
            """
                public static PolicyRights All { get; } = new("shop", "Shop", Calendar,
                [
                    new(PrivacyRight.Erasure, new AnswerTime(30, AnswerTimeUnit.BusinessDays), ["SHOP-3"], "policies/shop.policy.yaml:5")
                    {
                        Extension = new(new AnswerTime(2, AnswerTimeUnit.Weeks), IsExplained: true),
                        Evidence = "government.id-document",
                        StartsAtConfirmation = true,
                        VerifyIdentity = true,
                        Confirm = true,
                        OfferExport = true,
                        Notify = ["email", "sms"],
                    },
                    new(PrivacyRight.Access, new AnswerTime(72, AnswerTimeUnit.Hours), [], "policies/shop.policy.yaml:16")
                    {
                        Promised = new AnswerTime(30, AnswerTimeUnit.BusinessDays),
                        Channels = ["email", "in-app"],
                    },
                    new(PrivacyRight.Objection, null, [], "policies/shop.policy.yaml:17")
                    {
                        IsEvaluated = true,
                    },
                ]);
            """.ReplaceLineEndings("\n"), code, StringComparison.Ordinal);
        Assert.Contains("[DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday]", code, StringComparison.Ordinal);
        Assert.Contains("\"2026-08-17\"", code, StringComparison.Ordinal);
        Assert.Contains("\"2026-12-25\"", code, StringComparison.Ordinal);
        Assert.DoesNotContain("somebody", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Joint_leave_is_a_business_day() =>
        Assert.DoesNotContain("\"2026-12-24\"", Compiles(Policy(Rights)).Rights, StringComparison.Ordinal);

    [Fact]
    public void Without_business_days_there_are_no_holidays() =>
        Assert.Contains(
            "BusinessCalendar.WithoutBusinessDays(\"Asia/Jakarta\");",
            Compiles(Policy("rights:\n  access: { origin: decision, within: 72 hours }\n")).Rights, StringComparison.Ordinal);

    [Fact]
    public void A_calendar_without_holidays_knows_every_year()
    {
        var policy = Policy(Rights).Replace("holidays: ID", "holidays: none, work-week: [sunday, monday]", StringComparison.Ordinal);
        Assert.Contains("[DayOfWeek.Monday, DayOfWeek.Sunday],\n        1, 9999);", Compiles(policy).Rights, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_without_rights_gets_none() =>
        Assert.Null(Compiles(SmallShop.Policy).Rights);

    [Fact]
    public void Another_deadline_writes_the_rights_again_and_nothing_else()
    {
        var run = Compiles(Policy(Rights));
        run.EditPolicy(Policy(Rights).Replace("within: 72 hours", "within: 48 hours", StringComparison.Ordinal));
        Assert.Equal([IncrementalStepRunReason.Modified], run.Reasons(Steps.Rights));
        Assert.Equal([IncrementalStepRunReason.Unchanged], run.Reasons(Steps.Plans));
        Assert.Contains("new AnswerTime(48, AnswerTimeUnit.Hours)", run.Rights, StringComparison.Ordinal);
    }

    private static string Policy(string rights) => SmallShop.Policy
        .Replace("time-zone: Asia/Jakarta }", "time-zone: Asia/Jakarta, holidays: ID }", StringComparison.Ordinal)
        .Replace("subjects:", rights + "subjects:", StringComparison.Ordinal);

    private static GeneratorRun Compiles(string policy)
    {
        var run = GeneratorRun.Start(SmallShop.Code, policy);
        Assert.Empty(run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        return run;
    }
}
