namespace PolicyAsCode.Package.Tests;

/// <summary>The mends, applied by the SDK's own command to a stranger's project.</summary>
public sealed class CodeFixTests(PackedFeed feed) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_renamed_term_is_replaced_all_over_a_project()
    {
        _folder.Write("policies/shop.policy.yaml", Policies.Clean);
        _folder.Write("policies/shop.vocabulary.yaml", """
            vocabulary: shop
            categories:
              contact.mail:
                label: { en: Mail, id: Surel }
                definition: What contact.email was called.
                replaced-by: contact.email
            """);
        var project = new StrangersProject(feed, _folder).Create(StrangersProject.Reference(feed, "PolicyAsCode"), """
            using PolicyAsCode;

            namespace Shop;

            [DataSubject(Subjects.Customer)]
            public sealed class Customer
            {
                [DataCategory(Categories.Contact.Mail)]
                public string? Email { get; set; }

                [DataCategory("contact.mail")]
                public string? SecondEmail { get; set; }
            }
            """);
        var before = (await project.BuildAsync()).MustSucceed();
        Assert.Equal(["PAC1018", "PAC1018"], before.Findings.Select(found => found.Id).Where(id => id is "PAC1018" or "CS0618"));

        (await DotNet.RunAsync(
            _folder.PathOf("Shop"),
            ["format", "analyzers", "--diagnostics", "PAC1018", "--severity", "info", "--no-restore"],
            feed.Environment)).MustSucceed();

        var code = File.ReadAllText(_folder.PathOf("Shop/Shop.cs"));
        Assert.Contains("[DataCategory(Categories.Contact.Email)]", code);
        Assert.Contains("[DataCategory(\"contact.email\")]", code);
        Assert.DoesNotContain((await project.BuildAsync()).MustSucceed().Findings, found => found.Id == "PAC1018");
    }

    [Fact]
    public async Task Members_purposes_and_logs_are_mended_all_over_a_project()
    {
        _folder.Write("policies/shop.policy.yaml", Policies.Clean.Replace(
            "for: communication\n", "for: communication\n    protect: [redacted-in-logs]\n", StringComparison.Ordinal));
        var project = new StrangersProject(feed, _folder).Create(
            StrangersProject.Reference(feed, "PolicyAsCode")
            + "</ItemGroup><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup><ItemGroup>",
            """
            using System;
            using PolicyAsCode;

            namespace Shop;

            [DataSubject(Subjects.Customer)]
            public sealed class Customer
            {
                public string? Phone { get; set; }
            }

            public static class Pseudonyms
            {
                [Anonymises(DataForm.Pseudonymised)]
                public static string Of(string? text) => "#";
            }

            public static class Program
            {
                public static void Main()
                {
                    var customer = new Customer();
                    Console.WriteLine("To " + customer.Phone);
                }
            }
            """);

        var before = await project.BuildAsync();
        Assert.Contains(before.Findings, found => found.Id == "PAC2004");

        // What a member holds first: what nobody declared, no other rule can follow.
        foreach (var id in new[] { "PAC2004", "PAC5001", "PAC3002" })
            (await DotNet.RunAsync(
                _folder.PathOf("Shop"),
                ["format", "analyzers", "--diagnostics", id, "--severity", "info", "--no-restore"],
                feed.Environment)).MustSucceed();

        var code = File.ReadAllText(_folder.PathOf("Shop/Shop.cs"));
        Assert.Contains("    [DataCategory(Categories.Contact.Phone)]\n    public string? Phone", code);
        Assert.Contains("Console.WriteLine(\"To \" + Pseudonyms.Of(customer.Phone));", code);
        Assert.Contains("    [Purpose(Purposes.Communication)]\n    public static void Main()", code);
        Assert.DoesNotContain((await project.BuildAsync()).MustSucceed().Findings, found =>
            found.Id.StartsWith("PAC", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();
}
