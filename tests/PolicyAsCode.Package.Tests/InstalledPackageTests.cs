namespace PolicyAsCode.Package.Tests;

/// <summary>The package as a stranger meets it: a fresh project, a fresh cache, no repository in sight.</summary>
public sealed class InstalledPackageTests(PackedFeed feed) : IDisposable
{
    private const string Mended = """
        using PolicyAsCode;

        namespace Shop;

        /// <summary>Who buys.</summary>
        [DataSubject(Subjects.Customer)]
        public sealed class Customer
        {
            /// <summary>Where letters go.</summary>
            [DataCategory(Categories.Contact.Email)]
            public string? Email { get; set; }

            /// <summary>Where calls go.</summary>
            [DataCategory(Categories.Contact.Phone)]
            public string? Phone { get; set; }
        }
        """;

    // A category that no vocabulary knows, one that the policy does not collect, and a field that nobody declared.
    private static readonly string[] s_violations = ["PAC2001", "PAC2002", "PAC2004"];

    private static readonly string s_violating = Mended.Replace("Contact.Phone", "Location.Precise").TrimEnd('}') + """

            /// <summary>Where pigeons go.</summary>
            [DataCategory("contact.carrier-pigeon")]
            public string? Loft { get; set; }

            /// <summary>What the state calls them.</summary>
            public string? NoKtp { get; set; }
        }
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_violation_fails_its_mend_passes_and_an_edited_policy_fails_again()
    {
        _folder.Write("policies/shop.policy.yaml", Policies.Clean);
        var project = new StrangersProject(feed, _folder).Create(StrangersProject.Reference(feed, "PolicyAsCode"), s_violating);

        Assert.Equal(s_violations, (await project.BuildAsync()).MustFail().Errors);

        Assert.Empty((await project.Code(Mended).BuildAsync()).MustSucceed().Findings);

        _folder.Write("policies/shop.policy.yaml", Policies.Clean.Replace("contact.phone", "contact.address"));
        Assert.Equal(["PAC2002"], (await project.BuildAsync()).MustFail().Errors);

        var broken = Markup.Parse(Policies.FiveMistakes);
        _folder.Write("policies/shop.policy.yaml", broken.Text);
        Assert.Equal(broken.Places, (await project.BuildAsync()).MustFail().Findings.Select(found => found.Place));
    }

    [Fact]
    public async Task A_project_without_a_policy_gets_nothing_but_the_attributes()
    {
        var project = new StrangersProject(feed, _folder).Create(
            StrangersProject.Reference(feed, "PolicyAsCode"),
            "[PolicyAsCode.DataSubject(\"customer\")] public sealed class Customer;");

        Assert.Empty((await project.BuildAsync()).MustSucceed().Findings);

        Assert.Empty(_folder.Files("Shop/obj", "*olicy*"));
        Assert.DoesNotContain("PrivacyPolicy", string.Concat(
            Directory.EnumerateFiles(_folder.PathOf("Shop/obj"), "*.editorconfig", SearchOption.AllDirectories)
                .Select(File.ReadAllText)));
    }

    [Fact]
    public async Task A_project_that_gets_the_package_through_another_is_governed_too()
    {
        _folder.Write("policies/shop.policy.yaml", Policies.Clean);
        new StrangersProject(feed, _folder, "Model").Create(StrangersProject.Reference(feed, "PolicyAsCode"), Mended);
        var till = new StrangersProject(feed, _folder, "Till").Create(
            """<ProjectReference Include="../Model/Model.csproj" />""",
            s_violating.Replace("namespace Shop", "namespace Till"));

        Assert.Equal(s_violations, (await till.BuildAsync()).MustFail().Errors);
    }

    // The tasks read what was built, code of generic types too, by the reader that the SDK brings.
    [Fact]
    public async Task It_reads_what_was_built()
    {
        _folder.Write("policies/shop.policy.yaml", Policies.Clean + "enforce: { default: observe, PAC1025: warning }\n");
        var project = new StrangersProject(feed, _folder).Create(StrangersProject.Reference(feed, "PolicyAsCode"), Mended + """

            /// <summary>Who bought, by number.</summary>
            public static class Register
            {
                /// <summary>All.</summary>
                public static Dictionary<int, List<Customer>> All { get; } = new() { [1] = [new()] };
            }
            """);

        var asked = (await project.BuildAsync("-t:PolicyAsCodeSolution")).MustSucceed().Findings;
        Assert.NotEmpty(asked);
        Assert.All(asked, found => Assert.Equal("PAC1025", found.Id));

        var report = _folder.PathOf("shop.report.json");
        var written = await project.BuildAsync("-t:PolicyAsCodeReport", $"-p:PolicyAsCodeReportFile={report}");
        Assert.Empty(written.MustSucceed().Findings);
        Assert.Contains("\"member\": \"Customer.Email\"", File.ReadAllText(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_package_for_EF_Core_brings_the_other_with_its_analyzers()
    {
        // EF Core itself comes from the machine's cache, where the build of this repository has put it.
        var locals = (await DotNet.RunAsync(Repository.Root, ["nuget", "locals", "global-packages", "--list"])).MustSucceed();
        var cache = locals.Output.Split(": ", 2)[1].Trim();
        _folder.Write("policies/shop.policy.yaml", Policies.Clean);
        var project = new StrangersProject(feed, _folder).Create(
            StrangersProject.Reference(feed, "PolicyAsCode.EntityFrameworkCore"), s_violating, fallback: cache);

        Assert.Equal(s_violations, (await project.BuildAsync()).MustFail().Errors);
        Assert.Empty((await project.Code(Mended).BuildAsync()).MustSucceed().Findings);
    }

    public void Dispose() => _folder.Dispose();
}
