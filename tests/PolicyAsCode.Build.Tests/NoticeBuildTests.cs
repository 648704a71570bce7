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
