using Ocis.Data;

namespace Ocis.Violations;

/// <summary>One step past what data is for.</summary>
[Purpose(Purposes.Personalisation)] // expect: PAC3013
public sealed class OtherPurposes
{
    public static string? Reach(User user) => user.Phone; // expect: PAC3001 OCIS-1.1

    public static string? Paid(Payment payment) => payment.Method; // expect: PAC3001 OCIS-1.2

    public static string? Origin(Visit visit) => visit.IpAddress; // expect: PAC3001 OCIS-1.3

    public static string? Known(FederatedLogin login) => login.ProviderUserId; // expect: PAC3001 OCIS-1.5

    public static string? Asked(SupportRequest request) => request.Text; // expect: PAC3001 OCIS-1.6

    public static string Bought(Order order) => order.Number; // expect: PAC3001 OCIS-2.1

    [Purpose(Purposes.Promotion)]
    public static long Spent(Payment payment) => payment.AmountCents; // expect: PAC3001 OCIS-2.5

    [Purpose(Purposes.ServiceImprovement)]
    public static string Used(Visit visit) => visit.Activity; // expect: PAC3004 OCIS-2.2

    [Purpose(Purposes.Security)]
    public static string? Watched(Visit visit) => visit.IpAddress; // expect: PAC3004 OCIS-2.3

    [Purpose(Purposes.Statistics)]
    public static string? Counted(Visit visit) => visit.Device; // expect: PAC3003 OCIS-1.4

    [Purpose(Purposes.ServiceProvision)]
    public static string? Clean(User user) => user.Phone;
}
