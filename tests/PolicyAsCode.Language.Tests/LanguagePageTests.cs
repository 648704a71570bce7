using System.Text.RegularExpressions;
using PolicyAsCode.Language.Binding;

namespace PolicyAsCode.Language.Tests;

/// <summary>
/// The pages of the language cannot rot: each example on them is compiled. One that is fenced as <c>yaml</c> has no
/// mistake; one that is fenced as <c>yaml PAC1007</c> has that one, and no other.
/// </summary>
public sealed class LanguagePageTests
{
    private const string Folder = "docs/language";

    // What an example leaves out: a whole policy, of which each section gives way to the example's own.
    private static readonly (string Section, string Text)[] s_frame =
    [
        ("policy", "policy: my-shop"),
        ("controller", "controller: { name: My Shop, time-zone: Asia/Jakarta, holidays: ID }"),
        ("subjects",
            """
            subjects:
              customer: { clause: A-1 }
              staff: { origin: decision }
            """),
        ("sources",
            """
            sources:
              registration: { clause: A-1, from: person }
              order: { clause: A-2, from: person }
            """),
        ("data",
            """
            data:
              contact:
                clause: A-1
                of: customer
                collected: [registration, order]
                for: [communication, promotion, staff-administration, identity-verification, legal-compliance]
                keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
              transaction:
                clause: A-2
                of: customer
                collected: order
                for: [transactions, analysis, statistics]
                keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
              preference.marketing:
                clause: A-3
                of: customer
                for: promotion
                keep: { origin: decision, for: 1 year, from: consent-withdrawn, then: erase }
              payment.method:
                clause: A-2
                of: customer
                collected: order
                for: transactions
                keep: { origin: decision, for: 2 years, from: last-purchase, then: erase }
            """),
        ("purposes",
            """
            purposes:
              communication: { clause: A-1, origin: decision, basis: contract }
              promotion: { clause: A-3, origin: decision, basis: consent }
              transactions: { clause: A-2, origin: decision, basis: contract }
              analysis: { clause: A-4, origin: decision, basis: legitimate-interests }
              staff-administration: { origin: decision, basis: contract }
              identity-verification: { clause: A-5, origin: decision, basis: legal-obligation }
              legal-compliance: { clause: A-5, basis: legal-obligation }
            """),
        ("rights",
            """
            rights:
              erasure: { clause: A-5, within: 14 days }
            """),
        ("cookies",
            """
            cookies:
              session: { clause: A-5, essential: true }
            """),
    ];

    public static TheoryData<string, int> Examples()
    {
        var examples = new TheoryData<string, int>();
        foreach (var page in Pages())
            for (var index = 0; index < ExamplesOf(page).Count; index++)
                examples.Add(page, index);
        return examples;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_says_what_its_page_says_of_it(string page, int index)
    {
        var (expected, text) = ExamplesOf(page)[index];
        var reported = Compile(text)
            // Most examples show one statement, and nothing that it works on.
            .Where(mistake => mistake.Severity != PolicySeverity.Observe && mistake.Id != "PAC1019")
            .ToArray();

        var unexpected = reported.Where(mistake => mistake.Id != expected)
            .Select(mistake => $"{mistake.Location}: {mistake.Id}: {mistake.Message}");
        None(unexpected);
        if (expected is not null)
            Assert.NotEmpty(reported);
    }

    [Fact]
    public void The_tutorial_comes_out_as_it_says()
    {
        var texts = Regex.Matches(Repository.Read("docs/tutorial.md"), @"^```yaml\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(fence => fence.Groups["text"].Value)
            .ToDictionary(text => text.Substring(0, text.IndexOf(':', StringComparison.Ordinal)));
        string[] files = ["notice", "policy", "tests"];
        IEnumerable<string> Mistakes(string policy) =>
            PolicyCompiler.Compile(
                    files.Select(kind => PolicyCompiler.Parse($"policies/kopi-senja.{kind}.yaml", kind == "policy" ? policy : texts[kind])),
                    "kopi-senja", Verify.Today)
                .Diagnostics.Select(mistake => mistake.Id);

        Assert.Equal(["PAC1016"], Mistakes(texts["policy"]));

        var whole = texts["policy"] + "\n" + texts["measures"];
        Assert.Empty(Mistakes(whole));
        Assert.Equal(["PAC1020"], Mistakes(whole.Replace("basis: consent", "basis: contract", StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_page_is_in_the_index_and_has_an_example()
    {
        var index = Repository.Read($"{Folder}/README.md");
        Assert.All(Pages(), page =>
        {
            Assert.Contains($"({page})", index, StringComparison.Ordinal);
            Assert.NotEmpty(ExamplesOf(page));
        });
    }

    [Fact]
    public void Each_link_leads_to_a_file()
    {
        var root = Repository.Root();
        string[] pages = [.. Pages().Append("README.md").Select(page => $"{Folder}/{page}"), "docs/tutorial.md", "docs/README.md"];
        var dead =
            from page in pages
            from Match link in Regex.Matches(Repository.Read(page), @"\]\((?<target>[^)#:]+)(#[^)]*)?\)")
            let target = Path.Combine(root, Path.GetDirectoryName(page)!, link.Groups["target"].Value)
            where !File.Exists(target) && !Directory.Exists(target)
            select $"{page} -> {link.Groups["target"].Value}";
        None(dead);
    }

    [Fact]
    public void Each_key_of_the_language_is_on_its_page_and_so_is_each_word_behind_it()
    {
        var unsaid =
            from kind in Enum.GetValues<PolicyFileKind>()
            from key in FileShapes.Of(kind)?.Keys ?? []
            let pages = PagesOf(kind, key.Name)
            let text = string.Concat(pages.Select(page => Repository.Read($"{Folder}/{page}")))
            from word in Words(key.Written).Prepend(key.Name)
            where !Regex.IsMatch(text, $"`{Regex.Escape(word)}(:[^`]*)?`")
            select $"{string.Join(", ", pages)}: {word}";
        None(unsaid.Distinct());
    }

    private static string[] PagesOf(PolicyFileKind kind, string section) => (kind, section) switch
    {
        (PolicyFileKind.Bindings, _) => ["bindings.md"],
        (PolicyFileKind.Models, _) => ["models.md"],
        (PolicyFileKind.Notice, _) => ["notice-and-clauses.md"],
        (PolicyFileKind.Vocabulary or PolicyFileKind.PublishedVocabulary, _) => ["vocabulary.md"],
        (PolicyFileKind.Law, _) => ["law-files.md"],
        (PolicyFileKind.Tests, _) => ["tests.md", "rights.md"],
        (_, "data") => ["data.md", "keep.md", "protection.md"],
        (_, "cookies" or "trackers") => ["cookies-and-trackers.md"],
        (_, "follows") => ["laws.md"],
        (_, "extends") => ["composition.md"],
        (_, "controller") => ["head.md", "calendars.md"],
        (_, "policy" or "version" or "effective" or "review-by" or "notice" or "contact" or "acceptance" or "changes") =>
            ["head.md"],
        _ => [$"{section}.md"],
    };

    // Long lists (rules, countries) have pages of their own.
    private static IEnumerable<string> Words(Written written) => written switch
    {
        Written.Group group => group.Shape.Keys.SelectMany(key => Words(key.Written).Prepend(key.Name)),
        Written.List list => Words(list.Item),
        Written.Map map => Words(map.Keys).Concat(Words(map.Values)),
        Written.Either either => either.Choices.SelectMany(Words),
        Written.Choice { Words.Count: < 20 } choice => choice.Words,
        _ => [],
    };

    // Assert.Empty would show the first few only, and those cut off.
    private static void None(IEnumerable<string> wrong) => Assert.True(!wrong.Any(), string.Join("\n", wrong));

    private static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root(), Folder), "*.md")
            .Select(page => Path.GetFileName(page)!)
            .Where(page => page != "README.md")
            .OrderBy(page => page, StringComparer.Ordinal);

    private static List<(string? Expected, string Text)> ExamplesOf(string page) =>
        [.. Regex.Matches(Repository.Read($"{Folder}/{page}"), @"^```yaml(?: (?<id>PAC\d{4}))?\n(?<text>.*?)^```",
                RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(fence => (fence.Groups["id"].Success ? fence.Groups["id"].Value : null, fence.Groups["text"].Value))];

    private static IEnumerable<PolicyDiagnostic> Compile(string example)
    {
        var kind = KindOf(example);
        var files = new Dictionary<string, string>
        {
            ["policies/my-shop.policy.yaml"] = Policy(kind == "law" ? "follows: house-rules\n" : ""),
            [$"policies/my-shop.{kind}.yaml"] = kind == "policy" ? Policy(example) : example,
        };
        if (example.Contains("extends: house-rules", StringComparison.Ordinal))
            files["policies/house-rules.policy.yaml"] = Policy("policy: house-rules\n");
        return PolicyCompiler.Compile(
            files.Select(file => PolicyCompiler.Parse(file.Key, file.Value)), "my-shop", Verify.Today).Diagnostics;
    }

    private static string KindOf(string example)
    {
        var first = example.Substring(0, example.IndexOf(':', StringComparison.Ordinal));
        return first is "notice" or "tests" or "bindings" or "models" or "vocabulary" or "law" ? first : "policy";
    }

    private static string Policy(string example)
    {
        // Who forbids to collect anything collects nothing.
        var isNothing = example.Contains("action: collect }", StringComparison.Ordinal);
        var before = new List<string>();
        foreach (var (section, text) in s_frame.Where(part => !isNothing || part.Section != "data"))
            if (Regex.IsMatch(example, $"^{section}:", RegexOptions.Multiline))
                example = Beside(example, section, text);
            else
                before.Add(text);
        return string.Join("\n", before) + "\n" + example;
    }

    // The frame's own statements stand beside those of the example, which rest on some of them.
    private static string Beside(string example, string section, string frame)
    {
        var head = Regex.Match(example, $"^{section}:\n", RegexOptions.Multiline);
        if (!head.Success)
            return example;
        var others = Regex.Matches(frame, @"^  (?<key>[\w.-]+):.*\n?(?:   .*\n?)*", RegexOptions.Multiline)
            .Where(entry => !Regex.IsMatch(example, $"^  {Regex.Escape(entry.Groups["key"].Value)}:", RegexOptions.Multiline))
            .Select(entry => entry.Value.TrimEnd('\n') + "\n");
        return example.Insert(head.Index + head.Length, string.Concat(others));
    }
}
