using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PolicyAsCode.Benchmarks;

/// <summary>Ordinary business code in any amount: records, services with branches and calls, LINQ, interpolation.</summary>
internal static class SyntheticShop
{
    public static CSharpCompilationOptions Options { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    public static ImmutableArray<MetadataReference> References { get; } =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
            .ToImmutableArray();

    public static ImmutableArray<SyntaxTree> Trees(int files) =>
        [.. Enumerable.Range(0, files).Select(file => CSharpSyntaxTree.ParseText(Source(file), path: $"Area{file}.cs"))];

    private static string Source(int file) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        namespace Shop.Area{{file}};

        public sealed class Customer
        {
            public Guid Id { get; init; }
            public string? Email { get; set; }
            public string? Phone { get; set; }
            public List<Order> Orders { get; } = new();
        }

        public sealed class Order
        {
            public Guid Id { get; init; }
            public Customer? Customer { get; set; }
            public DateTimeOffset PlacedAt { get; set; }
            public List<Line> Lines { get; } = new();
            public decimal Total => Lines.Sum(line => line.Price * line.Quantity);
        }

        public sealed record Line(string Product, decimal Price, int Quantity);
        {{string.Concat(Enumerable.Range(0, 4).Select(Service))}}
        """;

    private static string Service(int number) => $$"""

        public sealed class Service{{number}}
        {
            private readonly Dictionary<Guid, Customer> _customers = new();

            public Customer Register(string email, string? phone)
            {
                var customer = new Customer { Id = Guid.NewGuid(), Email = email, Phone = phone };
                _customers.Add(customer.Id, customer);
                return customer;
            }

            public string Describe(Guid id)
            {
                if (!_customers.TryGetValue(id, out var customer))
                    return "nobody";

                var email = customer.Email ?? "none";
                var orders = customer.Orders.Where(order => order.Total > 10).OrderBy(order => order.PlacedAt).ToList();
                return $"{email}: {orders.Count} orders of {orders.Sum(order => order.Total)}";
            }

            public decimal Total(IEnumerable<Order> orders, int year)
            {
                decimal total = 0;
                foreach (var order in orders)
                {
                    if (order.PlacedAt.Year != year)
                        continue;
                    total += order.Total switch
                    {
                        < 0 => 0,
                        > 1000 => order.Total * 0.95m,
                        var other => other,
                    };
                }
                return total;
            }
        }

        """;
}
