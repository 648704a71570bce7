using PolicyAsCode.Language;

namespace PolicyAsCode.Build.Tests.Solution;

/// <summary>
/// What no single project can answer. One solution of three projects under one policy is clean; each case changes one line
/// of its code or of its policy and must be told, or must not.
/// </summary>
public sealed class SolutionQuestionsTests
{
    private const string Policy = """
        policy: shop
        version: 3
        effective: 2024-01-01
        review-by: 2099-01-01
        controller: { name: The Shop, email: privacy@shop.example, time-zone: Asia/Jakarta }
        subjects:
          customer: { clause: SHOP-3 }
        data:
          contact.email:
            of: customer
            clause: SHOP-1
            for: [communication, promotion]
            keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
          contact.phone:
            of: customer
            clause: SHOP-1
            for: [communication]
            keep: { origin: decision, for: 2 years, from: registration, then: erase }
        purposes:
          communication: { clause: SHOP-1, basis: contract }
          promotion: { clause: SHOP-2, basis: consent, consent: { given: opt-in, proof: contact.email } }
        recipients:
          email-provider: { clause: SHOP-2, role: processor, contract: DPA, confidentiality: true, region: ID, receives: contact.email, for: communication }
          sms-provider: { clause: SHOP-2, role: processor, contract: DPA, confidentiality: true, region: ID, receives: contact.phone, for: communication }
        never:
          - { origin: decision, action: sell }
          - { origin: decision, action: log, data: contact }
        protection:
          - { origin: decision, data: contact, protect: encrypted-at-rest }
        cookies:
          session: { origin: decision, essential: true }
        """;

    private const string Waivers = """

        waivers:
          - { rule: PAC5001, at: "Shop.Web.Mailer.Send", because: mended soon, approved-by: dpo@shop.example, kind: planned-fix, until: 2027-01-31 }
        """;

    private const string Bindings = """
        bindings: shop
        namespaces:
          Shop.Marketing: promotion
        hosts:
          sms.example: sms-provider
        """;

    private const string Domain = """
        namespace Shop.Domain;
        [DataSubject("customer")]
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("contact.phone")] public string? Phone { get; set; }
            [RetentionAnchor("registration")] public DateTimeOffset RegisteredAt { get; init; } = DateTimeOffset.UtcNow;
            [RetentionAnchor("last-purchase")] public DateTimeOffset? LastPurchaseAt { get; set; }
        }
        [Recipient("email-provider")] public interface IMailer { void Send(string? to); }
        """;

    private const string Data = """
        using Shop.Domain;
        namespace Shop.Data
        {
            public class ShopContext : DbContext
            {
                public DbSet<Customer> Customers { get; } = new();
                protected override void OnModelCreating(ModelBuilder model) =>
                    model.Entity<Customer>().Property(customer => customer.Phone).HasMaxLength(20);
            }
            public class ShopContextPrivacy(ShopContext db) : PolicyAsCode.EntityFrameworkCore.IRetentionSweep
            {
                public int Erase() => db.Customers.Count(customer => customer.Phone != null && customer.Email != null);
            }
        }
        """;

    private const string Web = """
        using Shop.Domain; using Shop.Data;
        namespace Shop.Web
        {
            [Purpose("communication")]
            public class Mailer(ShopContext shop, IMailer mailer)
            {
                private readonly Uri _gateway = new("https://sms.example/v1");
                private const string Cookie = "session";
                public string Set() => Cookie;
                public void Send() { foreach (var customer in shop.Customers) mailer.Send(customer.Email); }
                public IEnumerable<string?> Phones() => shop.Customers.Select(customer => customer.Phone);
                public void Buy(Customer customer, DateTimeOffset now) => customer.LastPurchaseAt = now;
            }
        }
        namespace Shop.Marketing { public class Campaign; }
        """;

    [Fact]
    public void A_solution_that_does_what_its_policy_says_is_clean() => Assert.Equal("", Ask());

    [Theory]
    // Nothing holds what the policy collects.
    [InlineData("[DataCategory(\"contact.phone\")]", "", "'contact.phone' of customer")]
    // Nobody runs for a purpose, any more or under that name.
    [InlineData("namespace Shop.Marketing", "namespace Shop.Advertising", "runs for 'promotion'")]
    [InlineData("[Purpose(\"communication\")]", "[Purpose(\"promotion\")]", "runs for 'communication'")]
    // Nobody is reached.
    [InlineData("[Recipient(\"email-provider\")]", "", "hands anything to 'email-provider'")]
    [InlineData("https://sms.example/v1", "https://sms.elsewhere/v1", "hands anything to 'sms-provider'")]
    // Nothing names the cookie.
    [InlineData("Cookie = \"session\"", "Cookie = \"visit\"", "names a cookie 'session'")]
    // Nothing erases.
    [InlineData(" : PolicyAsCode.EntityFrameworkCore.IRetentionSweep", "", "no context of it has generated operations", ErasureToo)]
    // Nothing is stored.
    [InlineData("public DbSet<Customer> Customers", "public List<Customer> Customers", "stores nothing that the line protects", NoErasure)]
    public void A_statement_that_nothing_is_about_is_told(string code, string instead, string says, string more = "")
    {
        var found = Ask(code, instead, more);

        Assert.Contains($"PAC1025 Observe {says}", Shortened(found, says));
        Assert.Single(found.Split('\n'), line => line.StartsWith("PAC1025", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("- { origin: decision, action: log, data: identity }", "'never log' about it")]
    [InlineData("- { origin: decision, action: use, data: contact.email, for: research }", "'never use' for it")]
    [InlineData("- { origin: decision, action: collect, data: special }", null)]
    [InlineData("- { origin: decision, action: store, data: payment.card-number }", null)]
    [InlineData("- { origin: decision, action: log, data: contact.email }", null)]
    public void A_prohibition_is_told_where_it_could_be_broken_if_there_were_anything(string line, string? says)
    {
        var found = Ask(policy: Policy.Replace("never:", "never:\n  " + line));

        Assert.Equal(says is null, found.Length == 0);
        Assert.Contains(says ?? "", found);
    }

    [Theory]
    [InlineData("subjects:", "subjects:\n  staff: { clause: SHOP-3 }", "about 'staff'")]
    [InlineData("protection:", "protection:\n  - { origin: decision, data: identity, protect: encrypted-at-rest }", "holds identity")]
    [InlineData("never:", "holds:\n  - { hold: litigation, origin: decision, data: contact, because: lawsuits, owner: Legal, review-by: 2027-01-01 }\nnever:", "'litigation' holds a row")]
    [InlineData("never:", "age: { origin: decision, minimum: 18, below: refuse }\nnever:", "proves anybody's age")]
    // What only people keep, or the policy itself, is not the code's.
    [InlineData("never:", "rights:\n  information: { origin: decision, channels: in-app }\nnever:", null)]
    [InlineData("never:", "measures:\n  - { origin: decision, measure: Doors are locked., owner: Legal, review-by: 2027-01-01 }\nnever:", null)]
    [InlineData("recipients:", "recipients:\n  authority: { clause: SHOP-2, role: authority, region: ID, receives: contact.email, for: communication, legal-request: true }", null)]
    // A cookie that nothing sets.
    [InlineData("cookies:", "cookies:\n  campaign: { origin: decision, for: [promotion], after: consent }", "names a cookie 'campaign'")]
    public void Other_statements_are_told_where_code_could_keep_them(string line, string instead, string? says)
    {
        var found = Ask(policy: Policy.Replace(line, instead));

        Assert.Equal(says is null, !found.Contains("PAC1025"));
        Assert.Contains(says ?? "", found);
    }

    [Fact]
    public void What_the_notice_leaves_to_people_is_not_told()
    {
        const string keptBy = """
            notice: shop
            clauses:
              SHOP-1: { says: mails, kept-by: analyzer }
              SHOP-2: { says: partners, kept-by: KEEPER }
              SHOP-3: { says: customers, kept-by: analyzer }
            """;

        Assert.Contains("'email-provider'", Ask("[Recipient(\"email-provider\")]", "", notice: keptBy.Replace("KEEPER", "analyzer")));
        Assert.Equal("", Ask("[Recipient(\"email-provider\")]", "", notice: keptBy.Replace("KEEPER", "organisation")));
    }

    [Theory]
    [InlineData("mailer.Send(customer.Email)", "mailer.Send(null)", true)]
    // Model configuration, generated operations, records' own members and writing read nothing for a purpose.
    [InlineData("mailer.Send(customer.Email)", "customer.Email = null", true)]
    // These read, or may.
    [InlineData("mailer.Send(customer.Email)", "mailer.Send(customer is { Email: { } email } ? email : null)", false)]
    [InlineData("mailer.Send(customer.Email)", "mailer.Send(new Func<Customer, string?>(one => one.Email)(customer))", false)]
    [InlineData("mailer.Send(customer.Email)", "mailer.Send((string?)typeof(Customer).GetProperty(nameof(customer.Email))!.GetValue(customer))", false)]
    [InlineData("mailer.Send(customer.Email)", "mailer.Send(System.Text.Json.JsonSerializer.Serialize(customer))", false)]
    [InlineData("mailer.Send(customer.Email)", "mailer.Send(System.Text.Json.JsonSerializer.Serialize((object)customer, typeof(Customer)))", false)]
    [InlineData("mailer.Send(customer.Email)", "mailer.Send(string.Join(';', shop.Customers.Select(one => new { one.Email })))", false)]
    [InlineData("mailer.Send(customer.Email)", "{ async System.Threading.Tasks.Task Later() { await System.Threading.Tasks.Task.Yield(); mailer.Send(customer.Email); } Later().Wait(); }", false)]
    [InlineData("public class Mailer(", "public class CustomersController : Microsoft.AspNetCore.Mvc.ControllerBase { public Customer? Get() => null; }\npublic class Mailer(", false, "customer.Email", "null")]
    public void Data_that_is_stored_and_never_read_is_told(
        string code, string instead, bool isTold, string? other = null, string? gone = null)
    {
        var web = Web.Replace(code, instead);
        if (other is not null)
            web = web.Replace(other, gone);
        var found = Of(Domain, Data, web);

        Assert.Equal(isTold ? "PAC1026 Warning 'contact.email' is stored in Customer.Email, and no code" : "", Head(found));
    }

    [Fact]
    public void Data_that_a_law_keeps_may_stay_unread() =>
        Assert.Equal("", Ask(
            "mailer.Send(customer.Email)", "mailer.Send(null)",
            policy: Policy.Replace("for: 2 years, from: last-purchase", "at-least: 10 years, because: tax law, from: last-purchase")));

    [Fact]
    public void A_key_is_read_with_its_navigation()
    {
        const string order = "public class Order { [DataCategory(\"contact.phone\")] public Guid BuyerId { get; set; } public Customer? Buyer { get; set; } }\n[Recipient";
        var data = Data.Replace("public DbSet<Customer>", "public DbSet<Order> Orders { get; } = new(); public DbSet<Customer>");

        Assert.Equal(
            "PAC1026 Warning 'contact.phone' is stored in Order.BuyerId, and no code",
            Head(Of(Domain.Replace("[Recipient", order), data, Web)));
        Assert.Equal("", Of(
            Domain.Replace("[Recipient", order), data,
            Web.Replace("mailer.Send(customer.Email)", "mailer.Send(shop.Orders[0].Buyer?.Email)")));
    }

    [Theory]
    [InlineData("customer.LastPurchaseAt = now", "customer.Phone = null", true)]
    [InlineData("customer.LastPurchaseAt = now", "_ = customer.LastPurchaseAt", true)]
    [InlineData("customer.LastPurchaseAt = now", "_ = new Customer { LastPurchaseAt = now }", false)]
    [InlineData("customer.LastPurchaseAt = now", "shop.Customers.ExecuteUpdate(set => set.SetProperty(one => one.LastPurchaseAt, now))", false)]
    [InlineData("customer.LastPurchaseAt = now", "_ = System.Text.Json.JsonSerializer.Deserialize<Customer>(\"{}\")", false)]
    public void An_anchor_that_nobody_writes_is_told(string code, string instead, bool isTold)
    {
        var found = Ask(code, instead);

        Assert.Equal(
            isTold ? "PAC1027 Warning The time for contact.email counts from 'last-purchase', which Customer.LastPurchaseAt" : "",
            Head(found));
    }

    [Theory]
    [InlineData(" = DateTimeOffset.UtcNow;", "", true)]
    [InlineData(" = DateTimeOffset.UtcNow;", " = DateTimeOffset.MinValue;", true)]
    [InlineData("public Guid Id { get; init; }", "public Guid Id { get; init; } public Customer() { }", false)]
    public void A_constant_is_no_event(string code, string instead, bool isTold) =>
        Assert.Equal(
            isTold ? "PAC1027 Warning The time for contact.phone counts from 'registration', which Customer.RegisteredAt" : "",
            Head(Ask(code, instead)));

    [Fact]
    public void A_default_of_the_database_writes_the_anchor() =>
        Assert.Equal("", Of(
            Domain.Replace(" = DateTimeOffset.UtcNow;", ""),
            Data.Replace("model.Entity<Customer>()", "model.Entity<Customer>().Property(customer => customer.RegisteredAt).HasDefaultValueSql(model.Entity<Customer>().ToString()!); void More(ModelBuilder model) => model.Entity<Customer>()"),
            Web));

    [Fact]
    public void An_anchor_that_no_member_records_is_told() =>
        Assert.StartsWith(
            "PAC1027 Warning The time for contact.email counts from 'last-purchase', and no member of the solution records",
            Ask("[RetentionAnchor(\"last-purchase\")]", ""), StringComparison.Ordinal);

    [Theory]
    [InlineData("Shop.Web.Mailer.Send", false)]
    [InlineData("Shop.Web.Mailer", false)]
    [InlineData("Shop.Web.Mailer.*", false)]
    [InlineData("Shop.Web", false)]
    [InlineData("Shop.Web.Mailer.Mailer", false)]
    [InlineData("Shop.Domain.Customer.Email", false)]
    [InlineData("Shop.Web.Mailer.Sent", true)]
    [InlineData("Shop.Web.Letter*", true)]
    [InlineData("Web.Mailer", true)]
    public void A_waiver_of_code_that_is_not_there_is_told(string at, bool isTold) =>
        Assert.Equal(
            isTold ? $"PAC1028 Warning No code of the solution is called '{at}', so the waiver of PAC5001 silences nothing. Remove it, or name the code that is meant." : "",
            Ask(policy: Policy + Waivers.Replace("Shop.Web.Mailer.Send", at)));

    [Fact]
    public void A_project_under_another_version_is_told()
    {
        using var folder = new TemporaryFolder();
        var shop = new TestShop(folder, Policy, Bindings)
            .With("Shop.Domain", Domain, Policy.Replace("version: 3", "version: 2")).With("Shop.Data", Data).With("Shop.Web", Web);

        var found = Assert.Single(shop.Ask());

        Assert.Equal(PolicyRules.VersionsDiffer, found.Id);
        Assert.Contains("Shop.Domain (version 2). This is version 3 of 'shop'", found.Message);
    }

    [Fact]
    public void The_policy_says_how_loudly() =>
        Assert.StartsWith("PAC1025 Error", Ask(
            "[Recipient(\"email-provider\")]", "", policy: Policy + "\nenforce: { PAC1025: error }\n"), StringComparison.Ordinal);

    [Fact]
    public void A_finding_stands_at_the_statement()
    {
        using var folder = new TemporaryFolder();
        var shop = new TestShop(folder, Policy, Bindings)
            .With("Shop.Domain", Domain.Replace("[Recipient(\"email-provider\")]", "")).With("Shop.Data", Data).With("Shop.Web", Web);

        var found = Assert.Single(shop.Ask());

        Assert.Equal("policies/shop.policy.yaml", found.Location.Path);
        Assert.StartsWith("  email-provider:", Policy.Split('\n')[found.Location.Range.Start.Line], StringComparison.Ordinal);
    }

    private const string NoErasure = "";
    private const string ErasureToo = "rights:\n  erasure: { origin: decision, within: 30 days }\n";

    private static string Ask(
        string code = "", string instead = "", string more = "", string? policy = null, string? notice = null)
    {
        string[] projects = [Domain, Data, Web];
        if (code.Length > 0)
            Assert.Contains(projects, one => one.Contains(code));
        return Of(
            Changed(Domain), Changed(Data), Changed(Web), (policy ?? Policy).Replace("never:", more + "never:"), notice);

        string Changed(string project) => code.Length == 0 ? project : project.Replace(code, instead);
    }

    private static string Of(string domain, string data, string web, string? policy = null, string? notice = null)
    {
        using var folder = new TemporaryFolder();
        var found = new TestShop(folder, policy ?? Policy, Bindings, notice)
            .With("Shop.Domain", domain).With("Shop.Data", data).With("Shop.Web", web)
            .Ask();
        return string.Join("\n", found.Select(one => $"{one.Id} {one.Severity} {one.Message}"));
    }

    private static string Head(string found) => found.Length == 0 ? "" : found[..Math.Min(found.Length, LengthOfHead(found))];

    private static int LengthOfHead(string found) =>
        found.IndexOf(" code", StringComparison.Ordinal) is > 0 and var code && found.StartsWith("PAC1026", StringComparison.Ordinal)
            ? code + 5
            : found.IndexOf(" records", StringComparison.Ordinal) is > 0 and var records ? records : found.Length;

    private static string Shortened(string found, string says) =>
        string.Join("\n", found.Split('\n').Select(line => line.Contains(says) ? $"{line.Split(' ')[0]} {line.Split(' ')[1]} {says}" : line));
}
