using Flows = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Purposes.PurposeNotAllowedRule>;
using Logged = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.PersonalDataLoggedRule>;
using Recipient = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Disclosures.RecipientNotAllowedRule>;
using Uncovered = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Disclosures.ExternalCallUncoveredRule>;
using Undeclared = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Declarations.PersonalDataNotDeclaredRule>;
using Url = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.PersonalDataInUrlRule>;

namespace PolicyAsCode.Analyzers.Tests.Facts;

/// <summary>What bindings say of code that carries no attribute of ours: each thing that is found, and its clean twin.</summary>
public sealed class BoundCodeTests
{
    // Nobody may touch this: it is generated, or somebody else's.
    private const string Foreign = """
        using System.Net.Http;
        using System.Net.Http.Json;
        using Microsoft.Extensions.Logging;
        namespace Crm
        {
            public class CustomerCard { public string? Email { get; set; } public string? Phone { get; set; } public string? Colour { get; set; } public int Points { get; set; } }
            public class SupplierCard { public string? Email { get; set; } }
            public static class Directory
            {
                public static string? FindMail(int number) => null;
                public static void Keep(string? first, string? second) { }
                public static void Note(string? text) { }
                public static string Scramble(string? text) => "";
                public static bool MayMail(string? who) => true;
            }
            public sealed class Post { public void Send(string? to, string? text) { } public void Archive(string? text) { } }
            [AttributeUsage(AttributeTargets.Property)] public class PrivateAttribute : Attribute;
            public sealed class VeryPrivateAttribute : PrivateAttribute;
            [AttributeUsage(AttributeTargets.Property)] public sealed class PublicAttribute : Attribute;
            public class Lead { [Private] public string? Reach { get; set; } [VeryPrivate] public string? Other { get; set; } [Public] public string? PublicPhone { get; set; } public string? Free { get; set; } }
        }

        """;

    private const string Service = Foreign + """
        [Purpose("transactions")]
        public sealed class Service(ILogger log, HttpClient http, Crm.Post post)
        {
            public async Task Run(Crm.CustomerCard card, Crm.SupplierCard supplier, Crm.Lead lead)
            {
                await Task.Yield();
                BODY
            }
        }
        """;

    private static string Code(string body) => Service.Replace("BODY", body, StringComparison.Ordinal);

    [Theory]
    [InlineData("members: { '*.Customer*.Email': contact.email }")]
    [InlineData("members: { 'Crm.CustomerCard.E*': contact.email }")]
    [InlineData("types: { Crm.CustomerCard: { members: { Email: contact.email } } }")]
    public Task A_member_by_type_and_by_pattern(string said) => Flows.VerifyBoundAsync(
        Code("var a = [|card.Email|]; var b = supplier.Email; var c = card.Phone;"), Policies.Shop, "bindings: shop\n" + said,
        "contact.email");

    [Fact]
    public Task A_type_that_is_named_counts_before_a_pattern() => Flows.VerifyBoundAsync(
        Code("var a = card.Email; var b = [|supplier.Email|];"), Policies.Shop, """
            bindings: shop
            types: { Crm.CustomerCard: { members: { Email: { not-personal: of the shop } } } }
            members: { "*.*.Email": contact.email }
            """);

    [Fact]
    public Task An_attribute_of_somebody_else_and_what_derives_from_it() => Flows.VerifyBoundAsync(
        Code("var a = [|lead.Reach|]; var b = [|lead.Other|]; var c = lead.PublicPhone; var d = lead.Free;"), Policies.Shop, """
            bindings: shop
            attributes:
              Crm.PrivateAttribute: contact.email
              Crm.PublicAttribute: { not-personal: anybody may read it }
            """);

    [Fact]
    public Task What_bindings_declare_needs_no_declaration() => Undeclared.VerifyBoundAsync(
        """
        namespace Crm
        {
            [AttributeUsage(AttributeTargets.Property)] public sealed class PublicAttribute : Attribute;
            public class CustomerCard { public string? Email { get; set; } public string? [|Phone|] { get; set; } }
            public class CustomerShop { [Public] public string? Email { get; set; } }
            public class CustomerPalette { public string? PhoneNumber { get; set; } }
        }
        """, Policies.Shop, """
        bindings: shop
        types: { Crm.CustomerPalette: { not-personal: colours } }
        members: { "*.CustomerCard.Email": contact.email }
        attributes: { Crm.PublicAttribute: { not-personal: anybody may read it } }
        """);

    [Fact]
    public Task What_a_method_returns() => Logged.VerifyBoundAsync(
        Code("""log.LogInformation("{X}", [|Crm.Directory.FindMail(1)|]); log.LogInformation("{X}", card.Email);"""),
        Policies.Shop, "bindings: shop\nmethods: { Crm.Directory.FindMail: { returns: contact.email } }");

    [Fact]
    public Task Where_single_arguments_go() => Logged.VerifyBoundAsync(
        Code("""
            Crm.Directory.Keep([|card.Email|], card.Email);
            Crm.Directory.Note([|card.Email|]);
            post.Send(card.Email, [|card.Email|]);
            post.Archive(card.Email);
            """), Policies.Shop, """
            bindings: shop
            members: { "*.CustomerCard.Email": contact.email }
            methods:
              Crm.Directory.Keep: { arguments: { first: { reaches: log } } }
              Crm.Directory.Note: { reaches: log }
              Crm.Post.Send: { arguments: { 2: { reaches: log } } }
            """);

    [Fact]
    public Task A_binding_of_one_place_is_none_of_another() => Url.VerifyBoundAsync(
        Code("Crm.Directory.Note([|card.Email|]); Crm.Directory.Keep(card.Email, null);"), Policies.Shop, """
            bindings: shop
            members: { "*.CustomerCard.Email": contact.email }
            methods: { Crm.Directory.Note: { reaches: url }, Crm.Directory.Keep: { logs: true } }
            """);

    [Fact]
    public Task To_whom_a_type_and_an_argument_disclose() => Recipient.VerifyBoundAsync(
        Code("""
            post.Send([|card.Email|], null);
            post.Archive([|card.Email|]);
            Crm.Directory.Keep([|card.Email|], card.Email);
            Crm.Directory.Note(card.Email);
            post.Send(card.Phone, null);
            """), Rules.DisclosureShop.Policy, """
            bindings: shop
            members: { "*.CustomerCard.Email": contact.email, "*.CustomerCard.Phone": contact.phone }
            types: { Crm.Post: { discloses-to: delivery-provider } }
            methods: { Crm.Directory.Keep: { arguments: { 1: { discloses-to: delivery-provider } } } }
            """);

    [Fact]
    public Task What_a_method_makes_of_it() => Logged.VerifyBoundAsync(
        Code("""log.LogInformation("{X}", Crm.Directory.Scramble(card.Email)); log.LogInformation("{X}", [|card.Email|]);"""),
        Policies.Shop, """
            bindings: shop
            members: { "*.CustomerCard.Email": contact.email }
            methods: { Crm.Directory.Scramble: { anonymises-to: pseudonymised } }
            """);

    [Fact]
    public Task For_what_types_and_methods_run() => Flows.VerifyBoundAsync(
        Foreign + """
        namespace Work
        {
            public sealed class Mailer { public string? Run(Crm.CustomerCard card) => card.Email + [|card.Phone|]; }
            public sealed class Mixed
            {
                public string? Parcels(Crm.CustomerCard card) => [|card.Email|] + card.Phone;
                public string? Free(Crm.CustomerCard card) => card.Email + card.Phone;
            }
        }
        """, Policies.Shop, """
        bindings: shop
        types: { Work.Mailer: { for: communication } }
        members: { "*.CustomerCard.Email": contact.email, "*.CustomerCard.Phone": contact.phone }
        methods: { Work.Mixed.Parcels: { for: transactions } }
        """);

    [Fact]
    public Task Ones_own_hosts_are_nobody_else_and_only_those() => Uncovered.VerifyBoundAsync(
        Code("""
            await http.PostAsJsonAsync("https://stock.shop.example/mail", card.Email);
            await http.PostAsJsonAsync("https://other.shop.example/mail", [|card.Email|]);
            await http.PostAsJsonAsync("https://stock.shop.example.org/mail", [|card.Email|]);
            await http.PostAsJsonAsync("https://in.house.example/mail", card.Email);
            """), Rules.DisclosureShop.Policy, """
            bindings: shop
            members: { "*.CustomerCard.Email": contact.email }
            hosts: { stock.shop.example: controller, "*.house.example": controller }
            """);

    [Fact]
    public Task Ones_own_package_method_and_argument() => Uncovered.VerifyBoundAsync(
        Foreign + """
        public sealed class Service(MailKit.IMailTransport mail, MassTransit.IPublishEndpoint bus)
        {
            public async Task Run(Crm.CustomerCard card)
            {
                await bus.Publish(new { card.Email });
                using var smtp = new System.Net.Mail.SmtpClient();
                await smtp.SendMailAsync("shop@shop.example", card.Email!, "Hello", "text");
                smtp.Send("shop@shop.example", [|card.Email|]!, "Hello", "text");
            }
        }
        """, Policies.Shop, """
        bindings: shop
        members: { "*.CustomerCard.Email": contact.email }
        methods: { System.Net.Mail.SmtpClient.SendMailAsync: { discloses-to: controller } }
        packages: { MassTransit.Abstractions: controller }
        """);

    [Fact]
    public Task Without_bindings_nothing_of_it_is_known() => Logged.VerifyAnalyzerAsync(
        Code("""log.LogInformation("{X} {Y}", card.Email, lead.Reach); Crm.Directory.Note(card.Email);"""), Policies.Shop);
}
