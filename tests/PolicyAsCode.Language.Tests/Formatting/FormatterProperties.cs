using System.Text.RegularExpressions;
using PolicyAsCode.Language.Formatting;
using PolicyAsCode.Language.Model;
using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Tests.Formatting;

/// <summary>What holds of every file: format twice is format once, nothing else is said, no comment is lost.</summary>
public sealed class FormatterProperties
{
    private const int Mutations = 2_000;
    private const int Written = 3_000;

    private static readonly ParsedFile s_policy = PolicyCompiler.Parse("policies/jova-pos.policy.yaml", Repository.Read("policies/jova-pos.policy.yaml"));

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Repository.PathOf("policies"), "*.yaml")
        .Select(file => $"policies/{Path.GetFileName(file)}").Where(file => PolicyCompiler.KindOf(file) is not null).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_policies_of_this_repository_are_in_style_and_mean_the_same_when_they_are_formatted(string path)
    {
        var text = Repository.Read(path);
        var formatted = PolicyFormatter.Format(path, text);
        Assert.False(formatted.IsLeftAlone);
        Assert.True(formatted.Text == text, $"{path} is not in style: run 'policy fmt'.");
        Assert.Null(Problem(path, text.Replace(": [", ":   [").Replace("{ ", "{").Replace("  - ", "  -   ")));
    }

    [Fact]
    public void Mutated_files_mean_the_same_when_they_are_formatted()
    {
        var files = Repository.PolicyFiles().Append(("policies/corner.policy.yaml", Samples.Policy)).Append(("policies/vocabulary/shop.yaml", Samples.Vocabulary)).ToArray();
        var failures = new List<string>();
        var formatted = 0;
        Parallel.For(0, Mutations, mutation =>
        {
            var mutator = new Mutator((ulong)mutation + 77);
            var (path, seed) = files[mutation % files.Length];
            var text = mutator.Mutate(mutator.Stretch(seed, lines: 25));
            if (!PolicyFormatter.Format(path, text).IsLeftAlone)
                Interlocked.Increment(ref formatted);
            if (Problem(path, text) is { } problem)
                lock (failures)
                    failures.Add($"mutation {mutation} of {path}: {problem}");
        });
        Assert.True(failures.Count == 0, $"{failures.Count} failures:\n{string.Join("\n", failures.Take(5))}");
        Assert.True(formatted > Mutations / 5, $"Only {formatted} could be formatted.");
    }

    [Fact]
    public void Files_in_any_style_are_formatted_with_every_comment_at_its_statement()
    {
        var failures = new List<string>();
        Parallel.For(0, Written, seed =>
        {
            var text = new UntidyWriter((ulong)seed + 1).Write();
            var formatted = PolicyFormatter.Format("policies/x.bindings.yaml", text);
            var problem = formatted.IsLeftAlone ? "left alone"
                : PolicyFormatter.Format("policies/x.bindings.yaml", formatted.Text) != formatted ? "not idempotent"
                : Nodes(text) != Nodes(formatted.Text) ? "means something else"
                : Moved(text, formatted.Text);
            if (problem is not null)
                lock (failures)
                    failures.Add($"seed {seed}: {problem}\n{text}\n--- is now\n{formatted.Text}");
        });
        Assert.True(failures.Count == 0, $"{failures.Count} failures:\n{string.Join("\n", failures.OrderBy(one => one.Length).Take(3))}");
    }

    // Nothing in these files is put in another order, so words and comments follow each other as before.
    private static string? Moved(string before, string after) =>
        WordsAndComments(before).SequenceEqual(WordsAndComments(after)) ? null : "a comment has left its place";

    private static IEnumerable<string> WordsAndComments(string text) => Regex.Matches(text, "#c[0-9]+( [0-9])?|w[0-9]+").Select(one => one.Value);

    private static string? Problem(string path, string text)
    {
        var once = PolicyFormatter.Format(path, text).Text;
        var twice = PolicyFormatter.Format(path, once).Text;
        if (once != twice)
            return $"not idempotent:\n{text}\n--- once\n{once}\n--- twice\n{twice}";
        var (before, after) = (Meaning(path, text), Meaning(path, once));
        return before == after ? null : $"means something else:\n{before}\n--- and formatted\n{after}";
    }

    private static string Nodes(string text) => Nodes(PolicyCompiler.Parse("policies/x.bindings.yaml", text).Tree.Root);

    private static string Nodes(SyntaxNode node) => node switch
    {
        MappingNode group => $"{{{string.Join(", ", group.Entries.Select(entry => $"{entry.Key.Value}: {Nodes(entry.Value)}"))}}}",
        SequenceNode list => $"[{string.Join(", ", list.Items.Select(Nodes))}]",
        _ => ((ScalarNode)node).Value,
    };

    private static string Meaning(string path, string text)
    {
        var file = PolicyCompiler.Parse(path, text);
        var compiled = PolicyCompiler.Compile(file.Kind == PolicyFileKind.Policy ? [file] : [file, s_policy], null, new CalendarDate(2026, 11, 22));
        return ModelText.Of(compiled.Model) + ModelText.Of(compiled.Bindings)
            + string.Join("\n", compiled.Diagnostics.Select(mistake => mistake.Id).Order(StringComparer.Ordinal));
    }
}
