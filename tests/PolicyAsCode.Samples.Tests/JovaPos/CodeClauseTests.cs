using PolicyAsCode.Samples.Tests.Breaking;

namespace PolicyAsCode.Samples.Tests.JovaPos;

/// <summary>
/// Each clause of JOVA POS' notice that code can break: one step past what it allows, and the finding names the clause. What is
/// promised of requests is shown on data, by <c>tests/JovaPos.Tests</c>.
/// </summary>
public sealed class CodeClauseTests
{
    private static Broken Whole => Sample.JovaPos.Whole;

    private static Task IsRefusedAsync(string code) => Whole.IsRefusedAsync("using JovaPos.Data;\n" + code);

    [Fact]
    public Task The_sample_is_clean() => Whole.IsCleanAsync();

    [Fact, Trait("Clause", "JOVA-1.1")]
    public Task Feedback_is_for_a_better_service_and_not_for_offers() => IsRefusedAsync("""
        [Purpose(Purposes.Personalisation)]
        public static class Praise
        {
            public static string? Of(Feedback feedback) => feedback.Comment; // expect: PAC3001 JOVA-1.1

            [Purpose(Purposes.ServiceImprovement)]
            public static string? Clean(Feedback feedback) => feedback.Comment;
        }
        """);

    [Fact, Trait("Clause", "JOVA-1.2")]
    public Task Where_a_parcel_goes_is_for_the_transaction() => IsRefusedAsync("""
        [Purpose(Purposes.Analysis)]
        public static class Map
        {
            public static string? Of(Delivery delivery) => delivery.TrackingCode; // expect: PAC3001 JOVA-1.2

            [Purpose(Purposes.Transactions)]
            public static string? Clean(Delivery delivery) => delivery.TrackingCode;
        }
        """);

    [Fact, Trait("Clause", "JOVA-1.2")]
    public Task Transactions_do_not_travel_in_the_clear() => IsRefusedAsync("""
        using System.Net.Http;
        using System.Net.Http.Json;

        [Recipient(Recipients.PaymentProvider)]
        public sealed class Gateway(HttpClient http)
        {
            [Purpose(Purposes.Transactions)]
            public Task PayAsync(Payment payment) =>
                http.PostAsJsonAsync("http://pay.example/payments", payment.Method); // expect: PAC5008 JOVA-1.2

            [Purpose(Purposes.Transactions)]
            public Task CleanAsync(Payment payment) => http.PostAsJsonAsync("https://pay.example/payments", payment.Method);
        }
        """);

    [Fact, Trait("Clause", "JOVA-1.3")]
    public Task A_telephone_number_is_for_messages_about_an_order_and_not_for_offers() => IsRefusedAsync("""
        [Purpose(Purposes.Personalisation)]
        public static class Calls
        {
            public static string? To(Customer customer) => customer.Phone; // expect: PAC3001 JOVA-1.3

            [Purpose(Purposes.Communication)]
            public static string? Clean(Customer customer) => customer.Phone;
        }
        """);

    [Fact, Trait("Clause", "JOVA-1.4")]
    public Task What_was_offered_to_whom_is_not_studied() => IsRefusedAsync("""
        using PolicyAsCode.EntityFrameworkCore;

        [Purpose(Purposes.Analysis)]
        public static class Echo
        {
            public static string? Of(CampaignMessage message) => message.Body; // expect: PAC3001 JOVA-1.4

            [Purpose(Purposes.Promotion)]
            public static async Task<string?> CleanAsync(IConsents consents, CampaignMessage message) =>
                await consents.IsGivenAsync(Subjects.Customer, "1", Purposes.Promotion) ? message.Body : null;
        }
        """);

    [Fact, Trait("Clause", "JOVA-1.4")]
    public Task A_campaign_asks_for_consent_first() => Whole
        .Replacing(
            "Marketing/CampaignMailer.cs",
            CampaignConsent,
            "if (customer.Email is not { } email)")
        .IsRefusedAtAsync("Marketing/CampaignMailer.cs:31 PAC3003 JOVA-1.4");

    [Fact, Trait("Clause", "JOVA-1.4")]
    public Task And_each_of_its_messages_has_a_way_out() => Whole
        .Replacing("Marketing/CampaignMailer.cs", "$\"{campaign.Body}\\n\\n{wayOut.For(customer.Id)}\"", "campaign.Body")
        .IsRefusedAtAsync("Marketing/CampaignMailer.cs:34 PAC5011 JOVA-1.4");

    [Fact, Trait("Clause", "JOVA-1.5")]
    public Task A_recommendation_is_for_whom_it_was_made() => IsRefusedAsync("""
        [Purpose(Purposes.Analysis)]
        public static class Tastes
        {
            public static int Of(Recommendation recommendation) => recommendation.ProductId; // expect: PAC3001 JOVA-1.5

            [Purpose(Purposes.Personalisation)]
            public static async Task<int> CleanAsync(PolicyAsCode.EntityFrameworkCore.IRestrictions restrictions, Recommendation recommendation) =>
                await restrictions.HasNotObjectedAsync("customer", "1", Purposes.Personalisation) ? recommendation.ProductId : 0;
        }
        """);

    [Fact, Trait("Clause", "JOVA-1.6")]
    public Task Whether_a_sign_in_worked_is_for_security() => IsRefusedAsync("""
        [Purpose(Purposes.ServiceImprovement)]
        public static class Habits
        {
            public static bool Of(SignIn attempt) => attempt.Succeeded; // expect: PAC3001 JOVA-1.6

            [Purpose(Purposes.Security)]
            public static bool Clean(SignIn attempt) => attempt.Succeeded;
        }
        """);

    [Fact, Trait("Clause", "JOVA-1.7")]
    public Task What_was_bought_is_analysed_and_draws_up_no_rota() => IsRefusedAsync("""
        [Purpose(Purposes.StaffAdministration)]
        public static class Rota
        {
            public static int From(OrderLine line) => line.Quantity; // expect: PAC3001 JOVA-1.7

            [Purpose(Purposes.Analysis)]
            public static int Clean(OrderLine line) => line.Quantity;
        }
        """);

    [Fact, Trait("Clause", "JOVA-1.8")]
    public Task What_the_law_keeps_is_not_kept_for_analysis() => IsRefusedAsync("""
        [Purpose(Purposes.Analysis)]
        public static class Wallets
        {
            public static string? Of(Payment payment) => payment.Method; // expect: PAC3001 JOVA-1.8

            [Purpose(Purposes.LegalCompliance)]
            public static string? Clean(Payment payment) => payment.Method;
        }
        """);

    [Fact, Trait("Clause", "JOVA-1.9")]
    public Task A_purpose_that_the_notice_does_not_state_is_refused_for_everything() => IsRefusedAsync("""
        [Purpose(Purposes.ServiceProvision)] // expect: PAC3013
        public static class Anything
        {
            public static string? Of(Customer customer) => customer.Name; // expect: PAC3001 JOVA-1.9
        }
        """);

    [Fact, Trait("Clause", "JOVA-1.9")]
    public Task And_so_is_none_at_all() => IsRefusedAsync("""
        public static class Nothing
        {
            public static void Map(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder app) =>
                Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapPost(
                    app, "/nothing", (Customer customer) => customer.Name!.Length) // expect: PAC3002 JOVA-1.9
                    .RequireAuthorization();
        }
        """);

    [Fact, Trait("Clause", "JOVA-1.10")]
    public Task Nobody_reads_customers_without_being_let_in() => Whole
        .Replacing("Security/SecurityEndpoints.cs", "app.MapGroup(\"/security\").RequireAuthorization(ShopPolicies.Staff)", "app.MapGroup(\"/security\")")
        .IsRefusedAtAsync("Security/SecurityEndpoints.cs:12 PAC5009 JOVA-1.10", "Security/SecurityEndpoints.cs:14 PAC5009 JOVA-1.10");

    [Fact, Trait("Clause", "JOVA-1.10")]
    public Task Nor_in_a_log() => IsRefusedAsync("""
        using Microsoft.Extensions.Logging;

        public sealed class Diary(ILogger<Diary> log)
        {
            public void Write(Customer customer) => log.LogInformation("Seen: {Who}", customer.Email); // expect: PAC5001 JOVA-1.10

            public void Clean(Customer customer) => log.LogInformation("Seen: {Who}", customer.Id);
        }
        """);

    [Fact, Trait("Clause", "JOVA-1.10")]
    public Task And_passwords_are_stored_hashed() => IsRefusedAsync("""
        public static class Reset
        {
            public static void Password(Customer customer, JovaPos.Accounts.RegistrationForm form) =>
                customer.PasswordHash = form.Password; // expect: PAC5006 JOVA-1.10
        }
        """);

    [Fact, Trait("Clause", "JOVA-1.11")]
    public Task A_suspicion_protects_and_does_not_sell() => IsRefusedAsync("""
        [Purpose(Purposes.Personalisation)]
        public static class Prices
        {
            public static int? For(FraudSignal signal) => signal.Score; // expect: PAC3001 JOVA-1.11

            [Purpose(Purposes.RightsProtection)]
            public static int? Clean(FraudSignal signal) => signal.Score;
        }
        """);

    [Fact, Trait("Clause", "JOVA-2.1")]
    public Task Who_delivers_is_not_told_what_is_in_the_parcel() => IsRefusedAsync("""
        [Recipient(Recipients.DeliveryProvider)]
        public interface ICourier
        {
            void Take(string? line);
        }

        [Purpose(Purposes.Transactions)]
        public sealed class Counter(ICourier courier)
        {
            public void Hand(Order order) => courier.Take(order.Number); // expect: PAC3006 JOVA-2.1

            public void Clean(Customer customer) => courier.Take(customer.Address);
        }
        """);

    [Fact, Trait("Clause", "JOVA-2.2")]
    public Task A_partner_in_promotion_does_not_get_what_was_bought() => IsRefusedAsync("""
        using PolicyAsCode.EntityFrameworkCore;

        [Recipient(Recipients.BusinessPartner)]
        public interface IPartner
        {
            void Tell(string? line);
        }

        [Purpose(Purposes.Promotion)]
        public sealed class Together(IPartner partner, IConsents consents)
        {
            public async Task TellAsync(Customer customer, Order order)
            {
                if (await consents.IsGivenAsync(Subjects.Customer, customer.Id.ToString(), Purposes.Promotion))
                    partner.Tell($"{order.TotalRupiah}"); // expect: PAC3006 JOVA-2.2
            }

            public async Task CleanAsync(Customer customer)
            {
                if (await consents.IsGivenAsync(Subjects.Customer, customer.Id.ToString(), Purposes.Promotion))
                    partner.Tell(customer.Name);
            }
        }
        """);

    [Fact, Trait("Clause", "JOVA-2.3")]
    public Task An_authority_gets_what_the_law_asks_for_and_no_gossip() => IsRefusedAsync("""
        [Recipient(Recipients.Authority)]
        public interface IClerk
        {
            void Tell(string? line);
        }

        public sealed class Window(IClerk clerk)
        {
            [Purpose(Purposes.Communication)]
            public void Gossip(Customer customer) => clerk.Tell(customer.Name); // expect: PAC3006 JOVA-2.3

            [Purpose(Purposes.LegalCompliance)]
            public void Clean(Customer customer) => clerk.Tell(customer.Name);
        }
        """);

    [Fact, Trait("Clause", "JOVA-2.4")]
    public Task Who_buys_the_shop_does_not_get_suspicions() => IsRefusedAsync("""
        [Recipient(Recipients.Acquirer)]
        public interface IBuyer
        {
            void Take(string? line);
        }

        public sealed class Sale(IBuyer buyer)
        {
            [Purpose(Purposes.FraudPrevention)]
            public void Hand(FraudSignal signal) => buyer.Take(signal.Kind); // expect: PAC3006 JOVA-2.4

            [Purpose(Purposes.Transactions)]
            public void Clean(Customer customer) => buyer.Take(customer.Name);
        }
        """);

    // The pseudonyms are what makes it clean; without them the raw purchase is refused.
    [Fact, Trait("Clause", "JOVA-2.5")]
    public Task Research_elsewhere_gets_pseudonyms_only() => Whole
        .Replacing("Analysis/CustomerPseudonyms.cs", "    [Anonymises(DataForm.Pseudonymised)]\n    public PseudonymousPurchase", "    public PseudonymousPurchase")
        .Replacing("Analysis/PseudonymousPurchase.cs", "    [DataCategory(Categories.Transaction.PurchaseHistory, Form = DataForm.Pseudonymised)]\n    public int ProductId", "    [DataCategory(Categories.Transaction.PurchaseHistory)]\n    public int ProductId")
        .IsRefusedAtAsync("Analysis/CustomerPseudonyms.cs:24 PAC2005", "Analysis/SalesAnalysis.cs:44 PAC3007 JOVA-2.5");

    [Fact, Trait("Clause", "JOVA-2.5")]
    public Task And_nothing_raw_by_another_way() => IsRefusedAsync("""
        [Recipient(Recipients.ResearchPartner)]
        public interface IStudy
        {
            void Add(int product);
        }

        [Purpose(Purposes.Analysis)]
        public sealed class Study(IStudy study)
        {
            public void Raw(OrderLine line) => study.Add(line.ProductId); // expect: PAC3007 JOVA-2.5

            public void Clean(JovaPos.Analysis.PseudonymousPurchase purchase) => study.Add(purchase.ProductId);
        }
        """);

    [Fact, Trait("Clause", "JOVA-2.6")]
    public Task An_adviser_does_not_get_addresses() => IsRefusedAsync("""
        [Recipient(Recipients.ProfessionalAdviser)]
        public interface ILawyer
        {
            void Read(string? line);
        }

        [Purpose(Purposes.LegalCompliance)]
        public sealed class Files(ILawyer lawyer)
        {
            public void Show(Customer customer) => lawyer.Read(customer.Email); // expect: PAC3006 JOVA-2.6

            public void Clean(Customer customer, Order order) => lawyer.Read($"{customer.Name}: {order.Number}");
        }
        """);

    [Fact, Trait("Clause", "JOVA-2.7")]
    public Task Others_get_nothing_before_the_customer_agreed() => IsRefusedAsync("""
        using PolicyAsCode.EntityFrameworkCore;

        [Recipient(Recipients.ConsentedParty)]
        public interface IOther
        {
            void Tell(string? line);
        }

        [Purpose(Purposes.Promotion)]
        public sealed class Sharing(IOther other, IConsents consents)
        {
            // Promotion itself rests on consent, and so does to be handed to somebody else: each is missing.
            public void Share(Customer customer) => other.Tell(customer.Email); // expect: PAC3003 JOVA-1.4, PAC3003 JOVA-2.7

            [Purpose(Purposes.Communication)]
            public void Chat(Customer customer) => other.Tell(customer.Email); // expect: PAC3006 JOVA-2.7

            public async Task CleanAsync(Customer customer)
            {
                if (await consents.IsGivenAsync(Subjects.Customer, customer.Id.ToString(), Purposes.Promotion))
                    other.Tell(customer.Email);
            }
        }
        """);

    [Fact, Trait("Clause", "JOVA-2.8")]
    public Task Who_fights_fraud_gets_signals_and_no_names() => IsRefusedAsync("""
        [Recipient(Recipients.FraudPreventionPartner)]
        public interface IWatch
        {
            void Warn(string? line);
        }

        [Purpose(Purposes.FraudPrevention)]
        public sealed class Warning(IWatch watch)
        {
            public void Name(Customer customer) => watch.Warn(customer.Name); // expect: PAC3006 JOVA-2.8

            public void Clean(FraudSignal signal) => watch.Warn(signal.Kind);
        }
        """);

    // The same data, to the same recipient, for a purpose that was not agreed with it.
    [Fact, Trait("Clause", "JOVA-2.9")]
    public Task A_recipient_uses_what_it_gets_for_what_was_agreed() => IsRefusedAsync("""
        [Recipient(Recipients.EmailProvider)]
        public interface IPost
        {
            void Send(string? to);
        }

        public sealed class Letters(IPost post)
        {
            [Purpose(Purposes.Security)]
            public void Alarm(Customer customer) => post.Send(customer.Email); // expect: PAC3006 JOVA-2.9

            [Purpose(Purposes.Communication)]
            public void Clean(Customer customer) => post.Send(customer.Email);
        }
        """);

    [Fact, Trait("Clause", "JOVA-2.10")]
    public Task Who_helps_with_an_order_gets_what_the_order_needs() => IsRefusedAsync("""
        [Recipient(Recipients.PaymentProvider)]
        public interface ITill
        {
            void Charge(string? line);
        }

        [Purpose(Purposes.Transactions)]
        public sealed class Cash(ITill till)
        {
            public void Charge(Customer customer) => till.Charge(customer.Name); // expect: PAC3006 JOVA-2.10

            public void Clean(Payment payment) => till.Charge(payment.Method);
        }
        """);

    // What no way leads to from its customer would outlive an erasure.
    [Fact, Trait("Clause", "JOVA-3.5")]
    public Task Nothing_that_an_erasure_would_pass_by_is_stored() => IsRefusedAsync("""
        using Microsoft.EntityFrameworkCore;

        public sealed class Archive(DbContextOptions<Archive> options) : DbContext(options)
        {
            public DbSet<Worker> Workers => Set<Worker>();

            public DbSet<Opinion> Opinions => Set<Opinion>();
        }

        [DataSubject(Subjects.Staff)]
        public sealed class Worker
        {
            public int Id { get; init; }
        }

        public sealed class Opinion // expect: PAC4003 JOVA-3.5
        {
            public int Id { get; init; }

            public Worker? Worker { get; init; }

            [DataCategory(Categories.Communication.Feedback)]
            public string? Text { get; set; } // expect: PAC4001

            [RetentionAnchor(Anchors.FeedbackGiven)]
            public DateTimeOffset GivenAt { get; init; }
        }
        """);

    [Fact, Trait("Clause", "JOVA-3.8")]
    public Task Proof_of_identity_is_for_that_alone() => IsRefusedAsync("""
        [Purpose(Purposes.Security)]
        public static class Faces
        {
            public static byte[]? Of(DeletionEvidence evidence) => evidence.IdentityDocument; // expect: PAC3001 JOVA-3.8

            [Purpose(Purposes.IdentityVerification)]
            public static byte[]? Clean(DeletionEvidence evidence) => evidence.IdentityDocument;
        }
        """);

    [Fact, Trait("Clause", "JOVA-4.3")]
    public Task Nothing_is_recommended_to_whoever_had_it_restricted() => Whole
        .Replacing("Recommendations/Recommender.cs", "        if (!await MayAsync(customerId, cancel))\n            return [];\n        return await shop.Recommendations\n", "        return await shop.Recommendations\n")
        .IsRefusedAtAsync("Recommendations/Recommender.cs:54 PAC3004 JOVA-4.3", "Recommendations/Recommender.cs:55 PAC3004 JOVA-4.3");

    [Fact, Trait("Clause", "JOVA-5.1")]
    public Task A_cookie_that_the_policy_does_not_name_is_not_set() => IsRefusedAsync("""
        using Microsoft.AspNetCore.Http;

        [Purpose(Purposes.Promotion)]
        public static class Trail
        {
            public static void Leave(HttpContext http, [DataCategory(Categories.Device.CookieId)] string visitor) =>
                http.Response.Cookies.Append("trail", visitor); // expect: PAC5005 JOVA-5.1

            public static void Clean(HttpContext http, [DataCategory(Categories.Device.CookieId)] string visitor) =>
                http.Response.Cookies.Append("campaign", visitor);
        }
        """);

    [Fact, Trait("Clause", "JOVA-5.1")]
    public Task Nor_is_a_tracker_remembered() => Whole
        .Replacing("Data/ShopContext.cs", "    protected override void ConfigureConventions", "    public DbSet<Tracker> Trackers => Set<Tracker>();\n\n    protected override void ConfigureConventions")
        .IsRefusedAsync("Data/Tracker.cs", """
            namespace JovaPos.Data;

            public sealed class Tracker
            {
                public int Id { get; init; }

                public Guid CustomerId { get; init; }

                public Customer? Customer { get; init; }

                [DataCategory(Categories.Device.CookieId)]
                public string? Cookie { get; set; } // expect: PAC2006 JOVA-5.1
            }
            """);

    private const string CampaignConsent =
        "if (!await consents.AllowsAsync(customer.Id, Purposes.Promotion, cancel) || customer.Email is not { } email)";
}
