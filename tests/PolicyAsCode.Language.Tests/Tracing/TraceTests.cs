using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Tracing;

namespace PolicyAsCode.Language.Tests.Tracing;

/// <summary>From a promise to what keeps it.</summary>
public sealed class TraceTests
{
    private const string Policy =
        """
        policy: x
        controller: { name: X }
        subjects:
          customer: { clause: A-1 }
        rights:
          complaint: { clause: A-7, within: 30 days }
        data:
          contact.email: { of: customer, clause: A-2, for: communication, keep: { origin: decision, for: 1 year, from: last-purchase, then: erase } }
        purposes:
          communication: { origin: decision, basis: contract }
        recipients:
          authority: { clause: A-3, receives: contact.email, for: communication }
        measures:
          - { clause: A-4, measure: Doors are locked., owner: Legal, review-by: 2027-01-01 }
        changes: { clause: A-5, published: true }
        """;

    private const string Notice =
        """
        notice: x
        clauses:
          A-1: { says: customers, kept-by: analyzer }
          A-2: { says: e-mail, kept-by: analyzer }
          A-3: { says: authorities, kept-by: analyzer }
          A-4: { says: doors, kept-by: organisation }
          A-5: { says: changes, kept-by: policy }
          A-6: { says: forgotten, kept-by: analyzer }
          A-7: { says: complaints, kept-by: analyzer }
        """;

    private const string Tests =
        """
        tests: x
        expect:
          - { clause: A-2, use: contact.email, for: communication, answer: allowed }
        """;

    private const string Bindings =
        """
        bindings: x
        types:
          Shop.Customer: { subject: customer, members: { Mail: contact.email } }
        namespaces:
          Shop.Letters: communication
        hosts: { police.example: authority }
        """;

    private static readonly CompiledPolicy s_compiled = PolicyCompiler.Compile(
        [
            PolicyCompiler.Parse("policies/x.policy.yaml", Policy),
            PolicyCompiler.Parse("policies/x.notice.yaml", Notice),
            PolicyCompiler.Parse("policies/x.tests.yaml", Tests),
            PolicyCompiler.Parse("policies/x.bindings.yaml", Bindings),
        ], "x", null);

    [Theory]
    [InlineData("A-1", ClauseState.Kept)]
    [InlineData("A-2", ClauseState.Kept)]
    [InlineData("A-3", ClauseState.Kept)]
    [InlineData("A-4", ClauseState.Organisational)]
    [InlineData("A-5", ClauseState.KeptByPolicy)]
    [InlineData("A-6", ClauseState.NotStated)]
    [InlineData("A-7", ClauseState.StatedOnly)]
    public void A_clause_is_what_its_statements_make_of_it(string clause, ClauseState state) =>
        Assert.Equal(state, Assert.Single(PolicyTrace.Of(s_compiled).Clauses, one => one.Id == clause).State);

    [Fact]
    public void A_clause_leads_to_its_statement_its_code_its_rules_and_its_tests()
    {
        var clause = Assert.Single(PolicyTrace.Of(s_compiled).Clauses, one => one.Id == "A-2");

        var statement = Assert.Single(clause.Statements);
        Assert.Equal(("data", "contact.email (customer)"), (statement.Section, statement.Name));
        Assert.Equal("policies/x.bindings.yaml", Assert.Single(statement.Bindings).Path);
        Assert.Contains("PAC3001", clause.KeptBy);
        Assert.Equal("policies/x.tests.yaml", Assert.Single(clause.Tests).Location.Path);
    }

    [Fact]
    public void A_recipient_leads_to_the_host_that_is_bound_to_it() =>
        Assert.Single(Assert.Single(PolicyTrace.Of(s_compiled).Clauses, one => one.Id == "A-3").Statements.Single().Bindings);

    [Fact]
    public void What_no_clause_promises_is_a_decision() =>
        Assert.Equal(["keep", "purposes"], PolicyTrace.Of(s_compiled).Decisions.Select(one => one.Section));

    [Fact]
    public void What_can_match_nothing_says_so()
    {
        var compiled = s_compiled with
        {
            Diagnostics = [new(PolicyRules.MatchesNothing, PolicySeverity.Warning, Language.Messages.Message.Verbatim("nothing"), s_compiled.Model!.Recipients[0].Location)],
        };
        Assert.Equal(["authority"], PolicyTrace.Of(compiled).Clauses.SelectMany(one => one.Statements).Where(one => one.IsVacuous).Select(one => one.Name));
    }

    [Fact]
    public void Without_a_notice_the_clauses_are_those_that_statements_name()
    {
        var trace = PolicyTrace.Of(s_compiled with { Notice = null });
        Assert.False(trace.HasNotice);
        Assert.Equal(["A-1", "A-2", "A-3", "A-7", "A-5", "A-4"], trace.Clauses.Select(one => one.Id));
    }

    [Theory]
    [InlineData("ochat", 24)]
    [InlineData("botbelanja", 10)]
    [InlineData("jova-pos", 39)]
    [InlineData("alpokat", 14)]
    [InlineData("ocis", 32)]
    public void Every_clause_of_the_five_notices_is_stated(string policy, int atLeast)
    {
        var files = Directory.EnumerateFiles(Repository.PathOf("policies"), "*.yaml")
            .Where(file => PolicyCompiler.KindOf(file) is not null)
            .Select(file => PolicyCompiler.Parse(file, File.ReadAllText(file)));
        var trace = PolicyTrace.Of(PolicyCompiler.Compile(files, policy, null));

        Assert.True(trace.HasNotice);
        Assert.True(trace.Clauses.Length >= atLeast, $"{trace.Clauses.Length} clauses");
        Assert.DoesNotContain(trace.Clauses, clause => clause.State == ClauseState.NotStated);
    }

    // Whoever adds a rule about code says here which statements it keeps.
    [Fact]
    public void Every_rule_about_code_keeps_some_statement_and_no_other_rule_is_named()
    {
        var model = Every();
        var named = StatementList.Of(model).Select(one => one.Statement).Concat(model.Data.Select(data => data.Keep!))
            .SelectMany(one => StatementKeepers.Of(one, model)).ToHashSet();

        var aboutCode = PolicyRules.All.Where(rule => rule[3] is >= '2' and <= '8').ToArray();
        Assert.NotEmpty(aboutCode);
        Assert.Empty(aboutCode.Except(named));
        Assert.Equal(
            Operations.Select(one => one.Data.Item1).Order(StringComparer.Ordinal),
            named.Except(aboutCode).Order(StringComparer.Ordinal));
    }

    /// <summary>Each operation that keeps something, and where it comes from: what is generated, or the run time.</summary>
    public static TheoryData<string, string> Operations => new()
    {
        { StatementKeepers.Sweep, "PolicyAsCode.Generators/Writing/SweepWriter.cs" },
        { StatementKeepers.Audit, "PolicyAsCode.EntityFrameworkCore/Audit/AuditServiceCollectionExtensions.cs" },
        { RightKeepers.Erase, "PolicyAsCode.Generators/Writing/ErasureWriter.cs" },
        { RightKeepers.Export, "PolicyAsCode.Generators/Writing/ExportWriter.cs" },
        { RightKeepers.Correct, "PolicyAsCode.Generators/Writing/RectificationWriter.cs" },
        { RightKeepers.IsUnrestricted, "PolicyAsCode.EntityFrameworkCore/Restrictions/IRestrictions.cs" },
        { RightKeepers.HasNotObjected, "PolicyAsCode.EntityFrameworkCore/Restrictions/IRestrictions.cs" },
        { RightKeepers.Withdraw, "PolicyAsCode.EntityFrameworkCore/Consents/IConsents.cs" },
        { RightKeepers.IsGiven, "PolicyAsCode.EntityFrameworkCore/Consents/IConsents.cs" },
        { RightKeepers.VerifyIdentity, "PolicyAsCode.EntityFrameworkCore/Requests/IPrivacyRequests.cs" },
        { RightKeepers.Confirm, "PolicyAsCode.EntityFrameworkCore/Requests/IPrivacyRequests.cs" },
        { RightKeepers.Overdue, "PolicyAsCode.EntityFrameworkCore/Requests/IPrivacyRequests.cs" },
        { RightKeepers.Extend, "PolicyAsCode.EntityFrameworkCore/Requests/IPrivacyRequests.cs" },
        { RightKeepers.Execute, "PolicyAsCode.EntityFrameworkCore/Requests/IPrivacyRequests.cs" },
        { RightKeepers.Dispatch, "PolicyAsCode.EntityFrameworkCore/Outbox/IPrivacyOutbox.cs" },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public void The_operations_that_are_named_are_there(string operation, string file) =>
        Assert.Contains($"{operation.Replace("…", "{root.Name}")}(", Repository.Read($"src/{file}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("access: { within: 72 hours, verify-identity: true }", "Export…Async VerifyIdentityAsync OverdueAsync")]
    [InlineData("portability: { channels: email }", "Export…Async")]
    [InlineData("rectification: { within: 30 days }", "CorrectAsync OverdueAsync")]
    [InlineData("restriction: { within: 30 days, evaluated: true, notify: email }", "IsUnrestrictedAsync OverdueAsync ExecuteAsync DispatchAsync")]
    [InlineData("objection: { within: 30 days, extension: { within: 2 months, explained: true } }", "HasNotObjectedAsync OverdueAsync ExtendAsync")]
    [InlineData("withdraw-consent: { notify: email }", "WithdrawAsync IsGivenAsync DispatchAsync")]
    [InlineData("erasure: { starts: confirmation, confirm: true }", "PAC2008 PAC4003 PAC4004 PAC4005 PAC4006 PAC4007 Erase…Async ConfirmAsync")]
    [InlineData("complaint: { within: 14 days, notify: email }", "")]
    [InlineData("automated-decisions: { within: 72 hours }", "")]
    [InlineData("information: { channels: in-app }", "")]
    public void A_right_is_kept_by_what_serves_what_it_says(string right, string keepers)
    {
        var policy = Read($"policy: x\ncontroller: {{ name: X }}\nrights:\n  {right}\n");
        Assert.Equal(keepers, string.Join(' ', StatementKeepers.Of(Assert.Single(policy.Rights), policy)));
    }

    /// <summary>What is to be recorded, and erased once it is found, names the code that does it beside the rule that asks for it.</summary>
    [Theory]
    [InlineData("protection:\n  - { origin: decision, protect: audited }", "PAC5012 UsePrivacyAudit")]
    [InlineData("age: { origin: decision, minimum: 16, below: refuse, found: erase }", "PAC3005 Erase…Async")]
    [InlineData("age: { origin: decision, minimum: 16, below: refuse }", "PAC3005")]
    public void Code_that_keeps_a_statement_is_named_beside_its_rule(string section, string keepers)
    {
        var policy = Read($"policy: x\ncontroller: {{ name: X }}\n{section}\n");
        Statement stated = policy.Age is { } age ? age : Assert.Single(policy.Protection);
        Assert.Equal(keepers, string.Join(' ', StatementKeepers.Of(stated, policy)));
    }

    // A bulk delete of people is told by how long their data is kept.
    [Theory]
    [InlineData("{ origin: decision, for: 1 year, from: last-purchase, then: erase }",
        "PAC2008 PAC4001 PAC4002 PAC4003 PAC4004 PAC4005 PAC4006 PAC4007 SweepAsync")]
    [InlineData("never-stored", "PAC2006")]
    public void A_retention_is_kept_by_what_tells_of_it(string keep, string keepers)
    {
        var policy = Read($"policy: x\ncontroller: {{ name: X }}\ndata:\n  contact.email: {{ of: customer, origin: decision, keep: {keep} }}\n");
        Assert.Equal(keepers, string.Join(' ', StatementKeepers.Of(Assert.Single(policy.Data).Keep!, policy)));
    }

    // A rule that reports nothing under this policy keeps nothing of it.
    [Theory]
    [InlineData("restriction", "PAC3004", "analysis: { origin: decision, basis: legitimate-interests, interest: trends, objection: true }")]
    [InlineData("objection", "PAC3004", "analysis: { origin: decision, basis: legitimate-interests, interest: trends, objection: true }")]
    [InlineData("withdraw-consent", "PAC3003", "promotion: { origin: decision, basis: consent }")]
    public void The_rule_of_a_gate_keeps_a_right_where_the_policy_has_it_ask(string right, string rule, string asking)
    {
        Assert.Contains(rule, Of(asking));
        Assert.DoesNotContain(rule, Of("communication: { origin: decision, basis: contract }"));

        IEnumerable<string> Of(string purpose)
        {
            var policy = Read($"policy: x\ncontroller: {{ name: X }}\nrights:\n  {right}: {{ within: 30 days }}\npurposes:\n  {purpose}\n");
            return StatementKeepers.Of(Assert.Single(policy.Rights), policy);
        }
    }

    private static PolicyModel Read(string policy) =>
        PolicyCompiler.Compile([PolicyCompiler.Parse("policies/x.policy.yaml", policy)], "x", null).Model!;

    private static PolicyModel Every() =>
        PolicyCompiler.Compile([PolicyCompiler.Parse("policies/every.policy.yaml",
            """
            policy: every
            controller: { name: X }
            subjects: { customer: { clause: A-1 } }
            sources: { registration: { clause: A-1, from: person } }
            data:
              contact.email: { of: customer, clause: A-1, for: communication, keep: { for: 1 year, from: last-purchase, then: erase } }
              special.health: { of: customer, clause: A-1, collected: registration, for: communication, keep: never-stored }
            purposes:
              communication: { clause: A-1, basis: contract }
              promotion: { clause: A-1, basis: consent, opt-out: every-message }
              analysis: { clause: A-1, basis: legitimate-interests, interest: trends, objection: true }
            never:
              - { clause: A-1, action: log, data: contact }
              - { clause: A-1, action: collect, data: special }
              - { clause: A-1, action: store, data: payment.card-number }
              - { clause: A-1, action: use, data: special }
              - { clause: A-1, action: sell }
            age: { clause: A-1, minimum: 16, below: refuse }
            protection: { clause: A-1, protect: [authorised-only, redacted-in-logs, hashed, encrypted-at-rest, encrypted-in-transit, audited] }
            rights:
              erasure: { clause: A-1, within: 30 days, extension: { within: 30 days, explained: true } }
              access: { clause: A-1, verify-identity: true }
              rectification: { clause: A-1, confirm: true }
              restriction: { clause: A-1, evaluated: true }
              objection: { clause: A-1, notify: email }
              withdraw-consent: { clause: A-1, channels: in-app }
            recipients: { email-provider: { clause: A-1, receives: contact.email, for: communication } }
            cookies: { session: { clause: A-1, essential: true } }
            """)], "every", null).Model!;
}
