using Alpokat.Data;

namespace Alpokat.Violations;

/// <summary>One step past what data is for.</summary>
[Purpose(Purposes.Promotion)]
public sealed class OtherPurposes
{
    public static DateOnly? Birthday(Merchant merchant) => merchant.BirthDate; // expect: PAC3001 ALPO-1.2

    public static string? Call(Merchant merchant) => merchant.Phone; // expect: PAC3001 ALPO-1.2

    public static string Bought(Payment payment) => payment.Number; // expect: PAC3001 ALPO-1.1

    public static string? From(Visit visit) => visit.IpAddress; // expect: PAC3001 ALPO-2.1

    public static string? Device(Visit visit) => visit.DeviceId; // expect: PAC3001 ALPO-2.3

    public static string? Said(Merchant merchant) => merchant.PublicProfile; // expect: PAC3001 ALPO-2.2

    public static string? Receipts(Customer customer) => customer.Email; // expect: PAC3001 ALPO-3.2

    [Purpose(Purposes.Communication)]
    public static string? Suspicion(FraudSignal signal) => signal.Reason; // expect: PAC3001 ALPO-5.2

    [Purpose(Purposes.ServiceProvision)]
    public static string Nearby(PaymentPlace place) => place.Town; // expect: PAC3001 ALPO-5.1

    [Purpose(Purposes.Personalisation)] // expect: PAC3013
    public static long Recommend(Payment payment) => payment.AmountRupiah; // expect: PAC3001 ALPO-1.1

    [Purpose(Purposes.IdentityVerification)]
    public static DateOnly? Clean(Merchant merchant) => merchant.BirthDate;
}
