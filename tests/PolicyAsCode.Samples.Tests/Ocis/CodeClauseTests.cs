using PolicyAsCode.Samples.Tests.Breaking;

namespace PolicyAsCode.Samples.Tests.Ocis;

/// <summary>
/// Each clause of OCIS' notice that code can break: one step past what it allows, and the finding names the clause. Whole, the
/// sample is clean (<see cref="ViolationsTests"/>).
/// </summary>
public sealed class CodeClauseTests
{
    private static Task IsRefusedAsync(string code) => Sample.Ocis.Whole.IsRefusedAsync("using Ocis.Data;\n" + code);

    [Fact, Trait("Clause", "OCIS-1.1")]
    public Task Contact_details_are_for_what_the_clause_says() => IsRefusedAsync("""
        [Purpose(Purposes.Promotion)]
        public static class Calls
        {
            public static string? To(User user) => user.Phone; // expect: PAC3001 OCIS-1.1

            [Purpose(Purposes.ServiceProvision)]
            public static string? Clean(User user) => user.Phone;
        }
        """);

    [Fact, Trait("Clause", "OCIS-1.1")]
    public Task A_password_is_not_stored_in_the_clear() => IsRefusedAsync("""
        public static class Reset
        {
            public static void Password(User user, Ocis.Accounts.RegistrationForm form) =>
                user.PasswordHash = form.Password; // expect: PAC5006 OCIS-1.1
        }
        """);

    [Fact, Trait("Clause", "OCIS-1.2")]
    public Task How_somebody_pays_is_for_the_payment() => IsRefusedAsync("""
        [Purpose(Purposes.ServiceProvision)]
        public static class Wallets
        {
            public static string? Of(Payment payment) => payment.Method; // expect: PAC3001 OCIS-1.2

            [Purpose(Purposes.Transactions)]
            public static string? Clean(Payment payment) => payment.Method;
        }
        """);

    // Encrypted or not.
    [Fact, Trait("Clause", "OCIS-1.2")]
    public Task There_is_no_column_for_the_number_of_a_card() => Sample.Ocis.Whole
        .Replacing("Data/Payment.cs", "    public string? Method { get; set; }", "    public string? Method { get; set; }\n    [DataCategory(Categories.Payment.CardNumber), Encrypted(Sealing.Volume)]\n    public string? Card { get; set; }")
        // Of nobody whom the policy knows: no erasure is generated of either.
        .IsRefusedAtAsync("Data/Payment.cs:15 PAC2002 OCIS-1.2", "Data/Payment.cs:4 PAC4003 OCIS-1.2", "Data/Payment.cs:4 PAC4003 OCIS-1.2");

    [Fact, Trait("Clause", "OCIS-1.3")]
    public Task Where_exactly_somebody_is_is_not_taken() => IsRefusedAsync("""
        public sealed class Beacon
        {
            [DataCategory(Categories.Location.Precise)] // expect: PAC2002 OCIS-1.3
            public string? At { get; init; }
        }
        """);

    [Fact, Trait("Clause", "OCIS-1.3")]
    public Task Addresses_are_for_security() => IsRefusedAsync("""
        [Purpose(Purposes.ServiceProvision)]
        public static class Nearby
        {
            public static string? Guess(Visit visit) => visit.IpAddress; // expect: PAC3001 OCIS-1.3

            public static string? Clean(Visit visit) => visit.TimeZone;
        }
        """);

    [Fact, Trait("Clause", "OCIS-1.4")]
    public Task Statistics_ask_first() => IsRefusedAsync("""
        [Purpose(Purposes.Statistics)]
        public static class Counter
        {
            public static int Length(Visit visit) => visit.Device?.Length ?? 0; // expect: PAC3003 OCIS-1.4
        }
        """);

    [Fact, Trait("Clause", "OCIS-1.4")]
    public Task What_a_cookie_holds_lives_in_the_browser_alone() => Sample.Ocis.Whole
        .Replacing("Data/Subscription.cs", "    public string? Topics { get; set; }", "    public string? Topics { get; set; }\n    [DataCategory(Categories.Device.CookieId), Encrypted(Sealing.Volume)]\n    public string? Cookie { get; set; }")
        .IsRefusedAtAsync("Data/Subscription.cs:15 PAC2006 OCIS-1.4");

    [Fact, Trait("Clause", "OCIS-1.4")]
    public Task A_cookie_that_the_policy_does_not_name_is_not_set() => IsRefusedAsync("""
        using Microsoft.AspNetCore.Http;

        [Purpose(Purposes.ServiceProvision)]
        public static class Trail
        {
            public static void Leave(HttpContext http, [DataCategory(Categories.Device.CookieId)] string visitor) =>
                http.Response.Cookies.Append("trail", visitor); // expect: PAC5005 OCIS-1.4

            public static void Clean(HttpContext http, [DataCategory(Categories.Device.CookieId)] string visitor) =>
                http.Response.Cookies.Append("preferences", visitor);
        }
        """);

    [Fact, Trait("Clause", "OCIS-1.5")]
    public Task Partners_tell_what_somebody_did_and_not_how_they_are_reached() => IsRefusedAsync("""
        using Microsoft.AspNetCore.Mvc;

        [CollectedAt(Sources.Partner)]
        [Purpose(Purposes.ServiceProvision)]
        public sealed class Leads : ControllerBase
        {
            [HttpPost("/leads")]
            public IActionResult Take(Lead lead) => Ok(); // expect: PAC3011 OCIS-1.5

            [HttpPost("/deeds")]
            public IActionResult Clean(Deed deed) => Ok();
        }

        public sealed record Lead([property: DataCategory(Categories.Contact.Email)] string? Email);

        public sealed record Deed([property: DataCategory(Categories.Usage.Activity)] string? What);
        """);

    [Fact, Trait("Clause", "OCIS-1.6")]
    public Task Questions_are_asked_in_tickets_and_not_at_registration() => IsRefusedAsync("""
        using Microsoft.AspNetCore.Mvc;

        [Purpose(Purposes.CustomerSupport)]
        public sealed class Form : ControllerBase
        {
            [HttpPost("/why"), CollectedAt(Sources.Registration)]
            public IActionResult Take(Why why) => Ok(); // expect: PAC3011 OCIS-1.6

            [HttpPost("/ask"), CollectedAt(Sources.Ticket)]
            public IActionResult Clean(Why why) => Ok();
        }

        public sealed record Why([property: DataCategory(Categories.Communication.SupportRequest)] string? Text);
        """);

    [Fact, Trait("Clause", "OCIS-2.1")]
    public Task Orders_are_for_the_service_and_not_for_offers() => IsRefusedAsync("""
        [Purpose(Purposes.Promotion)]
        public static class More
        {
            public static int Seats(Order order) => order.Seats; // expect: PAC3001 OCIS-2.1

            [Purpose(Purposes.Transactions)]
            public static int Clean(Order order) => order.Seats;
        }
        """);

    [Fact, Trait("Clause", "OCIS-2.2")]
    public Task What_people_use_improves_the_service_and_chooses_no_offers() => IsRefusedAsync("""
        using Ocis.Privacy;

        [Purpose(Purposes.Promotion)]
        public sealed class Tips(Choices choices)
        {
            public async Task<string?> For(Visit visit, Guid user, CancellationToken cancel) =>
                await choices.AgreeAsync(user, Purposes.Promotion, cancel) ? visit.Activity : null; // expect: PAC3001 OCIS-2.2

            [Purpose(Purposes.ServiceImprovement)]
            public async Task<string?> CleanAsync(Visit visit, Guid user, CancellationToken cancel) =>
                await choices.AllowAsync(user, Purposes.ServiceImprovement, cancel) ? visit.Activity : null;
        }
        """);

    [Fact, Trait("Clause", "OCIS-2.2")]
    public Task Improvement_spares_those_who_object() => IsRefusedAsync("""
        using Ocis.Privacy;

        [Purpose(Purposes.ServiceImprovement)]
        public sealed class Look(Choices choices)
        {
            public string At(Visit visit) => visit.Activity; // expect: PAC3004 OCIS-2.2

            public async Task<string?> CleanAsync(Visit visit, Guid user, CancellationToken cancel) =>
                await choices.AllowAsync(user, Purposes.ServiceImprovement, cancel) ? visit.Activity : null;
        }
        """);

    [Fact, Trait("Clause", "OCIS-2.3")]
    public Task What_security_records_improves_nothing() => IsRefusedAsync("""
        using Ocis.Privacy;

        [Purpose(Purposes.ServiceImprovement)]
        public sealed class Look(Choices choices)
        {
            public async Task<string?> At(Visit visit, Guid user, CancellationToken cancel) =>
                await choices.AllowAsync(user, Purposes.ServiceImprovement, cancel) ? visit.IpAddress : null; // expect: PAC3001 OCIS-2.3
        }
        """);

    [Fact, Trait("Clause", "OCIS-2.4")]
    public Task Marketing_asks_for_consent_first() => IsRefusedAsync("""
        using Ocis.Privacy;
        using PolicyAsCode.EntityFrameworkCore;

        [Purpose(Purposes.Promotion)]
        public sealed class Campaign(Choices choices)
        {
            public async Task<string?> To(User user, CancellationToken cancel) =>
                await choices.AllowAsync(user.Id, Purposes.Promotion, cancel) ? user.Email : null; // expect: PAC3003 OCIS-2.4

            public async Task<string?> CleanAsync(User user, CancellationToken cancel) =>
                await choices.AgreeAsync(user.Id, Purposes.Promotion, cancel) ? user.Email : null;
        }
        """);

    [Fact, Trait("Clause", "OCIS-2.4")]
    public Task And_each_message_has_a_way_out() => Sample.Ocis.Whole
        .Replacing("Newsletters/NewsletterMailer.cs", "\\n\\n{wayOut.For(user.Id)}", "")
        .Replacing("Newsletters/NewsletterMailer.cs", ", wayOut.LinkFor(user.Id)", "")
        .IsRefusedAtAsync("Newsletters/NewsletterMailer.cs:20 PAC5011 OCIS-2.4");

    [Fact, Trait("Clause", "OCIS-2.5")]
    public Task What_the_law_keeps_is_for_the_law() => IsRefusedAsync("""
        using Ocis.Privacy;

        [Purpose(Purposes.ServiceImprovement)]
        public sealed class Revenue(Choices choices)
        {
            public async Task<long> Of(Payment payment, Guid user, CancellationToken cancel) =>
                await choices.AllowAsync(user, Purposes.ServiceImprovement, cancel) ? payment.AmountCents : 0; // expect: PAC3001 OCIS-2.5

            [Purpose(Purposes.LegalCompliance)]
            public static long Clean(Payment payment) => payment.AmountCents;
        }
        """);

    [Theory, Trait("Clause", "OCIS-3.1")]
    [InlineData("Sell"), InlineData("Rent"), InlineData("Trade")]
    public Task Nothing_is_sold_rented_or_traded(string transfer) => IsRefusedAsync($$"""
        [Transfers(DataTransfer.{{transfer}})]
        public interface IBroker
        {
            void Offer(string? line);
        }

        [Purpose(Purposes.Communication)]
        public sealed class Lists(IBroker broker)
        {
            public void Offer(User user) => broker.Offer(user.Email); // expect: PAC3010 OCIS-3.1

            public void Clean(Event held) => broker.Offer(held.Title);
        }
        """);

    [Fact, Trait("Clause", "OCIS-3.2")]
    public Task Who_takes_payments_is_not_told_who_pays() => IsRefusedAsync("""
        [Recipient(Recipients.PaymentProvider)]
        public interface ICashier
        {
            void Tell(string? line);
        }

        [Purpose(Purposes.Transactions)]
        public sealed class Till(ICashier cashier)
        {
            public void Tell(User user) => cashier.Tell(user.Email); // expect: PAC3006 OCIS-3.2

            public void Clean(Order order) => cashier.Tell(order.Number);
        }
        """);

    [Fact, Trait("Clause", "OCIS-3.2")]
    public Task Who_counts_visits_gets_pseudonyms_and_nothing_raw() => IsRefusedAsync("""
        using Ocis.Privacy;
        using Ocis.Statistics;

        [Recipient(Recipients.AnalyticsProvider)]
        public interface ICounter
        {
            void Tell(string? line);
        }

        [Purpose(Purposes.Statistics)]
        public sealed class Count(ICounter counter, Choices choices, Pseudonyms pseudonyms)
        {
            public async Task RawAsync(Guid user, Visit visit, CancellationToken cancel)
            {
                if (await choices.AgreeAsync(user, Purposes.Statistics, cancel))
                    counter.Tell(visit.Activity); // expect: PAC3007 OCIS-3.2
            }

            public async Task CleanAsync(Guid user, Visit visit, CancellationToken cancel)
            {
                if (await choices.AgreeAsync(user, Purposes.Statistics, cancel))
                    counter.Tell(pseudonyms.Of(user, visit).Activity);
            }
        }
        """);

    // The same address, to the same provider, for another purpose.
    [Fact, Trait("Clause", "OCIS-3.2")]
    public Task Who_sends_mail_does_so_for_OCIS_alone() => IsRefusedAsync("""
        [Recipient(Recipients.EmailProvider)]
        public interface IPost
        {
            void Tell(string? line);
        }

        public sealed class Till(IPost post)
        {
            [Purpose(Purposes.LegalCompliance)]
            public void Tell(User user) => post.Tell(user.Email); // expect: PAC3006 OCIS-3.2

            [Purpose(Purposes.Communication)]
            public void Clean(User user) => post.Tell(user.Email);
        }
        """);

    [Fact, Trait("Clause", "OCIS-3.3")]
    public Task Who_buys_OCIS_does_not_get_what_people_did() => IsRefusedAsync("""
        [Recipient(Recipients.Acquirer)]
        public interface IBuyer
        {
            void Take(string? line);
        }

        [Purpose(Purposes.ServiceProvision)]
        public sealed class Sale(IBuyer buyer)
        {
            public void Hand(Visit visit) => buyer.Take(visit.Activity); // expect: PAC3006 OCIS-3.3

            public void Clean(User user) => buyer.Take(user.Email);
        }
        """);

    [Fact, Trait("Clause", "OCIS-3.4")]
    public Task An_authority_gets_what_the_law_asks_for() => IsRefusedAsync("""
        [Recipient(Recipients.Authority)]
        public interface IClerk
        {
            void Tell(string? line);
        }

        public sealed class Counter(IClerk clerk)
        {
            [Purpose(Purposes.Communication)]
            public void Gossip(User user) => clerk.Tell(user.Email); // expect: PAC3006 OCIS-3.4

            [Purpose(Purposes.LegalCompliance)]
            public void Clean(User user) => clerk.Tell(user.Email);
        }
        """);

    [Fact, Trait("Clause", "OCIS-4.1")]
    public Task A_column_without_encryption_is_refused() => Sample.Ocis.Whole
        .Replacing("Data/User.cs", "[DataCategory(Categories.Contact.Phone), Encrypted(Sealing.Person)]", "[DataCategory(Categories.Contact.Phone)]")
        .IsRefusedAtAsync("Data/User.cs:18 PAC5007 OCIS-4.1");

    [Fact, Trait("Clause", "OCIS-4.1"), Trait("Clause", "OCIS-2.3")]
    public Task Whatever_it_holds() => Sample.Ocis.Whole
        .Replacing("Data/SupportRequest.cs", ", Encrypted(Sealing.Person)]", "]")
        .FindsAsync("PAC5007", "OCIS-4.1", "OCIS-2.3");

    [Fact, Trait("Clause", "OCIS-4.1"), Trait("Clause", "OCIS-2.3")]
    public Task And_so_is_a_way_without() => Sample.Ocis.Whole
        .Replacing("Mail/HttpMailProvider.cs", "https://eu.mails.example", "http://eu.mails.example")
        .FindsAsync("PAC5008", "OCIS-4.1", "OCIS-2.3");

    [Fact, Trait("Clause", "OCIS-4.2")]
    public Task What_an_endpoint_returns_needs_authorisation() => Sample.Ocis.Whole
        .Replacing("Support/SupportEndpoints.cs", "app.MapGroup(\"/support\").RequireAuthorization(OcisPolicies.Support)", "app.MapGroup(\"/support\")")
        .IsRefusedAtAsync("Support/SupportEndpoints.cs:17 PAC5009 OCIS-4.2");

    [Fact, Trait("Clause", "OCIS-4.2")]
    public Task Names_stay_out_of_logs() => Sample.Ocis.Whole
        .Replacing("Transfers/LegalDesk.cs", "request.Reference, user.Id);\n        return", "request.Reference, user.Name);\n        return")
        .IsRefusedAtAsync("Transfers/LegalDesk.cs:19 PAC5001 OCIS-4.2");

    [Fact, Trait("Clause", "OCIS-4.3")]
    public Task What_changes_data_is_recorded() => Sample.Ocis.Whole
        .Replacing("OcisApplication.cs", "\n            .UsePrivacyAudit(provider));", ");")
        .FindsAsync("PAC5012", "OCIS-4.3");

    [Fact, Trait("Clause", "OCIS-5.4")]
    public Task What_is_restricted_is_counted_by_nobody_else() => Sample.Ocis.Whole
        .Replacing("Statistics/WebStatistics.cs", "Choices choices,", "PolicyAsCode.EntityFrameworkCore.IConsents consents,")
        .Replacing("Statistics/WebStatistics.cs", "choices.AgreeAsync(user, Purposes.Statistics, cancel)", "consents.IsGivenAsync(Subjects.User, user.ToString(), Purposes.Statistics, cancel)")
        .FindsAsync("PAC3004", "OCIS-5.4");

    [Fact, Trait("Clause", "OCIS-5.6")]
    public Task Nobody_reads_what_somebody_objected_to() => Sample.Ocis.Whole
        .Replacing("Usage/UsageInsight.cs", "visit.UserId is { } user && await choices.AllowAsync(user, Purposes.ServiceImprovement, cancel)", "visit.UserId is { }")
        .FindsAsync("PAC3004", "OCIS-5.6");

    [Fact, Trait("Clause", "OCIS-6.1")]
    public Task No_account_is_made_before_the_age_is_asked() => Sample.Ocis.Whole
        .Replacing("Accounts/Registration.cs", "        if (!IsOldEnough(form))\n            return RegistrationOutcome.TooYoung;\n", "")
        .FindsAsync("PAC3005", "OCIS-6.1");

    [Fact, Trait("Clause", "OCIS-6.1")]
    public Task And_the_day_of_birth_is_not_kept() => Sample.Ocis.Whole
        .Replacing("Data/User.cs", "    public UserRole Role { get; set; }", "    [DataCategory(Categories.Identity.BirthDate), Encrypted(Sealing.Volume)]\n    public DateOnly? BornOn { get; set; }\n\n    public UserRole Role { get; set; }")
        .IsRefusedAtAsync("Data/User.cs:33 PAC2006 OCIS-6.1");

    [Fact, Trait("Clause", "OCIS-7.1")]
    public Task Letters_do_not_go_by_way_of_Singapore() => Sample.Ocis.Whole
        .Replacing("Mail/HttpMailProvider.cs", "https://eu.mails.example", "https://sg.mails.example")
        .FindsAsync("PAC3009", "OCIS-7.1");

    [Fact, Trait("Clause", "OCIS-7.1")]
    public Task Data_goes_to_regions_that_are_stated() => Sample.Ocis.Whole
        .Promising("bindings", "  api.payments.example: US", "  api.payments.example: SG")
        .FindsAsync("PAC3009", "OCIS-7.1");
}
