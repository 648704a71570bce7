using Microsoft.Playwright;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore.Tests.Requests;

/// <summary>The pages in a real browser, and as axe meets them: <c>eng/with-browser.sh eng/with-node.sh dotnet test</c>.</summary>
public sealed class BrowserTests
{
    private const string Browser = "POLICYASCODE_CHROMIUM";
    private const string Axe = "POLICYASCODE_AXE";
    private const string Pictures = "POLICYASCODE_SCREENSHOTS";

    // Axe names what is wrong, and where.
    private const string Look = """
        async () => {
          const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
          return found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.html}: ${node.failureSummary}`));
        }
        """;

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public async Task Somebody_asks_proves_it_and_downloads_their_copy(string language)
    {
        await using var shop = await PagesShop.OpenAsync(isReal: true);
        await using var eyes = await Eyes.OpenAsync(shop, language);
        var page = eyes.Page;
        await page.GotoAsync(shop.Address + "/privacy/");
        await eyes.LookAsync("home");
        await page.Locator("a.card").First.ClickAsync();
        await eyes.LookAsync("ask");
        // Without a mouse: the skip link first, then onward to the form.
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.Locator(".skip").EvaluateAsync<bool>("link => link === document.activeElement && link.getBoundingClientRect().left >= 0"));
        await page.Locator("#contact").FillAsync("ana@mail.example");
        await page.Locator("main button[type=submit]").ClickAsync();
        await eyes.LookAsync("code");
        await shop.SendAsync();
        await page.Locator("#code").FillAsync("ABCDE-FGHJK");
        await page.Locator("main button[type=submit]").First.ClickAsync();
        await eyes.LookAsync("code-wrong");
        await page.Locator("#code").FillAsync(CodeIn(shop));
        await page.Locator("main button[type=submit]").First.ClickAsync();
        await eyes.LookAsync("copy");
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a.button[download]").ClickAsync());
        Assert.Contains("Ana", await File.ReadAllTextAsync((await download.PathAsync())!), StringComparison.Ordinal);
        Assert.DoesNotContain(eyes.Addresses, address => address.Contains("ana", StringComparison.OrdinalIgnoreCase) || !address.StartsWith(shop.Address, StringComparison.Ordinal));
        Assert.Empty(eyes.Complaints);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public async Task Somebody_who_is_signed_in_asks_to_be_erased_and_takes_consents_back(string language)
    {
        await using var shop = await PagesShop.OpenAsync(isReal: true);
        await shop.Consents.GiveAsync("customer", "1", "promotion", new("2026-01", "en", "May we?"), "form");
        await shop.Consents.GiveAsync("customer", "1", "analysis", new("2026-01", "en", "May we?"), "form");
        await using var eyes = await Eyes.OpenAsync(shop, language);
        var page = eyes.Page;
        await page.GotoAsync(shop.Address + "/sign-in/1");
        await page.GotoAsync(shop.Address + "/privacy/ask/rectification");
        await eyes.LookAsync("correct");
        await page.GotoAsync(shop.Address + "/privacy/ask/objection");
        await eyes.LookAsync("object");
        await page.GotoAsync(shop.Address + "/privacy/ask/erasure");
        await eyes.LookAsync("erase");
        await page.Locator("main button[type=submit]").ClickAsync();
        await eyes.LookAsync("show");
        await eyes.PrintAsync("show");
        await page.GotoAsync(shop.Address + "/privacy/");
        await eyes.LookAsync("home-known");
        await page.GotoAsync(shop.Address + "/privacy/consents");
        await eyes.LookAsync("consents");
        await page.Locator("main button[type=submit]").First.ClickAsync();
        await eyes.LookAsync("consents-done");
        Assert.False(await shop.Consents.IsGivenAsync("customer", "1", "promotion") && await shop.Consents.IsGivenAsync("customer", "1", "analysis"));
        await page.GotoAsync(shop.Address + "/privacy/ask/flying");
        await eyes.LookAsync("nothing");
        // The one complaint is the browser's own, about the page that there is not.
        Assert.All(eyes.Complaints, complaint => Assert.Contains("404", complaint, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public async Task Staff_carries_it_out(string language)
    {
        await using var shop = await PagesShop.OpenAsync(isReal: true);
        var late = await shop.Requests.ReceiveAsync(new(PrivacyRight.Access, "customer", "2", "email") { VerifiedBy = "signed-in" });
        shop.Clock.Now += TimeSpan.FromDays(5);
        var request = await shop.Requests.ReceiveAsync(
            new(PrivacyRight.Erasure, "customer", "1", "phone") { Words = "I do not shop with you any longer.", VerifiedBy = "id document seen" });
        await shop.Requests.ConfirmAsync(request.Id);
        await using var eyes = await Eyes.OpenAsync(shop, language);
        var page = eyes.Page;
        await page.GotoAsync(shop.Address + "/sign-in/dian");
        await page.GotoAsync(shop.Address + "/privacy/staff/");
        await eyes.LookAsync("staff");
        Assert.Equal(1, await page.Locator(".badge.late").CountAsync());
        await page.Locator($"a[href*='{request.Id}']").ClickAsync();
        await eyes.LookAsync("staff-request");
        await page.Locator("section[aria-labelledby=execute] button").ClickAsync();
        Assert.Equal(PrivacyRequestState.Done, (await shop.Requests.FindAsync(request.Id))!.State);
        Assert.NotEqual(request.Id, late.Id);
        Assert.Empty(eyes.Complaints);
    }

    private static string CodeIn(PagesShop shop) =>
        System.Text.RegularExpressions.Regex.Match(shop.Mailbox.Mail.Last().Text, "[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}").Value;

    /// <summary>A browser that says what axe and it itself complain of, and keeps pictures where somebody wants to look.</summary>
    private sealed class Eyes : IAsyncDisposable
    {
        private readonly IPlaywright _playwright;
        private readonly IBrowser _browser;
        private readonly string _axe;
        private readonly string _language;

        private Eyes(IPlaywright playwright, IBrowser browser, IPage page, string axe, string language)
        {
            (_playwright, _browser, Page, _axe, _language) = (playwright, browser, page, axe, language);
            page.Request += (_, request) => Addresses.Add(request.Url);
            page.Console += (_, said) =>
            {
                // Axe asks for nothing that the pages would; what the browser refuses them counts.
                if (said.Type == "error" && !said.Text.Contains("400 (Bad Request)", StringComparison.Ordinal)
                    && !said.Location.Contains("favicon", StringComparison.Ordinal))
                    Complaints.Add(said.Text);
            };
        }

        public IPage Page { get; }

        public List<string> Addresses { get; } = [];

        public List<string> Complaints { get; } = [];

        public static async Task<Eyes> OpenAsync(PagesShop shop, string language)
        {
            var (path, axe) = (Environment.GetEnvironmentVariable(Browser), Environment.GetEnvironmentVariable(Axe));
            Assert.SkipUnless(!string.IsNullOrEmpty(path), $"a browser: set {Browser}, as .ci/run does (eng/with-browser.sh)");
            Assert.SkipUnless(!string.IsNullOrEmpty(axe), $"axe-core: set {Axe}, as .ci/run does (eng/with-node.sh)");
            var playwright = await Playwright.CreateAsync();
            // No sandbox within a container that runs as root; the only pages are our own.
            var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
            var page = await browser.NewPageAsync(new() { Locale = language, ViewportSize = new() { Width = 1100, Height = 900 } });
            Assert.NotEmpty(shop.Address);
            return new(playwright, browser, page, await File.ReadAllTextAsync(axe!), language);
        }

        public async Task LookAsync(string name)
        {
            Assert.Equal(_language, await Page.Locator("html").GetAttributeAsync("lang"));
            await Page.EvaluateAsync(_axe);
            foreach (var (width, size) in new[] { (1100, "wide"), (360, "narrow") })
            {
                await Page.SetViewportSizeAsync(width, 900);
                await PictureAsync($"{name}-{size}");
                Assert.Empty(await Page.EvaluateAsync<string[]>(Look));
                Assert.True(await Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"), $"{name} is wider than {width}");
            }
        }

        public async Task PrintAsync(string name)
        {
            await Page.EmulateMediaAsync(new() { Media = Media.Print });
            await PictureAsync(name + "-print");
            Assert.False(await Page.Locator("main form").First.IsVisibleAsync());
            await Page.EmulateMediaAsync(new() { Media = Media.Screen });
        }

        public async ValueTask DisposeAsync()
        {
            await _browser.DisposeAsync();
            _playwright.Dispose();
        }

        private async Task PictureAsync(string name)
        {
            if (Environment.GetEnvironmentVariable(Pictures) is { Length: > 0 } folder)
                await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{_language}.png"), FullPage = true });
        }
    }
}
