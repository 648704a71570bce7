namespace PolicyAsCode.Generators.Tests.Running;

/// <summary>The shop of most tests here.</summary>
internal static class SmallShop
{
    public const string Policy = """
        policy: shop
        version: 1
        controller: { name: Shop, email: privacy@shop.example, time-zone: Asia/Jakarta }
        subjects:
          customer: { origin: decision }
        data:
          contact.email:
            of: customer
            clause: SHOP-1
            for: communication
            keep: { for: 2 years, from: last-purchase, then: erase }
          transaction.order:
            of: customer
            clause: SHOP-2
            for: transactions
            keep: { origin: decision, at-least: 10 years, because: tax law, from: order-placed, then: anonymise }
        purposes:
          communication: { clause: SHOP-1, basis: contract }
          transactions: { clause: SHOP-2, basis: contract }
        enforce: { default: error }
        """;

    public const string Code = """
        using System;
        using Microsoft.EntityFrameworkCore;
        using PolicyAsCode;
        using PolicyAsCode.EntityFrameworkCore;

        namespace Shop;

        [DataSubject("customer")]
        public sealed class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
            [RetentionAnchor("last-purchase")] public DateTimeOffset? LastPurchaseAt { get; set; }
            [LegalHold] public bool OnLegalHold { get; set; }
        }

        public sealed class Order
        {
            public int Id { get; init; }
            public Guid? CustomerId { get; set; }
            public Customer? Customer { get; set; }
            [DataCategory("transaction.order")] public string Number { get; init; } = "";
            [RetentionAnchor("order-placed")] public DateTimeOffset PlacedAt { get; init; }
        }

        [PrivacyOperations]
        public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
        {
            public DbSet<Customer> Customers => Set<Customer>();
            public DbSet<Order> Orders => Set<Order>();
        }
        """;
}
