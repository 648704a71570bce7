using JovaPos.Data;

namespace JovaPos.Payments.Violations;

/// <summary>No attribute here: the bindings say that this namespace works for transactions.</summary>
public sealed class PaymentReminder
{
    public static string? Mailbox(Customer customer) => customer.Email; // expect: PAC3001

    public static string? Number(Customer customer) => customer.Phone;
}
