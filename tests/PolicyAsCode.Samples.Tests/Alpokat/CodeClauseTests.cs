using PolicyAsCode.Samples.Tests.Breaking;

namespace PolicyAsCode.Samples.Tests.Alpokat;

/// <summary>
/// Each clause of ALPOKAT's notice that code can break: one step past what it allows, and the finding names the clause. Whole,
/// the sample is clean (<see cref="ViolationsTests"/>).
/// </summary>
public sealed class CodeClauseTests
{
    private static Broken Whole => Sample.Alpokat.Whole;

    private static Task IsRefusedAsync(string code) => Whole.IsRefusedAsync("using Alpokat.Data;\n" + code);

    [Fact, Trait("Clause", "ALPO-1.1")]
    public Task A_document_is_not_asked_for_at_the_till() => Whole
        .Replacing("Verification/VerificationEndpoints.cs", "[CollectedAt(Sources.Verification)]", "[CollectedAt(Sources.Payment)]")
        .IsRefusedAtAsync("Verification/VerificationEndpoints.cs:12 PAC3011 ALPO-1.1");

    [Fact, Trait("Clause", "ALPO-1.1")]
    public Task What_was_paid_is_not_for_offers() => IsRefusedAsync("""
        [Purpose(Purposes.Promotion)]
        public static class BestBuyers
        {
            public static long Spent(Payment payment) => payment.AmountRupiah; // expect: PAC3001 ALPO-1.1

            // A purpose that the policy does not even state.
            [Purpose(Purposes.Personalisation)] // expect: PAC3013
            public static long Liked(Payment payment) => payment.AmountRupiah; // expect: PAC3001 ALPO-1.1

            [Purpose(Purposes.ServiceProvision)]
            public static long Clean(Payment payment) => payment.AmountRupiah;
        }
        """);

    [Fact, Trait("Clause", "ALPO-1.2")]
    public Task A_birth_date_verifies_somebody_and_is_no_occasion() => IsRefusedAsync("""
        [Purpose(Purposes.Communication)]
        public static class Birthdays
        {
            public static DateOnly? Of(Merchant merchant) => merchant.BirthDate; // expect: PAC3001 ALPO-1.2

            [Purpose(Purposes.IdentityVerification)]
            public static DateOnly? Clean(Merchant merchant) => merchant.BirthDate;
        }
        """);

    [Fact, Trait("Clause", "ALPO-1.2")]
    public Task An_office_address_is_not_for_visits_of_the_sales_force() => IsRefusedAsync("""
        [Purpose(Purposes.Promotion)]
        public static class SalesForce
        {
            public static string? Doorstep(Merchant merchant) => merchant.OfficeAddress; // expect: PAC3001 ALPO-1.2

            [Purpose(Purposes.ServiceProvision)]
            public static string? Clean(Merchant merchant) => merchant.OfficeAddress;
        }
        """);

    // One step past goods and prices: who bought them.
    [Fact, Trait("Clause", "ALPO-1.3")]
    public Task Goods_and_prices_are_nobodys_until_somebody_writes_down_who_liked_them() => Whole
        .Replacing("Data/Product.cs", "public long PriceRupiah { get; set; }", """
            public long PriceRupiah { get; set; }

                [DataCategory(Categories.Preference.Product)]
                public string? LikedBy { get; set; }
            """)
        .IsRefusedAtAsync("Data/Product.cs:21 PAC2002 ALPO-1.3");

    [Fact, Trait("Clause", "ALPO-2.1")]
    public Task Where_somebody_came_from_is_for_security() => IsRefusedAsync("""
        [Purpose(Purposes.ServiceProvision)]
        public static class Nearby
        {
            public static string? Guess(Visit visit) => visit.IpAddress; // expect: PAC3001 ALPO-2.1

            [Purpose(Purposes.Security)]
            public static string? Clean(Visit visit) => visit.IpAddress;
        }
        """);

    [Fact, Trait("Clause", "ALPO-2.1")]
    public Task The_number_of_a_user_is_not_for_offers() => IsRefusedAsync("""
        [Purpose(Purposes.Promotion)]
        public static class Targets
        {
            public static string? Of(Merchant merchant) => merchant.UserId; // expect: PAC3001 ALPO-2.1
        }
        """);

    [Fact, Trait("Clause", "ALPO-3.2")]
    public Task The_system_is_looked_at_of_those_who_do_not_object() => Whole
        .Replacing("Improvement/SystemReport.cs", """
            if (await restrictions.HasNotObjectedAsync(
                                Subjects.Merchant, visit.MerchantId.ToString(), Purposes.ServiceImprovement, cancel)
            """, "if (restrictions is not null")
        .IsRefusedAtAsync("Improvement/SystemReport.cs:20 PAC3004 ALPO-3.2");

    [Fact, Trait("Clause", "ALPO-2.2")]
    public Task What_merchants_made_public_is_shown_and_not_sold_to() => IsRefusedAsync("""
        [Purpose(Purposes.Promotion)]
        public static class Profiles
        {
            public static string? Read(Merchant merchant) => merchant.PublicProfile; // expect: PAC3001 ALPO-2.2

            [Purpose(Purposes.ServiceProvision)]
            public static string? Clean(Merchant merchant) => merchant.PublicProfile;
        }
        """);

    // What somebody made public comes from there, and is not asked for at registration.
    [Fact, Trait("Clause", "ALPO-2.2")]
    public Task And_comes_from_what_they_made_public() => Whole
        .Replacing("Accounts/AccountEndpoints.cs", "[CollectedAt(Sources.PublicProfile)]", "[CollectedAt(Sources.Registration)]")
        .IsRefusedAtAsync("Accounts/AccountEndpoints.cs:39 PAC3011 ALPO-2.2");

    [Fact, Trait("Clause", "ALPO-2.3")]
    public Task A_tracker_that_the_policy_does_not_name_is_refused() => Whole
        .Replacing("Security/DeviceRecogniser.cs", "public const string Tracker = \"device-recogniser\";", "public const string Tracker = \"follower\";")
        .IsRefusedAtAsync("Security/DeviceRecogniser.cs:25 PAC5005 ALPO-2.3");

    [Fact, Trait("Clause", "ALPO-2.3")]
    public Task What_a_tracker_knows_is_not_for_offers() => IsRefusedAsync("""
        [Purpose(Purposes.Promotion)]
        public static class Retargeting
        {
            public static string? Device(Visit visit) => visit.DeviceId; // expect: PAC3001 ALPO-2.3

            public static string? Habit(Visit visit) => visit.Activity; // expect: PAC3001 ALPO-2.3
        }
        """);

    [Fact, Trait("Clause", "ALPO-3.1")]
    public Task Addresses_are_not_sold() => IsRefusedAsync("""
        [Transfers(DataTransfer.Sell)]
        public interface IListBroker
        {
            void Buy(string? line);
        }

        [Purpose(Purposes.Communication)]
        public sealed class Lists(IListBroker broker)
        {
            public void Sell(Merchant merchant) => broker.Buy(merchant.Email); // expect: PAC3010 ALPO-3.1

            public void Clean(Product product) => broker.Buy(product.Title);
        }
        """);

    [Fact, Trait("Clause", "ALPO-3.1")]
    public Task Nor_rented() => IsRefusedAsync("""
        [Transfers(DataTransfer.Rent)]
        public interface IListLender
        {
            void Borrow(string? line);
        }

        [Purpose(Purposes.Communication)]
        public sealed class Lists(IListLender lender)
        {
            public void Rent(Customer customer) => lender.Borrow(customer.Email); // expect: PAC3010 ALPO-3.1

            public void Clean(Product product) => lender.Borrow(product.Title);
        }
        """);

    [Fact, Trait("Clause", "ALPO-3.1")]
    public Task Nor_disclosed_to_anybody_whom_no_law_names() => IsRefusedAsync("""
        using System.Net.Http;
        using System.Net.Http.Json;

        [Purpose(Purposes.Communication)]
        public sealed class Crm(HttpClient http)
        {
            public Task KeepAsync(Merchant merchant) =>
                http.PostAsJsonAsync("https://crm.example/merchants", merchant.Email); // expect: PAC3008 ALPO-3.1

            public Task CleanAsync(Product product) => http.PostAsJsonAsync("https://crm.example/products", product.Title);
        }
        """);

    [Fact, Trait("Clause", "ALPO-3.1")]
    public Task Nor_to_somebody_who_assists() => IsRefusedAsync("""
        [Recipient(Recipients.EmailProvider)]
        public interface IPost
        {
            void Send(string? to);
        }

        [Purpose(Purposes.Communication)]
        public sealed class Outsourced(IPost post)
        {
            public void Send(Customer customer) => post.Send(customer.Email); // expect: PAC3006 ALPO-3.1
        }
        """);

    [Fact, Trait("Clause", "ALPO-3.2")]
    public Task Where_a_receipt_went_is_for_receipts() => IsRefusedAsync("""
        [Purpose(Purposes.ServiceImprovement)]
        public static class Surveys
        {
            public static string? Of(Customer customer) => customer.Email; // expect: PAC3001 ALPO-3.2

            [Purpose(Purposes.Communication)]
            public static string? Clean(Customer customer) => customer.Email;
        }
        """);

    [Fact, Trait("Clause", "ALPO-3.2")]
    public Task What_support_was_written_is_answered_and_not_studied() => IsRefusedAsync("""
        [Purpose(Purposes.ServiceImprovement)]
        public static class Reading
        {
            public static string? Of(Message message) => message.Text; // expect: PAC3001 ALPO-3.2

            [Purpose(Purposes.Communication)]
            public static string? Clean(Message message) => message.Text;
        }
        """);

    [Fact, Trait("Clause", "ALPO-4.1")]
    public Task An_offer_asks_for_consent_first() => Whole
        .Replacing("Promotion/Announcer.cs", """
            if (!await consents.IsGivenAsync(Subjects.Merchant, merchant.Id.ToString(), Purposes.Promotion, cancel)
                            || !await restrictions.IsUnrestrictedAsync(Subjects.Merchant, merchant.Id.ToString(), Purposes.Promotion, cancel)
                            || merchant.Email is not { } email)
            """, "if (consents is null || merchant.Email is not { } email)")
        .IsRefusedAtAsync("Promotion/Announcer.cs:27 PAC3003 ALPO-4.1", "Promotion/Announcer.cs:32 PAC3003 ALPO-4.1");

    [Fact, Trait("Clause", "ALPO-4.1")]
    public Task And_each_has_a_way_out() => Whole
        .Replacing("Promotion/Announcer.cs", "Penawaran dari mitra kami {partner.Title}.\\n{wayOut.For(merchant.Id)}", "Penawaran dari mitra kami {partner.Title}.")
        .IsRefusedAtAsync("Promotion/Announcer.cs:32 PAC5011 ALPO-4.1");

    // The same offer, sent by the partner: what the clause allows is that ALPOKAT sends it.
    [Fact, Trait("Clause", "ALPO-4.1")]
    public Task A_partner_does_not_get_the_addresses() => IsRefusedAsync("""
        using PolicyAsCode.EntityFrameworkCore;

        [Recipient(Recipients.BusinessPartner)]
        public interface IPartnerMailer
        {
            void Send(string? to);
        }

        [Purpose(Purposes.Promotion)]
        public sealed class Partnership(IPartnerMailer partner, IConsents consents)
        {
            public async Task SendAsync(Merchant merchant)
            {
                if (await consents.IsGivenAsync("merchant", "1", Purposes.Promotion))
                    partner.Send(merchant.Email); // expect: PAC3006 ALPO-4.1
            }
        }
        """);

    [Fact, Trait("Clause", "ALPO-5.1")]
    public Task A_town_is_for_statistics_and_nothing_else() => IsRefusedAsync("""
        [Purpose(Purposes.ServiceProvision)]
        public static class Nearby
        {
            public static string Of(PaymentPlace place) => place.Town; // expect: PAC3001 ALPO-5.1
        }
        """);

    [Fact, Trait("Clause", "ALPO-5.1")]
    public Task And_statistics_read_it_by_way_of_the_anonymiser() => IsRefusedAsync("""
        [Purpose(Purposes.Statistics)]
        public static class Figures
        {
            public static string Of(PaymentPlace place) => place.Town; // expect: PAC3001 ALPO-5.1

            public static object Clean(List<PaymentPlace> places) => Alpokat.Statistics.PopulationFigures.OfTowns(places);
        }
        """);

    [Fact, Trait("Clause", "ALPO-5.1")]
    public Task An_anonymiser_that_is_none_any_more_is_noticed() => Whole
        .Replacing("Statistics/PopulationFigures.cs", """
            [Anonymises(DataForm.Anonymised)]
                public static IReadOnlyList<BuyingFigure> OfTowns
            """, "public static IReadOnlyList<BuyingFigure> OfTowns")
        .Replacing("Statistics/PopulationFigures.cs", """
            [Anonymises(DataForm.Anonymised)]
                private static
            """, "private static")
        .IsRefusedAtAsync("Statistics/PopulationFigures.cs:21 PAC3001 ALPO-5.1");

    [Fact, Trait("Clause", "ALPO-5.1")]
    public Task And_never_a_street() => IsRefusedAsync("""
        public sealed class Doorstep
        {
            [DataCategory(Categories.Location.Precise)] // expect: PAC2002 ALPO-5.1
            public string? Position { get; init; }

            [DataCategory(Categories.Location.Any)]
            public string? Town { get; init; }
        }
        """);

    [Fact, Trait("Clause", "ALPO-5.1")]
    public Task Nobody_else_learns_where_people_pay() => IsRefusedAsync("""
        [Recipient(Recipients.Authority)]
        public interface IClerk
        {
            void Tell(string? line);
        }

        public sealed class Movements(IClerk clerk)
        {
            [Purpose(Purposes.Statistics)]
            public void Tell(PaymentPlace place) => clerk.Tell(place.Town); // expect: PAC3001 ALPO-5.1, PAC3006 ALPO-5.1
        }
        """);

    [Fact, Trait("Clause", "ALPO-5.2")]
    public Task A_suspicion_is_for_fraud_alone() => IsRefusedAsync("""
        [Purpose(Purposes.ServiceProvision)]
        public static class Ranking
        {
            public static string? Of(FraudSignal signal) => signal.Reason; // expect: PAC3001 ALPO-5.2

            [Purpose(Purposes.FraudPrevention)]
            public static string? Clean(FraudSignal signal) => signal.Reason;
        }
        """);

    // The same document, for another purpose than to see who somebody is.
    [Fact, Trait("Clause", "ALPO-5.2")]
    public Task A_document_is_for_seeing_who_somebody_is() => IsRefusedAsync("""
        [Purpose(Purposes.ServiceImprovement)]
        public static class Training
        {
            public static byte[]? On(IdentityDocument document) => document.Scan; // expect: PAC3001 ALPO-5.2

            [Purpose(Purposes.IdentityVerification)]
            public static byte[]? Clean(IdentityDocument document) => document.Scan;
        }
        """);

    [Fact, Trait("Clause", "ALPO-6.1")]
    public Task An_authority_is_told_where_a_law_requires_it_and_not_in_passing() => IsRefusedAsync("""
        [Recipient(Recipients.Authority)]
        public interface IClerk
        {
            void Tell(string? line);
        }

        public sealed class Counter(IClerk clerk)
        {
            [Purpose(Purposes.Communication)]
            public void Gossip(Merchant merchant) => clerk.Tell(merchant.Email); // expect: PAC3006 ALPO-6.1

            [Purpose(Purposes.LegalCompliance)]
            public void Clean(Merchant merchant) => clerk.Tell(merchant.Email);
        }
        """);

    [Fact, Trait("Clause", "ALPO-6.1")]
    public Task And_gets_no_more_than_the_policy_says() => IsRefusedAsync("""
        [Recipient(Recipients.Authority)]
        public interface IClerk
        {
            void Take(byte[]? scan);
        }

        public sealed class Copies(IClerk clerk)
        {
            [Purpose(Purposes.IdentityVerification)]
            public void Document(IdentityDocument document) => clerk.Take(document.Scan); // expect: PAC3006 ALPO-6.1
        }
        """);

    [Fact, Trait("Clause", "ALPO-6.2")]
    public Task A_crime_is_prevented_with_the_signal_and_the_address_and_not_with_all_that_is_known() => IsRefusedAsync("""
        [Recipient(Recipients.LawEnforcement)]
        public interface IPolice
        {
            void Tell(string? line);
        }

        public sealed class Report(IPolice police)
        {
            [Purpose(Purposes.FraudPrevention)]
            public void Method(Payment payment) => police.Tell(payment.Method.ToString()); // expect: PAC3006 ALPO-6.2

            [Purpose(Purposes.RightsProtection)]
            public void Clean(FraudSignal signal) => police.Tell(signal.Reason);
        }
        """);
}
