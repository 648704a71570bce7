using Microsoft.AspNetCore.Mvc;

namespace Alpokat.Violations;

/// <summary>Asks at the till for what is asked at registration, and for what is asked nowhere.</summary>
[CollectedAt(Sources.Payment)]
[Purpose(Purposes.IdentityVerification)]
public sealed class CuriousForms : ControllerBase
{
    [HttpPost("/curious/birthday")]
    public IActionResult Birthday(BirthdayForm form) => Ok(); // expect: PAC3011 ALPO-1.2

    [HttpPost("/curious/document")]
    public IActionResult Document(PaperForm form) => Ok(); // expect: PAC3011 ALPO-1.1

    [HttpPost("/curious/clean"), CollectedAt(Sources.Verification)]
    public IActionResult Clean(PaperForm form) => Ok();
}

/// <summary>When somebody was born.</summary>
public sealed record BirthdayForm([property: DataCategory(Categories.Identity.BirthDate)] DateOnly? BornOn);

/// <summary>A scan.</summary>
public sealed record PaperForm([property: DataCategory(Categories.Government.IdDocument)] byte[]? Paper);
