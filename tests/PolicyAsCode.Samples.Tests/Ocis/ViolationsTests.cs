using PolicyAsCode.Samples.Tests.Breaking;

namespace PolicyAsCode.Samples.Tests.Ocis;

/// <summary>The sample is clean, and each line of its <c>Violations/</c> is found as it announces; nothing else is.</summary>
public sealed class ViolationsTests
{
    [Fact]
    public Task The_sample_is_clean() => Sample.Ocis.Whole.IsCleanAsync();

    [Fact]
    public Task The_violations_are_found_where_they_say_and_nothing_else_is() => Violations.AreFoundAsync(Sample.Ocis);
}
