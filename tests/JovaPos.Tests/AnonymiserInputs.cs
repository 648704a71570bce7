using JovaPos.Analysis;
using JovaPos.Data;
using Microsoft.Extensions.Configuration;

namespace JovaPos.Tests;

/// <summary>What the generated tests of the shop's anonymisers need and cannot make: a key, and lines of orders.</summary>
internal static class AnonymiserInputs
{
    public static CustomerPseudonyms Pseudonyms() => new(new ConfigurationBuilder()
        .AddInMemoryCollection([new("Pseudonyms:Key", Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(at => (byte)at)]))])
        .Build());

    public static IEnumerable<OrderLine> Lines() =>
    [
        new() { Id = Guid.CreateVersion7(), OrderId = Guid.CreateVersion7(), ProductId = 7, Quantity = 1, UnitPriceRupiah = 18_000 },
        new() { Id = Guid.CreateVersion7(), OrderId = Guid.CreateVersion7(), ProductId = 12, Quantity = 40, UnitPriceRupiah = 1_250_000 },
    ];
}
