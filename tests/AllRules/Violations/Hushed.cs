using System.Diagnostics.CodeAnalysis;

namespace Cellar.Violations;

/// <summary>PAC9003: code says that a rule does not count here. A comment that says so is not even heard.</summary>
[Purpose(Purposes.Communication)]
public static class Hushed
{
    [SuppressMessage("Privacy", "PAC5001", Justification = "Only for now.")] // expect: PAC9003
    public static void Tell(Customer customer) => Console.WriteLine(customer.Email);

#pragma warning disable PAC5001
    public static void TellUnheard(Customer customer) => Console.WriteLine(customer.Email); // expect: PAC5001
#pragma warning restore PAC5001

    public static void CleanTell(Customer customer) => Console.WriteLine(customer.Id);
}
