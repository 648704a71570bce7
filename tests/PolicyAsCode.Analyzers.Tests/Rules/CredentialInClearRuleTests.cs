using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.CredentialInClearRule>;
using VerifyStored = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Declarations.StoredUndeclaredRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class CredentialInClearRuleTests
{
    private const string Shop = """
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Security.Cryptography;
        using System.Text;
        using Microsoft.AspNetCore.Cryptography.KeyDerivation;
        using Microsoft.AspNetCore.Identity;
        using Microsoft.EntityFrameworkCore;
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("account.password")] public string? PasswordHash { get; set; }
            [DataCategory("account.password", Form = DataForm.Pseudonymised)] public byte[]? ResetToken { get; set; }
            public string? Note { get; set; }
            public Customer? Friend { get; set; }
        }
        public sealed class Shop(DbContextOptions options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); }
        public sealed class Form
        {
            [DataCategory("contact.email")] public string Email { get; init; } = "";
            [DataCategory("account.password")] public string Password { get; init; } = "";
            [DataCategory("account.password")] public string Again { get; init; } = "";
            [DataCategory("account.password")] public string Token { get; init; } = "";
        }
        public static class Tokens
        {
            [Anonymises(DataForm.Pseudonymised)] public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
        }

        """;

    private static readonly string WithCredentials = Policies.Shop.Replace(
        "purposes:\n",
        """
          account:
            clause: SHOP-6
            of: customer
            for: [security]
            keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
            protect: hashed
        purposes:
          security: { clause: SHOP-6, basis: contract }

        """.ReplaceLineEndings("\n"),
        StringComparison.Ordinal);

    [Fact]
    public Task Stored_as_it_is() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Accounts
        {
            public void Written(Customer c, Form form) => c.PasswordHash = [|form.Password|];
            public void Trimmed(Customer c, Form form) { var text = form.Password.Trim(); c.PasswordHash = [|text|]; }
            public Customer Made(Form form) => new() { PasswordHash = [|form.Password|] };
            public void Digest(Customer c, Form form) => c.PasswordHash = [|Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(form.Password)))|];
            public void Encoded(Customer c, Form form) => c.PasswordHash = [|Convert.ToBase64String(Encoding.UTF8.GetBytes(form.Password))|];
            public void Elsewhere(Customer c, Form form) => c.Note = [|form.Password|];
            public void Token(Customer c, Form form) => c.ResetToken = [|Encoding.UTF8.GetBytes(form.Token)|];
            public void Given(Customer c, [DataCategory("account.password")] string password) => c.PasswordHash = [|password|];
        }
        """,
        WithCredentials,
        "'form.Password' carries account.password as it is into 'Customer.PasswordHash', which is stored. The Shop keeps a hash "
        + "alone [SHOP-6, shop.policy.yaml:27]. Store what a password hasher returns, such as IPasswordHasher.HashPassword.");

    [Fact]
    public Task Stored_as_a_hasher_leaves_it() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Accounts(IPasswordHasher<Customer> hasher, PasswordHasher<Customer> own)
        {
            public void Hashed(Customer c, Form form) => c.PasswordHash = hasher.HashPassword(c, form.Password);
            public void Own(Customer c, Form form) => c.PasswordHash = own.HashPassword(c, form.Password);
            public void Derived(Customer c, Form form, byte[] salt) =>
                c.PasswordHash = Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(form.Password, salt, 100_000, HashAlgorithmName.SHA256, 32));
            public void Key(Customer c, Form form, byte[] salt) =>
                c.PasswordHash = Convert.ToBase64String(KeyDerivation.Pbkdf2(form.Password, salt, KeyDerivationPrf.HMACSHA256, 100_000, 32));
            public void Token(Customer c, Form form) => c.ResetToken = Tokens.Hash(form.Token);
            public void Moved(Customer from, Customer to) => to.PasswordHash = from.PasswordHash;
            public void MovedBy(Customer from, Customer to) => to.PasswordHash = HashOf(from);
            public void Befriended(Customer c, Form form) => c.Friend = new Customer { PasswordHash = hasher.HashPassword(c, form.Password) };
            public void Nothing(Customer c) => c.PasswordHash = null;
            public void InMemory(Form form, List<string> seen) => seen.Add(form.Password);
            static string? HashOf(Customer c) => c.PasswordHash;
        }
        """,
        WithCredentials);

    [Fact]
    public Task Stored_through_calls() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Accounts(IPasswordHasher<Customer> hasher)
        {
            static void Keep(Customer c, string value) => c.Note = value;
            static void KeepAgain(Customer c, string value) => Keep(c, value);
            static string Same(string value) => value;
            string Hash(Customer c, string value) => hasher.HashPassword(c, value);
            public void Leak(Customer c, Form form) => KeepAgain(c, [|form.Password|]);
            public void Returned(Customer c, Form form) => c.PasswordHash = [|Same(form.Password)|];
            public void Clean(Customer c, Form form) => c.PasswordHash = Hash(c, form.Password);
            public void CleanAgain(Customer c, Form form) => KeepAgain(c, Hash(c, form.Password));
        }
        """,
        WithCredentials,
        "'form.Password' carries account.password as it is, by way of Accounts.KeepAgain, Accounts.Keep, into 'Customer.Note'");

    [Fact]
    public Task Compared_as_a_text() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Accounts(Shop shop)
        {
            public bool Operator(Customer c, Form form) => [|c.PasswordHash|] == form.Password;
            public bool Not(Customer c, string text) => text != [|c.PasswordHash|];
            public bool Called(Customer c, Form form) => form.Password.Equals([|c.PasswordHash|]);
            public bool On(Customer c, Form form) => [|c.PasswordHash|]!.Equals(form.Password, StringComparison.Ordinal);
            public bool Static(Customer c, Form form) => string.Equals([|c.PasswordHash|], form.Password);
            public bool Compared(Customer c, Form form) => string.CompareOrdinal(form.Password, [|c.PasswordHash|]) == 0;
            public bool Local(Customer c, Form form) { var hash = c.PasswordHash; return hash is not null && [|hash|] == form.Password; }
            public bool Bytes(Customer c, Form form) => [|c.ResetToken|]!.SequenceEqual(Tokens.Hash(form.Token));
            public bool Spans(Customer c, Form form) => [|c.ResetToken|].AsSpan().SequenceEqual(Tokens.Hash(form.Token));
            public Task<Customer?> InTheDatabase(Form form) =>
                shop.Customers.SingleOrDefaultAsync(c => c.Email == form.Email && [|c.PasswordHash|] == form.Password);
        }
        """.Replace("[|c.ResetToken|].AsSpan()", "[|c.ResetToken.AsSpan()|]", StringComparison.Ordinal),
        WithCredentials,
        "'c.PasswordHash', a stored account.password, is compared as a text, which stops at the first difference and needs the same "
        + "hash twice. The Shop keeps a salted hash alone [SHOP-6, shop.policy.yaml:27]. Ask the password hasher (VerifyHashedPassword)");

    [Fact]
    public Task Compared_as_it_should_be() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Accounts(IPasswordHasher<Customer> hasher)
        {
            public bool Verified(Customer c, Form form) =>
                hasher.VerifyHashedPassword(c, c.PasswordHash!, form.Password) != PasswordVerificationResult.Failed;
            public bool Token(Customer c, Form form) => CryptographicOperations.FixedTimeEquals(c.ResetToken, Tokens.Hash(form.Token));
            public bool Typed(Form form) => form.Password == form.Again;
            public bool Has(Customer c) => c.PasswordHash != null && c.PasswordHash != "" && c.PasswordHash is not null;
            public bool HasNone(Customer c) => string.IsNullOrEmpty(c.PasswordHash) || c.PasswordHash == string.Empty;
            public bool Mail(Customer c, Form form) => c.Email == form.Email;
            public bool Length(Customer c) => c.PasswordHash?.Length == 60;
            public bool Short(Form form) => form.Password.Length < 12 || form.Password.Equals("password");
        }
        """,
        WithCredentials);

    [Fact]
    public Task Compared_through_calls() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Accounts(IPasswordHasher<Customer> hasher)
        {
            static bool Same(string? one, string? other) => one == other;
            static bool On(string one, string other) => one.Equals(other);
            static bool Deeper(string? one, string? other) => Same(one, other);
            bool Right(Customer c, string? password) => hasher.VerifyHashedPassword(c, c.PasswordHash!, password!) == PasswordVerificationResult.Success;
            public bool Leak(Customer c, Form form) => Deeper(form.Password, [|c.PasswordHash|]);
            public bool LeakOn(Customer c, Form form) => On([|c.PasswordHash|]!, form.Password);
            public bool Clean(Customer c, Form form) => Right(c, form.Password);
            public bool Typed(Form form) => Deeper(form.Password, form.Again);
        }
        """,
        WithCredentials,
        "'c.PasswordHash', a stored account.password, is compared as a text by way of Accounts.Deeper, Accounts.Same, which stops");

    [Fact]
    public Task Sent_in_the_clear() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class SignIn(HttpClient http)
        {
            Task Post(object what) => http.PostAsJsonAsync("http://id.example/login", what);
            public Task Clear(Form form) => http.PostAsJsonAsync("http://id.example/login", [|form.Password|]);
            public Task Whole(Form form) => http.PostAsJsonAsync("http://id.example/login", [|form|]);
            public Task Through(Form form) => Post([|form.Password|]);
            public Task Secret(Form form) => http.PostAsJsonAsync("https://id.example/login", form.Password);
            public Task Local(Form form) => http.PostAsJsonAsync("http://localhost/login", form.Password);
            public Task Mail(Form form) => http.PostAsJsonAsync("http://id.example/login", form.Email);
        }
        """,
        WithCredentials,
        "'form.Password' carries account.password as it is over http://id.example, where anybody between can read it. "
        + "The Shop keeps it as a hash alone [SHOP-6, shop.policy.yaml:27]. Use https://.",
        "by way of SignIn.Post, where anybody between");

    [Fact]
    public Task A_hash_carries_nothing_of_the_user() => VerifyStored.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Other { [DataCategory("account.password")] public string? Hash { get; set; } public string? Text { get; set; } }
        public sealed class Accounts(IPasswordHasher<Customer> hasher)
        {
            public void Hashed(Customer c, Form form, Other other) => other.Hash = hasher.HashPassword(c, form.Password);
            public void Undeclared(Customer c, Form form, Other other) => other.Text = [|hasher.HashPassword(c, form.Password)|];
            // What is told by PAC5006 is not told twice.
            public void Token(Customer c, Form form) => c.ResetToken = Encoding.UTF8.GetBytes(form.Token);
        }
        """,
        WithCredentials,
        "'hasher.HashPassword(c, form.Password)' carries account.password into 'Other.Text'");

    [Fact]
    public Task A_policy_that_keeps_no_hash() => Verify.VerifyAnalyzerAsync(
        Shop + """
        public sealed class Accounts
        {
            public void Written(Customer c, Form form) => c.PasswordHash = form.Password;
            public bool Same(Customer c, Form form) => c.PasswordHash == form.Password;
        }
        """,
        WithCredentials.Replace("    protect: hashed\n", "", StringComparison.Ordinal));
}
