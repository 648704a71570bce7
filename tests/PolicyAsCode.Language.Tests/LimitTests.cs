using System.Diagnostics;

namespace PolicyAsCode.Language.Tests;

/// <summary>PAC1021, and time: files that want to hurt.</summary>
[Collection("Heavy")] // not beside FuzzTests, which take every core
public sealed class LimitTests
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(20);

    private static readonly Dictionary<string, string> s_beyond = new()
    {
        ["size"] = "# " + new string('x', 5_000_000),
        ["depth of lists"] = "data: " + new string('[', 100_000),
        ["depth of groups"] = string.Concat(Enumerable.Range(0, 500).Select(depth => new string(' ', depth) + "a:\n")),
        ["number of values"] = "follows: [" + string.Concat(Enumerable.Repeat("a,", 600_000)) + "]",
    };

    private static readonly Dictionary<string, string> s_slow = new()
    {
        ["billion laughs"] = "a: &a [x,x]\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"b{i}: &b{i} [*a,*a,*a]\n")),
        ["the same key"] = string.Concat(Enumerable.Repeat("policy: a\n", 90_000)),
        ["keys that are unknown"] = string.Concat(Enumerable.Range(0, 40_000).Select(i => $"unknown-{i}: a\n")),
        ["terms that are unknown"] = "data:\n" + string.Concat(Enumerable.Range(0, 8_000).Select(i => $"  contact.emial{i}: {{ clause: a, for: b, keep: c }}\n")),
        ["broken lines"] = string.Concat(Enumerable.Repeat("a: [b\n", 150_000)),
        ["open quotes"] = string.Concat(Enumerable.Repeat("a: \"b\n", 150_000)),
        ["tabs"] = string.Concat(Enumerable.Repeat("\ta: b\n", 150_000)),
        ["question marks"] = string.Concat(Enumerable.Repeat("? ", 400_000)),
        ["colons"] = string.Concat(Enumerable.Repeat(": ", 400_000)),
        ["one word"] = new string('a', 1_000_000),
        ["carriage returns"] = new string('\r', 1_000_000),
        ["one list"] = "follows: [" + string.Concat(Enumerable.Range(0, 40_000).Select(i => $"a{i},")) + "]",
        ["prohibitions"] = Verify.Sections(
            "data:\n  contact.email: { clause: a, for: promotion, keep: never-stored }\nnever:\n"
            + string.Concat(Enumerable.Repeat("  - { clause: a, action: use, data: contact }\n", 10_000))),
        ["prohibitions and grants"] = Verify.Sections(
            "data:\n  contact.email:\n" + string.Concat(Enumerable.Repeat("    - { of: staff, clause: a, for: promotion, keep: never-stored }\n", 4_000)) + "never:\n"
            + string.Concat(Enumerable.Repeat("  - { clause: a, action: use, data: contact.phone }\n", 4_000))),
    };

    public static TheoryData<string> Beyond => [.. s_beyond.Keys];

    public static TheoryData<string> Slow => [.. s_slow.Keys];

    [Theory]
    [MemberData(nameof(Beyond))]
    public void A_file_beyond_its_limits_is_refused_and_says_why(string what)
    {
        var parsed = PolicyCompiler.Parse("policies/x.policy.yaml", s_beyond[what]);
        Assert.Contains(parsed.Diagnostics, mistake => mistake.Id == PolicyRules.BeyondLimits);
    }

    [Theory]
    [MemberData(nameof(Beyond))]
    public void Nothing_is_said_to_be_missing_in_a_file_that_is_not_read(string what) => Assert.DoesNotContain(
        PolicyCompiler.Compile([PolicyCompiler.Parse("policies/x.policy.yaml", s_beyond[what])], null, null).Diagnostics,
        mistake => mistake.Id == PolicyRules.MissingPart && mistake.Location.Range.Length == 0);

    [Theory]
    [MemberData(nameof(Beyond))]
    [MemberData(nameof(Slow))]
    public void No_file_makes_anybody_wait(string what)
    {
        var text = s_beyond.TryGetValue(what, out var beyond) ? beyond : s_slow[what];
        var clock = Stopwatch.StartNew();
        var compiled = PolicyCompiler.Compile([PolicyCompiler.Parse("policies/x.policy.yaml", text)], null, Verify.Today);
        if (compiled.Model is { } model)
            _ = new PolicyEvaluator(model);
        Assert.NotEmpty(compiled.Diagnostics);
        Assert.True(clock.Elapsed < s_longest, $"{what} took {clock.Elapsed}");
    }
}
