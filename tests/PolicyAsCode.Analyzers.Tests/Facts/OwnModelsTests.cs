using Flows = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Purposes.PurposeNotAllowedRule>;
using Logged = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.PersonalDataLoggedRule>;
using Recipient = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Disclosures.RecipientNotAllowedRule>;
using Telemetry = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.PersonalDataInTelemetryRule>;
using Uncovered = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Disclosures.ExternalCallUncoveredRule>;
using Url = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Protection.PersonalDataInUrlRule>;

namespace PolicyAsCode.Analyzers.Tests.Facts;

/// <summary>A library that nobody but its user knows, added by a file beside the policy.</summary>
public sealed class OwnModelsTests
{
    private const string Models = """
        models: acme
        sinks:
          log: { Acme.Trail: { Write: all, Note: details } }
          telemetry: { Acme.IMeter: { Tag: value } }
          mail: { Acme.Mailer: { SendAsync: [to, body] } }
          url: { Acme.Link: { .ctor: target, set_Query: value } }
          channel: { Acme.Bus: { Publish: message } }
        types:
          Acme.Contact`1: { Mail: contact.email, MailHash: { holds: contact.email, as: pseudonymised } }
        """;

    private const string Sdk = """
        namespace Acme
        {
            public class Contact<T> { public string? Mail { get; set; } public string? MailHash { get; set; } public string? Colour { get; set; } }
            public sealed class Person : Contact<int> { }
            public static class Trail { public static void Write(string? text, params object?[] more) { } public static void Note(string? title, object? details) { } }
            public interface IMeter { void Tag(string key, object? value); }
            public sealed class Meter : IMeter { public void Tag(string key, object? value) { } }
            public sealed class Mailer { public Task SendAsync(string? to, string? subject, string? body) => Task.CompletedTask; }
            public sealed class Link(string? target) { public string? Query { get; set; } public override string ToString() => ""; }
            public sealed class Bus { public void Publish(object? message) { } }
        }

        """;

    private static string Code(string body) => $$"""
        using Microsoft.Extensions.Logging;
        [Purpose("transactions")]
        public sealed class Service(ILogger log, Acme.Meter meter, Acme.Mailer mailer, Acme.Bus bus)
        {
            public async Task Run(Acme.Contact<int> contact, Acme.Person person)
            {
                await Task.Yield();
                {{body}}
            }
        }
        """;

    [Fact]
    public Task Its_types_hold_data() => Flows.VerifyAgainstAsync(
        Sdk, Code("var a = [|contact.Mail|]; var b = [|person.Mail|]; var c = contact.Colour;"), Policies.Shop, Models, "contact.email");

    [Fact]
    public Task In_a_form() => Logged.VerifyAgainstAsync(
        Sdk, Code("""log.LogInformation("{X}", contact.MailHash); log.LogInformation("{X}", [|contact.Mail|]);"""), Policies.Shop, Models);

    [Fact]
    public Task It_logs() => Logged.VerifyAgainstAsync(
        Sdk, Code("""
            Acme.Trail.Write("x", [|contact.Mail|]);
            Acme.Trail.Note(contact.Mail, contact.Colour);
            Acme.Trail.Note(contact.Colour, [|contact|]);
            void Helper(string? text) => Acme.Trail.Write(text);
            Helper([|person.Mail|]);
            """), Policies.Shop, Models);

    [Fact]
    public Task It_measures() => Telemetry.VerifyAgainstAsync(
        Sdk, Code("""meter.Tag("mail", [|contact.Mail|]); meter.Tag("colour", contact.Colour);"""), Policies.Shop, Models);

    [Fact]
    public Task It_makes_urls() => Url.VerifyAgainstAsync(
        Sdk, Code("""
            var link = new Acme.Link("https://shop.example/?mail=" + [|contact.Mail|]);
            link.Query = [|contact.Mail|];
            link.Query = contact.Colour;
            """.Replace("\"https://shop.example/?mail=\" + [|contact.Mail|]", "[|\"https://shop.example/?mail=\" + contact.Mail|]", StringComparison.Ordinal)),
        Policies.Shop, Models);

    [Fact]
    public async Task It_sends_mail_to_whoever_delivers_mail()
    {
        var code = Code("""await mailer.SendAsync(MARK, "Hello", contact.Colour); await mailer.SendAsync("shop@shop.example", contact.Mail, "");""");
        // The policy gives addresses to the email provider for communication alone, and this is for transactions.
        await Recipient.VerifyAgainstAsync(
            Sdk, code.Replace("MARK", "[|contact.Mail|]", StringComparison.Ordinal), Rules.DisclosureShop.Policy, Models, "email-provider for transactions");
        await Uncovered.VerifyAgainstAsync(
            Sdk, code.Replace("MARK", "[|contact.Mail|]", StringComparison.Ordinal), Policies.Shop, Models);
        await Uncovered.VerifyAgainstAsync(
            Sdk, code.Replace("MARK", "contact.Mail", StringComparison.Ordinal), Rules.DisclosureShop.Policy, Models);
    }

    [Fact]
    public Task Its_bus_is_heard_by_whoever_listens() => Uncovered.VerifyAgainstAsync(
        Sdk, Code("bus.Publish([|new { contact.Mail }|]); bus.Publish(new { contact.Colour });"), Policies.Shop, Models);

    [Fact]
    public Task Without_the_file_nothing_of_it_is_known() => Logged.VerifyAgainstAsync(
        Sdk, Code("""Acme.Trail.Write("x", contact.Mail); log.LogInformation("{X}", contact.Mail);"""), Policies.Shop);
}
