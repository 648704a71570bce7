using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests;

/// <summary>The policy of JOVA POS as it lies in the repository.</summary>
public sealed class RealPolicyTests
{
    private static readonly CompiledPolicy s_compiled = PolicyCompiler.Compile(
        Repository.PolicyFiles().Select(file => PolicyCompiler.Parse(file.Path, file.Text)), "jova-pos", new CalendarDate(2026, 11, 22));

    [Fact]
    public void It_has_no_mistake() =>
        Assert.Empty(s_compiled.Diagnostics.Select(mistake => $"{mistake.Location}: {mistake.Id}: {mistake.Message}"));

    [Fact]
    public void Every_clause_of_the_notice_is_named_by_a_statement()
    {
        var policy = s_compiled.Model!;
        var named = policy.Subjects.Cast<Statement>()
            .Concat(policy.Data).Concat(policy.Purposes).Concat(policy.Recipients).Concat(policy.Never)
            .Concat(policy.Rights).Concat(policy.Cookies).Concat(policy.Measures)
            .SelectMany(statement => statement.Clauses)
            .ToHashSet();

        string[] sections = ["1", "2", "3", "4", "5", "6", "7"];
        int[] clauses = [11, 10, 9, 5, 1, 1, 2];
        var all = sections.Zip(clauses, (section, count) => Enumerable.Range(1, count).Select(clause => $"JOVA-{section}.{clause}"))
            .SelectMany(section => section).ToArray();
        Assert.Empty(all.Except(named));
        Assert.Empty(named.Except(all));
    }

    [Fact]
    public void Each_disclosure_that_a_recipient_is_granted_is_allowed_for_some_data_and_each_of_its_purposes()
    {
        var policy = s_compiled.Model!;
        var evaluator = new PolicyEvaluator(policy);
        var categories = policy.Vocabulary.Terms(TermKind.Category);
        foreach (var recipient in policy.Recipients)
            foreach (var received in recipient.Receives)
            {
                var narrow = categories.Where(category => category.IsWithin(received));
                Assert.True(
                    narrow.Any(category => recipient.Purposes.Any(purpose =>
                        evaluator.MayDisclose(category, recipient.Recipient, purpose, recipient.As).IsAllowed)),
                    $"{recipient.Recipient} receives {received}, for purposes for which {received} is not used");
            }
    }

    [Fact]
    public void The_examples_of_the_guide_are_read()
    {
        var examples = Repository.Read("docs/write-a-policy.md").Split("```yaml\n").Skip(1).Select(rest => rest.Split("```")[0]).ToArray();
        Verify.Policy(Assert.Single(examples, example => example.StartsWith("policy:", StringComparison.Ordinal)));

        var vocabulary = Assert.Single(examples, example => example.StartsWith("vocabulary:", StringComparison.Ordinal));
        Verify.Beside("policies/my-shop.vocabulary.yaml", vocabulary);

        var keeps = Assert.Single(examples, example => example.StartsWith("keep:", StringComparison.Ordinal));
        Assert.All(keeps.Split('\n', StringSplitOptions.RemoveEmptyEntries), keep =>
            Verify.Policy(Verify.Sections($"data:\n  contact.email:\n    clause: A-1\n    for: promotion\n    {keep}")));
    }
}
