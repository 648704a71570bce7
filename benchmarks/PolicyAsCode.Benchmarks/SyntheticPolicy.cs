using System.Globalization;
using System.Text;
using PolicyAsCode.Language;

namespace PolicyAsCode.Benchmarks;

/// <summary>
/// A policy of any length without a mistake, in an organisation's own terms: mostly data (each category of several
/// people), one line in ten a prohibition, and as many purposes, recipients and rights as any policy has.
/// </summary>
internal sealed class SyntheticPolicy
{
    public const string Name = "large";

    private const int SubjectsOfCategory = 25;

    private static readonly string[] s_purposes =
    [
        "transactions", "communication", "security", "analysis", "personalisation", "promotion", "legal-compliance",
    ];

    private static readonly string[] s_anchors = ["registration", "collected", "last-purchase", "order-placed"];

    private static readonly string[] s_recipients =
    [
        "payment-provider", "delivery-provider", "it-provider", "email-provider", "business-partner", "authority",
        "acquirer", "research-partner", "professional-adviser", "analytics-provider",
    ];

    private SyntheticPolicy(string policy, string vocabulary) => (Policy, Vocabulary) = (policy, vocabulary);

    public string Policy { get; }

    public string Vocabulary { get; }

    public static SyntheticPolicy Of(int statements)
    {
        var others = s_purposes.Length + s_recipients.Length + SubjectsOfCategory;
        var never = statements / 10;
        var data = statements - never - others;
        var categories = (data + SubjectsOfCategory - 1) / SubjectsOfCategory;
        return new(PolicyOf(categories, data, never), VocabularyOf(categories));
    }

    /// <summary>The same policy with a mark in it that only YamlDotNet reads.</summary>
    public SyntheticPolicy Unplain() => new("---\n" + Policy, Vocabulary);

    /// <summary>Reads and checks the policy beside a vocabulary that was read before; its diagnostics must be none.</summary>
    public CompiledPolicy Compile(ParsedFile vocabulary)
    {
        var compiled = PolicyCompiler.Compile(
            [vocabulary, PolicyCompiler.Parse($"policies/{Name}.policy.yaml", Policy)], Name, null);
        return compiled.Diagnostics.IsEmpty
            ? compiled
            : throw new InvalidOperationException($"{compiled.Diagnostics[0].Location}: {compiled.Diagnostics[0].Message}");
    }

    public ParsedFile ReadVocabulary() => PolicyCompiler.Parse("policies/large.vocabulary.yaml", Vocabulary);

    private static string PolicyOf(int categories, int data, int never)
    {
        var text = new StringBuilder("""
            policy: large
            version: 1
            controller: { name: Large, email: privacy@large.example, time-zone: Asia/Jakarta }
            subjects:

            """);
        for (var subject = 0; subject < SubjectsOfCategory; subject++)
            Line(text, $"  person-{subject}: {{ clause: L-1.{subject} }}");
        Line(text, "purposes:");
        foreach (var purpose in s_purposes)
            Line(text, $"  {purpose}: {{ clause: L-2, basis: {(purpose == "promotion" ? "consent" : "contract")} }}");
        Line(text, "data:");
        for (var (category, written) = (0, 0); category < categories; category++)
        {
            Line(text, $"  {Category(category)}:");
            for (var subject = 0; subject < SubjectsOfCategory && written < data; subject++, written++)
                Line(text,
                    $"    - {{ clause: [L-3.{category}, L-4], of: person-{subject}, for: [{Purposes(category + subject)}], "
                    + $"keep: {{ for: {1 + subject} years, from: {s_anchors[subject % s_anchors.Length]}, then: erase }} }}");
        }
        Line(text, "recipients:");
        for (var i = 0; i < s_recipients.Length; i++)
            Line(text,
                $"  {s_recipients[i]}: {{ clause: L-5.{i}, role: processor, contract: DPA-{i}, region: ID, "
                + $"receives: [area-{i % ((categories + 9) / 10)}], for: [transactions, security] }}");
        Line(text, "never:");
        for (var i = 0; i < never; i++)
            Line(text, i % 2 == 0
                ? $"  - {{ clause: L-6.{i}, action: log, data: {Category(i % categories)} }}"
                : $"  - {{ clause: L-6.{i}, action: disclose, data: {Category(i % categories)}, to: acquirer, for: promotion }}");
        return text.ToString();
    }

    private static string VocabularyOf(int categories)
    {
        var text = new StringBuilder("vocabulary: large\ncategories:\n");
        for (var area = 0; area * 10 < categories; area++)
            Term(text, $"area-{area}");
        for (var category = 0; category < categories; category++)
            Term(text, Category(category));
        text.Append("subjects:\n");
        for (var subject = 0; subject < SubjectsOfCategory; subject++)
            Term(text, $"person-{subject}");
        return text.ToString();
    }

    private static string Purposes(int seed) =>
        string.Join(", ", Enumerable.Range(0, 3).Select(i => s_purposes[(seed + i) % s_purposes.Length]));

    private static string Category(int number) => $"area-{number / 10}.item-{number}";

    private static void Term(StringBuilder text, string key) =>
        text.Append(CultureInfo.InvariantCulture, $"  {key}:\n    label: {{ en: {key}, id: {key} }}\n    definition: Data of {key}.\n");

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
