using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.PersonalDataLoggedRule>;

namespace PolicyAsCode.Analyzers.Tests.Flow;

/// <summary>
/// Bodies that say nothing personal themselves, and bodies in which an object only stays what its type says, are not walked.
/// Each construct by which such a body is still one that matters; each with a clean twin.
/// </summary>
public sealed class LoudThroughTests
{
    private const string People = """
        [DataSubject("customer")]
        public class Customer
        {
            [DataCategory("contact.email")] public string? Email { get; set; }
            public string City { get; set; } = "";
        }
        public static class Store
        {
            public static Customer One() => new Customer();
            public static List<Customer> Many() => new List<Customer>();
            public static string? Mail() => One().Email;
            public static string Place() => One().City;
        }

        """;

    private static Task LeaksAsync(string code) => Verify.VerifyAnalyzerAsync(People + code, Policies.Shop);

    // What stands between the data and the log: members of a class, what is logged of it, and what of its twin.
    [Theory]
    [InlineData("interface", "interface IMail { string? Of(); string At(); } sealed class Mails : IMail { public string? Of() => Store.Mail(); public string At() => Store.Place(); }", "((IMail)new Mails()).Of()", "((IMail)new Mails()).At()")]
    [InlineData("override", "class Mails { public virtual string? Of() => null; public virtual string? At() => null; } sealed class Real : Mails { public override string? Of() => Store.Mail(); public override string? At() => Store.Place(); }", "((Mails)new Real()).Of()", "((Mails)new Real()).At()")]
    [InlineData("delegate in a field", "static class Mails { static readonly Func<string?> s_of = () => Store.Mail(); static readonly Func<string?> s_at = () => Store.Place(); public static string? Of() => s_of(); public static string? At() => s_at(); }", "Mails.Of()", "Mails.At()")]
    [InlineData("method group in a field", "static class Mails { static readonly Func<string?> s_of = Store.Mail; static readonly Func<string?> s_at = Store.Place; public static string? Of() => s_of(); public static string? At() => s_at(); }", "Mails.Of()", "Mails.At()")]
    [InlineData("partial class", "static partial class Mails { public static string? Of() => Inner(); public static string? At() => Outer(); } static partial class Mails { static string? Inner() => Store.Mail(); static string? Outer() => Store.Place(); }", "Mails.Of()", "Mails.At()")]
    [InlineData("extension method", "static class Mails { public static string? Of(this int n) => Store.Mail(); public static string? At(this int n) => Store.Place(); }", "3.Of()", "3.At()")]
    [InlineData("operator", "sealed class Mails { public static string? operator +(Mails one, int n) => Store.Mail(); public static string? operator -(Mails one, int n) => Store.Place(); }", "new Mails() + 3", "new Mails() - 3")]
    [InlineData("implicit conversion", "sealed class Mails { public static implicit operator string?(Mails one) => Store.Mail(); } sealed class Places { public static implicit operator string?(Places one) => Store.Place(); }", "(string?)new Mails()", "(string?)new Places()")]
    [InlineData("getter", "sealed class Mails { public string? Of => Store.Mail(); public string? At => Store.Place(); }", "new Mails().Of", "new Mails().At")]
    [InlineData("iterator", "static class Mails { public static IEnumerable<string?> Of() { yield return Store.Mail(); } public static IEnumerable<string?> At() { yield return Store.Place(); } }", "Mails.Of().First()", "Mails.At().First()")]
    [InlineData("local function", "static class Mails { public static string? Of() { return Inner(); string? Inner() => Store.Mail(); } public static string? At() { return Inner(); string? Inner() => Store.Place(); } }", "Mails.Of()", "Mails.At()")]
    [InlineData("async", "static class Mails { public static async Task<string?> Of() { await Task.Yield(); return Store.Mail(); } public static async Task<string?> At() { await Task.Yield(); return Store.Place(); } }", "Mails.Of().Result", "Mails.At().Result")]
    [InlineData("ring", "static class Mails { public static string? Of(int n) => n > 0 ? Again(n - 1) : Store.Mail(); static string? Again(int n) => Of(n); public static string? At(int n) => n > 0 ? Anew(n - 1) : Store.Place(); static string? Anew(int n) => At(n); }", "Mails.Of(3)", "Mails.At(3)")]
    [InlineData("object by its type, then as a text", "static class Mails { static Customer First() => Store.Many()[0]; static List<Customer> All() { var all = Store.Many(); return all; } public static string? Of() => Convert.ToString(First()); public static int At() => All().Count; }", "Mails.Of()", "Mails.At()")]
    [InlineData("object by its type, then as any object", "static class Mails { public static object Of() => Store.One(); public static object At() => Store.One().City; }", "Mails.Of()", "Mails.At()")]
    [InlineData("generic promise of an object", "interface IFind<T> { T Find(); } sealed class Finds : IFind<Customer> { public Customer Find() => Store.One(); } sealed class Places : IFind<string> { public string Find() => Store.Place(); } static class Mails { public static object? Of<T>(IFind<T> one) => one.Find(); } static class Others { public static object? At(Places one) => one.Find(); }", "Mails.Of<Customer>(new Finds())", "Others.At(new Places())")]
    [InlineData("objects through LINQ", "static class Mails { public static List<Customer> Sorted() => Store.Many().Where(one => one.City != null).OrderBy(one => one.City).ToList(); public static string Of() => string.Join(';', Sorted().Select(one => one.Email)); public static string At() => string.Join(';', Sorted().Select(one => one.City)); }", "Mails.Of()", "Mails.At()")]
    [InlineData("objects through a selector", "static class Mails { static IEnumerable<object> All() => Store.Many().Select(one => (object)one); public static object Of() => All().First(); } static class Places { static IEnumerable<object> All() => Store.Many().Select(one => (object)one.City); public static object At() => All().First(); }", "Mails.Of()", "Places.At()")]
    [InlineData("object asked as what says less", "interface IMail { string? Of(); } interface IPlace { string? At(); } sealed class Anybody : Customer, IMail, IPlace { public string? Of() => Email; public string? At() => City; } static class Mails { public static string? Of() => ((IMail)new Anybody()).Of(); public static string? At() => ((IPlace)new Anybody()).At(); }", "Mails.Of()", "Mails.At()")]
    [InlineData("object that is awaited", "static class Mails { static Task<Customer> One() => Task.FromResult(Store.One()); public static async Task<object> Of() => await One().ConfigureAwait(false); public static async Task<object> At() => (await One().ConfigureAwait(false)).City; }", "Mails.Of().Result", "Mails.At().Result")]
    [InlineData("out parameter", "static class Mails { static bool TryFind(out Customer? found) { found = Store.One(); return true; } public static string? Of() => TryFind(out var found) ? found?.Email : null; public static string? At() => TryFind(out var found) ? found?.City : null; }", "Mails.Of()", "Mails.At()")]
    [InlineData("list that is filled", "static class Mails { static void Fill(List<object> all) => all.Add(Store.One()); public static object Of() { var all = new List<object>(); Fill(all); return all[0]; } public static object At() { var all = new List<object>(); return all.Count; } }", "Mails.Of()", "Mails.At()")]
    [InlineData("exception", "static class Mails { static void Refuse() => throw new InvalidOperationException(Store.Mail()); static void Deny() => throw new InvalidOperationException(Store.Place()); public static string Of() { try { Refuse(); return \"\"; } catch (Exception e) { return e.Message; } } public static string At() { try { Deny(); return \"\"; } catch (Exception e) { return e.Message; } } }", "Mails.Of()", "Mails.At()")]
    public Task Is_found_through(string construct, string code, string leak, string clean)
    {
        Assert.NotEmpty(construct);
        return LeaksAsync($$"""
            {{code}}
            static class Tested
            {
                public static void Leak() => Console.WriteLine([|{{leak}}|]);
                public static void Clean() => Console.WriteLine({{clean}});
            }
            """);
    }

    // The sink stands in a body that is only handed the object.
    [Theory]
    [InlineData("static void Log(Customer one) => Console.WriteLine([|one|]); static void Note(Customer one) => Log(one);")]
    [InlineData("static void Log(Customer one) => Console.WriteLine($\"{[|one.Email|]}\"); static void Note(Customer one) => Log(one);")]
    [InlineData("static void Note(List<Customer> all) { foreach (object one in all) Console.WriteLine([|one|]); }")]
    [InlineData("static void Note(List<Customer> all) { foreach (var one in all) Console.WriteLine([|one|]); }")]
    [InlineData("static void Note(Customer one) { object other = one; Console.WriteLine([|other|]); }")]
    [InlineData("static void Note(Customer one) { var both = (one, 3); Console.WriteLine([|both|]); }")]
    [InlineData("static void Note(Customer one) { var text = System.Text.Json.JsonSerializer.Serialize(one); Console.WriteLine([|text|]); }")]
    [InlineData("static void Note(Customer one) { Action log = () => Console.WriteLine([|one|]); log(); }")]
    [InlineData("static void Note(Customer one) { var all = new Dictionary<string, object> { [\"a\"] = one }; Console.WriteLine([|all[\"a\"]|]); }")]
    [InlineData("static void Note(Customer one) { new Noting().Note(one); } sealed class Noting { private readonly Action<string?> _note; public Noting() { _note = text => Console.WriteLine(text); } public void Note(Customer one) => _note([|one.Email|]); }")]
    public Task Is_found_where_it_is_handed(string members) => LeaksAsync($"static class Tested {{ {members} }}");
}
