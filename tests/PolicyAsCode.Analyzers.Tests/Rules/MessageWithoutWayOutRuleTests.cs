using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.MessageWithoutWayOutRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class MessageWithoutWayOutRuleTests
{
    private const string Shop = """
        using System.Net.Mail;
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string Email { get; set; } = "";
            [DataCategory("contact.phone")] public string Phone { get; set; } = "";
        }
        public interface IMailer
        {
            Task SendAsync([DataCategory("contact.email")] string to, string subject, [DataCategory("communication.message")] string body);
        }
        [OptOut] public interface ICampaigns
        {
            Task SendAsync([DataCategory("contact.email")] string to, [DataCategory("communication.message")] string body);
        }
        public static class Gateway { public static void Text(string number, string text) { } public static void Add(string number) { } }
        public static class Links
        {
            [OptOut] public const string Stop = "https://shop.example/stop";
            [OptOut] public static string Settings => "https://shop.example/settings";
            [OptOut] public static string For(Guid id) => $"https://shop.example/stop/{id:N}";
            public static string Home => "https://shop.example";
        }

        """;

    private const string Bindings = """
        bindings: shop
        methods:
          Gateway.Text: { reaches: message }
          Gateway.Add: { opt-out: true }
        """;

    private const string Promotion = "\n  promotion: { clause: SHOP-4, basis: consent, opt-out: every-message }";

    private static readonly string s_policy = Policies.Shop + Promotion;

    [Fact]
    public Task A_message_that_leaves_no_way_out() => Verify.VerifyBoundAsync(
        Shop + """
        [Purpose("promotion")]
        public sealed class Campaign(IMailer mailer, SmtpClient smtp)
        {
            public Task Plain(Customer c) => [|mailer.SendAsync(c.Email, "New", "Look!")|];
            public Task Local(Customer c, string text)
            {
                var body = text + "\n" + Links.Home;
                return [|mailer.SendAsync(c.Email, "New", body)|];
            }
            public void Object(Customer c)
            {
                var message = new MailMessage("shop@shop.example", c.Email) { Subject = "New" };
                message.Body = "Look!";
                [|smtp.Send(message)|];
            }
            public void Model(Customer c) => [|smtp.Send("shop@shop.example", c.Email, "New", "Look!")|];
            public void Bound(Customer c) => [|Gateway.Text(c.Phone, "Look!")|];
            public async Task Each(IEnumerable<Customer> all)
            {
                foreach (var c in all)
                    await [|mailer.SendAsync(c.Email, "New", "Look!")|];
            }
            public Task Composed(Customer c) => [|mailer.SendAsync(c.Email, "New", Compose(c))|];
            private static string Compose(Customer c) => $"Dear {c.Email}: look!";
            public void Elsewhere(Customer c)
            {
                var other = Links.Stop;
                [|Gateway.Text(c.Phone, "Look!")|];
            }
        }
        """,
        s_policy, Bindings,
        "'mailer.SendAsync' sends a message for promotion, and nothing in it tells the reader how to say no. The Shop promises a "
        + "way out in every message [SHOP-4, shop.policy.yaml:30]. Put a link or an address that is marked [OptOut] into it, or "
        + "mark the method [OptOut] where it adds one itself.");

    [Fact]
    public Task A_message_that_says_how_to_say_no() => Verify.VerifyBoundAsync(
        Shop + """
        [Purpose("promotion")]
        public sealed class Campaign(IMailer mailer, ICampaigns campaigns, SmtpClient smtp)
        {
            public Task Plain(Customer c) => mailer.SendAsync(c.Email, "New", "Look! " + Links.Stop);
            public Task Local(Customer c, string text)
            {
                var body = text + "\n";
                body += $"No more? {Links.For(c.Id)}";
                return mailer.SendAsync(c.Email, "New", body);
            }
            public void Object(Customer c)
            {
                var message = new MailMessage("shop@shop.example", c.Email) { Subject = "New" };
                message.Body = "Look! " + Links.Settings;
                smtp.Send(message);
            }
            public void Header(Customer c)
            {
                var message = new MailMessage("shop@shop.example", c.Email) { Subject = "New" };
                message.Headers.Add("List-Unsubscribe", "<https://shop.example/stop>");
                smtp.Send(message);
            }
            public void Builder(Customer c)
            {
                var text = new System.Text.StringBuilder("Look!");
                text.AppendLine(Links.Stop);
                Gateway.Text(c.Phone, text.ToString());
            }
            public Task Itself(Customer c) => campaigns.SendAsync(c.Email, "Look!");
            public Task Composed(Customer c) => mailer.SendAsync(c.Email, "New", Compose(c));
            private static string Compose(Customer c) => $"Dear {c.Email}: look! {Foot()}";
            private static string Foot() => "No more? " + Links.Stop;
            public Task Plainly(Customer c) => mailer.SendAsync(c.Email, "New", "Look!" + Foot());
            [OptOut] public Task Marked(Customer c) => mailer.SendAsync(c.Email, "New", "Look!");
            public Task Given(Customer c, [OptOut] string link) => mailer.SendAsync(c.Email, "New", "Look! " + link);
            public void Listed(Customer c) => Gateway.Add(c.Phone);
        }
        """,
        s_policy, Bindings);

    [Fact]
    public Task Through_a_helper() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Post(SmtpClient smtp)
        {
            public void Send(string to, string text) => smtp.Send("shop@shop.example", to, "The shop", text);
            public void SendWithFoot(string to, string text) => smtp.Send("shop@shop.example", to, "The shop", text + Links.Stop);
            public void Write(Customer c, string text) => Send(c.Email, text);
        }
        [Purpose("promotion")]
        public sealed class Campaign(Post post)
        {
            public void Plain(Customer c) => [|post.Send(c.Email, "Look!")|];
            public void Whole(Customer c) => [|post.Write(c, "Look!")|];
            public void Foot(Customer c) => post.SendWithFoot(c.Email, "Look!");
            public void Here(Customer c) => post.Send(c.Email, "Look! " + Links.Stop);
        }
        """,
        s_policy);

    [Fact]
    public Task Only_where_it_is_promised() => Verify.VerifyAnalyzerAsync(
        Shop + """
        [Purpose("communication")]
        public sealed class Receipts(IMailer mailer)
        {
            public Task Confirm(Customer c) => mailer.SendAsync(c.Email, "Your order", "Thank you.");
        }
        [Purpose("promotion")]
        public sealed class Audience(IMailer mailer)
        {
            public bool Has(Customer c) => c.Email.Length > 0;
            public Task Report(string staff) => mailer.SendAsync(staff, "Sent", "All.");
            public static void Note([DataCategory("contact.email")] string to) { }
            public void Keep(Customer c) => Note(c.Email);
        }
        """,
        s_policy);

    [Theory]
    [InlineData("")]
    [InlineData(", opt-out: in-settings")]
    public Task Not_where_the_way_out_is_elsewhere(string purpose) => Verify.VerifyAnalyzerAsync(
        Shop + """
        [Purpose("promotion")]
        public sealed class Campaign(IMailer mailer)
        {
            public Task Plain(Customer c) => mailer.SendAsync(c.Email, "New", "Look!");
        }
        """,
        Policies.Shop + Promotion.Replace(", opt-out: every-message", purpose, StringComparison.Ordinal));
}
