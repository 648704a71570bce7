using Microsoft.AspNetCore.Mvc;

namespace Ocis.Violations;

/// <summary>Takes in from partners what people are told comes from themselves, and asks for what is asked elsewhere.</summary>
[Purpose(Purposes.ServiceProvision)]
public sealed class CuriousForms : ControllerBase
{
    [HttpPost("/curious/lead"), CollectedAt(Sources.Partner)]
    public IActionResult Lead(LeadForm form) => Ok(); // expect: PAC3011 OCIS-1.5

    [HttpPost("/curious/complaint"), CollectedAt(Sources.Registration)]
    public IActionResult Complaint(ComplaintForm form) => Ok(); // expect: PAC3011 OCIS-1.6
}

/// <summary>Somebody whom a partner knows.</summary>
public sealed record LeadForm([property: DataCategory(Categories.Contact.Email)] string? Email);

/// <summary>What somebody minds.</summary>
public sealed record ComplaintForm([property: DataCategory(Categories.Communication.SupportRequest)] string? Text);
