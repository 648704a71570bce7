using OChat.Data;

namespace OChat.Violations;

/// <summary>One step past what data is for.</summary>
[Purpose(Purposes.Personalisation)] // expect: PAC3013
public sealed class OtherPurposes
{
    public static string? Reach(User user) => user.Email; // expect: PAC3001 OCHAT-1.1

    public static string? Origin(Visit visit) => visit.IpAddress; // expect: PAC3001 OCHAT-1.3

    public static string? Door(Delivery delivery) => delivery.Address; // expect: PAC3001 OCHAT-1.4

    public static string Bought(Order order) => order.Number; // expect: PAC3001 OCHAT-2.1

    public static string? Asked(SupportRequest request) => request.Text; // expect: PAC3001 OCHAT-2.3

    [Purpose(Purposes.Research)]
    public static string? Studied(ChatTurn turn) => turn.Text; // expect: PAC3004 OCHAT-2.6

    [Purpose(Purposes.Research)]
    public static string? Surveyed(User user) => user.Email; // expect: PAC3001 OCHAT-2.5

    [Purpose(Purposes.ServiceProvision)]
    public static string? Clean(Delivery delivery) => delivery.Address;
}
