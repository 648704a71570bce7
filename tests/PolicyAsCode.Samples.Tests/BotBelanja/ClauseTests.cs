using PolicyAsCode.Samples.Tests.Breaking;

namespace PolicyAsCode.Samples.Tests.BotBelanja;

/// <summary>
/// Each clause of BotBelanja's notice: the sample is broken in the one way that the clause forbids, or one step past what it
/// allows, and the finding names the clause. Whole, the sample is clean (<see cref="ViolationsTests"/>).
/// </summary>
public sealed class ClauseTests
{
    private static Broken Whole => Sample.BotBelanja.Whole;

    [Fact, Trait("Clause", "BOT-1.a")]
    public Task A_field_of_an_order_that_says_whose_it_is_is_refused() => Whole
        .Replacing("Data/Order.cs", "public OrderStatus Status { get; set; }", """
            public OrderStatus Status { get; set; }

                [DataCategory(Categories.Contact.Email)]
                public string? ReceiptTo { get; set; }
            """)
        .IsRefusedAtAsync("Data/Order.cs:22 PAC2002 BOT-1.a");

    // By its name alone nobody knows for sure what a field holds, so that this names no clause, and shows none.
    [Fact]
    public Task The_same_field_is_refused_when_nobody_declares_it() => Whole
        .Replacing("Ordering/OrderForm.cs", "Guid RequestKey,", "Guid RequestKey, string? CustomerEmail,")
        .Replacing("Demo/DemoScript.cs", "var form = new OrderForm(Guid.NewGuid(), [", "var form = new OrderForm(Guid.NewGuid(), null, [")
        .Replacing("Demo/DemoScript.cs", "var greedy = new OrderForm(Guid.NewGuid(), [", "var greedy = new OrderForm(Guid.NewGuid(), null, [")
        .IsRefusedAtAsync("Ordering/OrderForm.cs:4 PAC2004");

    [Fact, Trait("Clause", "BOT-1.a")]
    public Task Who_called_stays_out_of_logs() => Whole
        .IsRefusedAsync("""
            public sealed class CallerLog(Microsoft.Extensions.Logging.ILogger<CallerLog> log)
            {
                public void Called(Microsoft.AspNetCore.Http.HttpContext http) =>
                    log.LogInformation("Called from {Caller}", http.Connection.RemoteIpAddress); // expect: PAC5001 BOT-1.a
            }
            """);

    [Fact, Trait("Clause", "BOT-1.a")]
    public void A_policy_that_collects_something_after_all_contradicts_itself()
    {
        var broken = Whole.Promising("purposes:\n  transactions:", """
            subjects:
              customer: { clause: BOT-1.b }
            data:
              contact.email:
                of: customer
                clause: BOT-1.b
                for: transactions
                keep: { origin: decision, for: 1 year, from: order-placed, then: erase }
            purposes:
              transactions:
            """);
        broken.IsToldBy("PAC1009", "BOT-1.a", $"line {broken.LineOf("  - { clause: BOT-1.a, origin: decision, action: collect")} says never");
    }

    [Fact, Trait("Clause", "BOT-1.b")]
    public void That_orders_are_collected_cannot_be_left_out() => Whole
        .Without("  order-details:", "  service-figures:")
        .Without("  - { clause: BOT-1.b", "  - { clause: BOT-2.a")
        .IsToldBy("PAC1016", "BOT-1.b");

    // One step past product, quantity and time: what somebody bought before.
    [Fact, Trait("Clause", "BOT-1.b")]
    public Task What_somebody_bought_before_is_more_than_an_order() => Whole
        .IsRefusedAsync("""
            public sealed class Regular
            {
                public int Product { get; init; }

                public int Quantity { get; init; }

                [DataCategory(Categories.Transaction.PurchaseHistory)] // expect: PAC2002 BOT-1.b
                public string? BoughtBefore { get; init; }
            }
            """);

    [Fact, Trait("Clause", "BOT-2.a")]
    public void That_orders_are_processed_cannot_be_left_out() => Whole
        .Promising("    for: [transactions, service-improvement]", "    for: service-improvement")
        .Promising("  transactions: { clause: BOT-2.a, origin: decision, basis: contract }\n", "")
        .Without("  - { clause: BOT-2.a", "  - { clause: BOT-2.b")
        .IsToldBy("PAC1016", "BOT-2.a");

    [Fact, Trait("Clause", "BOT-2.b")]
    public void That_orders_are_analysed_cannot_be_left_out() => Whole
        .Promising("    for: [transactions, service-improvement]", "    for: transactions")
        .Promising("    for: service-improvement", "    for: transactions")
        .Without("  service-improvement:\n    clause: BOT-2.b", "\n# What must never happen.")
        .Without("  - { clause: BOT-2.b", "  - { clause: BOT-1.a")
        .IsToldBy("PAC1016", "BOT-2.b");

    [Theory, Trait("Clause", "BOT-2.a"), Trait("Clause", "BOT-2.b")]
    [InlineData("transactions", "BOT-2.a", ", basis: contract")]
    [InlineData("service-improvement", "BOT-2.b", "    basis: legitimate-interests\n    interest:\n      en: handling orders faster and with fewer mistakes\n      id: menangani pesanan lebih cepat dan dengan lebih sedikit kesalahan\n")]
    public void A_purpose_needs_its_lawful_basis(string purpose, string clause, string basis) =>
        Whole.Promising(basis, "").IsToldBy("PAC1008", clause, $"'{purpose}' has no lawful basis");

    // One step past each of the two: the same order, of which nobody reads whose it is, for another purpose.
    [Fact, Trait("Clause", "BOT-2.a"), Trait("Clause", "BOT-2.b")]
    public Task Orders_are_handled_and_analysed_and_nothing_else() => Whole
        .IsRefusedAsync("""
            using BotBelanja.Data;

            [Purpose(Purposes.Promotion)] // expect: PAC3013 BOT-2.a
            public static class Offers
            {
                public static string For(Order order) => $"You ordered {order.Number}: have another";

                [Purpose(Purposes.Personalisation)] // expect: PAC3013 BOT-2.b
                public static string Again(Order order) => $"Like {order.Number}?";

                [Purpose(Purposes.Transactions)]
                public static string Clean(Order order) => $"{order.Number} is packed";
            }
            """);

    // And who ordered it.
    [Fact, Trait("Clause", "BOT-2.a")]
    public Task Who_orders_is_served_and_not_sold_to() => Whole
        .IsRefusedAsync("""
            [Purpose(Purposes.Promotion)] // expect: PAC3013
            public static class Leads
            {
                public static string? Of(Microsoft.AspNetCore.Http.HttpContext caller) =>
                    caller.Connection.RemoteIpAddress?.ToString(); // expect: PAC3001 BOT-2.a
            }
            """);

    [Fact, Trait("Clause", "BOT-2.b")]
    public Task Orders_are_analysed_and_nobodys_habits() => Whole
        .IsRefusedAsync("""
            [Purpose(Purposes.Personalisation)] // expect: PAC3013
            public static class Profiles
            {
                public static string Of(Microsoft.AspNetCore.Http.HttpContext caller, BotBelanja.Data.Order order) =>
                    $"{caller.Request.Headers.UserAgent} orders {order.Number}"; // expect: PAC3001 BOT-2.b
            }
            """);

    [Fact, Trait("Clause", "BOT-3.1")]
    public Task Nothing_of_a_caller_is_disclosed_to_anybody() => Whole
        .IsRefusedAsync("""
            using System.Net.Http;
            using System.Net.Http.Json;
            using Microsoft.AspNetCore.Http;

            public sealed class Telltale(HttpClient http)
            {
                [Purpose(Purposes.Transactions)]
                public Task TellAsync(HttpContext caller) =>
                    http.PostAsJsonAsync("https://partner.example/callers", caller.Connection.RemoteIpAddress); // expect: PAC3001 BOT-1.a, PAC3008 BOT-3.1
            }
            """);

    [Fact, Trait("Clause", "BOT-3.1")]
    public Task Nor_to_a_partner_who_is_called_one() => Whole
        .IsRefusedAsync("""
            [Recipient(Recipients.DeliveryProvider)]
            public interface ICourier
            {
                void Announce(string? line);
            }

            [Purpose(Purposes.Transactions)]
            public sealed class Telltale(ICourier courier)
            {
                public void Tell(Microsoft.AspNetCore.Http.HttpContext caller) =>
                    courier.Announce(caller.Connection.RemoteIpAddress?.ToString()); // expect: PAC3001 BOT-1.a, PAC3006 BOT-3.1

                public void Clean(BotBelanja.Data.Order order) => courier.Announce(order.Number);
            }
            """);

    [Fact, Trait("Clause", "BOT-3.1")]
    public Task Nor_by_an_endpoint_that_anybody_may_call() => Whole
        .IsRefusedAsync("""
            using Microsoft.AspNetCore.Builder;
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Routing;

            public static class OpenDoor
            {
                public static void Map(IEndpointRouteBuilder app) =>
                    app.MapGet("/caller", (HttpContext http) => http.Connection.RemoteIpAddress!.ToString()); // expect: PAC3002 BOT-1.a, PAC5009 BOT-3.1
            }
            """);

    [Fact, Trait("Clause", "BOT-4.1")]
    public void That_risks_are_told_has_an_owner() => Whole
        .Promising("    owner: Customer support\n", "")
        .IsRefusedBy("PAC1006", "BOT-4.1");

    [Fact, Trait("Clause", "BOT-4.1")]
    public void And_a_day_on_which_somebody_looks_again() => Whole
        .Promising("    owner: Customer support\n    review-by: 2027-03-31", "    owner: Customer support")
        .IsRefusedBy("PAC1006", "BOT-4.1");

    [Fact, Trait("Clause", "BOT-4.1")]
    public void And_cannot_be_left_out() => Whole
        .Without("  - clause: BOT-4.1", "  - clause: BOT-4.2")
        .IsToldBy("PAC1016", "BOT-4.1");

    [Fact, Trait("Clause", "BOT-4.2")]
    public Task A_credential_is_not_sent_in_the_clear() => Whole
        .IsRefusedAsync("""
            using System.Net.Http;
            using System.Net.Http.Json;
            using Microsoft.AspNetCore.Http;

            public sealed class Shelves(HttpClient http)
            {
                public Task AskAsync(HttpContext caller) =>
                    http.PostAsJsonAsync("http://stock.botbelanja.example/shelves", caller.Request.Headers.Authorization.ToString()); // expect: PAC5008 BOT-4.2
            }
            """);

    [Fact, Trait("Clause", "BOT-5.1")]
    public void A_policy_that_is_published_for_next_year_does_not_hold_yet() => Whole
        .Promising("effective: 2024-02-09T21:00:00+07:00", "effective: 2027-02-09T21:00:00+07:00")
        .IsToldBy("PAC1013", "BOT-5.1", "2027-02-09");

    // What is loosened without a new version has not been published.
    [Fact, Trait("Clause", "BOT-5.1")]
    public void A_change_without_a_new_version_has_not_been_published() => Whole
        .Promising("  - { clause: BOT-3.1, origin: decision, action: disclose }        # and nobody else is given any\n", "")
        .IsToldBy("PAC1017", "BOT-5.1", "never − disclose");

    [Fact, Trait("Clause", "BOT-5.1")]
    public void How_changes_are_published_cannot_be_left_out() => Whole
        .Without("changes: { clause: BOT-5.1", "contact:")
        .IsToldBy("PAC1016", "BOT-5.1");

    [Fact, Trait("Clause", "BOT-6.1")]
    public void The_address_for_questions_cannot_be_left_out() => Whole
        .Promising("contact: { clause: BOT-6.1, email: kukuhtw@gmail.com }\n", "")
        .IsToldBy("PAC1016", "BOT-6.1");

    [Fact, Trait("Clause", "BOT-7.1")]
    public void Consent_by_mere_use_is_none() => Whole
        .Promising("by: use, as-consent: false", "by: use, as-consent: true")
        .IsToldBy("PAC1011", "BOT-7.1");

    [Fact, Trait("Clause", "BOT-7.1")]
    public void And_as_it_stands_it_is_noted_for_the_next_notice() =>
        Assert.Contains(Whole.PolicyNotes(), note => note.Id == "PAC1011" && note.Names("BOT-7.1"));
}
