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

    public void Dispose() => _folder.Dispose();
}
