using Flows = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Purposes.PurposeNotAllowedRule>;
using Logged = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.PersonalDataLoggedRule>;
using Undeclared = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Declarations.PersonalDataNotDeclaredRule>;

namespace PolicyAsCode.Analyzers.Tests.Facts;

/// <summary>What ASP.NET Core Identity and Microsoft.Extensions.Compliance already mark.</summary>
public sealed class MarkedMembersTests
{
    // The package of the classifications cannot be restored here: the same names, as its reference assembly declares them.
    private const string Compliance = """
        using Microsoft.Extensions.Logging;
        namespace Microsoft.Extensions.Compliance.Classification
        {
            public readonly record struct DataClassification(string TaxonomyName, string Value);
            [AttributeUsage(AttributeTargets.All)]
            public class DataClassificationAttribute(DataClassification classification) : Attribute { public DataClassification Classification => classification; }
        }
        namespace Contoso
        {
            using Microsoft.Extensions.Compliance.Classification;
            public sealed class PrivateDataAttribute() : DataClassificationAttribute(new("Contoso", "Private"));
            public sealed class PublicDataAttribute() : DataClassificationAttribute(new("Contoso", "Public"));
        }

        """;

    [Fact]
    public Task What_Identity_holds_is_known_where_the_policy_speaks_of_it() => Flows.VerifyAnalyzerAsync(
        """
        using Microsoft.AspNetCore.Identity;
        using Microsoft.Extensions.Logging;
        public class AppUser : IdentityUser { }
        [Purpose("transactions")]
        public sealed class Service
        {
            public string? Run(AppUser user, IdentityUser<int> other) =>
                [|user.Email|] + [|other.NormalizedEmail|] + user.PhoneNumber + user.Id + user.UserName + user.PasswordHash;
        }
        """, Policies.Shop, "contact.email");

    [Fact]
    public Task A_whole_user_carries_what_it_holds() => Logged.VerifyAnalyzerAsync(
        """
        using Microsoft.AspNetCore.Identity;
        using Microsoft.Extensions.Logging;
        public class AppUser : IdentityUser { }
        public sealed class Service(ILogger log)
        {
            public void Run(AppUser user) { log.LogInformation("{User}", [|user|]); log.LogInformation("{User}", user.Id); }
        }
        """, Policies.Shop);

    [Fact]
    public Task A_hashed_password_is_not_one_in_the_clear() => Logged.VerifyAnalyzerAsync(
        """
        using Microsoft.AspNetCore.Identity;
        using Microsoft.Extensions.Logging;
        public sealed class Service(ILogger log)
        {
            public void Run(IdentityUser user) { log.LogInformation("{X}", user.PasswordHash); log.LogInformation("{X}", [|user.SecurityStamp|]); }
        }
        """, Policies.Shop.Replace("  contact.phone:", """
              account.password:
                clause: SHOP-1
                of: customer
                for: [communication]
                keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
                protect: [redacted-in-logs]
              contact.phone:
            """, StringComparison.Ordinal));

    [Fact]
    public Task A_binding_says_otherwise_of_Identity() => Flows.VerifyBoundAsync(
        """
        using Microsoft.AspNetCore.Identity;
        using Microsoft.Extensions.Logging;
        [Purpose("transactions")]
        public sealed class Service { public string? Run(IdentityUser user) => user.Email + [|user.UserName|]; }
        """, Policies.Shop, """
        bindings: shop
        types:
          Microsoft.AspNetCore.Identity.IdentityUser`1:
            members: { Email: { not-personal: machines only }, UserName: contact.email }
        """);

    [Fact]
    public Task A_mark_without_a_category_is_asked_for_one() => Undeclared.VerifyAnalyzerAsync(
        """
        using Microsoft.AspNetCore.Identity;
        using Microsoft.Extensions.Logging;
        public class AppUser : IdentityUser
        {
            [PersonalData] public string? [|Oddity|] { get; set; }
            [ProtectedPersonalData] public string? [|Mobile|] { get; set; }
            [PersonalData, DataCategory("contact.phone")] public string? Declared { get; set; }
            [PersonalData, NotPersonalData("a machine's")] public string? Machine { get; set; }
            [PersonalData] public Home? Home { get; set; }
            public string? Colour { get; set; }
        }
        public class Home { [DataCategory("contact.address")] public string? Street { get; set; } }
        """, Policies.Shop.Replace("purposes:", """
              contact.address:
                clause: SHOP-1
                of: customer
                for: [transactions]
                keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
            purposes:
            """, StringComparison.Ordinal),
        "'Oddity' is marked [PersonalData], and nothing says what data it is. Declare it",
        "'Mobile' is marked [ProtectedPersonalData], and nothing says what data it is; it is followed as contact.phone");

    [Fact]
    public Task A_mark_is_followed_as_what_it_looks_like() => Logged.VerifyAnalyzerAsync(
        """
        using Microsoft.AspNetCore.Identity;
        using Microsoft.Extensions.Logging;
        public class Member { [PersonalData] public string? Mobile { get; set; } public string? Phone { get; set; } }
        public record Guest([property: PersonalData] string? Email, string? Phone);
        public record Visitor([PersonalData2] string? Email);
        public sealed class PersonalData2Attribute : Attribute;
        public sealed class Service(ILogger log)
        {
            public void Run(Member member, Guest guest, Visitor visitor)
            {
                log.LogInformation("{X}", [|member.Mobile|]);
                log.LogInformation("{X}", member.Phone);
                log.LogInformation("{X}", [|guest.Email|]);
                log.LogInformation("{X}", guest.Phone);
                log.LogInformation("{X}", visitor.Email);
            }
        }
        """, Policies.Shop);

    [Fact]
    public Task A_classification_is_a_mark() => Undeclared.VerifyAnalyzerAsync(
        Compliance + """
        public class Member { [Contoso.PrivateData] public string? [|Reach|] { get; set; } public string? Colour { get; set; } }
        """, Policies.Shop, "'Reach' is marked [PrivateData], and nothing says what data it is");

    [Fact]
    public async Task A_classification_means_what_a_binding_says()
    {
        const string Bindings = """
            bindings: shop
            attributes:
              Contoso.PrivateDataAttribute: contact.email
              Contoso.PublicDataAttribute: { not-personal: anybody may read it }
            """;
        const string Code = Compliance + """
            public class Member { [Contoso.PrivateData] public string? Reach { get; set; } [Contoso.PublicData] public string? Shown { get; set; } }
            public sealed class Service(ILogger log)
            {
                public void Run(Member member) { log.LogInformation("{X}", MARK); log.LogInformation("{X}", member.Shown); }
            }
            """;
        await Logged.VerifyBoundAsync(Code.Replace("MARK", "[|member.Reach|]", StringComparison.Ordinal), Policies.Shop, Bindings);
        await Undeclared.VerifyBoundAsync(Code.Replace("MARK", "member.Reach", StringComparison.Ordinal), Policies.Shop, Bindings);
    }
}
