using PolicyAsCode.Samples.Tests.Breaking;

namespace PolicyAsCode.Samples.Tests;

/// <summary>
/// Whole, each sample is clean. With its folder <c>Violations/</c> a build of it fails: each line is found as it announces and
/// names its clause, and nothing else is found. JOVA POS, which has pages, is built beside its own tests.
/// </summary>
public sealed class ViolationsTests
{
    public static TheoryData<string> Names => [.. ViolationsBuild.Samples.Select(sample => sample.Project)];

    [Theory, MemberData(nameof(Names))]
    public Task The_sample_is_clean(string name) => Named(name).Whole.IsCleanAsync();

    [Theory, MemberData(nameof(Names))]
    public async Task A_build_with_the_violations_reports_each_at_its_line_and_no_other(string name)
    {
        var sample = Named(name);
        var marks = sample.Violations().SelectMany(file => Expectations.Marks(file.Path, file.Text)).ToList();
        Assert.NotEmpty(marks);

        Expectations.Compare(marks, await ViolationsBuild.OfAsync(sample));
    }

    private static Sample Named(string name) => ViolationsBuild.Samples.Single(sample => sample.Project == name);
}
