using System.ComponentModel.DataAnnotations.Schema;

namespace JovaPos.Violations;

/// <summary>What a cookie holds lives in the browser alone, says the policy.</summary>
public sealed class TrackedVisit
{
    public int Id { get; init; }

    public int MemberId { get; init; }

    public Member? Member { get; init; }

    [DataCategory(Categories.Device.CookieId)]
    public string? Cookie { get; set; } // expect: PAC2006 JOVA-5.1

    [NotMapped, DataCategory(Categories.Device.CookieId)]
    public string? CookieOfThisRequest { get; set; }
}
