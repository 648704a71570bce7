using System.Globalization;
using System.Text.RegularExpressions;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests;

/// <summary>The five policies as they lie in the repository, each for a privacy notice that a real product published.</summary>
public sealed class RealPolicyTests
{
    // How many clauses each notice has, counted by hand in the published texts.
    public static TheoryData<string, string, int> Policies() => new()
    {
        { "ochat", "OCHAT", 24 },
        { "botbelanja", "BOT", 10 },
        { "jova-pos", "JOVA", 39 },
        { "alpokat", "ALPO", 14 },
        { "ocis", "OCIS", 32 },
    };

    public static TheoryData<string> Names() => [.. Policies().Select(policy => policy.Data.Item1)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_no_mistake(string name) =>
        Assert.Empty(Compile(name).Diagnostics
            .Where(mistake => mistake.Severity != PolicySeverity.Observe)
            .Select(mistake => $"{mistake.Location}: {mistake.Id}: {mistake.Message}"));

    /// <summary>What others read of it, they read in their own language: in a notice, a report, a copy.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void What_others_read_is_there_in_each_language(string name)
    {
        var policy = Compile(name).Model!;
        Message?[] texts =
        [
            .. policy.Measures.Select(one => one.Measure), .. policy.Purposes.Select(one => one.Interest),
            .. policy.NonPersonal.Select(one => one.Says), .. policy.Holds.Select(one => one.Because),
            .. policy.Data.Select(one => one.Keep?.Because),
        ];
        var said = texts.OfType<Message>().ToList();
        Assert.NotEmpty(said);
        Assert.Empty(said.Where(text => text.In(MessageLanguage.Indonesian) == text.In(MessageLanguage.English)).Select(text => text.ToString()));
    }

    /// <summary>
    /// Nobody gets, changes or stops the use of another's data: also where a notice is silent. What somebody does who has signed in
    /// needs no further proof.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Who_asks_is_known_before_a_right_is_served(string name)
    {
        var rights = Compile(name).Model!.Rights.Where(right => right.Right is "access" or "rectification" or "erasure" or "restriction"
            or "portability" || (right.Right == "objection" && !right.Channels.Contains("in-app"))).ToList();
        Assert.Equal(name == "botbelanja", rights.Count == 0);
        Assert.Empty(rights.Where(right => !right.VerifyIdentity).Select(right => $"{right.Location}: {right.Right}"));
    }

    /// <summary>What a law asks is told in the reader's language, times and manners included; words of files stand in quotes.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Its_notes_are_in_one_language(string name) =>
        Assert.DoesNotContain(Compile(name).Diagnostics.Select(note => note.MessageIn(MessageLanguage.Indonesian)),
            note => Regex.IsMatch(note, @"\b(hours?|days?|weeks?|months?|years?)\b|dengan 'use'"));

    /// <summary>A notice that was published in Indonesian is listed in Indonesian as well.</summary>
    [Fact]
    public void The_clauses_of_an_Indonesian_notice_are_in_each_language()
    {
        var compiled = Compile("jova-pos");
        var contracts = compiled.Model!.Recipients.Select(one => one.Contract).OfType<Message>().ToList();
        Assert.NotEmpty(contracts);
        Assert.Empty(contracts.Where(one => one.In(MessageLanguage.Indonesian) == one.In(MessageLanguage.English)).Select(one => one.ToString()));
        var clauses = compiled.Notice!.Clauses;
        Assert.Equal(39, clauses.Length);
        Assert.Empty(clauses
            .Where(clause => clause.Says!.In(MessageLanguage.Indonesian) == clause.Says.In(MessageLanguage.English)).Select(clause => clause.Id));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Every_clause_of_the_notice_is_stated_and_no_other(string name, string prefix, int clauses)
    {
        var listed = Regex.Matches(Repository.Read($"policies/{name}.notice.yaml"), $@"^  (?<id>{prefix}-[\w.]+):", RegexOptions.Multiline)
            .Select(clause => clause.Groups["id"].Value)
            .ToArray();
        Assert.Equal(clauses, listed.Distinct().Count());
        Assert.Equal(clauses, listed.Length);

        var stated = Regex.Matches(Repository.Read($"policies/{name}.policy.yaml"), @"(?<!#.*)\bclause: (?<ids>\[[^\]]*\]|[\w.-]+)")
            .SelectMany(statement => Regex.Matches(statement.Groups["ids"].Value, @"[\w.-]+").Select(id => id.Value))
            .ToHashSet();
        Assert.Empty(listed.Except(stated));
        Assert.Empty(stated.Except(listed));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_the_officer_expects_is_mostly_a_refusal_and_names_clauses_of_the_notice(string name)
    {
        var tests = Repository.Read($"policies/{name}.tests.yaml");
        var expected = Regex.Matches(tests, "^  - ", RegexOptions.Multiline).Count;
        var refused = Regex.Matches(tests, "answer: (refused|unknown)").Count;
        Assert.True(expected >= 15, $"{expected} expectations");
        Assert.True(refused * 2 >= expected, $"{refused} of {expected} refuse");

        var listed = Repository.Read($"policies/{name}.notice.yaml");
        Assert.All(Regex.Matches(tests, @"clause: (?<id>[\w.-]+)"), clause => Assert.Contains($"  {clause.Groups["id"].Value}:", listed, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_disclosure_that_a_recipient_is_granted_is_allowed_for_some_data_and_each_of_its_purposes(string name)
    {
        var policy = Compile(name).Model!;
        var evaluator = new PolicyEvaluator(policy);
        var categories = policy.Vocabulary.Terms(TermKind.Category);
        foreach (var recipient in policy.Recipients)
        {
            foreach (var received in recipient.Receives)
                Assert.True(
                    categories.Where(category => category.IsWithin(received)).Any(category => recipient.Purposes.Any(purpose =>
                        evaluator.MayDisclose(category, recipient.Recipient, purpose, recipient.As).IsAllowed)),
                    $"{recipient.Recipient} receives {received}, for purposes for which {received} is not used");
            foreach (var purpose in recipient.Purposes)
                Assert.True(
                    recipient.Receives.Any(received => categories.Any(category => category.IsWithin(received)
                        && evaluator.MayDisclose(category, recipient.Recipient, purpose, recipient.As).IsAllowed)),
                    $"{recipient.Recipient} may use data for {purpose}, and receives none that may be");
        }
    }

    [Fact]
    public void The_first_page_quotes_lines_that_are_there()
    {
        var lines = Repository.Read("policies/jova-pos.policy.yaml").Split('\n');
        var quoted = Regex.Matches(Repository.Read("README.md"), @"jova-pos\.policy\.yaml:(?<line>\d+)(\]| +(?<key>[\w.-]+))")
            .Select(quote => (Line: lines[int.Parse(quote.Groups["line"].Value, CultureInfo.InvariantCulture) - 1], Key: quote.Groups["key"].Value));

        Assert.Collection(quoted,
            finding => Assert.Contains("action: log, data: contact }", finding.Line, StringComparison.Ordinal),
            data => Assert.Equal("    - of: customer", data.Line),
            purpose => Assert.StartsWith($"  {purpose.Key}:", purpose.Line, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_readme_counts_the_clauses_of_each_notice(string name)
    {
        var clauses = Regex.Count(Repository.Read($"policies/{name}.notice.yaml"), @"^  [A-Z]+-[\w.]+:", RegexOptions.Multiline);
        Assert.Contains(
            Repository.Read("README.md").Split('\n'),
            line => Regex.IsMatch(line, $@"^\| \[`{name}`\].*\| {clauses} \| "));
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

    [Theory]
    [MemberData(nameof(Names))]
    public void A_material_difference_from_what_was_published_needs_a_new_version(string name)
    {
        var compiled = Compile(name);
        Assert.NotNull(compiled.Published);
        Assert.Equal(compiled.Model!.Header.Version, compiled.Published.Header.Version);

        var path = $"policies/{name}.policy.yaml";
        var loosened = Compile(name, (path, Repository.Read(path).Replace("basis: consent", "basis: contract", StringComparison.Ordinal)
            .Replace("  - { clause: BOT-3.1, origin: decision, action: disclose }", "  - { clause: BOT-3.1, origin: decision, action: trade }", StringComparison.Ordinal)));
        Assert.Contains(loosened.Diagnostics, mistake => mistake.Id == PolicyRules.VersionNotRaised);
    }

    private static CompiledPolicy Compile(string name, params (string Path, string Text)[] instead)
    {
        var root = Repository.Root();
        var files = Directory.EnumerateFiles(Path.Combine(root, "policies"), "*.yaml", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(root, file).Replace('\\', '/'), Text: File.ReadAllText(file)))
            .Where(file => PolicyCompiler.KindOf(file.Path) is not null && instead.All(other => other.Path != file.Path))
            .Concat(instead);
        return PolicyCompiler.Compile(files.Select(file => PolicyCompiler.Parse(file.Path, file.Text)), name, Verify.Today);
    }
}
