using System.Reflection;
using System.Text.RegularExpressions;

namespace PolicyAsCode.Samples.Tests;

/// <summary>No clause of a notice whose sample is tested here is without a test that breaks it, and no test names one that is not there.</summary>
public sealed partial class EveryClauseTests
{
    [Theory]
    [InlineData("botbelanja", "BOT-")]
    [InlineData("ochat", "OCHAT-")]
    public void Each_clause_of_the_notice_has_a_test(string policy, string ids)
    {
        var notice = File.ReadAllText(Repository.PathOf($"policies/{policy}.notice.yaml"));
        var clauses = Clause().Matches(notice).Select(match => match.Groups["id"].Value).ToList();
        Assert.NotEmpty(clauses);

        var tested = typeof(EveryClauseTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .SelectMany(method => method.GetCustomAttributes<TraitAttribute>())
            .Where(trait => trait.Name == "Clause" && trait.Value.StartsWith(ids, StringComparison.Ordinal))
            .Select(trait => trait.Value);

        Assert.Equal(clauses.Order(StringComparer.Ordinal), tested.Distinct().Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^  (?<id>[A-Z]+-[\w.]+):", RegexOptions.Multiline)]
    private static partial Regex Clause();
}
