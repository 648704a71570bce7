using System.Text.RegularExpressions;

namespace PolicyAsCode.Build.Tests;

/// <summary>
/// Four projects under one policy: what one of them does with what it is given is known in the others, also behind a helper
/// library that no policy governs. A story of one solution: each step stands on the one before.
/// </summary>
public sealed partial class FactsBuildTests
{
    private const string Domain = """
        using PolicyAsCode;
        namespace Shop.Domain;
        [DataSubject("customer")]
        public sealed class Customer
        {
            [DataCategory("contact.email")] public string Email { get; set; } = "";
            public string Shelf { get; set; } = "";
        }
        """;

    private const string Kit = """
        using System;
        namespace Shop.Kit;
        public static class Journal { public static void Write(string text) => Console.WriteLine(text); }
        """;

    private const string Services = """
        using Shop.Kit;
        namespace Shop.Services;
        public interface INotes { void Add(string text); }
        internal sealed class Notes : INotes { public void Add(string text) => Journal.Write("note " + text); }
        public static class Start { public static INotes Notes { get; } = new Notes(); }
        """;

    private const string Web = """
        using PolicyAsCode;
        using Shop.Domain;
        using Shop.Services;
        [assembly: Purpose("communication")]
        namespace Shop.Web;
        public static class Page
        {
            public static void Leak(Customer customer) => Start.Notes.Add({|PAC5001:customer.Email|});
            public static void Clean(Customer customer) => Start.Notes.Add(customer.Shelf);
        }
        """;

    [Fact]
    public async Task A_leak_over_three_assemblies_fails_the_build_and_its_clean_twin_does_not()
    {
        using var folder = new TemporaryFolder();
        folder.Write(ShopProject.Policy, Policies.OutOfLogs);
        var leak = Markup.Parse(Web);
        new ShopProject(folder, "Domain").Create(code: Domain);
        new ShopProject(folder, "Kit").Create("<PrivacyPolicy>none</PrivacyPolicy>", code: Kit);
        new ShopProject(folder, "Services").Create(items: References("Kit"), code: Services);
        var web = new ShopProject(folder, "Web").Create(items: References("Domain", "Services"), code: leak.Text);

        // A log of the user's own stays as it is: ours needs none.
        var broken = (await web.BuildAsync("-p:ErrorLog=all.sarif")).MustFail();
        var found = Assert.Single(broken.Findings);
        Assert.Equal("PAC5001", found.Id);
        Assert.Contains("by way of Notes.Add (Services), Journal.Write (Kit)", found.Message);
        Assert.DoesNotContain("PolicyAsCode.Facts", await File.ReadAllTextAsync(folder.PathOf("Web/all.sarif")));

        folder.Write("Web/Web.cs", leak.Text.Replace("customer.Email", "customer.Shelf"));
        Assert.Empty((await web.BuildAsync()).MustSucceed().Findings);

        // A body that does the same for its callers: they are not compiled again.
        folder.Write("Kit/Kit.cs", Kit.Replace("Console.WriteLine(text)", "Console.WriteLine(text.Trim())"));
        Assert.Equal("Kit", await CompiledAsync(web, folder));

        // It no longer writes what it is given: whoever uses it hears of that, and whoever uses them.
        folder.Write("Kit/Kit.cs", Kit.Replace("Console.WriteLine(text)", "Console.WriteLine(text.Length)"));
        folder.Write("Web/Web.cs", leak.Text);
        Assert.Equal("Kit Services Web", await CompiledAsync(web, folder));
    }

    private static string References(params string[] projects) => string.Concat(projects.Select(project =>
        $"<ProjectReference Include=\"../{project}/{project}.csproj\" />"));

    private static async Task<string> CompiledAsync(ShopProject web, TemporaryFolder folder)
    {
        (await web.WatchAsync()).Result.MustSucceed();
        var log = await File.ReadAllTextAsync(folder.PathOf("Web.log"));
        return string.Join(' ', Output().Matches(log).Select(match => match.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal));
    }

    // The command line of the compiler, in the log of a build in which it ran.
    [GeneratedRegex(@" /out:obj[/\\]\S*[/\\](?<name>\w+)\.dll ")]
    private static partial Regex Output();
}
