using Microsoft.EntityFrameworkCore;

namespace Alpokat.Violations;

/// <summary>A second database, about which nobody thought when the policy was written.</summary>
public sealed class ShadowContext(DbContextOptions<ShadowContext> options) : DbContext(options) // expect: PAC4005 ALPO-5.1
{
    public DbSet<Courier> Couriers => Set<Courier>();
}

/// <summary>Where somebody was, to the street.</summary>
[DataSubject(Subjects.Customer)]
public sealed class Courier
{
    public int Id { get; init; }

    [DataCategory(Categories.Location.Precise)] // expect: PAC2002 ALPO-5.1
    public string? Position { get; set; } // expect: PAC4002

    [DataCategory(Categories.Preference.Product)] // expect: PAC2002 ALPO-1.3
    public string? Likes { get; set; }

    [DataCategory(Categories.Device.IpAddress)]
    public string? From { get; set; }

    public string? HomeAddress { get; set; } // expect: PAC2004
}
