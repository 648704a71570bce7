using PolicyAsCode.Analyzers.Tests.Verification;
using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.PersonalDataLoggedRule>;

namespace PolicyAsCode.Analyzers.Tests.Flow;

/// <summary>What data goes through before it leaks: written parameters, exceptions, tuples, delegates, local functions.</summary>
public sealed class LeaksOnEveryPathTests
{
    private const string People = """
        [DataSubject("customer")]
        public class Customer
        {
            [DataCategory("contact.email")] public string? Email { get; set; }
            public string City { get; set; } = "";
        }

        """;

    [Theory]
    [InlineData("static void F(string? s, bool b) { if (b) s = \"x\"; Console.WriteLine(s); } public static void Run(Customer c) => F([|c.Email|], false);")]
    [InlineData("static void F(string? s) { s ??= \"x\"; Console.WriteLine(s); } public static void Run(Customer c) => F([|c.Email|]);")]
    [InlineData("static void F(string? s) { if (s == null) s = \"\"; Console.WriteLine(s); } public static void Run(Customer c) => F([|c.Email|]);")]
    [InlineData("static void F(string s) { while (s.Length > 5) s = s.Substring(1); Console.WriteLine(s); } public static void Run(Customer c) => F([|c.Email|]!);")]
    [InlineData("static string F(string s, bool b) { if (b) s = \"\"; return s; } public static void Run(Customer c) => Console.WriteLine([|F(c.Email!, true)|]);")]
    [InlineData("static void F([DataCategory(\"contact.email\")] string? s, bool b) { if (b) s = \"x\"; Console.WriteLine([|s|]); }")]
    [InlineData("public static void Run(Customer c) { string? x = \"\"; try { x = c.Email; F(); x = \"\"; } catch { Console.WriteLine([|x|]); } } static void F() { }")]
    [InlineData("public static void Run(Customer c, bool b) { string? x = \"\"; while (true) { try { if (b) break; } finally { x = c.Email; } x = \"\"; } Console.WriteLine([|x|]); }")]
    [InlineData("public static void Run(Customer c) { string? x = \"\"; Action a = () => x = c.Email; x = \"\"; a(); Console.WriteLine([|x|]); }")]
    [InlineData("public static void Run(Customer c) { Action<string?> f = s => Console.WriteLine([|s|]); f(c.Email); }")]
    [InlineData("public static void Run(Customer c) { Action<string?> f = s => Console.WriteLine([|s|]); Action g = () => f(c.Email); g(); }")]
    [InlineData("public static void Run(Customer c) { Action<string?> f = s => Console.WriteLine(s); f(c.City); }")]
    [InlineData("public static void Run(Customer c) { void L(string? s) => Console.WriteLine(s); L([|c.Email|]); }")]
    [InlineData("public static void Run(Customer c) { string? F(int n) { if (n == 0) return c.Email; var t = F(n - 1); Console.WriteLine([|t|]); return t; } F(3); }")]
    [InlineData("public static void Run(Customer c) { IEnumerable<string?> L() { yield return c.Email; } foreach (var x in L()) Console.WriteLine([|x|]); }")]
    [InlineData("public static void Run(Customer c) { void Fill(out string? e) { e = c.Email; } Fill(out var x); Console.WriteLine([|x|]); }")]
    [InlineData("static (string? A, int B) Get(Customer c) => (c.Email, 1); public static void Run(Customer c) { var (a, b) = Get(c); Console.WriteLine([|a|]); }")]
    [InlineData("static (string? A, int B) Get(Customer c) => (c.Email, 1); public static void Run(Customer c) { Console.WriteLine([|Get(c).A|]); }")]
    [InlineData("static (string? A, int B) Get(Customer c) => (c.Email, 1); public static void Run(Customer c) { (string? A, int B) clean = (\"x\", 2); var t = Get(c); Console.WriteLine([|t.A|]); }")]
    [InlineData("static async Task<(string? A, int B)> Get(Customer c) { await Task.Yield(); return (c.Email, 1); } public static async Task Run(Customer c) { var (a, b) = await Get(c); Console.WriteLine([|a|]); }")]
    [InlineData("static List<(string? A, int B)> Get(Customer c) => [(c.Email, 1)]; public static void Run(Customer c) { foreach (var (a, b) in Get(c)) Console.WriteLine([|a|]); }")]
    [InlineData("static void F((string? A, int B) t) => Console.WriteLine(t.A); public static void Run(Customer c) { F([|(c.Email, 1)|]); }")]
    [InlineData("public static void Run(Customer c) { var d = new Dictionary<string, int>(); d[c.Email!] = 1; foreach (var k in d.Keys) Console.WriteLine([|k|]); }")]
    [InlineData("public static void Run(Customer c) { var d = new Dictionary<string, string>(); d[c.City] = c.City; foreach (var k in d.Keys) Console.WriteLine(k); }")]
    [InlineData("public static void Run(Customer c) { List<string?> all = [c.Email]; foreach (var e in all) Console.WriteLine([|e|]); }")]
    [InlineData("public static void Run(Customer c) { string? a = \"\"; string? b = \"\"; for (var i = 0; i < 3; i++) { Console.WriteLine([|b|]); b = a; a = c.Email; } }")]
    [InlineData("public static void Run(Customer c) { string? x; if (c.City == \"\") x = c.Email; else x = null; Console.WriteLine([|x|]); }")]
    [InlineData("static string? _k; public static void Run(Customer c) { var all = new List<string?>(); all.Add(c.Email); var copy = all; Console.WriteLine([|string.Join(\",\", copy)|]); }")]
    [InlineData("public static void Run(Customer c) { object o = c; if (o is Customer { Email: var e }) Console.WriteLine([|e|]); }")]
    [InlineData("public static void Run(Customer c) { Func<Customer, string?> f = x => x.Email; Console.WriteLine([|f(c)|]); }")]
    [InlineData("static string? Get(Customer c) => c.Email; public static void Run(Customer c) { Func<Customer, string?> f = Get; Console.WriteLine([|f(c)|]); }")]
    [InlineData("static void Log(string? s) => Console.WriteLine(s); public static void Run(Customer c) { Action<string?> f = Log; f([|c.Email|]); }")]
    [InlineData("public static void Run(List<Customer> all) { foreach (var e in all.Select(x => x.Email)) Console.WriteLine([|e|]); }")]
    [InlineData("public static void Run(List<Customer> all) { var m = all.Aggregate(\"\", (s, x) => s + x.Email); Console.WriteLine([|m|]); }")]
    [InlineData("public static void Run(Customer c) { string? s = c.Email; var t = s!.Length > 3 ? s[..3] : s; Console.WriteLine([|t|]); }")]
    [InlineData("static void Swap(ref string? a, ref string? b) { var t = a; a = b; b = t; } public static void Run(Customer c) { string? x = c.Email; string? y = \"\"; Swap(ref x, ref y); Console.WriteLine([|y|]); }")]
    [InlineData("public static void Run(Customer c) { var t = c.Email; t = \"x\"; Console.WriteLine(t); }")]
    [InlineData("public static void Run(Customer c) { Console.WriteLine(c.Email == null ? \"none\" : \"some\"); }")]
    [InlineData("public static void Run(Customer c) { Console.WriteLine(c.Email!.Length); Console.WriteLine(string.IsNullOrEmpty(c.Email)); }")]
    public Task Leaks(string members) =>
        Verify.VerifyAnalyzerAsync(People + "public class Journal { " + members + " }", Policies.Shop);

    [Theory]
    [InlineData("public class P { public string this[string k] { get { Console.WriteLine(k); return \"\"; } } public static void Run(P p, Customer c) { _ = p[[|c.Email|]!]; } }")]
    [InlineData("public class B { public B(string? s) { Console.WriteLine(s); } } public class D : B { public D(Customer c) : base([|c.Email|]) { } }")]
    [InlineData("public interface IA { void Put(string? s) => Console.WriteLine(s); } public class A : IA { public static void Run(IA a, Customer c) => a.Put([|c.Email|]); }")]
    [InlineData("public static class E { public static void Note(this string? s) => Console.WriteLine(s); public static void Run(Customer c) => [|c.Email|].Note(); }")]
    public Task Types(string types) => Verify.VerifyAnalyzerAsync(People + types, Policies.Shop);
}
