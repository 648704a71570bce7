using System.Collections.Immutable;
using PolicyAsCode.Language.Binding;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Testing;

/// <summary>PAC1020: a policy that answers otherwise than its officer expects.</summary>
internal static class TestsCheck
{
    /// <summary>Reads the tests of a policy, runs them, and reports those that fail.</summary>
    public static ImmutableArray<Expectation> Run(
        IEnumerable<ParsedFile> files, string name, PolicyModel policy, ICollection<PolicyDiagnostic> mistakes)
    {
        // What could not be read of a policy would fail tests of which nothing is wrong.
        var isWhole = mistakes.All(mistake => PolicyRules.IsEnforceable(mistake.Id));
        var tests = files
            .Where(file => file.Kind == PolicyFileKind.Tests && PolicySelection.Belongs(file, name, mistakes))
            .ToArray();
        foreach (var mistake in tests.SelectMany(file => file.Diagnostics))
            mistakes.Add(mistake);
        var expectations = TestsBinder.Bind(tests.Select(file => file.Tree), policy.Vocabulary, mistakes);
        if (isWhole)
            foreach (var failed in PolicyTests.Run(policy, expectations).Where(result => !result.Passed))
                mistakes.Add(new(PolicyRules.TestFailed, PolicyRules.DefaultSeverity(PolicyRules.TestFailed),
                    PolicyTests.Describe(failed), failed.Expectation.Location));
        return expectations;
    }
}
