using Microsoft.EntityFrameworkCore;
using OChat.Data;

namespace OChat.Violations;

/// <summary>A second database, about which nobody thought when the policy was written.</summary>
public sealed class ClearContext(DbContextOptions<ClearContext> options) : DbContext(options) // expect: PAC4005 OCHAT-2.2
{
    public DbSet<CallBack> CallBacks => Set<CallBack>();
}

/// <summary>Whom to call back.</summary>
[DataSubject(Subjects.Customer)]
public sealed class CallBack
{
    public int Id { get; init; }

    [DataCategory(Categories.Contact.Phone)]
    public string? Number { get; set; } // expect: PAC5007 OCHAT-3.1

    [DataCategory(Categories.Identity.BirthDate)] // expect: PAC2002
    public DateOnly? BornOn { get; set; }

    [DataCategory(Categories.Device.IpAddress)]
    public string? From { get; set; } // expect: PAC4001

    [DataCategory(Categories.Transaction.Order)]
    public string? About { get; set; } // expect: PAC4002

    [RetentionAnchor(Anchors.LastActivity)]
    public DateTime LastSeenAt { get; init; }
}
