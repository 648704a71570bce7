using Microsoft.EntityFrameworkCore;
using Ocis.Data;

namespace Ocis.Violations;

/// <summary>A second database, about which nobody thought when the policy was written.</summary>
public sealed class OtherTables(DbContextOptions<OtherTables> options) : DbContext(options) // expect: PAC5012 OCIS-4.3, PAC4005 OCIS-4.4
{
    public DbSet<Wallet> Wallets => Set<Wallet>();
}

/// <summary>How somebody pays and where they are.</summary>
[DataSubject(Subjects.User)]
public sealed class Wallet
{
    public Guid Id { get; init; }

    [DataCategory(Categories.Payment.CardNumber), Encrypted(Sealing.Volume)] // expect: PAC2002 OCIS-1.2
    public string? Card { get; set; }

    [DataCategory(Categories.Location.Precise), Encrypted(Sealing.Volume)] // expect: PAC2002 OCIS-1.3
    public string? Whereabouts { get; set; } // expect: PAC4002 OCIS-4.4

    [DataCategory(Categories.Device.CookieId), Encrypted(Sealing.Volume)]
    public string? Cookie { get; set; } // expect: PAC2006 OCIS-1.4

    [DataCategory(Categories.Identity.BirthDate), Encrypted(Sealing.Volume)]
    public DateOnly? BornOn { get; set; } // expect: PAC2006 OCIS-6.1

    [DataCategory(Categories.Contact.Phone)]
    public string? Number { get; set; } // expect: PAC5007 OCIS-4.1

    [RetentionAnchor(Anchors.AccountClosed)]
    public DateTimeOffset? ClosedAt { get; init; }
}
