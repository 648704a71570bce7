using JovaPos.Data;

namespace JovaPos.Violations;

/// <summary>The policy gives telephone numbers to communication, and not to promotion.</summary>
[Purpose(Purposes.Promotion)]
public sealed class PhoneCampaign
{
    public static string? Target(Customer customer) => customer.Phone; // expect: PAC3001

    public static bool CleanTarget(Customer customer) => customer.Email is not null;

    [Purpose(Purposes.Communication)]
    public static string? CallBack(Customer customer) => customer.Phone;
}
