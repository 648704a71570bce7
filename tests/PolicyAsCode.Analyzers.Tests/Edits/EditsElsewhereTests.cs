using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Tests.Rules;
using PolicyAsCode.Analyzers.Tests.Verification;

namespace PolicyAsCode.Analyzers.Tests.Edits;

/// <summary>
/// Edits of a body that change what is found elsewhere: by what rules read of other bodies than the one that they judge. After
/// each the same is found as at a first look, and something else than before it.
/// </summary>
public sealed class EditsElsewhereTests
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules =
    [
        .. typeof(PolicyRule).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(PolicyRule)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private const string Usings = """
        using System.Net.Http;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Diagnostics;
        [DataSubject("customer")]
        public class Customer
        {
            [DataCategory("contact.email")] public string? Email { get; set; }
            public string City { get; set; } = "";
        }
        public static class Shop { public static Customer Current => new(); }

        """;

    private static string Policy => DisclosureShop.Policy + """

        protection:
          - { clause: SHOP-9, data: contact.email, protect: [audited, encrypted-in-transit, encrypted-at-rest] }
        """;

    /// <summary>What is edited: a name, the code, and in it what stood there and what stands there now.</summary>
    public static TheoryData<string, string, string, string> Cases { get; } = new()
    {
        {
            "A method that had nothing to do with data, called by one that has",
            """
            static class Config { public static string? Email => ""; }
            static class H { public static string? Sender() { return Config.Email; } }
            class Log { void W(Customer c) { var n = c.Email!.Length; Console.WriteLine(H.Sender()); } }
            """,
            "return Config.Email;", "return Shop.Current.Email;"
        },
        {
            "A partial method",
            """
            static partial class Mail { public static partial string? Of(Customer c); }
            static partial class Mail { public static partial string? Of(Customer c) { return c.City; } }
            class Log { void W(Customer c) { Console.WriteLine(Mail.Of(c)); } }
            """,
            "return c.City;", "return c.Email;"
        },
        {
            "A parameter of a type that is kept from now on",
            """
            class Job(string? to) { public void Run() { } }
            class Maker { object Make(Customer c) { return new Job(c.Email); } }
            """,
            "public void Run() { }", "public void Run() { Console.Out.Write(to!.Length > 3); }"
        },
        {
            "Where a client sends to, set up beside the call",
            """
            class Sender(HttpClient http)
            {
                void Setup() { http.BaseAddress = new Uri("https://pay.example"); }
                Task Send(Customer c) { return http.PostAsync("/x", new StringContent(c.Email!)); }
            }
            """,
            "https://pay.example", "http://pay.example"
        },
        {
            "An interceptor in a variable of another body",
            """
            [Audits] sealed class Trail : SaveChangesInterceptor;
            sealed class Slow : SaveChangesInterceptor;
            class Db(DbContextOptions o) : DbContext(o) { public DbSet<Customer> Customers => Set<Customer>(); }
            static class Start
            {
                static void Use(DbContextOptionsBuilder o, IInterceptor audit) { o.AddInterceptors(audit); }
                static void Go(DbContextOptionsBuilder o) { IInterceptor audit = new Trail(); Use(o, audit); }
            }
            """,
            "new Trail()", "new Slow()"
        },
        {
            "A group that is protected where it is made",
            """
            static class Endpoints
            {
                static void MapOrders(this IEndpointRouteBuilder group) { group.MapGet("/c", () => Shop.Current); }
                static void X(RouteGroupBuilder group) { group.MapOrders(); }
                static void All(WebApplication app) { var group = app.MapGroup("/o").RequireAuthorization(); X(group); }
            }
            """,
            ".RequireAuthorization()", ".WithName(\"o\")"
        },
        {
            "A variable of the old expression, by the name of a member",
            """
            class Member
            {
                [DataCategory("contact.email")] string? email;
                static bool Try(out string? found) { found = null; return true; }
                string? A() => Try(out var email) ? email : null;
                void W() { Console.WriteLine(A()); }
            }
            """,
            "Try(out var email) ? email : null", "email"
        },
        {
            "An empty body",
            """
            class Log { void W(Customer c) { } }
            """,
            "{ }", "{ Console.WriteLine(c.Email); }"
        },
        {
            "A file that a method writes, and deletes",
            """
            [PolicyAsCode.EntityFrameworkCore.PrivacyOperations]
            class Rows(DbContextOptions options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); }
            static class Files
            {
                internal static void Put(string line) { System.IO.File.WriteAllText("card", line); Console.Out.Flush(); }
            }
            class Cards { void W(Customer c) { Files.Put(c.Email!); } }
            namespace PolicyAsCode.EntityFrameworkCore
            {
                class PrivacyOperationsAttribute : Attribute;
                interface ISubjectDataStore;
            }
            """,
            "Console.Out.Flush();", "System.IO.File.Delete(\"card\");"
        },
        {
            "Which column is sealed, and written in bulk elsewhere",
            """
            class Rows(DbContextOptions options) : DbContext(options)
            {
                public DbSet<Customer> Customers => Set<Customer>();
                protected override void OnModelCreating(ModelBuilder model) { model.Entity<Customer>().Property(c => c.City).IsEncrypted(); }
            }
            class Cards(Rows rows)
            {
                Task<int> W([DataCategory("contact.email")] string to) =>
                    rows.Customers.ExecuteUpdateAsync(set => set.SetProperty(c => c.Email, to));
            }
            static class Sealing
            {
                internal static Microsoft.EntityFrameworkCore.Metadata.Builders.PropertyBuilder<T> IsEncrypted<T>(
                    this Microsoft.EntityFrameworkCore.Metadata.Builders.PropertyBuilder<T> property) => property;
            }
            """,
            "c => c.City).IsEncrypted()", "c => c.Email).IsEncrypted()"
        },
        {
            "What an extension of a type returns, called by its class",
            """
            static class E { extension(Customer c) { public string? Mail() { return c.City; } } }
            class Log { void W(Customer c) { Console.WriteLine(E.Mail(c)); Console.WriteLine(c.Mail()); } }
            """,
            "return c.City;", "return c.Email;"
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task After_it_the_same_is_found_as_at_a_first_look(string name, string code, string old, string now)
    {
        Assert.NotEmpty(name);
        var first = Compile(code);
        var tree = first.SyntaxTrees.Single(one => one.FilePath == "Code.cs");
        var text = tree.GetText();
        var start = text.ToString().IndexOf(old, text.ToString().IndexOf(code[..20], StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(start > 0);
        var edited = first.ReplaceSyntaxTree(tree, tree.WithChangedText(text.WithChanges(
            new Microsoft.CodeAnalysis.Text.TextChange(new(start, old.Length), now))));

        var editor = Options();
        var before = await FindAsync(first, editor);
        var after = await FindAsync(edited, editor);
        var whole = await FindAsync(edited.Clone(), Options());
        Assert.Equal(whole, after);
        Assert.NotEqual(before, after);

        // And back.
        Assert.Equal(before, await FindAsync(first.Clone(), editor));
    }

    private static CSharpCompilation Compile(string code) => CSharpCompilation.Create(
        "Edited",
        [
            CSharpSyntaxTree.ParseText(Usings + code, TestReferences.Parsing, "Code.cs"),
            CSharpSyntaxTree.ParseText(
                "global using System; global using System.Threading.Tasks; global using PolicyAsCode;", TestReferences.Parsing, "Usings.cs"),
        ],
        TestReferences.All, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static AnalyzerOptions Options() => new(
        [new TestAdditionalText("policies/shop.policy.yaml", Policy)], new TestOptions(new Dictionary<string, string>()));

    private static async Task<string> FindAsync(Compilation compilation, AnalyzerOptions options)
    {
        Assert.DoesNotContain(compilation.GetDiagnostics(), one => one.Severity == DiagnosticSeverity.Error);
        var found = await compilation.WithAnalyzers(s_rules, options).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(found, one => one.Id is "AD0001" or "PAC9004");
        return string.Join("\n", found.Select(one => one.ToString()).Order(StringComparer.Ordinal));
    }
}
