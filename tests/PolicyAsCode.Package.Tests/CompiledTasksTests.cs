using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace PolicyAsCode.Package.Tests;

/// <summary>
/// Tasks that are compiled ahead of time for this platform: they are there beside the portable ones, a build takes them,
/// and they say the same.
/// </summary>
public sealed class CompiledTasksTests(CompiledFeed feed) : IClassFixture<CompiledFeed>, IDisposable
{
    private static readonly string s_platform = RuntimeInformation.RuntimeIdentifier;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void They_lie_beside_the_portable_ones_and_hold_native_code()
    {
        Assert.Equal(
            new[] { "netstandard2.0", s_platform }.Order(StringComparer.Ordinal).SelectMany(folder => new[]
            {
                $"tasks/{folder}/PolicyAsCode.Build.dll", $"tasks/{folder}/PolicyAsCode.Language.dll", $"tasks/{folder}/PolicyAsCode.Reports.dll",
                $"tasks/{folder}/YamlDotNet.dll",
            }),
            feed.Content("PolicyAsCode").Where(file => file.StartsWith("tasks/", StringComparison.Ordinal)));
        Assert.All(feed.Content("PolicyAsCode").Where(file => file.EndsWith(".dll", StringComparison.Ordinal)),
            file => Assert.Equal(file.StartsWith($"tasks/{s_platform}/", StringComparison.Ordinal), IsCompiled(file)));
    }

    [Fact]
    public async Task A_build_takes_them_and_says_the_same_as_with_the_portable_ones()
    {
        var broken = Markup.Parse(Policies.FiveMistakes);
        _folder.Write("policies/shop.policy.yaml", broken.Text);
        var project = new StrangersProject(feed, _folder).Create(
            StrangersProject.Reference(feed, "PolicyAsCode"), "public sealed class Nothing;");

        var compiled = (await project.BuildAsync()).MustFail();
        Assert.Equal(broken.Places, compiled.Findings.Select(found => found.Place));

        var tasks = (await project.BuildAsync("-getProperty:PolicyAsCodeTasks")).MustSucceed().Output.Trim();
        Assert.EndsWith($"/tasks/{s_platform}/PolicyAsCode.Build.dll", tasks.Replace('\\', '/'));
        var portable = (await project.BuildAsync($"-p:PolicyAsCodeTasks={tasks.Replace(s_platform, "netstandard2.0")}")).MustFail();
        Assert.Equal(compiled.Findings, portable.Findings);

        _folder.Write("policies/shop.policy.yaml", Policies.Clean);
        Assert.Empty((await project.BuildAsync()).MustSucceed().Findings);
    }

    private bool IsCompiled(string file)
    {
        using var image = new PEReader(new MemoryStream(feed.Bytes("PolicyAsCode", file)));
        return image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }

    public void Dispose() => _folder.Dispose();
}
