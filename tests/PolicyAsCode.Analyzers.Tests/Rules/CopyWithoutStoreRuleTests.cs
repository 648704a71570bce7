using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Retention.CopyWithoutStoreRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class CopyWithoutStoreRuleTests
{
    private static string Model(string body, string more = "", string marked = "[PrivacyOperations]") => $$"""
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Caching.Distributed;
        using Microsoft.Extensions.Caching.Memory;
        using PolicyAsCode.EntityFrameworkCore;
        [DataSubject("customer")]
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string Email { get; set; } = "";
            public string Colour { get; set; } = "";
        }
        {{marked}} public class Shop(DbContextOptions options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); }
        public sealed class Desk(IDistributedCache cache, IMemoryCache memory)
        {
            public void Do(Customer customer, DistributedCacheEntryOptions soon) { {{body}} }
            public object Both => (cache, memory);
            private static void Note(string line) => System.IO.File.AppendAllText("notes", line);
            private static void Print(string line)
            {
                System.IO.File.WriteAllText("letter", line);
                System.IO.File.Delete("letter");
            }
            private static void PrintLater(string line) => Print("to " + line);
            private static void NoteAndTidy(string line) { Note(line); System.IO.File.Delete("notes"); }
        }
        {{more}}
        namespace PolicyAsCode.EntityFrameworkCore
        {
            public sealed class PrivacyOperationsAttribute : Attribute;
            public interface ISubjectDataStore;
        }
        """;

    [Theory]
    [InlineData("System.IO.File.WriteAllText(\"card\", [|customer.Email|]);")]
    [InlineData("System.IO.File.WriteAllText(\"card\", $\"to {[|customer.Email|]}\");")]
    [InlineData("cache.SetString(\"card\", [|customer.Email|]);")]
    [InlineData("Note([|customer.Email|]);")]
    [InlineData("System.IO.File.WriteAllText(\"card\", customer.Colour);")]
    [InlineData("Print(customer.Email);")] // the code that writes it deletes it
    [InlineData("PrintLater(customer.Email);")]
    [InlineData("NoteAndTidy(customer.Email);")]
    [InlineData("Note(customer.Email); System.IO.File.Delete(\"notes\");")]
    [InlineData("cache.SetString(\"card\", customer.Email, soon);")] // it expires
    [InlineData("memory.Set(\"card\", customer.Email);")] // it ends with the process
    [InlineData("System.IO.File.WriteAllText(\"card\", customer.Email); System.IO.File.Delete(\"card\");")]
    public async Task A_copy_that_stays_has_a_store(string body)
    {
        await Verify.VerifyAnalyzerAsync(Model(body), Policies.Shop);

        var clean = body.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        await Verify.VerifyAnalyzerAsync(Model(clean, "public sealed class Cards : ISubjectDataStore;"), Policies.Shop);
        // What is generated, and which stores there are, is another program's.
        await Verify.VerifyAnalyzerAsync(Model(clean, marked: ""), Policies.Shop);
    }

    [Fact]
    public Task A_store_that_others_derive_from_is_none() => Verify.VerifyAnalyzerAsync(
        Model("System.IO.File.WriteAllText(\"card\", [|customer.Email|]);", "public abstract class Cards : ISubjectDataStore;"), Policies.Shop);

    // A build sees a referenced project as it was compiled, an editor with its source.
    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "")]
    [InlineData(false, "internal sealed class Cards : PolicyAsCode.EntityFrameworkCore.ISubjectDataStore;")]
    [InlineData(true, "internal sealed class Cards : PolicyAsCode.EntityFrameworkCore.ISubjectDataStore;")]
    public async Task A_store_may_be_another_projects(bool isOpen, string store)
    {
        var code = Model("System.IO.File.WriteAllText(\"card\", [|customer.Email|]);");
        code = code[..code.IndexOf("namespace PolicyAsCode.EntityFrameworkCore", StringComparison.Ordinal)];
        if (store.Length > 0)
            code = code.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        var solution = await new TestSolution(Policies.Shop, isOpen)
            .WithLibrary("PolicyAsCode.EntityFrameworkCore", """
                namespace PolicyAsCode.EntityFrameworkCore
                {
                    public sealed class PrivacyOperationsAttribute : System.Attribute;
                    public interface ISubjectDataStore;
                    internal sealed class SubjectKeyStore : ISubjectDataStore; // keys, and no data
                }
                """)
            .WithAsync("Stores", "public interface ICard { PolicyAsCode.EntityFrameworkCore.ISubjectDataStore Store { get; } } " + store);

        await solution.VerifyAsync<PolicyAsCode.Analyzers.Rules.Retention.CopyWithoutStoreRule>(code);
    }

    // It is PAC2006.
    [Fact]
    public Task What_is_never_stored_is_told_elsewhere() => Verify.VerifyAnalyzerAsync(
        Model("System.IO.File.WriteAllText(\"card\", customer.Email);"),
        Policies.Shop.Replace("""
            keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
                protect: [redacted-in-logs]
              contact.phone
            """, """
            keep: never-stored
              contact.phone
            """, StringComparison.Ordinal));

    [Theory]
    [InlineData("cache.SetString(\"card\", [|customer.Email|]);",
        "'customer.Email' (contact.email) is copied out of the database by 'DistributedCacheExtensions.SetString', where nothing "
        + "erases it as The Shop promises [SHOP-1, shop.policy.yaml:13]. Write an ISubjectDataStore for that place, or let the copy expire.")]
    [InlineData("Note([|customer.Email|]);",
        "'customer.Email' (contact.email) is copied out of the database by 'File.AppendAllText', through Desk.Note, where nothing "
        + "erases it as The Shop promises [SHOP-1, shop.policy.yaml:13]. Write an ISubjectDataStore for that place, or let the copy expire.")]
    public Task The_message_says_where(string body, string message) =>
        Verify.VerifyAnalyzerAsync(Model(body), Policies.Shop, message);
}
