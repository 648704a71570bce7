using PolicyAsCode.Analyzers.Rules.Declarations;
using PolicyAsCode.Analyzers.Tests.Verification;

namespace PolicyAsCode.CodeFixes.Tests;

/// <summary>A member that nobody declared is declared, where it stands.</summary>
public sealed class DeclareMemberTests
{
    private static readonly (string, string)[] s_files = [("policies/shop.policy.yaml", Policies.Shop)];

    [Fact]
    public async Task What_looks_personal_is_declared_as_what_it_looks_like()
    {
        var (code, titles) = await CodeFixRun<PersonalDataNotDeclaredRule, DeclareMember>.MendAllAsync(
            """
            [DataSubject("customer")]
            public sealed class Customer
            {
                /// <summary>Where letters go.</summary>
                public string? Email { get; set; }

                // Called in the evening.
                [Obsolete] public string? Phone { get; set; }
                public int Points { get; set; }
            }

            public sealed record Person(Guid Id, string Email);
            """,
            [Constants.File], s_files);

        Assert.Equal(
            """
            [DataSubject("customer")]
            public sealed class Customer
            {
                /// <summary>Where letters go.</summary>
                [DataCategory(Categories.Contact.Email)]
                public string? Email { get; set; }

                // Called in the evening.
                [Obsolete][DataCategory(Categories.Contact.Phone)] public string? Phone { get; set; }
                public int Points { get; set; }
            }

            public sealed record Person(Guid Id, [DataCategory(Categories.Contact.Email)] string Email);
            """,
            code);
        Assert.Equal(
            [
                "Declare 'Email' as [DataCategory(Categories.Contact.Email)]",
                "Declare that 'Email' is not personal data (say why)",
            ],
            titles.Take(2));
    }

    [Fact]
    public async Task Without_constants_the_key_is_written()
    {
        var (code, _) = await CodeFixRun<PersonalDataNotDeclaredRule, DeclareMember>.MendAllAsync(
            "[DataSubject(\"customer\")] public sealed class Customer { public string? Email { get; set; } }", [], s_files);

        Assert.Contains("[DataCategory(\"contact.email\")]", code);
    }

    [Fact]
    public async Task Not_personal_asks_for_a_reason_and_declares_nothing_without_one()
    {
        const string code = """
            [DataSubject("customer")]
            public sealed class Customer
            {
                public string? Email { get; set; }
            }
            """;
        var (mended, _) = await CodeFixRun<PersonalDataNotDeclaredRule, DeclareMember>.MendAllAsync(
            code, [Constants.File], s_files, "NotPersonalData");
        Assert.Contains("[NotPersonalData(\"\")]", mended);

        var still = await CSharpAnalyzerTest<PersonalDataNotDeclaredRule>.FindAsync(
            TestCompilation.Create([("Shop.cs", mended)], isProgram: false), s_files);
        Assert.Contains("gives no reason", Assert.Single(still).GetMessage());
        Assert.Empty(await CSharpAnalyzerTest<PersonalDataNotDeclaredRule>.FindAsync(
            TestCompilation.Create([("Shop.cs", mended.Replace("\"\"", "\"The shop's own address.\""))], isProgram: false),
            s_files));
    }

    [Fact]
    public async Task What_personal_data_is_stored_in_is_declared_in_its_own_file_and_once()
    {
        var (code, titles) = await CodeFixRun<StoredUndeclaredRule, DeclareMember>.MendAllAsync(
            """
            [DataSubject("customer")]
            public sealed class Customer
            {
                [DataCategory("contact.email")] public string? Email { get; set; }
                [DataCategory("contact.phone")] public string? Phone { get; set; }
            }
            public static class Mapping
            {
                public static Letter Of(Customer customer) => new() { To = customer.Email, Line = customer.Phone };
                public static void Fill(Letter letter, Customer customer)
                {
                    letter.To = customer.Email;
                    letter.Line = customer.Email;
                    letter.Closed = customer.Email;
                }
            }
            """,
            [
                Constants.File,
                ("Letter.cs", """
                    public sealed class Letter
                    {
                        public string? To { get; set; }
                        public string? Line { get; set; }
                        [NotPersonalData("A number of ours.")] public string? Closed { get; set; }
                    }
                    """),
            ],
            s_files, mended: "Letter.cs");

        Assert.Equal(
            """
            public sealed class Letter
            {
                [DataCategory(Categories.Contact.Email)]
                public string? To { get; set; }
                [DataCategory(Categories.Contact.Phone, Categories.Contact.Email)]
                public string? Line { get; set; }
                [NotPersonalData("A number of ours.")] public string? Closed { get; set; }
            }
            """,
            code);
        Assert.Equal(4, titles.Length);
        Assert.DoesNotContain(titles, title => title.Contains("'Closed'"));
    }

    [Fact]
    public async Task A_member_of_a_library_is_left_to_the_bindings()
    {
        var (_, titles) = await CodeFixRun<StoredUndeclaredRule, DeclareMember>.MendAllAsync(
            """
            [DataSubject("customer")]
            public sealed class Customer { [DataCategory("contact.email")] public string? Email { get; set; } }
            public static class Mapping
            {
                public static void Fill(System.Net.Mail.MailMessage letter, Customer customer) => letter.Subject = customer.Email;
            }
            """,
            [Constants.File], s_files);

        Assert.Empty(titles);
    }
}
