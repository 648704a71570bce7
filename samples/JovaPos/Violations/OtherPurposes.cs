using JovaPos.Data;

namespace JovaPos.Violations;

/// <summary>One step past what data is for: each is used for something, and not for this.</summary>
public static class OtherPurposes
{
    [Purpose(Purposes.Personalisation)]
    public static string? Praised(Feedback feedback) => feedback.Comment; // expect: PAC3001 JOVA-1.1

    [Purpose(Purposes.Analysis)]
    public static string? Travelled(Delivery delivery) => delivery.TrackingCode; // expect: PAC3001 JOVA-1.2

    [Purpose(Purposes.ServiceImprovement)]
    public static string? Called(Customer customer) => customer.Phone; // expect: PAC3001 JOVA-1.3

    [Purpose(Purposes.Analysis)]
    public static int Recommended(Recommendation recommendation) => recommendation.Score; // expect: PAC3001 JOVA-1.5

    [Purpose(Purposes.ServiceImprovement)]
    public static bool SignedIn(SignIn attempt) => attempt.Succeeded; // expect: PAC3001 JOVA-1.6

    [Purpose(Purposes.StaffAdministration)]
    public static int Sold(OrderLine line) => line.Quantity; // expect: PAC3001 JOVA-1.7

    [Purpose(Purposes.Analysis)]
    public static string? Paid(Payment payment) => payment.Method; // expect: PAC3001 JOVA-1.8

    // A purpose that the notice does not state: nothing is for it.
    [Purpose(Purposes.ServiceProvision)] // expect: PAC3013
    public static string? Known(Customer customer) => customer.Name; // expect: PAC3001 JOVA-1.9

    [Purpose(Purposes.Analysis)]
    public static int? Suspected(FraudSignal signal) => signal.Score; // expect: PAC3001 JOVA-1.11

    [Purpose(Purposes.Security)]
    public static byte[]? Proved(DeletionEvidence evidence) => evidence.IdentityDocument; // expect: PAC3001 JOVA-3.8

    // Allowed, but not of those who had it restricted, or objected.
    [Purpose(Purposes.Personalisation)]
    public static int Liked(Recommendation recommendation) => recommendation.ProductId; // expect: PAC3004 JOVA-4.3

    [Purpose(Purposes.Transactions)]
    public static string? Clean(Delivery delivery) => delivery.TrackingCode;
}
