using PolicyAsCode.Analyzers.Rules.Declarations;
using PolicyAsCode.Analyzers.Rules.Disclosures;
using PolicyAsCode.Analyzers.Rules.Protection;
using PolicyAsCode.Analyzers.Rules.Purposes;
using PolicyAsCode.Analyzers.Rules.Tool;

namespace PolicyAsCode.Analyzers.Tests.Flow;

/// <summary>
/// Source, helper and sink in three assemblies: in a build, where the others are known by their facts, and in an editor, where
/// they are known by their source. Each leak has a clean twin beside it.
/// </summary>
public sealed class AcrossAssembliesTests
{
    private const string Domain = """
        namespace Shop.Domain;
        [DataSubject("customer")]
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("contact.phone")] public string? Phone { get; set; }
            public string? City { get; set; }
        }
        public interface IMailer { void Send(string? to); string? Last(); }
        public interface IConsents { [Gate("consent")] bool Allows(Guid customer); }
        """;

    private const string Kit = """
        namespace Shop.Kit;
        public static class Journal
        {
            public static void Write(string? text) => Put(text?.Trim());
            public static void Count(string? text) => Console.WriteLine(text?.Length);
            public static string? Same(string? text) => text;
            public static string Fixed(string? text) { Console.WriteLine("asked"); return "fixed"; }
            public static void Split(string text, out string first) { Console.WriteLine("split"); first = text.Split(' ')[0]; }
            [Anonymises(DataForm.Pseudonymised)] public static string Mask(string? text) => "***";
            public static string Masked(string? text) => Mask(text);
            static void Put(string? text) { if (text is not null) Console.WriteLine(text); }
        }
        public class Cache
        {
            private string? _last;
            public void Keep(string? text) => _last = text;
            public bool Knows(string? text) => _last == text;
        }
        public sealed class Box<T> { public void Show(T value) => Console.WriteLine(value); public T Pass(T value) { Console.WriteLine(); return value; } }
        """;

    private const string Services = """
        using Shop.Domain; using Shop.Kit;
        namespace Shop.Services;
        public static class Notes
        {
            public static void Add(string? text) => Journal.Write("note " + text);
            public static void Count(string? text) => Journal.Count(text);
            public static string Describe(Customer customer) => "customer " + customer.Email;
            public static string Place(Customer customer) => "customer " + customer.City;
        }
        internal sealed class SmtpMailer : IMailer
        {
            private string? _last;
            public void Send(string? to) => Console.WriteLine(to);
            public string? Last() => new Customer().Email;
        }
        public static class Checks
        {
            public static bool May(IConsents consents, Guid id) => consents.Allows(id);
            public static bool Looks(IConsents consents, Guid id) => consents.Allows(id) || id == default;
            public static async Task Nothing(IConsents consents, Guid id) { await Task.Yield(); _ = consents.Allows(id); }
        public static async Task RequireAsync(IConsents consents, Guid id) { await Task.Yield(); Require(consents, id); }
        public static void Require(IConsents consents, Guid id) { if (!consents.Allows(id)) throw new InvalidOperationException("no"); }
        }
        """;

    private static readonly string Consent = Policies.Shop
        .Replace("for: [communication]", "for: [communication, promotion]")
        + "\n  promotion: { clause: SHOP-4, basis: consent, consent: { given: opt-in, at: registration } }\nsources:\n  registration: { clause: SHOP-4, from: person }\n";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_leak_whose_source_helper_and_sink_lie_in_three_assemblies(bool isOpen)
    {
        var solution = await ShopAsync(isOpen);
        var found = await solution.VerifyAsync<PersonalDataLoggedRule>("""
            using Shop.Domain; using Shop.Services;
            public static class Page
            {
                public static void Leak(Customer customer) => Notes.Add([|customer.Email|]);
                public static void Clean(Customer customer) => Notes.Add(customer.City);
                public static void Counted(Customer customer) => Notes.Count(customer.Email);
                public static void Through(Customer customer) => Inner([|customer.Email|]);
                static void Inner(string? text) => Notes.Add(text + "!");
            }
            """);
        Assert.Contains(found, one => one.GetMessage().Contains(isOpen
            ? "by way of Notes.Add, Journal.Write, Journal.Put. The Shop"
            : "by way of Notes.Add (Services), Journal.Write, Journal.Put (Kit). The Shop"));
        Assert.Contains(found, one => one.GetMessage().Contains("by way of Page.Inner, Notes.Add"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_methods_return_and_leave_in_out_parameters(bool isOpen) =>
        await (await ShopAsync(isOpen)).VerifyAsync<PersonalDataLoggedRule>("""
            using Shop.Domain; using Shop.Kit; using Shop.Services;
            public static class Page
            {
                public static void Run(Customer customer)
                {
                    Console.WriteLine([|Notes.Describe(customer)|]);
                    Console.WriteLine(Notes.Place(customer));
                    Console.WriteLine([|Journal.Same(customer.Email)|]);
                    Console.WriteLine(Journal.Same(customer.City));
                    Console.WriteLine(Journal.Fixed(customer.Email));
                    Console.WriteLine(Journal.Mask(customer.Email));
                    Console.WriteLine(Journal.Masked(customer.Email));
                    Journal.Split(customer.Email!, out var first);
                    Console.WriteLine([|first|]);
                    Journal.Split(customer.City!, out var town);
                    Console.WriteLine(town);
                    new Box<string>().Show([|customer.Email|]!);
                    new Box<string>().Show(customer.City!);
                    Console.WriteLine([|new Box<string>().Pass(customer.Email!)|]);
                }
            }
            """);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_interface_that_a_hidden_class_of_another_assembly_implements(bool isOpen) =>
        await (await ShopAsync(isOpen)).VerifyAsync<PersonalDataLoggedRule>("""
            using Shop.Domain;
            public static class Page
            {
                public static void Leak(IMailer mailer, Customer customer) => mailer.Send([|customer.Email|]);
                public static void Clean(IMailer mailer, Customer customer) => mailer.Send(customer.City);
                public static void Last(IMailer mailer) => Console.WriteLine([|mailer.Last()|]);
            }
            """, isOpen ? "by way of SmtpMailer.Send. The" : "by way of SmtpMailer.Send (Services)");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_member_that_the_other_assembly_hides(bool isOpen) =>
        await (await ShopAsync(isOpen)).VerifyAsync<StoredUndeclaredRule>("""
            using Shop.Domain; using Shop.Kit;
            public static class Page
            {
                public static void Keep(Cache cache, Customer customer) => cache.Keep([|customer.Email|]);
                public static void Clean(Cache cache, Customer customer) => cache.Keep(customer.City);
                public static bool Knows(Cache cache, Customer customer) => cache.Knows(customer.Email);
            }
            """, "Cache._last");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_helper_reads_is_read_for_its_caller(bool isOpen) =>
        await (await ShopAsync(isOpen)).VerifyAsync<PurposeNotAllowedRule>("""
            using Shop.Domain; using Shop.Services;
            [Purpose("transactions")]
            public static class Page
            {
                public static int Wrong(Customer customer) => [|Notes.Describe(customer)|].Length;
                public static int Right(Customer customer) => Notes.Place(customer).Length;
            }
            [Purpose("communication")]
            public static class Letters { public static int Right(Customer customer) => Notes.Describe(customer).Length; }
            """, isOpen ? "Notes.Describe" : "Notes.Describe (Services)");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Gates_that_methods_of_other_assemblies_prove(bool isOpen) =>
        await (await ShopAsync(isOpen, Consent)).VerifyAsync<ConsentNotCheckedRule>("""
            using Shop.Domain; using Shop.Services;
            [Purpose("promotion")]
            public static class Page
            {
                public static int Wrong(Customer customer) => [|customer.Email|]!.Length;
                public static int Weak(IConsents consents, Customer customer) =>
                    Checks.Looks(consents, customer.Id) ? [|customer.Email|]!.Length : 0;
                public static int Right(IConsents consents, Customer customer) =>
                    Checks.May(consents, customer.Id) ? customer.Email!.Length : 0;
                public static int Required(IConsents consents, Customer customer)
                {
                    Checks.Require(consents, customer.Id);
                    return customer.Email!.Length;
                }
                public static async Task Nothing(IConsents consents, Customer customer)
                {
                    await Checks.Nothing(consents, customer.Id);
                    Length([|customer.Email|]);
                }
                public static async Task RequiredAsync(IConsents consents, Customer customer)
                {
                    await Checks.RequireAsync(consents, customer.Id);
                    Length(customer.Email);
                }
                static void Length(string? text) { }
                public static int Own(IConsents consents, Customer customer) =>
                    Ask(consents, customer.Id) ? customer.Email!.Length : 0;
                static bool Ask(IConsents consents, Guid id) => consents.Allows(id);
            }
            """);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_over_HTTP_in_a_helper_library(bool isOpen)
    {
        var solution = await new TestSolution(Policies.Shop, isOpen).WithAsync("Domain", Domain);
        await solution.WithNoneAsync("Kit", """
            using System.Net.Http;
            namespace Shop.Kit;
            public sealed class Courier(HttpClient http)
            {
                public Task PostAsync(string text) => http.PostAsync("https://courier.example/parcels", new StringContent(text));
                public Task PingAsync(string text) => http.GetAsync("https://courier.example/ping");
            }
            """);
        await solution.VerifyAsync<ExternalCallUncoveredRule>("""
            using Shop.Domain; using Shop.Kit;
            [Purpose("communication")]
            public sealed class Page(Courier courier)
            {
                public Task Leak(Customer customer) => courier.PostAsync([|customer.Email|]!);
                public Task Clean(Customer customer) => courier.PostAsync(customer.City!);
                public Task Ping(Customer customer) => courier.PingAsync(customer.Email!);
            }
            """, "Courier.PostAsync");
    }

    [Fact]
    public async Task An_edit_that_leaves_the_summaries_alone_leaves_the_facts_alone()
    {
        var before = await ShopAsync(isOpen: false);
        var after = await ShopAsync(isOpen: false, kit: "// A comment.\n" + Kit
            .Replace("text?.Trim()", "(text + string.Empty)?.Trim().Trim()")
            .Replace("static void Put", "static int Unrelated(int a) { return a * 2; }\n    static void Put"));
        Assert.Equal(before.FactsOf("Kit"), after.FactsOf("Kit"));
        Assert.Equal(before.FactsOf("Services"), after.FactsOf("Services"));

        var changed = await ShopAsync(isOpen: false, kit: Kit.Replace("Put(text?.Trim())", "Count(text)"));
        Assert.NotEqual(before.FactsOf("Kit"), changed.FactsOf("Kit"));
        Assert.NotEqual(before.FactsOf("Services"), changed.FactsOf("Services"));
    }

    [Fact]
    public async Task Only_what_a_consumer_cannot_know_is_said()
    {
        var solution = await ShopAsync(isOpen: false);
        Assert.NotNull(solution.FactsOf("Kit", "M:Shop.Kit.Journal.Write(System.String)"));
        Assert.Null(solution.FactsOf("Kit", "M:Shop.Kit.Journal.Same(System.String)"));
        Assert.Null(solution.FactsOf("Kit", "M:Shop.Kit.Journal.Count(System.String)"));
        Assert.Null(solution.FactsOf("Kit", "M:Shop.Kit.Journal.Put(System.String)"));
        Assert.Empty(Language.Facts.FactsFile.Read(solution.FactsOf("Domain"), out _)!.Methods);
    }

    [Theory]
    [InlineData("policy-as-code facts 2\\nassembly Old\\n", "was written by another version of PolicyAsCode")]
    [InlineData("policy-as-code facts 1\\nassembly Old\\nm 0\\n", "is damaged")]
    [InlineData("policy-as-code facts 1\\nassembly Old\\n", null)]
    public async Task Facts_that_cannot_be_read_are_told_and_left(string facts, string? told)
    {
        var solution = new TestSolution(Policies.Shop).WithLibrary("Old", $$"""
            [assembly: System.Reflection.AssemblyMetadata("PolicyAsCode.Facts", "{{facts}}")]
            public static class Old { public static string Echo(string text) => text; }
            """);
        var found = await solution.FindAsync<FactsUnreadableRule>("public static class Page { public static string Run() => Old.Echo(\"a\"); }");
        if (told is null)
            Assert.Empty(found);
        else
            Assert.Contains($"What 'Old' says of its methods {told}", Assert.Single(found).GetMessage());
    }

    [Theory]
    [InlineData(false, "none", null, true)]
    [InlineData(false, null, null, false)]
    [InlineData(true, "none", null, false)]
    [InlineData(true, "none", "true", true)]
    [InlineData(false, "none", "false", false)]
    public void Libraries_write_facts_and_projects_that_no_policy_is_named_for_do_not(
        bool isProgram, string? policy, string? asked, bool writes)
    {
        var properties = new Dictionary<string, string>();
        if (policy is not null)
            properties["PrivacyPolicy"] = policy;
        if (asked is not null)
            properties["PolicyAsCodeFacts"] = asked;
        var code = isProgram ? "Console.WriteLine();" : "public static class Empty;";
        var written = TestSolution.Write(TestCompilation.Create([("A.cs", code)], isProgram), [], properties);
        Assert.Equal(writes, written.Assembly.GetAttributes().Any(one =>
            one.ConstructorArguments is [{ Value: Language.Facts.FactsFile.Key }, _]));
    }

    private static async Task<TestSolution> ShopAsync(bool isOpen, string? policy = null, string kit = Kit)
    {
        var solution = await new TestSolution(policy ?? Policies.Shop, isOpen).WithAsync("Domain", Domain);
        await solution.WithNoneAsync("Kit", kit);
        return await solution.WithAsync("Services", Services);
    }
}
