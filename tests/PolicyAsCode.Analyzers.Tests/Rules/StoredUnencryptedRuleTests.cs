using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.StoredUnencryptedRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class StoredUnencryptedRuleTests
{
    private static string Policy => Policies.Shop + """

        protection:
          - { clause: SHOP-9, data: [contact.email, contact.name], protect: encrypted-at-rest, standard: AES-256 }
        """;

    private static string Model(string members, string onEntity = "", string onContext = "", string more = "") => $$"""
        using Microsoft.AspNetCore.Identity;
        using Microsoft.EntityFrameworkCore;
        using System.ComponentModel.DataAnnotations.Schema;
        {{more}}
        {{onEntity}}
        public class Customer
        {
            public Guid Id { get; init; }
            {{members}}
        }
        {{onContext}}
        public class Shop(DbContextOptions options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); }
        """;

    private const string Clear = "[DataCategory(\"contact.email\")] public string? Email { get; set; }";

    [Theory]
    [InlineData("[DataCategory(\"contact.email\")] public string? [|Email|] { get; set; }")]
    [InlineData("[DataCategory(\"contact.email\", \"contact.phone\")] public string? [|Any|] { get; set; }")]
    [InlineData("[DataCategory(\"contact.email\")] public List<string> [|Emails|] { get; set; } = [];")]
    [InlineData("[DataCategory(\"contact.email\", Form = DataForm.Pseudonymised)] public string? [|EmailHash|] { get; set; }")]
    [InlineData("[DataCategory(\"contact.email\")] public byte[]? [|Email|] { get; set; } [DataCategory(\"contact.name\")] public string? [|Name|] { get; set; }")]
    [InlineData("[DataCategory(\"contact.phone\")] public string? Phone { get; set; }")]
    [InlineData("[DataCategory(\"contact.email\"), NotMapped] public string? Email { get; set; }")]
    [InlineData("[DataCategory(\"contact.email\"), Encrypted(\"AES-256-GCM, SealedText\")] public string? Email { get; set; }")]
    [InlineData("[DataCategory(\"contact.email\"), ProtectedPersonalData] public string? Email { get; set; }")]
    [InlineData("[DataCategory(\"contact.email\")] public string? Email => null;")]
    public Task A_column_is_encrypted_where_the_policy_promises_it(string members) =>
        Verify.VerifyAnalyzerAsync(Model(members), Policy);

    [Fact]
    public Task The_message_says_what_to_do() => Verify.VerifyAnalyzerAsync(
        Model("[DataCategory(\"contact.email\")] public string? [|Email|] { get; set; }"),
        Policy,
        "'Customer.Email' stores contact.email, and nothing says that it is encrypted. The Shop promises to store it encrypted "
        + "[SHOP-9, shop.policy.yaml:31]. Encrypt the column, and say by what: [Encrypted(\"AES-256-GCM, …\")]");

    [Fact]
    public Task An_entity_that_is_encrypted() =>
        Verify.VerifyAnalyzerAsync(Model(Clear, onEntity: "[Encrypted(\"pgcrypto\")]"), Policy);

    [Fact]
    public Task A_database_that_is_encrypted() =>
        Verify.VerifyAnalyzerAsync(Model(Clear, onContext: "[Encrypted(\"LUKS, AES-256\")]"), Policy);

    [Fact]
    public Task One_of_two_databases_that_is_encrypted() => Verify.VerifyAnalyzerAsync(
        Model(Clear.Replace("Email", "[|Email|]", StringComparison.Ordinal), onContext: "[Encrypted(\"LUKS, AES-256\")]",
            more: "public class Copy(DbContextOptions options) : DbContext(options) { public DbSet<Customer> Customers => Set<Customer>(); }"),
        Policy);

    [Fact]
    public Task A_type_of_values_that_are_sealed() => Verify.VerifyAnalyzerAsync(
        Model(
            "[DataCategory(\"contact.email\")] public Sealed? Email { get; set; } [DataCategory(\"contact.name\")] public Open? [|Name|] { get; set; }",
            more: "[Encrypted(\"AES-256-GCM\")] public readonly record struct Sealed(byte[] Bytes); public readonly record struct Open(byte[] Bytes);"),
        Policy);

    [Fact]
    public Task What_a_row_owns_is_stored_too() => Verify.VerifyAnalyzerAsync(
        Model(
            "public Address Home { get; set; } = new(); public Card Sealed { get; set; } = new();",
            more: """
                public class Address { [DataCategory("contact.name")] public string? [|Name|] { get; set; } }
                [Encrypted("AES-256-GCM")] public class Card { [DataCategory("contact.name")] public string? Holder { get; set; } }
                """),
        Policy);

    [Fact]
    public Task What_is_not_stored() => Verify.VerifyAnalyzerAsync(
        Model("", more: "public sealed class Form { [DataCategory(\"contact.email\")] public string? Email { get; set; } }"),
        Policy);

    [Fact]
    public Task A_policy_that_promises_nothing_of_the_kind() => Verify.VerifyAnalyzerAsync(Model(Clear), Policies.Shop);
}
