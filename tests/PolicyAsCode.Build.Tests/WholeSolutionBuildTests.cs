namespace PolicyAsCode.Build.Tests;

/// <summary>
/// Three real projects, of which only all together can say what nobody reads, writes or runs for. A story of one solution:
/// what is told first, and its clean twin.
/// </summary>
public sealed class WholeSolutionBuildTests
{
    private const string Domain = """
        using System;
        using PolicyAsCode;
        namespace Shop.Domain;
        [DataSubject("customer")]
        public sealed class Customer
        {
            [DataCategory("contact.email")] public string Email { get; set; } = "";
            [DataCategory("contact.phone")] public string Phone { get; set; } = "";
            [RetentionAnchor("last-purchase")] public DateTimeOffset? LastPurchaseAt { get; set; }
        }
        """;

    // As much of EF Core as an entity needs.
    private const string Data = """
        using Shop.Domain;
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext;
            public class DbSet<T> : System.Collections.Generic.List<T>;
        }
        namespace Shop.Data
        {
            public sealed class ShopContext : Microsoft.EntityFrameworkCore.DbContext
            {
                public Microsoft.EntityFrameworkCore.DbSet<Customer> Customers { get; } = new();
            }
        }
        """;

    private const string Web = """
        using System;
        using System.Linq;
        using PolicyAsCode;
        using Shop.Data;
        namespace Shop.Web;
        [Purpose("communication")]
        public static class Program
        {
            public static void Main() => Send(new ShopContext());
            public static string Send(ShopContext shop) => shop.Customers.FirstOrDefault()?.Email;
        }
        """;

    private const string More = """

        [Purpose("promotion")]
        public static class Campaign
        {
            public static string Next(ShopContext shop, DateTimeOffset now)
            {
                shop.Customers[0].LastPurchaseAt = now;
                return shop.Customers[0].Phone;
            }
        }
        """;

    [Fact]
    public async Task What_no_project_can_answer_is_asked_of_all_of_them()
    {
        using var folder = new TemporaryFolder();
        var policy = Markup.Parse(Policies.Clean
            .Replace("  contact.phone:", "  {|PAC1026:contact.phone|}:")
            .Replace("  promotion: {", "  {|PAC1025:promotion|}: {")
            + "enforce: { default: observe, PAC1025: warning }\n");
        folder.Write(ShopProject.Policy, policy.Text);
        new ShopProject(folder, "Domain").Create(code: Domain);
        new ShopProject(folder, "Data").Create(items: References("Domain"), code: Data);
        var web = new ShopProject(folder, "Web")
            .Create("<OutputType>Exe</OutputType>", References("Domain", "Data"), Web);

        // An ordinary build asks nothing.
        Assert.Empty((await web.BuildAsync()).MustSucceed().Findings);

        var told = (await web.BuildAsync("-t:PolicyAsCodeSolution")).Findings;
        Assert.Equal(["PAC1025", "PAC1026", "PAC1027"], told.Select(one => one.Id).Order(StringComparer.Ordinal));
        Assert.Equal(policy.Places.Order(StringComparer.Ordinal), told.Where(one => one.Id != "PAC1027").Select(one => one.Place).Order(StringComparer.Ordinal));
        Assert.All(told, one => Assert.EndsWith("shop.policy.yaml", one.File, StringComparison.Ordinal));
        Assert.Contains(told, one => one.Message.Contains("Customer.LastPurchaseAt", StringComparison.Ordinal));

        // The report looks at the same assemblies.
        (await web.BuildAsync("-t:PolicyAsCodeReport", "-p:PolicyAsCodeReportFile=report.json")).MustSucceed();
        var report = File.ReadAllText(folder.PathOf("Web/report.json"));
        Assert.Contains("\"member\": \"Customer.Phone\"", report, StringComparison.Ordinal);
        Assert.Contains("PAC1026", report, StringComparison.Ordinal);

        // The clean twin; asked by the property of the program, at the end of its build.
        new ShopProject(folder, "Web").Create(
            "<OutputType>Exe</OutputType><PolicyAsCodeSolution>true</PolicyAsCodeSolution>", References("Domain", "Data"), Web + More);
        Assert.Empty((await web.BuildAsync()).MustSucceed().Findings);
        folder.Write("Web/Web.cs", Web);
        Assert.Equal(3, (await web.BuildAsync()).Findings.Count);
    }

    private static string References(params string[] projects) => string.Concat(projects.Select(project =>
        $"<ProjectReference Include=\"../{project}/{project}.csproj\" />"));
}
