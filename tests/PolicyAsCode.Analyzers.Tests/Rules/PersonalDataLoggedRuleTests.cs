using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.PersonalDataLoggedRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class PersonalDataLoggedRuleTests
{
    private const string Shop = """
        using Microsoft.Extensions.Logging;
        using System.Text;
        [DataSubject("customer")]
        public class Customer
        {
            public Guid Id { get; init; }
            public int Points { get; set; }
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("contact.phone")] public string? Phone { get; set; }
            public Customer? Friend { get; set; }
            public List<Customer> Friends { get; } = [];
        }
        public sealed record Person(Guid Id, [DataCategory("contact.name")] string Name);
        public sealed record Wrapped<T>(T Value);
        public static class Text
        {
            [Anonymises(DataForm.Pseudonymised)] public static string Hash(string? text) => "#";
            public static string Mask(string? text) => "*" + text?.Substring(1);
        }

        """;

    // Each row with its clean twin.
    [Theory]
    [InlineData("""log.LogInformation("{Email}", [|customer.Email|]);""", """log.LogInformation("{Email}", customer.Id);""")]
    [InlineData("""log.LogInformation("{Id} {Email}", customer.Id, [|customer.Email|]);""", """log.LogInformation("{Id} {Email}", customer.Id, customer.Points);""")]
    [InlineData("""log.LogInformation($"Hello {[|customer.Email|]}");""", """log.LogInformation($"Hello {customer.Id}");""")]
    [InlineData("""log.LogInformation([|"Hello " + customer.Email|]);""", """log.LogInformation("Hello " + customer.Id);""")]
    [InlineData("""var email = customer.Email; log.LogWarning("{E}", [|email|]);""", """var email = customer.Email; email = "none"; log.LogWarning("{E}", email);""")]
    [InlineData("""var text = string.Format("{0}!", customer.Email); log.LogError([|text|]);""", """var text = string.Format("{0}!", customer.Points); log.LogError(text);""")]
    [InlineData("""log.LogInformation("{C}", [|customer|]);""", """log.LogInformation("{C}", customer.Id);""")]
    [InlineData("""log.LogInformation("{C}", [|customers|]);""", """log.LogInformation("{C}", customers.Count);""")]
    [InlineData("""log.LogInformation("{C}", [|new { customer.Id, customer.Email }|]);""", """log.LogInformation("{C}", new { customer.Id, customer.Points });""")]
    [InlineData("""var some = new { customer.Id, customer.Email }; log.LogInformation("{C}", [|some.Email|]);""", """var some = new { customer.Id, customer.Email }; log.LogInformation("{C}", some.Id);""")]
    [InlineData("""log.LogInformation("{C}", [|customer.Email?.ToUpperInvariant() ?? "none"|]);""", """log.LogInformation("{C}", customer.Email?.Length ?? 0);""")]
    [InlineData("""log.LogInformation("{C}", [|flag ? customer.Email : "none"|]);""", """log.LogInformation("{C}", flag ? "some" : "none");""")]
    [InlineData("""var b = new StringBuilder(); b.Append("x").Append(customer.Email); log.LogInformation([|b.ToString()|]);""", """var b = new StringBuilder(); b.Append("x").Append(customer.Id); log.LogInformation(b.ToString());""")]
    [InlineData("""var (id, email) = (customer.Id, customer.Email); log.LogInformation("{C}", [|email|]);""", """var (id, email) = (customer.Id, customer.Email); log.LogInformation("{C}", id);""")]
    [InlineData("""var emails = customers.Select(c => c.Email).ToList(); log.LogInformation("{C}", [|emails|]);""", """var emails = customers.Select(c => c.Id).ToList(); log.LogInformation("{C}", emails);""")]
    [InlineData("""var emails = from c in customers where c.Points > 3 select c.Email; log.LogInformation("{C}", [|string.Join(", ", emails)|]);""", """var emails = from c in customers where c.Email != null select c.Points; log.LogInformation("{C}", string.Join(", ", emails));""")]
    [InlineData("""foreach (var one in customers) log.LogInformation("{C}", [|one.Phone|]);""", """foreach (var one in customers) log.LogInformation("{C}", one.Points);""")]
    [InlineData("""foreach (var one in customers.Select(c => c.Email)) log.LogInformation("{C}", [|one|]);""", """foreach (var one in customers.Select(c => c.Points)) log.LogInformation("{C}", one);""")]
    [InlineData("""var list = new List<string?>(); list.Add(customer.Email); log.LogInformation("{C}", [|list[0]|]);""", """var list = new List<string?>(); list.Add("x"); log.LogInformation("{C}", list[0]);""")]
    [InlineData("""string Local(string? text) => text + "!"; log.LogInformation([|Local(customer.Email)|]);""", """string Local(string? text) => "!"; log.LogInformation(Local(customer.Email));""")]
    [InlineData("""Func<Customer, string?> f = c => c.Email; log.LogInformation("{C}", [|f(customer)|]);""", """Func<Customer, int> f = c => c.Points; log.LogInformation("{C}", f(customer));""")]
    [InlineData("""if (customer is { Email: { } email }) log.LogInformation("{C}", [|email|]);""", """if (customer is { Points: var points }) log.LogInformation("{C}", points);""")]
    [InlineData("""log.LogInformation("{C}", [|person|]);""", """log.LogInformation("{C}", person.Id);""")]
    [InlineData("""log.LogInformation("{C}", [|person with { Id = default }|]);""", """log.LogInformation("{C}", (person with { Name = "x" }).Id);""")]
    [InlineData("""var (id, name) = person; log.LogInformation("{C}", [|name|]);""", """var (id, name) = person; log.LogInformation("{C}", id);""")]
    [InlineData("""log.LogInformation("{C}", [|new Wrapped<Customer>(customer)|]);""", """log.LogInformation("{C}", new Wrapped<int>(customer.Points));""")]
    [InlineData("""log.LogInformation("{C}", [|Text.Mask(customer.Email)|]);""", """log.LogInformation("{C}", Text.Hash(customer.Email));""")]
    [InlineData("""log.LogInformation("{C}", [|await Task.FromResult(customer.Email)|]);""", """log.LogInformation("{C}", await Task.FromResult(customer.Points));""")]
    [InlineData("""using (log.BeginScope("{C}", [|customer.Email|])) { }""", """using (log.BeginScope("{C}", customer.Id)) { }""")]
    [InlineData("""Console.WriteLine([|customer.Email|]);""", """Console.WriteLine(customer.Id);""")]
    [InlineData("""System.Diagnostics.Trace.WriteLine([|customer.Email|]);""", """System.Diagnostics.Trace.WriteLine(customer.Id);""")]
    [InlineData("""string? x = null; try { x = customer.Email; } catch { log.LogInformation([|x|]); }""", """string? x = null; try { x = "a"; } catch { log.LogInformation(x); }""")]
    [InlineData("""string? x = null; while (flag) { log.LogInformation([|x|]); x = customer.Email; }""", """string? x = null; while (flag) { log.LogInformation(x); x = "a"; }""")]
    [InlineData("""log.LogInformation("{C}", [|customer.Friend?.Email|]);""", """log.LogInformation("{C}", customer.Friend?.Points);""")]
    [InlineData("""string text = customer.Points switch { 0 => "none", _ => customer.Email! }; log.LogInformation([|text|]);""", """string text = customer.Points switch { 0 => "none", _ => "some" }; log.LogInformation(text);""")]
    [InlineData("""log.LogInformation("{C}", [|System.Text.Json.JsonSerializer.Serialize(customer)|]);""", """log.LogInformation("{C}", System.Text.Json.JsonSerializer.Serialize(customer.Id));""")]
    [InlineData("""string?[] all = [customer.Email]; log.LogInformation("{C}", [|all[0]|]);""", """string?[] all = ["x"]; log.LogInformation("{C}", all[0]);""")]
    [InlineData("""customers.ForEach(c => log.LogInformation("{C}", [|c.Email|]));""", """customers.ForEach(c => log.LogInformation("{C}", c.Points));""")]
    [InlineData("""var byId = customers.ToDictionary(c => c.Id, c => c.Email); log.LogInformation("{C}", [|byId[customer.Id]|]);""", """var byId = customers.ToDictionary(c => c.Id, c => c.Points); log.LogInformation("{C}", byId[customer.Id]);""")]
    [InlineData("""var d = new Dictionary<int, string?> { [1] = customer.Email }; if (d.TryGetValue(1, out var v)) log.LogInformation([|v|]);""", """var d = new Dictionary<int, string?> { [1] = "a" }; if (d.TryGetValue(1, out var v)) log.LogInformation(v);""")]
    [InlineData("""foreach (var group in customers.GroupBy(c => c.Email)) log.LogInformation("{C}", [|group.Key|]);""", """foreach (var group in customers.GroupBy(c => c.Points)) log.LogInformation("{C}", group.Key);""")]
    [InlineData("""object any = customer; log.LogInformation("{C}", [|any|]);""", """object any = customer.Id; log.LogInformation("{C}", any);""")]
    [InlineData("""Action run = () => { try { log.LogInformation([|customer.Email|]); } finally { flag = true; } }; run();""", """Action run = () => { try { log.LogInformation("x"); } finally { flag = true; } }; run();""")]
    [InlineData("""log.LogInformation("{C}", $"{[|customer|]}");""", """log.LogInformation("{C}", $"{customer.Id}");""")]
    public async Task Data_in_a_log_is_reported_and_its_clean_twin_is_not(string reported, string clean)
    {
        await Verify.VerifyAnalyzerAsync(Method(reported), Policies.Shop);
        await Verify.VerifyAnalyzerAsync(Method(clean), Policies.Shop);

        static string Method(string body) => Shop + $$"""
            public sealed class Service(ILogger<Service> log)
            {
                public async Task Run(Customer customer, List<Customer> customers, Person person, bool flag)
                {
                    await Task.Yield();
                    {{body}}
                }
            }
            """;
    }

    [Fact]
    public Task The_message_names_data_policy_clause_and_line() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Service(ILogger<Service> log)
        {
            public void Run(Customer customer)
            {
                string? text = {|from:customer.Phone|};
                log.LogInformation("{C} {T}", [|customer|], [|text|]);
            }
        }
        """,
        Policies.Shop.Replace("contact.phone:", "{|from:contact.phone|}:"),
        "'customer' carries contact.email and contact.phone into a log. The Shop keeps both out of logs [SHOP-1, shop.policy.yaml:9].",
        "'text' carries contact.phone into a log. The Shop keeps it out of logs [SHOP-1, shop.policy.yaml:15].");

    [Fact]
    public Task Messages_made_by_LoggerMessage_are_logs() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public static partial class Messages
        {
            private static readonly Action<ILogger, string?, Exception?> Defined =
                LoggerMessage.Define<string?>(LogLevel.Information, new EventId(1), "{Email}");

            [LoggerMessage(2, LogLevel.Information, "{Email}")]
            public static partial void Sent(ILogger log, string? email);

            public static void Run(ILogger log, Customer customer)
            {
                Sent(log, [|customer.Email|]);
                Sent(log, customer.Id.ToString());
                Defined(log, [|customer.Email|], null);
                Defined(log, customer.Id.ToString(), null);
            }
        }
        public static partial class Messages
        {
            public static partial void Sent(ILogger log, string? email) { }
        }
        """,
        Policies.Shop);

    [Fact]
    public Task Serilog_is_a_log() => Verify.VerifyAnalyzerAsync(
        """
        namespace Serilog
        {
            public interface ILogger { void Information<T>(string template, T value); }
            public static class Log { public static void Warning(string template, params object?[] values) { } }
        }
        namespace Shop
        {
            public class Customer
            {
                public Guid Id { get; init; }
                [DataCategory("contact.email")] public string? Email { get; set; }
            }
            public sealed class Service(Serilog.ILogger log)
            {
                public void Run(Customer customer)
                {
                    log.Information("{Email}", [|customer.Email|]);
                    log.Information("{Id}", customer.Id);
                    Serilog.Log.Warning("{Email}", [|customer.Email|]);
                    Serilog.Log.Warning("{Id}", customer.Id);
                }
            }
        }
        """,
        Policies.Shop);

    [Fact]
    public Task A_bound_method_is_a_log_and_a_bound_anonymiser_is_one() => Verify.VerifyBoundAsync(
        """
        namespace Shop;
        public class Customer
        {
            [DataCategory("contact.email")] public string? Email { get; set; }
        }
        public static class Legacy
        {
            public static void Record(string? text) { }
            public static void Keep(string? text) { }
            public static string Token(string? text) => "";
        }
        public sealed class Service
        {
            public void Run(Customer customer)
            {
                Legacy.Record([|customer.Email|]);
                Legacy.Keep(customer.Email);
                Legacy.Record(Legacy.Token(customer.Email));
            }
        }
        """,
        Policies.Shop,
        """
        bindings: shop
        methods:
          Shop.Legacy.Record: { logs: true }
          Shop.Legacy.Token: { anonymises-to: pseudonymised }
        """);

    [Fact]
    public Task What_the_policy_does_not_keep_out_of_logs_may_be_logged() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Service(ILogger<Service> log)
        {
            public void Run(Customer customer) => log.LogInformation("{E}", customer.Email);
        }
        """,
        Policies.Shop.Replace("    protect: [redacted-in-logs]\n", ""));
}
