namespace PolicyAsCode.Build.Tests;

/// <summary>A code base that had findings when its policy came: a story of one project, each step stands on the one before.</summary>
public sealed class BaselineBuildTests : IDisposable
{
    private const string Code = """
        using System;
        using PolicyAsCode;

        [assembly: Purpose("communication")]

        namespace Shop;

        [DataSubject("customer")]
        public sealed class Customer
        {
            [DataCategory("contact.email")] public string Email { get; set; } = "";
        }

        public static class Mailer
        {
            public static void Send(Customer customer, string why)
            {
                var address = customer.Email;
                Console.WriteLine(address);
                Console.WriteLine(customer.Email);
                Console.WriteLine(customer.Email);
            }

            public static void Stop(Customer customer) => Console.Write(customer.Email);
        }
        """;

    private const string FromCI = "-p:ContinuousIntegrationBuild=true";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task It_accepts_what_there_is_fails_on_what_is_new_and_shrinks()
    {
        _folder.Write(ShopProject.Policy, Policies.OutOfLogs);
        var project = new ShopProject(_folder).Create("<ErrorEndLocation>true</ErrorEndLocation>", code: Code);
        Assert.Equal(Enumerable.Repeat("PAC5001", 4), (await project.BuildAsync()).MustFail().Errors);

        // Accepted, once and for the same reasons by whoever builds it.
        Assert.Empty((await project.BuildAsync("-p:PolicyAsCodeBaseline=update")).MustSucceed().Findings);
        Assert.Equal(
            [
                "PAC5001 | M:Shop.Mailer.Send(Shop.Customer,System.String) | Shop.Customer.Email > System.Console.WriteLine | 3",
                "PAC5001 | M:Shop.Mailer.Stop(Shop.Customer) | Shop.Customer.Email > System.Console.Write | 1",
            ],
            Entries());
        Assert.Empty((await project.BuildAsync(FromCI)).MustSucceed().Findings);
        Assert.Empty((await project.BuildAsync()).MustSucceed().Findings);
        Assert.Equal("", (await project.WatchAsync()).Ran);

        // Moved, laid out anew, and its locals renamed: the same findings. A fourth of a kind is one too many.
        var moved = "// moved\n" + Code.Replace("address", "where").Replace("(customer.Email)", "(\n  customer . Email )");
        _folder.Write("Shop/Shop.cs", "");
        _folder.Write("Shop/Moved.cs", moved);
        Assert.Empty((await project.BuildAsync(FromCI)).MustSucceed().Findings);
        _folder.Write("Shop/Moved.cs", moved.Replace("where = customer.Email;", "where = customer.Email; Console.WriteLine(customer.Email);"));
        Assert.Equal(["PAC5001"], (await project.BuildAsync()).MustFail().Errors);

        // Elsewhere, or to somewhere else, is new, and is the only one that is told.
        var grown = Markup.Parse(moved.Replace("=> Console.Write(", "=> System.Diagnostics.Trace.Write(")
            + "\npublic static class Other { public static void It(Customer customer) => Console.Write({|PAC5001:customer.Email|}); }");
        _folder.Write("Shop/Moved.cs", grown.Text);
        var found = (await project.BuildAsync()).MustFail();
        Assert.Equal(["PAC5001", "PAC5001"], found.Errors);
        Assert.Contains(grown.Places.Single(), found.Findings.Select(one => one.Place));

        // One is mended: CI tells it, and takes no file in hand; a build on one's own machine takes it out.
        var mended = moved.Replace("Console.WriteLine(where);", "");
        _folder.Write("Shop/Moved.cs", mended);
        var told = Assert.Single((await project.BuildAsync(FromCI)).MustSucceed().Findings);
        Assert.Equal(("warning", "PAC9005", _folder.PathOf(File)), (told.Severity, told.Id, told.File));
        Assert.Contains("accepts 1 more of 'PAC5001 | M:Shop.Mailer.Send", told.Message);
        Assert.EndsWith("| 3", Entries()[0]);
        var (shrunk, _) = await project.WatchAsync();
        Assert.Empty(shrunk.MustSucceed().Findings);
        Assert.EndsWith("| 2", Entries()[0]);
        Assert.Equal("", (await project.WatchAsync()).Ran);
        Assert.Empty((await project.BuildAsync(FromCI)).MustSucceed().Findings);

        // And does not come back.
        _folder.Write("Shop/Moved.cs", moved);
        Assert.Equal(["PAC5001"], (await project.BuildAsync()).MustFail().Errors);

        // It is no way around the policy, and CI accepts nothing by itself.
        _folder.Write("Shop/Moved.cs", mended.Replace(
            "public static void Stop", "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Privacy\", \"PAC5001\")] public static void Stop"));
        Assert.Equal(["PAC9003"], (await project.BuildAsync("-p:PolicyAsCodeBaseline=update")).MustFail().Errors);
        _folder.Write("Shop/Moved.cs", mended);
        Assert.Equal(["PAC9003"], (await project.BuildAsync("-p:PolicyAsCodeBaseline=update", FromCI)).MustFail().Errors);

        // The last one takes the file with it.
        _folder.Write("Shop/Moved.cs", mended
            .Replace("Console.WriteLine", "_ = string.Concat").Replace("Console.Write", "_ = string.Concat"));
        Assert.Empty((await project.BuildAsync()).MustSucceed().Findings);
        Assert.Empty(_folder.Files("Shop", "*.privacy-baseline"));
        Assert.Empty((await project.BuildAsync()).MustSucceed().Findings);
    }

    public void Dispose() => _folder.Dispose();

    private const string File = "Shop/Shop.privacy-baseline";

    private string[] Entries() =>
        [.. System.IO.File.ReadAllLines(_folder.PathOf(File)).Where(line => !line.StartsWith('#'))];
}
