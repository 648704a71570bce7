using Microsoft.AspNetCore.Mvc;

namespace OChat.Violations;

/// <summary>Asks at registration for what people are told comes from chats.</summary>
[CollectedAt(Sources.Registration)]
[Purpose(Purposes.ServiceProvision)]
public sealed class CuriousForms : ControllerBase
{
    [HttpPost("/curious/taste")]
    public IActionResult Taste(TasteForm form) => Ok(); // expect: PAC3011 OCHAT-1.5
}

/// <summary>What somebody likes to buy.</summary>
public sealed record TasteForm([property: DataCategory(Categories.Preference.Product)] string? Likes);
