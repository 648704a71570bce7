using System.Reflection;
using System.Reflection.Emit;
using System.Text.Json;
using PolicyAsCode.Language.Facts;

namespace PolicyAsCode.Cli.Tests;

/// <summary>
/// What the command finds of a solution, and what it says where it cannot be asked. The questions themselves are tested beside
/// the reader of assemblies.
/// </summary>
public sealed class SolutionTests : IDisposable
{
    private const string Project = "<Project Sdk=\"Microsoft.NET.Sdk\" />";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_solution_is_asked_through_its_projects()
    {
        Shop();
        Project_("src/Domain/Shop.Domain.csproj");
        Built("src/Domain/bin/Debug/net10.0/Shop.Domain.dll", "shop", "P:Shop.Customer.Email", "contact.email");
        Project_("src/Web/Web.csproj", Project.Replace(" />", "><PropertyGroup><AssemblyName>Shop.Web</AssemblyName></PropertyGroup></Project>"));
        Built("src/Web/bin/Debug/net10.0/Shop.Web.dll", "shop", "P:Shop.Form.Phone", "contact.phone");
        _folder.Write("Shop.slnx", "<Solution><Project Path=\"src/Domain/Shop.Domain.csproj\" /><Project Path=\"src/Web/Web.csproj\" /></Solution>");

        foreach (var path in new[] { "", " Shop.slnx", " src", " src/Domain/Shop.Domain.csproj src/Web/bin/Debug/net10.0/Shop.Web.dll" })
        {
            var call = Policy("solution" + path).MustExit(0);
            Assert.DoesNotContain("No code of the solution is declared to hold", call.Out, StringComparison.Ordinal);
            Assert.Contains(": note PAC1025: No code of the solution runs for 'communication'.", call.Out, StringComparison.Ordinal);
        }
        Assert.Contains(
            "No code of the solution is declared to hold 'contact.phone' of customer",
            Policy("solution src/Domain").MustExit(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_newest_output_is_asked_and_no_reference_assembly()
    {
        Shop();
        Project_("Shop.Web.csproj");
        Built("bin/Debug/net10.0/Shop.Web.dll", "shop", "P:Shop.Form.Email", "contact.email");
        Built("bin/Release/net10.0/Shop.Web.dll", "shop", "P:Shop.Form.Phone", "contact.phone");
        Built("bin/Debug/net10.0/ref/Shop.Web.dll", "shop", "P:Shop.Form.Email", "contact.email");
        File.SetLastWriteTimeUtc(_folder.PathOf("bin/Debug/net10.0/Shop.Web.dll"), Call.Noon.UtcDateTime);
        File.SetLastWriteTimeUtc(_folder.PathOf("bin/Release/net10.0/Shop.Web.dll"), Call.Noon.UtcDateTime.AddHours(1));
        File.SetLastWriteTimeUtc(_folder.PathOf("bin/Debug/net10.0/ref/Shop.Web.dll"), Call.Noon.UtcDateTime.AddHours(2));

        var call = Policy("solution").MustExit(0);

        Assert.Contains("hold 'contact.email'", call.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("hold 'contact.phone'", call.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_told_in_Indonesian_and_to_programs()
    {
        Shop();
        Built("Shop.Web.dll", "shop", "P:Shop.Form.Email", "contact.email");

        Assert.Contains(
            "Tidak ada kode di solusi ini yang dinyatakan memuat 'contact.phone'",
            Policy("solution Shop.Web.dll --lang id").MustExit(0).Out, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Policy("solution Shop.Web.dll --format json").MustExit(0).Out);
        Assert.Equal("PAC1025", json.RootElement.GetProperty("findings")[0].GetProperty("rule").GetString());
        using var sarif = JsonDocument.Parse(Policy("solution Shop.Web.dll --format sarif").MustExit(0).Out);
        var rule = sarif.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules")[0];
        Assert.Equal("Statement that no code of the solution is about", rule.GetProperty("shortDescription").GetProperty("text").GetString());
    }

    [Fact]
    public void A_warning_fails_only_where_asked_for()
    {
        Shop(version: 2);
        Built("Shop.Web.dll", "shop", "P:Shop.Form.Email", "contact.email");

        Assert.Contains("warning PAC1029", Policy("solution Shop.Web.dll").MustExit(0).Out, StringComparison.Ordinal);
        Assert.Contains("error PAC1029", Policy("solution Shop.Web.dll --warnings-as-errors").MustExit(1).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_built_is_said_and_nothing_is_answered()
    {
        Shop();
        Project_("src/Domain/Shop.Domain.csproj");
        Project_("src/Web/Shop.Web.csproj");
        Built("src/Web/bin/Debug/net10.0/Shop.Web.dll", "shop", "P:Shop.Form.Email", "contact.email");
        Project_("tests/Shop.Tests/Shop.Tests.csproj", Project.Replace(" />", "><ItemGroup><PackageReference Include=\"xunit.v3\" /></ItemGroup></Project>"));

        var call = Policy("solution").MustExit(2);

        Assert.Equal("", call.Out);
        Assert.Contains("These projects are not built: Shop.Domain.", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", "There is no 'nowhere'")]
    [InlineData("policies", "There is no project with code in 'policies'")]
    [InlineData("policies/shop.policy.yaml", "is no assembly, project (.csproj) or solution")]
    [InlineData("broken.dll", "'broken.dll' is no .NET assembly, or damaged")]
    [InlineData("silent.dll", "None of these assemblies says that a policy governs it")]
    [InlineData("newer.dll", "'newer.dll' was built with another version of PolicyAsCode")]
    [InlineData("damaged.dll", "The inventory in 'damaged.dll' is damaged")]
    [InlineData("silent.dll --policy shop", "None of these assemblies says that the policy 'shop' governs it")]
    [InlineData("silent.dll --policy shup", "shup")]
    public void What_cannot_be_asked_is_told(string words, string says)
    {
        Shop();
        _folder.Write("broken.dll", "MZ and so on");
        Save("silent.dll", null);
        Save("newer.dll", "policy-as-code inventory 2\nassembly A\npolicy shop 1\n");
        Save("damaged.dll", "policy-as-code inventory 1\nassembly");

        var call = Policy("solution " + words).MustExit(2);

        Assert.Contains(says, call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_with_mistakes_is_told_first()
    {
        _folder.Write("policies/shop.policy.yaml", Markup.Parse(Policies.FiveMistakes).Text);
        Built("Shop.Web.dll", "shop", "P:Shop.Form.Email", "contact.email");

        var call = Policy("solution Shop.Web.dll").MustExit(1);

        Assert.Contains("error PAC1004", call.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("PAC1025", call.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Call Policy(string words) => Call.Policy(_folder.Path, words);

    private void Shop(int version = 1) =>
        _folder.Write("policies/shop.policy.yaml", Policies.Clean.Replace("version: 1", $"version: {version}"));

    private void Project_(string path, string text = Project) => _folder.Write(path, text);

    private void Built(string path, string policy, string member, string category) =>
        Save(path, InventoryFile.Write(new(Path.GetFileNameWithoutExtension(path), policy, 1)
        {
            Held = [new(member, [category]) { Subjects = ["customer"] }],
        }));

    private void Save(string path, string? inventory)
    {
        var assembly = new PersistedAssemblyBuilder(new(Path.GetFileNameWithoutExtension(path)), typeof(object).Assembly);
        assembly.DefineDynamicModule("all");
        if (inventory is not null)
            assembly.SetCustomAttribute(new(
                typeof(AssemblyMetadataAttribute).GetConstructor([typeof(string), typeof(string)])!,
                [InventoryFile.Key, inventory]));
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.PathOf(path))!);
        assembly.Save(_folder.PathOf(path));
    }
}
