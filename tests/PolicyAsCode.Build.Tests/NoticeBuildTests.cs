using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace PolicyAsCode.Build.Tests;

/// <summary>The privacy notice that an application shows is written by its build, from the policy that the build is held to.</summary>
public sealed class NoticeBuildTests
{
    [Fact]
    public async Task The_notice_is_in_the_assembly_in_each_language_and_follows_the_policy()
    {
        using var folder = new TemporaryFolder();
        folder.Write(ShopProject.Policy, Policies.Clean);
        var shop = new ShopProject(folder, "Shop").Create("<PolicyAsCodeNotice>en;id</PolicyAsCodeNotice>", code: "class Program;");
        (await shop.BuildAsync()).MustSucceed();
        var (english, indonesian) = (Resource(folder, "shop.notice.en.html"), Resource(folder, "shop.notice.id.html"));
        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"id\">", indonesian, StringComparison.Ordinal);
        Assert.DoesNotContain("BDRM-77", english, StringComparison.Ordinal);

        // Nothing is compiled anew where nothing changed.
        var assembly = folder.PathOf("Shop/bin/Debug/net10.0/Shop.dll");
        var before = File.GetLastWriteTimeUtc(assembly);
        (await shop.BuildAsync()).MustSucceed();
        Assert.Equal(before, File.GetLastWriteTimeUtc(assembly));

        folder.Write(ShopProject.Policy, Policies.Clean.Replace("Corner Shop", "BDRM-77", StringComparison.Ordinal));
        (await shop.BuildAsync()).MustSucceed();
        Assert.Contains("BDRM-77", Resource(folder, "shop.notice.en.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_that_there_is_not_is_an_error_that_names_those_that_there_are()
    {
        using var folder = new TemporaryFolder();
        folder.Write(ShopProject.Policy, Policies.Clean);
        var shop = new ShopProject(folder, "Shop").Create("<PolicyAsCodeNotice>fr</PolicyAsCodeNotice>", code: "class Program;");
        var told = Assert.Single((await shop.BuildAsync()).MustFail().Findings, found => found.Id.StartsWith("PAC", StringComparison.Ordinal));
        Assert.Contains("PolicyAsCodeNotice asks for the language 'fr'. Write 'en' for English, 'id' for Indonesian, or 'en;id' for both.", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_notice_is_written_anew_by_whatever_can_change_it_and_by_nothing_else()
    {
        using var folder = new TemporaryFolder();
        folder.Write(ShopProject.Policy, Policies.Clean);
        var shop = new ShopProject(folder).Create();
        string[] asked = ["-p:PolicyAsCodeNotice=en%3Bid%3Ben", "-p:PolicyAsCodeToday=2026-11-22"];
        (await shop.BuildAsync(asked)).MustSucceed();
        await Writes(false, "nothing");

        folder.Write("policies/shop.tests.yaml", "tests: shop\n");
        Assert.Equal("CheckPolicies", (await shop.WatchAsync(asked)).Ran);

        // What comes with an older time than the notice has: a file that is moved there, another version of the package.
        folder.Write("policies/vocabulary/shop.yaml", "vocabulary: shop\n");
        File.SetLastWriteTimeUtc(folder.PathOf("policies/vocabulary/shop.yaml"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await Writes(true, "an older vocabulary");
        Directory.CreateDirectory(folder.PathOf("version"));
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(ShopProject.Tasks)!, "*.dll"))
            File.Copy(file, folder.PathOf($"version/{Path.GetFileName(file)}"));
        asked = [.. asked, $"-p:PolicyAsCodeTasks={folder.PathOf("version/PolicyAsCode.Build.dll")}"];
        await Writes(true, "another version of the package");
        await Writes(false, "nothing more");

        File.Delete(Directory.EnumerateFiles(folder.PathOf("Shop/obj"), "shop.notice.en.html", SearchOption.AllDirectories).Single());
        await Writes(true, "the notice is gone");
        (await shop.BuildAsync(["-t:Clean", .. asked])).MustSucceed();
        Assert.Empty(folder.Files("Shop/obj", "*notice*"));

        async Task Writes(bool expected, string after)
        {
            var (result, ran) = await shop.WatchAsync(asked);
            result.MustSucceed();
            Assert.True(expected == ran.Contains("WriteNotice", StringComparison.Ordinal), $"After {after} there ran '{ran}'.");
        }
    }

    [Fact]
    public async Task Where_no_policy_is_in_scope_there_is_no_notice_and_nothing_to_mend()
    {
        using var folder = new TemporaryFolder();
        var shop = new ShopProject(folder).Create("<PolicyAsCodeNotice>en</PolicyAsCodeNotice>");
        Assert.Empty((await shop.BuildAsync()).MustSucceed().Findings);
    }

    private static string Resource(TemporaryFolder folder, string name)
    {
        using var image = new PEReader(File.OpenRead(folder.PathOf("Shop/bin/Debug/net10.0/Shop.dll")));
        var metadata = image.GetMetadataReader();
        var resource = metadata.ManifestResources.Select(metadata.GetManifestResource).Single(one => metadata.GetString(one.Name) == name);
        var reader = image.GetSectionData(image.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress).GetReader();
        reader.Offset = (int)resource.Offset;
        return Encoding.UTF8.GetString(reader.ReadBytes(reader.ReadInt32()));
    }
}
