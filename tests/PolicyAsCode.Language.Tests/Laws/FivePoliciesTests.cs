namespace PolicyAsCode.Language.Tests.Laws;

/// <summary>The five policies keep the laws that they follow, and show where their notices promise less.</summary>
public sealed class FivePoliciesTests
{
    [Theory]
    [InlineData("jova-pos")]
    [InlineData("alpokat")]
    [InlineData("botbelanja")]
    [InlineData("ochat")]
    [InlineData("ocis")]
    public void A_policy_keeps_its_law_and_notes_where_its_notice_promises_less(string name)
    {
        var folder = Path.Combine(Repository.Root(), "..", "policies");
        var files = Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Where(path => PolicyCompiler.KindOf(path) is not null)
            .Select(path => PolicyCompiler.Parse(Path.GetRelativePath(folder, path), File.ReadAllText(path)));
        var laws = PolicyCompiler.Compile(files, name, Verify.Today).Diagnostics
            .Where(one => one.Id is PolicyRules.DutyNotMet or PolicyRules.LawStricter or PolicyRules.BeyondCalendar).ToArray();
        var failures = laws.Where(one => one.Severity != PolicySeverity.Observe).ToArray();
        Assert.True(failures.Length == 0, string.Join("\n", failures.Select(one => $"{one.Location}: {one.Id} {one.Message}")));
    }
}
