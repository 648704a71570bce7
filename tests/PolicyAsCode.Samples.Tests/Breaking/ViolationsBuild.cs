using System.Security;

namespace PolicyAsCode.Samples.Tests.Breaking;

/// <summary>
/// One build, as anybody runs it with <c>-p:Violations=true</c>, of all samples here, and what it reports of each: ours or not,
/// each once. One for all, since what a build costs is mostly that it starts.
/// </summary>
internal static class ViolationsBuild
{
    private static readonly Lazy<Task<BuildResult>> s_result = new(BuildAsync);

    /// <summary>The samples that it builds.</summary>
    public static IReadOnlyList<Sample> Samples { get; } = [Sample.Alpokat, Sample.BotBelanja, Sample.OChat, Sample.Ocis];

    /// <summary>What was reported of the sample, at paths of its own folder.</summary>
    public static async Task<IReadOnlyList<Found>> OfAsync(Sample sample)
    {
        var result = (await s_result.Value).MustFail();
        var found = result.Findings.Distinct().ToList();
        Assert.True(found.All(one => Samples.Any(other => other.Holds(one.File))), result.Output);
        return
        [
            .. found.Where(one => sample.Holds(one.File))
                .Select(one => new Found(one.Id, sample.Relative(one.File), one.Line, one.Message)),
        ];
    }

    // What the samples refer to is built already: these tests refer to the samples.
    private static async Task<BuildResult> BuildAsync()
    {
        using var folder = new TemporaryFolder();
        var project = Path.Combine(folder.Path, "Violations.proj");
        await File.WriteAllTextAsync(project, $"""
            <Project DefaultTargets="Build">
              <ItemGroup>
                {string.Join('\n', Samples.Select(sample => $"<Sample Include=\"{SecurityElement.Escape(sample.ProjectFile)}\" />"))}
              </ItemGroup>
              <Target Name="Restore">
                <MSBuild Projects="@(Sample)" Targets="Restore" Properties="Violations=true" />
              </Target>
              <Target Name="Build">
                <MSBuild Projects="@(Sample)" Targets="Rebuild" ContinueOnError="true"
                  Properties="Violations=true; Configuration={Sample.Configuration}; BuildProjectReferences=false" />
              </Target>
            </Project>
            """);
        return await DotNet.RunAsync(Repository.Root, ["build", project, "--nologo", "-tl:off", "-v:m"]);
    }
}
