namespace JovaPos.Tests;

/// <summary>The pages for rights as this application has them.</summary>
internal sealed class RightsDesk(HttpClient browser) : RightsPages(browser, "/rights", "id");
