namespace Cellar.Violations;

/// <summary>PAC9005: of the two findings that the baseline accepts here, one was mended since.</summary>
[Purpose(Purposes.Communication)]
public static class Accepted
{
    public static void Tell(Customer customer) => Console.WriteLine(customer.Email);

    public static void Mended(Customer customer) => Console.WriteLine(customer.Id);
}
