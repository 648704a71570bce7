using Microsoft.Playwright;

namespace PolicyAsCode.Cli.Tests.Reports;

/// <summary>
/// The pages as a browser shows them, from a file, and as axe meets them:
/// <c>eng/with-browser.sh eng/with-node.sh dotnet test</c>. POLICYASCODE_SCREENSHOTS keeps pictures in a folder.
/// </summary>
public sealed class ReportBrowserTests : IAsyncLifetime
{
    private const string Browser = "POLICYASCODE_CHROMIUM";
    private const string Axe = "POLICYASCODE_AXE";
    private const string Pictures = "POLICYASCODE_SCREENSHOTS";

    private const string Look = """
        async () => {
          // What is far down has no size before somebody comes near, and axe would measure nothing.
          for (const part of document.querySelectorAll('.part')) part.style.contentVisibility = 'visible';
          const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
          return found.violations.flatMap(one => one.nodes.slice(0, 3).map(node => `${one.id}: ${node.html}: ${node.failureSummary}`));
        }
        """;

    private readonly TemporaryFolder _folder = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static TheoryData<string> Five => ReportTests.Five;

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable(Browser) is not { Length: > 0 } path)
            return;
        _playwright = await Playwright.CreateAsync();
        // No sandbox within a container that runs as root; the only pages are our own.
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
    }

    [Theory]
    [MemberData(nameof(Five))]
    public async Task Axe_finds_nothing_in_either_language_light_or_dark_wide_or_narrow(string policy)
    {
        var axe = await File.ReadAllTextAsync(Needed(Axe), TestContext.Current.CancellationToken);
        foreach (var (language, scheme) in new[] { ("en", ColorScheme.Light), ("id", ColorScheme.Dark) })
        {
            await using var context = await OpenAsync(scheme);
            var page = await ShowAsync(context, Repository.Root, $"report --policy {policy} --as-of 2026-11-22 --language {language}");
            await page.EvaluateAsync(axe);
            foreach (var (width, size) in new[] { (1280, "wide"), (390, "narrow") })
            {
                await page.SetViewportSizeAsync(width, 900);
                await PictureAsync(page, $"{policy}-{language}-{size}");
                Assert.Empty(await page.EvaluateAsync<string[]>(Look));
                Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"), $"{policy} is wider than {width}");
            }
            var notice = await ShowAsync(context, Repository.Root, $"notice --policy {policy} --language {language} --format html");
            await notice.EvaluateAsync(axe);
            await PictureAsync(notice, $"{policy}-{language}-notice");
            Assert.Empty(await notice.EvaluateAsync<string[]>(Look));
        }
    }

    [Fact]
    public async Task Five_hundred_fields_open_from_a_file_in_under_a_second()
    {
        GeneratedPolicy.Write(_folder, 500, 25);
        await using var context = await OpenAsync(ColorScheme.Light);

        var times = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            var page = await ShowAsync(context, _folder.Path, "report --policy big");
            times.Add(await page.EvaluateAsync<double>("() => performance.getEntriesByType('navigation')[0].loadEventEnd"));
        }
        var time = times.Min();
        TestContext.Current.SendDiagnosticMessage("500 fields: {0} ms", time);
        Assert.InRange(time, 1, 1000);
    }

    [Fact]
    public async Task Search_and_filter_hide_what_is_not_looked_for_and_the_browser_complains_of_nothing()
    {
        await using var context = await OpenAsync(ColorScheme.Light);
        var complaints = new List<string>();
        var page = await ShowAsync(context, Repository.Root, "report --policy ocis", complaints);
        var rows = page.Locator("#clauses tbody tr:visible");
        var all = await rows.CountAsync();

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("newsletter");
        Assert.True(await page.Locator("#data tbody tr:visible").CountAsync() is > 0 and < 10);
        Assert.Matches("^[0-9]+ entries found$", await page.Locator("#found").TextContentAsync() ?? "");
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(all, await rows.CountAsync());

        await page.Locator("#clauses .filter button").Nth(1).ClickAsync();
        Assert.InRange(await rows.CountAsync(), 1, all - 1);
        Assert.Equal(1, await page.Locator("#clauses .filter button[aria-pressed=true]").CountAsync());
        // A link into what is hidden shows it.
        await page.Locator("#map a[data-place='0']").ClickAsync();
        Assert.True(await page.Locator("#data tbody tr:target").IsVisibleAsync());
        await page.Locator("#map .place").Nth(20).HoverAsync();
        Assert.Equal(1, await page.Locator(".flows.dimmed").CountAsync());
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Without_script_the_page_is_whole_and_a_hostile_policy_runs_nothing()
    {
        await using var context = await OwnBrowser().NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await ShowAsync(context, Repository.Root, "report --policy ocis");
        Assert.False(await page.Locator(".search").IsVisibleAsync());
        Assert.Equal(ReportTests.Clauses("ocis").Count(), await page.Locator("#clauses tbody tr:visible").CountAsync());

        _folder.Write("policies/shop.policy.yaml", Policies.Clean.Replace("Corner Shop", "\"<img src=x onerror=document.title=1><script>document.title='hit'</script>\""));
        await using var running = await OpenAsync(ColorScheme.Light);
        var complaints = new List<string>();
        var hostile = await ShowAsync(running, _folder.Path, "report", complaints);
        Assert.DoesNotMatch("^(hit|1)$", await hostile.TitleAsync());
        Assert.Equal(0, await hostile.Locator("img").CountAsync());
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task It_prints_without_what_is_for_the_screen()
    {
        await using var context = await OpenAsync(ColorScheme.Dark);
        var page = await ShowAsync(context, Repository.Root, "report --policy jova-pos");
        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        Assert.False(await page.Locator(".side").IsVisibleAsync());
        Assert.Equal("rgb(255, 255, 255)", await page.Locator(".part").First.EvaluateAsync<string>("part => getComputedStyle(part).backgroundColor"));
        if (Environment.GetEnvironmentVariable(Pictures) is { Length: > 0 } folder)
            await page.PdfAsync(new() { Path = Path.Combine(folder, "jova-pos.pdf"), PreferCSSPageSize = true, PrintBackground = false });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        _folder.Dispose();
    }

    private static string Needed(string variable)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        Assert.SkipUnless(!string.IsNullOrEmpty(value), $"set {variable}, as .ci/run does (eng/with-browser.sh, eng/with-node.sh)");
        return value!;
    }

    private IBrowser OwnBrowser()
    {
        Needed(Browser);
        return _browser!;
    }

    private Task<IBrowserContext> OpenAsync(ColorScheme scheme) =>
        OwnBrowser().NewContextAsync(new() { ColorScheme = scheme, BypassCSP = false, ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = 1280, Height = 900 } });

    private async Task<IPage> ShowAsync(IBrowserContext context, string folder, string words, List<string>? complaints = null)
    {
        var path = _folder.Write($"{Guid.NewGuid():N}.html", Call.Policy(folder, words).MustExit(0).Out);
        var page = await context.NewPageAsync();
        page.Console += (_, said) =>
        {
            if (said.Type is "error" or "warning")
                complaints?.Add(said.Text);
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal))
                complaints?.Add(request.Url);
        };
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        return page;
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable(Pictures) is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
    }
}
