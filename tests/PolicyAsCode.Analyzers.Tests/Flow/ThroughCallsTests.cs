using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.PersonalDataLoggedRule>;

namespace PolicyAsCode.Analyzers.Tests.Flow;

/// <summary>Personal data that goes through methods of the project before it leaks; each with its clean twin.</summary>
public sealed class ThroughCallsTests
{
    private const string People = """
        [DataSubject("customer")]
        public class Customer
        {
            [DataCategory("contact.email")] public string? Email { get; set; }
            public string City { get; set; } = "";
        }

        """;

    private static Task LeaksAsync(string code, params string[] messages) =>
        Verify.VerifyAnalyzerAsync(People + code, Policies.Shop, messages);

    [Fact]
    public Task A_helper_that_logs_what_it_is_given() => LeaksAsync(
        """
        public static class Journal
        {
            public static void Note(string? text) => Console.WriteLine(text);
            public static void Leak(Customer customer) => Note([|customer.Email|]);
            public static void Clean(Customer customer) => Note(customer.City);
        }
        """,
        "'customer.Email' carries contact.email into a log, by way of Journal.Note. The Shop keeps it out of logs");

    [Fact]
    public Task Through_seven_calls_and_a_sanitiser_on_the_way_of_the_twin() => LeaksAsync(
        """
        public static class Journal
        {
            [Anonymises(DataForm.Pseudonymised)] public static string Mask(string? text) => "***";
            static void One(string? text) => Two(text);
            static void Two(string? text) => Three(text + "!");
            static void Three(string? text) => Four(text?.Trim());
            static void Four(string? text) => Five($"mail {text}");
            static void Five(string? text) => Six(text);
            static void Six(string? text) => Seven(text);
            static void Seven(string? text) { if (text is not null) Console.WriteLine(text); }
            static void Masked(string? text) => One(Mask(text));
            public static void Leak(Customer customer) => One([|customer.Email|]);
            public static void Clean(Customer customer) => Masked(customer.Email);
        }
        """,
        "by way of Journal.One, Journal.Two, Journal.Three, Journal.Four, …, Journal.Seven");

    [Fact]
    public Task A_helper_that_returns_what_it_reads() => LeaksAsync(
        """
        public static class Journal
        {
            static string Describe(Customer customer) => "customer " + customer.Email;
            static string Place(Customer customer) => "customer " + customer.City;
            static string? Same(string? text) => text;
            static int Length(string? text) => text?.Length ?? 0;
            public static void Run(Customer customer)
            {
                Console.WriteLine([|Describe(customer)|]);
                Console.WriteLine(Place(customer));
                Console.WriteLine([|Same(customer.Email)|]);
                Console.WriteLine(Same(customer.City));
                Console.WriteLine(Length(customer.Email));
            }
        }
        """);

    [Fact]
    public Task Async_helpers_and_iterators() => LeaksAsync(
        """
        public static class Journal
        {
            static async Task<string?> DescribeAsync(Customer customer) { await Task.Yield(); return customer.Email; }
            static async Task<string?> PlaceAsync(Customer customer) { await Task.Yield(); return customer.City; }
            static IEnumerable<string?> Lines(IEnumerable<Customer> all) { foreach (var one in all) yield return one.Email; }
            static IEnumerable<string?> Places(IEnumerable<Customer> all) { foreach (var one in all) yield return one.City; }
            public static async Task Run(Customer customer)
            {
                Console.WriteLine([|await DescribeAsync(customer)|]);
                Console.WriteLine(await PlaceAsync(customer));
                foreach (var line in Lines([customer])) Console.WriteLine([|line|]);
                foreach (var line in Places([customer])) Console.WriteLine(line);
            }
        }
        """);

    [Fact]
    public Task Recursion_alone_and_together() => LeaksAsync(
        """
        public static class Journal
        {
            static void Down(string? text, int depth) { if (depth == 0) Console.WriteLine(text); else Down(text, depth - 1); }
            static string? Ping(string? text, int depth) => depth == 0 ? text : Pong(text, depth - 1);
            static string? Pong(string? text, int depth) => Ping(text, depth);
            static string Never(string? text, int depth) => depth == 0 ? "" : Never(text, depth - 1);
            public static void Run(Customer customer)
            {
                Down([|customer.Email|], 3);
                Down(customer.City, 3);
                Console.WriteLine([|Ping(customer.Email, 3)|]);
                Console.WriteLine(Ping(customer.City, 3));
                Console.WriteLine(Never(customer.Email, 3));
            }
        }
        """);

    [Fact]
    public Task Whatever_implements_an_interface_or_overrides() => LeaksAsync(
        """
        public interface ISink { void Put(string? text); }
        public sealed class Loud : ISink { public void Put(string? text) => Console.WriteLine(text); }
        public interface IQuiet { void Put(string? text); }
        public sealed class Quiet : IQuiet { public void Put(string? text) { } }
        public abstract class Base { public abstract string? Of(Customer customer); public virtual string? At(Customer customer) => ""; }
        public sealed class Derived : Base
        {
            public override string? Of(Customer customer) => customer.Email;
            public override string? At(Customer customer) => customer.City;
        }
        public static class Journal
        {
            public static void Run(ISink sink, IQuiet quiet, Base data, Customer customer)
            {
                sink.Put([|customer.Email|]);
                sink.Put(customer.City);
                quiet.Put(customer.Email);
                Console.WriteLine([|data.Of(customer)|]);
                Console.WriteLine(data.At(customer));
            }
        }
        """);

    [Fact]
    public Task Ref_and_out_parameters_and_properties_that_compute() => LeaksAsync(
        """
        public static class Journal
        {
            static void Fill(Customer customer, out string? email, out string city) { email = customer.Email; city = customer.City; }
            static void Add(ref string? text, string? more) => text += more;
            public static void Run(Customer customer)
            {
                Fill(customer, out var email, out var city);
                Console.WriteLine([|email|]);
                Console.WriteLine(city);
                string? line = "";
                Add(ref line, customer.City);
                Console.WriteLine(line);
                Add(ref line, customer.Email);
                Console.WriteLine([|line|]);
                var card = new Card(customer);
                Console.WriteLine([|card.Title|]);
                Console.WriteLine(card.Town);
            }
        }
        public sealed class Card(Customer customer)
        {
            public string Title => $"<{customer.Email}>";
            public string Town => $"<{customer.City}>";
        }
        """);

    [Fact]
    public Task A_parameter_that_says_what_it_holds_answers_for_itself() => LeaksAsync(
        """
        public static class Journal
        {
            static void Declared([DataCategory("contact.email")] string? email) => Console.WriteLine([|email|]);
            static void Typed(Customer customer) => Console.WriteLine([|customer|]);
            public static void Run(Customer customer) { Declared(customer.Email); Typed(customer); }
        }
        """);

    [Fact]
    public Task A_thousand_calls_deep() => LeaksAsync(
        "public static class Journal {\n"
        + string.Concat(Enumerable.Range(0, 1000).Select(i => $"static void M{i}(string? text) => M{i + 1}(text);\n"))
        + """
            static void M1000(string? text) => Console.WriteLine(text);
            public static void Leak(Customer customer) => M0([|customer.Email|]);
            public static void Clean(Customer customer) => M0(customer.City);
        }
        """);

    [Fact]
    public Task Lambdas_that_a_helper_runs() => LeaksAsync(
        """
        public static class Journal
        {
            static void With(string? text, Action<string?> use) => use(text);
            static T Make<T>(Func<T> make) => make();
            public static void Run(Customer customer)
            {
                With(customer.Email, text => Console.WriteLine([|text|]));
                With(customer.City, text => Console.WriteLine(text));
                Console.WriteLine([|Make(() => customer.Email)|]);
                Console.WriteLine(Make(() => customer.City));
            }
        }
        """);
}
