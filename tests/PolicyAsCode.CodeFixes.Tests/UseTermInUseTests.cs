using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Rules.Declarations;
using PolicyAsCode.Analyzers.Tests.Verification;
using Run = PolicyAsCode.CodeFixes.Tests.CodeFixRun<
    PolicyAsCode.Analyzers.Rules.Declarations.TermOutOfUseRule, PolicyAsCode.CodeFixes.UseTermInUse>;
using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerTest<
    PolicyAsCode.Analyzers.Rules.Declarations.TermOutOfUseRule>;

namespace PolicyAsCode.CodeFixes.Tests;

/// <summary>A term that another one has replaced: reported in code, as loudly as the policy wants, and mended.</summary>
public sealed class UseTermInUseTests
{
    private const string Vocabulary = """
        vocabulary: shop
        categories:
          contact.mail:
            label: { en: Mail, id: Surel }
            definition: What contact.email was called.
            replaced-by: contact.email
        """;

    // As the build writes them.
    private const string Constants = """
        namespace PolicyAsCode
        {
            internal static class Categories
            {
                internal static class Contact
                {
                    public const string Email = "contact.email";
                    [System.Obsolete("Use Categories.Contact.Email")] public const string Mail = "contact.mail";
                }
            }
        }
        """;

    private static readonly (string, string)[] s_constants = [("PolicyTerms.g.cs", Constants)];

    private static readonly (string, string)[] s_files =
        [("policies/shop.policy.yaml", Policies.Shop), ("policies/shop.vocabulary.yaml", Vocabulary)];

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> VerifyAsync(
        string code, string policy, string vocabulary = Vocabulary)
    {
        var test = new Verify();
        test.TestState.Sources.Add(("Shop.cs", code));
        test.TestState.Sources.Add(s_constants[0]);
        test.TestState.AdditionalFiles.Add(("policies/shop.policy.yaml", policy));
        test.TestState.AdditionalFiles.Add(("policies/shop.vocabulary.yaml", vocabulary));
        return test.RunAsync();
    }

    [Fact]
    public async Task A_term_that_is_out_of_use_is_reported_wherever_code_writes_it()
    {
        var found = await VerifyAsync(
            """
            public sealed class Customer
            {
                [DataCategory([|Categories.Contact.Mail|])] public string? Email { get; set; }
                [DataCategory([|"contact.mail"|], Categories.Contact.Email)] public string? Second { get; set; }
                public static string Key => [|global::PolicyAsCode.Categories.Contact.Mail|];
                public static string Own => Other.Contact.Mail + "contact.mail";
            }
            public static class Other { public static class Contact { public const string Mail = "contact.mail"; } }
            """,
            Policies.Shop);

        Assert.All(found, one =>
        {
            Assert.Equal("'contact.mail' is out of use. Write 'contact.email'.", one.GetMessage());
            Assert.Equal(DiagnosticSeverity.Warning, one.Severity);
        });
    }

    [Fact]
    public async Task The_policy_says_how_loudly_and_its_default_does_not()
    {
        const string code = "public class Customer { [DataCategory([|\"contact.mail\"|])] public string? Email { get; set; } }";

        var stricter = Assert.Single(await VerifyAsync(code, Policies.Shop + "\nenforce: { PAC1018: error }"));
        var same = Assert.Single(await VerifyAsync(code, Policies.Shop + "\nenforce: { default: observe }"));

        Assert.Equal((DiagnosticSeverity.Error, DiagnosticSeverity.Warning), (stricter.Severity, same.Severity));
    }

    [Fact]
    public Task Terms_in_use_are_left_alone() => VerifyAsync(
        "public class Customer { [DataCategory(Categories.Contact.Email)] public string? Email { get; set; } }", Policies.Shop);

    [Fact]
    public async Task All_of_a_file_are_mended_at_once_as_short_as_the_file_allows()
    {
        var (code, titles) = await Run.MendAllAsync(
            """
            public sealed class Customer
            {
                /// <summary>Where letters go.</summary>
                [DataCategory(Categories.Contact.Mail /* see DATA-7 */)] public string? Email { get; set; }
                [DataCategory("contact.mail")] public string? Second { get; set; }
                public static string Key => global::PolicyAsCode.Categories.Contact.Mail;
            }
            """,
            s_constants, s_files);

        Assert.Equal(
            """
            public sealed class Customer
            {
                /// <summary>Where letters go.</summary>
                [DataCategory(Categories.Contact.Email /* see DATA-7 */)] public string? Email { get; set; }
                [DataCategory("contact.email")] public string? Second { get; set; }
                public static string Key => Categories.Contact.Email;
            }
            """,
            code);
        Assert.Equal(["Use 'contact.email'", "Use 'contact.email'", "Use 'contact.email'"], titles);
    }

    [Fact]
    public async Task The_compilers_own_warning_is_silenced_on_our_constants_alone()
    {
        var compilation = TestCompilation.Create(
            [
                ("Shop.cs", """
                    public static class Use
                    {
                        public static string Ours => Categories.Contact.Mail;
                        public static string Theirs => Old.Name;
                    }
                    public static class Old { [Obsolete("Use New")] public const string Name = "old"; }
                    """),
                s_constants[0],
            ],
            isProgram: false);
        var all = await compilation
            .WithAnalyzers([new ObsoleteTermSuppressor()], new CompilationWithAnalyzersOptions(
                new([], new TestOptions(new Dictionary<string, string>())), null, concurrentAnalysis: false,
                logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true))
            .GetAllDiagnosticsAsync();

        var obsolete = all.Where(one => one.Id == "CS0618").Select(one => (one.IsSuppressed, one.GetMessage()));
        Assert.Equal(
            [
                (false, "'Old.Name' is obsolete: 'Use New'"),
                (true, "'Categories.Contact.Mail' is obsolete: 'Use Categories.Contact.Email'"),
            ],
            obsolete.Order());
    }
}
