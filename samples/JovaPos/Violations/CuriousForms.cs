using Microsoft.AspNetCore.Mvc;

namespace JovaPos.Violations;

/// <summary>Asks for more than people are told it asks for.</summary>
[CollectedAt(Sources.Feedback)]
[Purpose(Purposes.ServiceImprovement)]
public sealed class CuriousForms : ControllerBase
{
    [HttpPost("/curious/opinion")]
    public IActionResult Opinion(Opinion opinion) => Ok();

    [HttpPost("/curious/opinion-and-birthday")]
    public IActionResult Curious(OpinionWithBirthday opinion) => Ok(); // expect: PAC3011
}

/// <summary>What somebody thinks of the shop.</summary>
public record Opinion([DataCategory(Categories.Communication.Feedback)] string? Text);

/// <summary>And when somebody was born, for which the policy asks at registration.</summary>
public sealed record OpinionWithBirthday(
    string? Text, [DataCategory(Categories.Identity.BirthDate)] DateOnly? BornOn) : Opinion(Text);
