using Microsoft.EntityFrameworkCore;

namespace BotBelanja.Violations;

/// <summary>An order that wants to know whose it is: each way to say so, or not to say so, is refused.</summary>
public sealed class CuriousOrder
{
    public int Id { get; init; }

    [DataCategory(Categories.Contact.Email)] // expect: PAC2002 BOT-1.a
    public string? ReceiptTo { get; set; }

    [DataCategory(Categories.Transaction.PurchaseHistory)] // expect: PAC2002 BOT-1.b
    public string? BoughtBefore { get; set; }

    public string? CustomerName { get; set; } // expect: PAC2004

    public string? NomorTelepon { get; set; } // expect: PAC2004

    /// <summary>What, how many and when: that is allowed.</summary>
    public int Quantity { get; set; }
}

/// <summary>A second database.</summary>
public sealed class CuriousContext(DbContextOptions<CuriousContext> options) : DbContext(options)
{
    public DbSet<CuriousOrder> Orders => Set<CuriousOrder>();
}
