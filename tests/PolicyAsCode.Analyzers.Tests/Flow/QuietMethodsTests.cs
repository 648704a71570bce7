using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Flow;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Analyzers.Tests.Verification;

namespace PolicyAsCode.Analyzers.Tests.Flow;

/// <summary>
/// Which methods are not walked, since they have nothing to do with personal data: too few of them cost time, too many cost
/// findings.
/// </summary>
public sealed class QuietMethodsTests
{
    private const string People = """
        using PolicyAsCode;
        [DataSubject("customer")]
        public class Customer
        {
            [DataCategory("contact.email")] public string? Email { get; set; }
            public string City { get; set; } = "";
            public string Own() => City;
            public string Whole() => System.Convert.ToString(this) ?? "";
            public string OwnEmail() => Email ?? "";
        }

        """;

    private static (Compilation, BoundPolicy) Bound(string code)
    {
        var compilation = TestCompilation.Create([("Code.cs", People + code)], isProgram: false);
        return (compilation, BoundPolicy.Of(
            compilation, new AnalyzerOptions([new TestAdditionalText("shop.policy.yaml", Policies.Shop)]), default)!);
    }

    private static string[] NotQuiet(string code)
    {
        var (compilation, policy) = Bound(code);
        return
        [
            .. compilation.GetSymbolsWithName(_ => true, SymbolFilter.Member).OfType<IMethodSymbol>()
                .Where(method => method is { MethodKind: MethodKind.Ordinary, IsAbstract: false } && !policy.Quiet.Is(method, default))
                .Select(method => method.ContainingType.Name + "." + method.Name)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static void AssertNotQuiet(string code, params string[] expected) =>
        Assert.Equal(["Customer.OwnEmail", "Customer.Whole", .. expected], NotQuiet(code).Order(StringComparer.Ordinal));

    [Fact]
    public void Who_reads_it_and_who_calls_that() => AssertNotQuiet(
        """
        public static class Tested
        {
            static string? Reads(Customer customer) => customer.Email;
            static string? Calls() => Reads(null!);
            static string? CallsThat() => Calls();
            static string Other() => "";
            static string CallsOther() => Other();
        }
        """,
        "Tested.Calls", "Tested.CallsThat", "Tested.Reads");

    [Fact]
    public void Not_who_has_the_name_of_one_that_reads() => AssertNotQuiet(
        """
        public static class Tested
        {
            static string? Get(Customer customer) => customer.Email;
        }
        public static class Twin
        {
            static string Get(string key) => Find(key);
            static string Find(string key) => key.Length > 3 ? Get(key.Substring(1)) : key;
            static string Uses() => Get("a");
        }
        """,
        "Tested.Get");

    [Fact]
    public void All_of_a_ring_in_which_one_reads() => AssertNotQuiet(
        """
        public static class Tested
        {
            static void One(int n) { if (n > 0) Two(n - 1); }
            static void Two(int n) { if (n > 0) Three(n - 1); }
            static void Three(int n) { if (n > 0) One(n - 1); System.Console.WriteLine(new Customer().Email); }
        }
        """,
        "Tested.One", "Tested.Three", "Tested.Two");

    [Fact]
    public void Who_calls_what_an_implementation_reads() => AssertNotQuiet(
        """
        public interface IGreeter { string Greet(); string Part(); }
        public sealed class Greeter : IGreeter
        {
            private readonly Customer _customer = new();
            public string Greet() => _customer.Email ?? "";
            public string Part() => "Hello";
        }
        public static class Tested
        {
            static string Uses(IGreeter greeter) => greeter.Greet();
            static string Twin(IGreeter greeter) => greeter.Part();
        }
        """,
        "Greeter.Greet", "Tested.Uses");

    [Fact]
    public void Who_hands_it_on_by_its_type_and_who_runs_what_nobody_knows() => AssertNotQuiet(
        """
        public static class Tested
        {
            private static readonly System.Func<string> s_email = () => new Customer().Email ?? "";
            static object Whole(Customer customer) => customer;
            static string Runs() => s_email();
            static string Email(System.Func<string> given) => given();
            static string ByName() => Email(Named);
            static string Named() => new Customer().Email ?? "";
        }
        """,
        "Tested.ByName", "Tested.Named", "Tested.Runs", "Tested.Whole");

    [Fact]
    public void Who_computes_with_operators_of_what_is_personal() => AssertNotQuiet(
        """
        public sealed class Email(string text)
        {
            public static implicit operator string(Email email) => new Customer().Email + email.Text;
            public string Text { get; } = text;
            public override string ToString() => new Customer().Email ?? "";
        }
        public static class Tested
        {
            static string Converts(Email email) => email;
            static string Shows(Email email) => $"to {email}";
            static string Twin(Email email) => email.Text;
        }
        """,
        "Email.ToString", "Tested.Converts", "Tested.Shows");

    [Fact]
    public void Not_who_only_looks_at_an_object_nor_who_makes_something_else_of_it() => AssertNotQuiet(
        """
        public interface INamed { string Name { get; } }
        public sealed class Member : Customer, INamed
        {
            public string Name => City;
            public event System.EventHandler? Left;
        }
        public static class Tested
        {
            static bool IsNone(Customer? one) => one is null || (object)one == null;
            static Customer? None() => null;
            static string Named(Member one) => ((INamed)one).Name;
            static void Listens(Member one) => one.Left += (_, _) => { };
            static IEnumerable<string> Cities(List<Customer> all) => all.Select(one => one.City);
            static async Task<string> City(Task<Customer> one) => (await one.ConfigureAwait(false)).City;
            static INamed Kept(Member one) => one;
            static string? Shown(Member one) => ((object)one).ToString();
            static IEnumerable<object> Objects(List<Customer> all) => all.Select(one => (object)one);
            static IEnumerable<string?> Emails(List<Customer> all) => all.Select(one => one.Email);
            static async Task<object> Any(Task<Customer> one) => await one.ConfigureAwait(false);
        }
        """,
        "Tested.Any", "Tested.Emails", "Tested.Kept", "Tested.Objects", "Tested.Shown");

    // By the name of the variable each of them may have to do with personal data.
    [Fact]
    public void Who_closes_what_reads_it_by_being_closed() => AssertNotQuiet(
        """
        public sealed class Door : System.IDisposable { public void Dispose() { } }
        public class Telling : System.IDisposable { public void Dispose() => System.Console.WriteLine(new Customer().Email); }
        public sealed class Derived : Telling;
        public interface IScope : System.IDisposable { }
        public sealed class Hidden : IScope { void System.IDisposable.Dispose() => System.Console.WriteLine(new Customer().Email); }
        public static class Tested
        {
            static void TellsHidden() { using var Email = new Hidden(); }
            static void TellsBehind(IScope Email) { using (Email) { } }
            static void Closes() { using var Email = new Door(); using (var Other = new Door()) { } }
            static void Tells() { using var Email = new Telling(); }
            static void TellsToo() { using (var Email = new Derived()) { } }
        }
        """,
        "Telling.Dispose", "Tested.Tells", "Tested.TellsBehind", "Tested.TellsHidden", "Tested.TellsToo");

    [Fact]
    public void Not_who_hands_an_object_on_as_what_it_is() => AssertNotQuiet(
        """
        public static class Tested
        {
            static Customer Same(Customer one) => one;
            static Customer? First(System.Collections.Generic.List<Customer> all) { foreach (var one in all) if (one.City == "x") return Same(one); return null; }
            static List<Customer> Sorted(List<Customer> all) => all.Where(one => one.City != "").OrderBy(one => one.City).ToList();
            static object Any(Customer one) => one;
            static string Text(Customer one) => $"{one}";
            static string Line(List<Customer> all) => string.Join(",", all);
        }
        """,
        "Tested.Any", "Tested.Line", "Tested.Text");

    [Fact]
    public void Silent_is_who_calls_what_answers_for_itself_and_gives_nothing_back()
    {
        var (compilation, policy) = Bound("""
            public static class Tested
            {
                [PolicyAsCode.Purpose("communication")] public static void Notes() => System.Console.WriteLine(new Customer().Email);
                [PolicyAsCode.Purpose("communication")] public static string? Mail() => new Customer().Email;
                [PolicyAsCode.Purpose("communication")] public static Customer Made() => new Customer { Email = "a" };
                public static void Reads() => System.Console.WriteLine(new Customer().Email);
                static void CallsNotes() => Notes();
                static void CallsThat() => CallsNotes();
                static Customer CallsMade() => Made();
                static string? CallsMail() => Mail();
                static void CallsReads() => Reads();
                static void Ring(int n) { if (n > 0) Back(n - 1); }
                static void Back(int n) { if (n > 0) Ring(n - 1); Reads(); }
            }
            """);
        var solver = new MethodSolver(policy.Flows, policy.Proving.All, default);
        Assert.Equal(
            ["CallsMade", "CallsNotes", "CallsThat"],
            compilation.GetTypeByMetadataName("Tested")!.GetMembers().OfType<IMethodSymbol>()
                .Where(method => method.MethodKind == MethodKind.Ordinary && solver.IsSilent(method))
                .Select(method => method.Name).Order(StringComparer.Ordinal));
    }
}
