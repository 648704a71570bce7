using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests;

/// <summary><c>extends</c>: what comes with a base, what replaces it, and what leads nowhere.</summary>
public sealed class CompositionTests
{
    private const string Base = """
        policy: org
        review-by: 2027-01-31
        controller: { name: The Group, time-zone: Asia/Jakarta }
        subjects: { customer: { clause: G-1 },
          staff: { clause: G-1 } }
        sources:
          registration: { clause: G-1, from: person }
        data:
          contact.email:
            - { of: customer, clause: G-2, collected: registration, for: [communication, promotion], keep: never-stored }
            - { of: staff, clause: G-2, for: communication, keep: never-stored }
        purposes:
          communication: { clause: G-3, basis: contract }
          security: { clause: G-3, basis: legitimate-interests }
          promotion: { clause: G-3, basis: consent }
        rights:
          erasure: { clause: G-4, within: 30 days }
        never:
          - { clause: G-5, action: sell }
        measures:
          - { clause: G-6, measure: Staff are trained., owner: HR, review-by: 2027-03-01 }
        enforce: { PAC2004: warning }
        """;

    private const string Shop = """
        policy: shop
        extends: org
        data:
          contact.email: { of: customer, clause: S-1, collected: registration, for: [communication, promotion], keep: never-stored }
        purposes:
          promotion: { clause: S-2, basis: consent }
          security: { clause: S-2, basis: contract }
        never:
          - { clause: S-3, action: rent }
        cookies: { session: { clause: S-3, for: security } }
        """;

    [Fact]
    public void What_a_base_says_comes_with_the_policy()
    {
        var policy = Clean(("org", Base), ("shop", Shop));

        Assert.Equal(("shop", "The Group", "Asia/Jakarta"), (policy.Header.Name, policy.Header.Title, policy.Controller.TimeZone));
        Assert.Equal(["org"], policy.Bases.Select(one => one.Name));
        Assert.Equal(["sell", "rent"], policy.Never.Select(never => never.Action));
        Assert.Equal("erasure", Assert.Single(policy.Rights).Right);
        Assert.Equal(PolicySeverity.Warning, policy.Enforce.Of("PAC2004"));
        Assert.Equal("Staff are trained.", Assert.Single(policy.Measures).Measure.ToString());
    }

    [Fact]
    public void A_statement_replaces_the_bases_of_the_same_key_and_subject_and_each_keeps_its_place()
    {
        var policy = Clean(("org", Base), ("shop", Shop));

        Assert.Equal(["communication", "security", "promotion"], policy.Purposes.Select(one => one.Purpose.Key));
        Assert.Equal(LawfulBasis.Contract, policy.Purposes[1].Basis);
        Assert.Equal([("staff", "policies/org.policy.yaml"), ("customer", "policies/shop.policy.yaml")],
            policy.Data.Select(data => (data.Subjects.Single().Key, data.Location.Path)));
        Assert.Equal(["communication", "promotion"], policy.Data[1].Purposes.Select(purpose => purpose.Key));
        var evaluator = new PolicyEvaluator(policy);
        var email = policy.Vocabulary.Find(TermKind.Category, "contact.email")!;
        Assert.True(evaluator.MayUse(email, policy.Vocabulary.Find(TermKind.Purpose, "promotion")!).IsAllowed);
    }

    [Fact]
    public void A_statement_without_a_subject_replaces_all_of_the_category()
    {
        var policy = Clean(
            ("org", Base.Replace("for: communication, keep", "for: [communication, promotion], keep", StringComparison.Ordinal)),
            ("shop", Shop.Replace("of: customer, ", "", StringComparison.Ordinal)));
        Assert.Equal("policies/shop.policy.yaml", Assert.Single(policy.Data).Location.Path);
    }

    [Fact]
    public void Bases_have_bases_and_one_that_is_reached_twice_counts_once()
    {
        var policy = Clean(
            ("org", Base),
            ("eu", "policy: eu\nextends: org\nnever: { clause: E-1, action: trade }\nrights:\n  erasure: { clause: E-2, within: 10 days }"),
            ("web", "policy: web\nextends: [org]\nrights:\n  erasure: { clause: W-1, within: 5 days }"),
            ("shop", Shop.Replace("extends: org", "extends: [eu, web]", StringComparison.Ordinal)));

        Assert.Equal(["org", "eu", "web"], policy.Bases.Select(one => one.Name));
        Assert.Equal(["sell", "trade", "rent"], policy.Never.Select(never => never.Action));
        Assert.Equal("5 days", Assert.Single(policy.Rights).Within.ToString()); // the later of two bases
    }

    [Fact]
    public void A_base_is_no_second_policy()
    {
        var compiled = Compile(null, ("org", Base), ("shop", Shop));
        Assert.Equal("shop", compiled.Model!.Header.Name);
        var two = Compile(null, ("org", Base), ("shop", Shop), ("stall", Shop.Replace("policy: shop", "policy: stall", StringComparison.Ordinal)));
        Assert.Equal(PolicyRules.NotOnePolicy, Assert.Single(two.Diagnostics).Id);
        Assert.DoesNotContain("'org'", two.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data:\n  {|PAC1024:contact.email|}: { of: customer, clause: S-1, collected: registration, for: [communication, security], keep: never-stored }", "security")]
    [InlineData("rights:\n  {|PAC1024:erasure|}: { clause: S-1, within: 40 days }", "40 days")]
    public void What_replaces_a_statement_of_the_base_is_no_looser(string section, string message)
    {
        var marked = MarkedText.Parse($"policy: shop\nextends: org\n{section}\n");
        var found = Assert.Single(Compile("shop", ("org", Base), ("shop", marked.Text)).Diagnostics);
        var mark = Assert.Single(marked.Marks);
        Assert.Equal((mark.Id, mark.Offset, mark.Length), (found.Id, found.Location.Range.Offset, found.Location.Range.Length));
        Assert.Contains("of org.policy.yaml, which it replaces", found.Message, StringComparison.Ordinal);
        Assert.Contains(message, found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_base_does_not_loosen_what_another_says()
    {
        const string other = "policy: group\nsubjects: { customer: { clause: B-1 } }\nrights:\n  erasure: { clause: B-1, within: 90 days }\n";
        var found = Assert.Single(Compile("shop", ("org", Base), ("group", other), ("shop", "policy: shop\nextends: [org, group]\n")).Diagnostics, one => one.Id == "PAC1024");
        Assert.Equal("policies/group.policy.yaml", found.Location.Path);
        Assert.Contains("30 days → 90 days", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_waiver_of_one_place_in_the_code_loosens_no_base() => Clean(
        ("org", Base),
        ("shop", "policy: shop\nextends: org\nwaivers:\n  - { rule: PAC3001, at: Shop.Mail, because: A test address., approved-by: Legal, until: 2027-01-31 }\n"));

    [Fact]
    public void What_is_stricter_or_added_loosens_nothing() => Clean(
        ("org", Base),
        ("shop", """
            policy: shop
            extends: org
            subjects:
              visitor: { clause: S-1 }
            data:
              device.ip-address: { of: visitor, clause: S-1, for: security, keep: { for: 1 year, from: collected, then: erase } }
            rights:
              erasure: { clause: S-1, within: 20 days }
            """));

    [Fact]
    public void The_base_alone_is_a_policy_too() =>
        Assert.Equal("org", Compile("org", ("org", Base), ("shop", Shop)).Model!.Header.Name);

    [Fact]
    public void A_mistake_of_the_base_stands_in_the_bases_own_file()
    {
        var wrong = MarkedText.Parse(Base.Replace("for: communication, keep", "for: {|PAC1004:comunication|}, keep", StringComparison.Ordinal));
        var compiled = Compile("shop", ("org", wrong.Text), ("shop", Shop));
        Assert.Equal(
            wrong.Marks.Select(mark => (mark.Id, mark.Offset, "policies/org.policy.yaml")),
            compiled.Diagnostics.Select(found => (found.Id, found.Location.Range.Offset, found.Location.Path)));
    }

    [Fact]
    public void A_never_of_the_base_is_named_with_its_file()
    {
        var compiled = Compile("shop",
            ("org", Base.Replace("action: sell", "action: use, data: contact, for: promotion", StringComparison.Ordinal)), ("shop", Shop));
        var found = Assert.Single(compiled.Diagnostics);
        Assert.Equal((PolicyRules.GrantForbidden, "policies/shop.policy.yaml"), (found.Id, found.Location.Path));
        Assert.Contains("of org.policy.yaml says never: { action: use, data: contact, for: promotion }", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{|PAC1004:orgs|}", "No policy in scope is called 'orgs'. Did you mean 'org'?")]
    [InlineData("[org, {|PAC1004:elsewhere|}]", "In scope are: org.")]
    [InlineData("{|PAC1003:shop|}", "cannot extend itself")]
    [InlineData("[org, {|PAC1005:org|}]", "twice")]
    [InlineData("[{|PAC1003:[org]|}]", "a name of small letters")]
    public void A_base_that_is_none_is_reported(string extends, string message)
    {
        // What else is said is of the base's statements, which are missing then.
        var marked = MarkedText.Parse(Shop.Replace("extends: org", $"extends: {extends}", StringComparison.Ordinal));
        var found = Compile("shop", ("org", Base), ("shop", marked.Text)).Diagnostics
            .Where(one => one.Location.Range.Start.Line == 1).ToArray();
        var mark = Assert.Single(marked.Marks);
        Assert.Equal([(mark.Id, mark.Offset, mark.Length)], found.Select(one => (one.Id, one.Location.Range.Offset, one.Location.Range.Length)));
        Assert.Contains(message, found[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_is_reported_where_it_closes_and_ends()
    {
        var compiled = Compile("shop", ("org", Base.Replace("policy: org", "policy: org\nextends: shop", StringComparison.Ordinal)), ("shop", Shop));
        var found = Assert.Single(compiled.Diagnostics);
        Assert.Equal((PolicyRules.WrongValue, "policies/org.policy.yaml"), (found.Id, found.Location.Path));
        Assert.Contains("round in a circle", found.Message, StringComparison.Ordinal);
        Assert.Equal(2, compiled.Model!.Never.Length);
    }

    [Fact]
    public void Somebody_must_answer_for_the_whole()
    {
        var compiled = Compile("shop",
            ("org", string.Join('\n', Base.Split('\n').Where(line => !line.StartsWith("controller", StringComparison.Ordinal)))), ("shop", Shop));
        var found = Assert.Single(compiled.Diagnostics);
        Assert.Equal((PolicyRules.MissingPart, "policies/shop.policy.yaml"), (found.Id, found.Location.Path));
    }

    [Fact]
    public void The_dates_of_the_base_count()
    {
        var policy = Clean(("org", Base), ("shop", Shop));
        Assert.Equal(new CalendarDate(2027, 2, 1), PolicyDates.LastPassed(policy, new(2027, 2, 15)));
        var late = PolicyCompiler.Compile([Parse(("org", Base)), Parse(("shop", Shop))], "shop", new CalendarDate(2027, 2, 1));
        var found = Assert.Single(late.Diagnostics);
        Assert.Equal((PolicyRules.ReviewOverdue, "policies/org.policy.yaml"), (found.Id, found.Location.Path));
    }

    [Fact]
    public void Bindings_of_the_base_count_after_the_policys_own()
    {
        var compiled = PolicyCompiler.Compile(
            [
                Parse(("org", Base)), Parse(("shop", Shop)),
                PolicyCompiler.Parse("policies/org.bindings.yaml", "bindings: org\ntypes:\n  A.B: { subject: staff }\n  A.C: { subject: staff }"),
                PolicyCompiler.Parse("policies/shop.bindings.yaml", "bindings: shop\ntypes:\n  A.B: { subject: customer }"),
                PolicyCompiler.Parse("policies/other.bindings.yaml", "bindings: other\ntypes:\n  A.D: { subject: customer }"),
            ],
            "shop", Verify.Today);
        Assert.Empty(compiled.Diagnostics);
        Assert.Equal([("A.B", "customer"), ("A.B", "staff"), ("A.C", "staff")],
            compiled.Bindings.Types.Select(type => (type.Type, type.Subject!.Key)));
    }

    [Fact]
    public void Each_clause_is_looked_for_in_the_notices_of_both()
    {
        var notice = PolicyCompiler.Parse("policies/org.notice.yaml",
            "notice: org\nclauses:\n" + string.Concat(Enumerable.Range(1, 6).Select(id => $"  G-{id}: {{ says: x, kept-by: policy }}\n")));
        var files = new[] { Parse(("org", Base)), Parse(("shop", Shop)), notice };
        Assert.Empty(PolicyCompiler.Compile(files, "shop", Verify.Today).Diagnostics);
        files[0] = Parse(("org", Base.Replace("clause: G-5", "clause: G-7", StringComparison.Ordinal)));
        Assert.Equal([PolicyRules.ClauseNotStated, PolicyRules.UnknownTerm],
            PolicyCompiler.Compile(files, "shop", Verify.Today).Diagnostics.Select(found => found.Id));
    }

    [Fact]
    public void Laws_of_both_are_followed_each_named_in_its_own_file()
    {
        static string Following(string policy, string law) =>
            policy.Replace("subjects:", $"follows: [{law}]\nsubjects:", StringComparison.Ordinal);
        var compiled = Compile("shop", ("org", Following(Base, "uu-pdp")), ("shop", "follows: [uu-pdp, gdpr]\n" + Shop));
        Assert.Equal(["uu-pdp", "gdpr"], compiled.Model!.Follows);
        Assert.Equal(["uu-pdp", "gdpr"], compiled.Model.Laws.Select(law => law.Pack.Name));
        Assert.All(compiled.Model.Laws, law => Assert.Equal("policies/shop.policy.yaml", law.Location.Path));
        Assert.Contains(compiled.Diagnostics, one => one.Id == PolicyRules.DutyNotMet);
    }

    private static PolicyModel Clean(params (string Name, string Text)[] policies)
    {
        var compiled = Compile("shop", policies);
        Assert.Empty(compiled.Diagnostics);
        return compiled.Model!;
    }

    private static CompiledPolicy Compile(string? name, params (string Name, string Text)[] policies) =>
        PolicyCompiler.Compile(policies.Select(Parse), name, Verify.Today);

    private static ParsedFile Parse((string Name, string Text) policy) =>
        PolicyCompiler.Parse($"policies/{policy.Name}.policy.yaml", policy.Text);
}
