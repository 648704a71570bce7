using Alpokat.Data;

namespace Alpokat.Tests;

/// <summary>What the generated tests of ALPOKAT's anonymisers need and cannot make: enough people for a figure.</summary>
internal static class AnonymiserInputs
{
    public static IEnumerable<PaymentLine> Lines() => Enumerable.Range(0, 12).Select(number => new PaymentLine
    {
        Id = Guid.CreateVersion7(),
        Product = new Product { Id = Guid.CreateVersion7(), Title = "Kopi Gayo, 250 g", Group = "kopi" },
        Payment = new Payment
        {
            Id = Guid.CreateVersion7(), Customer = Payer(),
            Number = $"AP-261122-{number:D8}", BillCode = $"{number:D16}", CustomerId = Guid.CreateVersion7(), AmountRupiah = 1_234_567_890 + number,
        },
        Quantity = 1,
    });

    public static IEnumerable<PaymentPlace> Places() => Enumerable.Range(0, 12).Select(_ => new PaymentPlace
    {
        Id = Guid.CreateVersion7(), CustomerId = Guid.CreateVersion7(), Customer = Payer(), Town = "Bandung",
    });

    private static Customer Payer() => new() { Id = Guid.CreateVersion7(), IsToldApart = true };
}
