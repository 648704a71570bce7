using PolicyAsCode.Samples.Tests.Breaking;

namespace PolicyAsCode.Samples.Tests.OChat;

/// <summary>
/// Each clause of OChat's notice that code can break: one step past what it allows, and the finding names the clause. Whole, the
/// sample is clean (<see cref="ViolationsTests"/>).
/// </summary>
public sealed class CodeClauseTests
{
    private static Task IsRefusedAsync(string code) => Sample.OChat.Whole.IsRefusedAsync("using OChat.Data;\n" + code);

    [Fact, Trait("Clause", "OCHAT-1.1")]
    public Task Contact_data_of_a_user_is_for_what_the_clause_says() => IsRefusedAsync("""
        [Purpose(Purposes.Personalisation)] // expect: PAC3013
        public static class Greeting
        {
            public static string? For(User user) => user.Name; // expect: PAC3001 OCHAT-1.1
        }
        """);

    [Fact, Trait("Clause", "OCHAT-1.2")]
    public Task A_password_is_not_stored_in_the_clear() => IsRefusedAsync("""
        public static class Reset
        {
            public static void Password(User user, OChat.Accounts.RegistrationForm form) =>
                user.PasswordHash = form.Password; // expect: PAC5006 OCHAT-1.2
        }
        """);

    [Fact, Trait("Clause", "OCHAT-1.2")]
    public Task Nor_logged() => IsRefusedAsync("""
        using Microsoft.Extensions.Logging;

        public sealed class Tries(ILogger<Tries> log)
        {
            public void Failed(OChat.Accounts.SignInForm form) => log.LogWarning("Wrong: {Password}", form.Password); // expect: PAC5001 OCHAT-1.2
        }
        """);

    [Fact, Trait("Clause", "OCHAT-1.2")]
    public Task Nor_handed_to_anybody() => IsRefusedAsync("""
        [Recipient(Recipients.HostingProvider)]
        public interface IHost
        {
            void Keep(string? line);
        }

        [Purpose(Purposes.Security)]
        public sealed class Safe(IHost host)
        {
            public void Copy(User user) => host.Keep(user.PasswordHash); // expect: PAC3006 OCHAT-1.2

            public void Clean(User user) => host.Keep(user.UserName);
        }
        """);

    [Fact, Trait("Clause", "OCHAT-1.3")]
    public Task Where_somebody_came_from_is_for_security() => IsRefusedAsync("""
        [Purpose(Purposes.ServiceProvision)]
        public static class Nearby
        {
            public static string? Guess(Visit visit) => visit.IpAddress; // expect: PAC3001 OCHAT-1.3

            [Purpose(Purposes.Security)]
            public static string? Clean(Visit visit) => visit.IpAddress;
        }
        """);

    [Fact, Trait("Clause", "OCHAT-1.4")]
    public Task Where_an_order_goes_is_for_the_service() => IsRefusedAsync("""
        [Purpose(Purposes.CustomerSupport)]
        public static class Doorstep
        {
            public static string? Of(Order order) => order.Delivery?.Address; // expect: PAC3001 OCHAT-1.4

            [Purpose(Purposes.ServiceProvision)]
            public static string? Clean(Order order) => order.Delivery?.Address;
        }
        """);

    [Fact, Trait("Clause", "OCHAT-1.5")]
    public Task The_free_text_of_a_chat_is_never_for_promotion() => IsRefusedAsync("""
        [Purpose(Purposes.Promotion)]
        public static class Overheard
        {
            public static string? In(ChatTurn turn) => turn.Text; // expect: PAC3001 OCHAT-1.5
        }
        """);

    [Fact, Trait("Clause", "OCHAT-1.5")]
    public Task Preferences_come_from_chats_and_are_not_asked_for_at_registration() => IsRefusedAsync("""
        using Microsoft.AspNetCore.Mvc;

        [CollectedAt(Sources.Registration)]
        [Purpose(Purposes.ServiceProvision)]
        public sealed class Form : ControllerBase
        {
            [HttpPost("/taste")]
            public IActionResult Taste(Taste taste) => Ok(); // expect: PAC3011 OCHAT-1.5
        }

        public sealed record Taste([property: DataCategory(Categories.Preference.Product)] string? Likes);
        """);

    [Fact, Trait("Clause", "OCHAT-2.1")]
    public Task Orders_are_for_providing_and_improving_the_service() => IsRefusedAsync("""
        [Purpose(Purposes.Security)]
        public static class Ledger
        {
            public static string Of(Order order) => order.Number; // expect: PAC3001 OCHAT-2.1

            [Purpose(Purposes.ServiceProvision)]
            public static string Clean(Order order) => order.Number;
        }
        """);

    [Fact, Trait("Clause", "OCHAT-2.2")]
    public Task An_application_is_no_audience() => IsRefusedAsync("""
        [Purpose(Purposes.Promotion)]
        public static class Leads
        {
            public static string? Call(User user) => user.Phone; // expect: PAC3001 OCHAT-2.2

            [Purpose(Purposes.ApplicationProcessing)]
            public static string? Clean(User user) => user.Phone;
        }
        """);

    [Fact, Trait("Clause", "OCHAT-2.3")]
    public Task A_question_to_support_is_for_its_answer() => IsRefusedAsync("""
        [Purpose(Purposes.Security)]
        public static class Suspicion
        {
            public static string? From(SupportRequest request) => request.Text; // expect: PAC3001 OCHAT-2.3

            [Purpose(Purposes.CustomerSupport)]
            public static string? Clean(SupportRequest request) => request.Text;
        }
        """);

    [Fact, Trait("Clause", "OCHAT-2.4")]
    public Task What_is_analysed_stays_with_analysis() => IsRefusedAsync("""
        [Purpose(Purposes.Communication)]
        public static class Nudge
        {
            public static string After(Visit visit) => visit.Activity; // expect: PAC3001 OCHAT-2.4
        }
        """);

    [Fact, Trait("Clause", "OCHAT-2.4")]
    public Task And_spares_those_who_object() => IsRefusedAsync("""
        [Purpose(Purposes.Analysis)]
        public static class Counter
        {
            public static int Length(Visit visit) => visit.Activity.Length; // expect: PAC3004 OCHAT-2.4
        }
        """);

    [Fact, Trait("Clause", "OCHAT-2.5")]
    public Task An_address_for_answers_is_not_for_research() => IsRefusedAsync("""
        [Purpose(Purposes.Research)]
        public static class Survey
        {
            public static string? Of(User user) => user.Email; // expect: PAC3001 OCHAT-2.5

            [Purpose(Purposes.Communication)]
            public static string? Clean(User user) => user.Email;
        }
        """);

    [Fact, Trait("Clause", "OCHAT-2.6")]
    public Task Research_spares_those_who_object() => IsRefusedAsync("""
        [Purpose(Purposes.Research)]
        public static class Study
        {
            public static int Length(ChatTurn turn) => turn.Text?.Length ?? 0; // expect: PAC3004 OCHAT-2.6
        }
        """);

    // One step past: the same chats, to somebody who studies them elsewhere.
    [Fact, Trait("Clause", "OCHAT-2.6")]
    public Task Research_is_OChats_own() => IsRefusedAsync("""
        using PolicyAsCode.EntityFrameworkCore;

        [Recipient(Recipients.ResearchPartner)]
        public interface IUniversity
        {
            void Read(string? text);
        }

        [Purpose(Purposes.Research)]
        public sealed class Study(IUniversity university, IRestrictions restrictions)
        {
            public async Task Share(ChatTurn turn)
            {
                if (await restrictions.HasNotObjectedAsync("customer", "1", Purposes.Research))
                    university.Read(turn.Text); // expect: PAC3006 OCHAT-2.6
            }
        }
        """);

    [Fact, Trait("Clause", "OCHAT-2.7")]
    public Task Promotion_asks_for_consent_first() => IsRefusedAsync("""
        using OChat.Support;

        [Purpose(Purposes.Promotion)]
        public sealed class Campaign(IMailer mailer)
        {
            [OptOut]
            private const string WayOut = "No more? https://ochat.example/no-more-offers";

            public Task SendAsync(User user, CancellationToken cancel) =>
                mailer.SendAsync(user.Email!, "Offer", "Now!" + WayOut, cancel); // expect: PAC3003 OCHAT-2.7
        }
        """);

    [Fact, Trait("Clause", "OCHAT-2.7")]
    public Task And_each_message_has_a_way_out() => IsRefusedAsync("""
        using OChat.Support;
        using PolicyAsCode.EntityFrameworkCore;

        [Purpose(Purposes.Promotion)]
        public sealed class Campaign(IConsents consents, IMailer mailer)
        {
            public async Task SendAsync(User user, CancellationToken cancel)
            {
                if (await consents.IsGivenAsync(Subjects.User, user.Id.ToString(), Purposes.Promotion, cancel))
                    await mailer.SendAsync(user.Email!, "Offer", "Half price!", cancel); // expect: PAC5011 OCHAT-2.7
            }
        }
        """);

    [Fact, Trait("Clause", "OCHAT-3.1")]
    public Task A_column_without_encryption_is_refused() => Sample.OChat.Whole
        .Replacing("Data/Customer.cs", "[DataCategory(Categories.Contact.Phone), Encrypted(Sealing.How)]", "[DataCategory(Categories.Contact.Phone)]")
        .IsRefusedAtAsync("Data/Customer.cs:20 PAC5007 OCHAT-3.1");

    [Fact, Trait("Clause", "OCHAT-3.1")]
    public Task And_so_is_a_way_without() => IsRefusedAsync("""
        using System.Net.Http;
        using System.Net.Http.Json;

        [Recipient(Recipients.SupportProvider)]
        public sealed class Tickets(HttpClient http)
        {
            [Purpose(Purposes.CustomerSupport)]
            public Task OpenAsync(User user) =>
                http.PostAsJsonAsync("http://support.example/tickets", user.Email); // expect: PAC5008 OCHAT-3.1

            [Purpose(Purposes.CustomerSupport)]
            public Task CleanAsync(User user) => http.PostAsJsonAsync("https://support.example/tickets", user.Email);
        }
        """);

    [Fact, Trait("Clause", "OCHAT-3.3")]
    public Task What_an_endpoint_returns_needs_authorisation() => Sample.OChat.Whole
        .Replacing("Ordering/OrderEndpoints.cs", "app.MapGroup(\"/shop\").RequireAuthorization(OChatPolicies.User)", "app.MapGroup(\"/shop\")")
        .IsRefusedAtAsync("Ordering/OrderEndpoints.cs:53 PAC5009 OCHAT-3.3");

    [Fact, Trait("Clause", "OCHAT-3.5")]
    public Task Names_stay_out_of_logs() => Sample.OChat.Whole
        .Replacing("Accounts/Applications.cs", "\"User {UserId} was approved\", user.Id", "\"User {User} was approved\", user.Name")
        .IsRefusedAtAsync("Accounts/Applications.cs:26 PAC5001 OCHAT-3.5");

    [Fact, Trait("Clause", "OCHAT-3.5")]
    public Task And_out_of_what_an_exception_says() => IsRefusedAsync("""
        public static class Guard
        {
            public static void Check(Customer customer) =>
                throw new InvalidOperationException($"No order of {customer.Email}"); // expect: PAC5002 OCHAT-3.5
        }
        """);

    // The model is a provider among those who assist, and is not told who asks.
    [Fact, Trait("Clause", "OCHAT-4.1")]
    public Task A_prompt_does_not_say_who_asks() => Sample.OChat.Whole
        .Replacing("Assistant/ShopAssistant.cs", "$\"You answer for the shop {page.Title}.", "$\"You answer {customer.Name} for the shop {page.Title}.")
        .Replacing("Assistant/ShopAssistant.cs", "await PromptAsync(customer.OrderPageId, customerId, cancel)", "await PromptAsync(customer.OrderPageId, customer, customerId, cancel)")
        .Replacing("Assistant/ShopAssistant.cs", "PromptAsync(int orderPageId, Guid customerId,", "PromptAsync(int orderPageId, Customer customer, Guid customerId,")
        .IsRefusedAtAsync("Assistant/ShopAssistant.cs:32 PAC3006 OCHAT-4.1");

    [Fact, Trait("Clause", "OCHAT-4.1")]
    public Task Nor_does_what_was_said_go_there_as_it_was_said_with_a_telephone_number() => IsRefusedAsync("""
        using Microsoft.Extensions.AI;

        [Purpose(Purposes.ServiceProvision)]
        public sealed class Direct(IChatClient model)
        {
            public Task AskAsync(Customer customer, ChatTurn turn) =>
                model.GetResponseAsync($"{turn.Text} (call {customer.Phone})"); // expect: PAC3006 OCHAT-4.1

            public Task CleanAsync(ChatTurn turn) => model.GetResponseAsync(turn.Text ?? "");
        }
        """);

    // The same chat, to the same provider, for another purpose.
    [Fact, Trait("Clause", "OCHAT-4.1")]
    public Task A_model_does_not_study_chats() => IsRefusedAsync("""
        using Microsoft.Extensions.AI;
        using PolicyAsCode.EntityFrameworkCore;

        [Purpose(Purposes.ServiceImprovement)]
        public sealed class Training(IChatClient model, IRestrictions restrictions)
        {
            public async Task LearnAsync(ChatTurn turn)
            {
                if (await restrictions.HasNotObjectedAsync("customer", "1", Purposes.ServiceImprovement))
                    await model.GetResponseAsync(turn.Text ?? ""); // expect: PAC3006 OCHAT-4.1
            }
        }
        """);

    [Fact, Trait("Clause", "OCHAT-4.1")]
    public Task Nobody_else_gets_anything() => IsRefusedAsync("""
        [Recipient(Recipients.BusinessPartner)]
        public interface IPartner
        {
            void Tell(string? line);
        }

        [Purpose(Purposes.Communication)]
        public sealed class Friends(IPartner partner)
        {
            public void Tell(User user) => partner.Tell(user.Email); // expect: PAC3006 OCHAT-4.1
        }
        """);

    [Fact, Trait("Clause", "OCHAT-4.2")]
    public Task An_authority_gets_what_it_may_have_and_nothing_for_another_purpose() => IsRefusedAsync("""
        [Recipient(Recipients.Authority)]
        public interface IClerk
        {
            void Tell(string? line);
        }

        public sealed class Counter(IClerk clerk)
        {
            [Purpose(Purposes.Communication)]
            public void Gossip(User user) => clerk.Tell(user.Email); // expect: PAC3006 OCHAT-4.2

            [Purpose(Purposes.LegalCompliance)]
            public void Clean(User user) => clerk.Tell(user.Email);
        }
        """);

    [Fact, Trait("Clause", "OCHAT-4.3")]
    public Task Who_buys_OChat_does_not_get_what_people_did() => IsRefusedAsync("""
        [Recipient(Recipients.Acquirer)]
        public interface IBuyer
        {
            void Take(string? line);
        }

        [Purpose(Purposes.ServiceProvision)]
        public sealed class Sale(IBuyer buyer)
        {
            public void Hand(ProductPreference preference) => buyer.Take(preference.Likes); // expect: PAC3006 OCHAT-4.3

            public void Clean(User user) => buyer.Take(user.Email);
        }
        """);
}
