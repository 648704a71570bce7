using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyAsCode.Language.Model;

namespace PolicyAsCode.Language.Tests;

/// <summary>Compiles marked files, and compares what is reported with the marks: ids and places, nothing more, nothing less.</summary>
internal static class Verify
{
    public static readonly CalendarDate Today = new(2026, 11, 22);

    public const string PolicyPath = "policies/shop.policy.yaml";

    /// <summary>Compiles a marked policy and gives what was reported, after comparing it with the marks.</summary>
    public static ImmutableArray<PolicyDiagnostic> Policy(string marked, params string[] messages) =>
        Files(marked, PolicyPath, [], messages).Diagnostics;

    /// <summary>The same for a file of another kind, beside a policy without mistakes.</summary>
    public static CompiledPolicy Beside(string path, string marked, params string[] messages) =>
        Files(marked, path, [("policies/corner.policy.yaml", Samples.Policy)], messages);

    /// <summary>Compiles marked files together, and compares what is reported with the marks of all of them.</summary>
    public static CompiledPolicy Together(params (string Path, string Marked)[] files)
    {
        var parsed = files.Select(file => (file.Path, Marked: MarkedText.Parse(file.Marked))).ToArray();
        var compiled = PolicyCompiler.Compile(
            parsed.Select(file => PolicyCompiler.Parse(file.Path, file.Marked.Text)), null, Today);
        var expected = parsed.OrderBy(file => file.Path, StringComparer.Ordinal).SelectMany(file =>
            file.Marked.Marks.Select(mark => $"{mark.Id} at {file.Path} {Shown(file.Marked.Text, mark.Offset, mark.Length)}"));
        var actual = compiled.Diagnostics.Select(mistake => (mistake.Message, Place:
            $"{mistake.Id} at {mistake.Location.Path} {Shown(
                parsed.Single(file => file.Path == mistake.Location.Path).Marked.Text,
                mistake.Location.Range.Offset, mistake.Location.Range.Length)}")).ToArray();
        Assert.True(expected.SequenceEqual(actual.Select(mistake => mistake.Place)),
            $"Expected\n  {string.Join("\n  ", expected)}\nand got\n  {string.Join("\n  ", actual.Select(
                mistake => $"{mistake.Place}: {mistake.Message}"))}");
        return compiled;
    }

    /// <summary>
    /// A policy with a head, the sections given, every purpose that they use, and whom and where they name. What a test
    /// is not about comes last, so that lines stay where they are.
    /// </summary>
    public static string Sections(string sections) => Bare(sections) + "\n" + string.Join("\n", Rest(sections));

    private static IEnumerable<string> Rest(string sections)
    {
        if (!sections.Contains("non-personal:", StringComparison.Ordinal))
            yield return "non-personal: { stock: { clause: S-1, for: [transactions, communication, promotion] } }";
        if (Named("of", sections) is { Length: > 0 } subjects && !sections.Contains("subjects:", StringComparison.Ordinal))
            yield return $"subjects: {{ {subjects} }}";
        if (Named("collected", sections) is { Length: > 0 } sources && !sections.Contains("sources:", StringComparison.Ordinal))
            yield return $"sources: {{ {sources} }}";
    }

    private static string Named(string key, string sections) => string.Join(", ", Regex
        .Matches(sections, $@"\b{key}: (\[[^]]*\]|[\w-]+)")
        .SelectMany(match => Regex.Matches(match.Groups[1].Value, "[a-z][a-z-]+"))
        .Select(word => word.Value)
        .Distinct()
        .Select(word => $"{word}: {{ clause: S-1 }}"));

    private static string Bare(string sections)
    {
        var head = "policy: shop\n";
        if (!sections.Contains("controller:", StringComparison.Ordinal))
            head += "controller: { name: Shop, holidays: none }\n";
        if (!sections.Contains("purposes:", StringComparison.Ordinal))
            head += """
                purposes:
                  transactions: { clause: S-1, basis: contract }
                  communication: { clause: S-1, basis: contract }
                  promotion: { clause: S-1, basis: consent }

                """;
        return head + sections;
    }

    private static CompiledPolicy Files(
        string marked, string path, (string Path, string Text)[] others, string[] messages)
    {
        var file = MarkedText.Parse(marked);
        var compiled = PolicyCompiler.Compile(
            [PolicyCompiler.Parse(path, file.Text), .. others.Select(other => PolicyCompiler.Parse(other.Path, other.Text))], null, Today);
        Assert.All(compiled.Diagnostics, mistake => Assert.Equal(path, mistake.Location.Path));

        var expected = file.Marks.Select(mark => $"{mark.Id} at {Shown(file.Text, mark.Offset, mark.Length)}");
        var actual = compiled.Diagnostics
            .Select(mistake => $"{mistake.Id} at {Shown(file.Text, mistake.Location.Range.Offset, mistake.Location.Range.Length)}");
        Assert.True(expected.SequenceEqual(actual),
            $"Expected\n  {string.Join("\n  ", expected)}\nand got\n  {string.Join("\n  ", compiled.Diagnostics.Select(
                mistake => $"{mistake.Id} at {Shown(file.Text, mistake.Location.Range.Offset, mistake.Location.Range.Length)}: {mistake.Message}"))}");
        foreach (var message in messages)
            Assert.Contains(compiled.Diagnostics, mistake => mistake.Message.Contains(message, StringComparison.Ordinal));
        return compiled;
    }

    private static string Shown(string text, int offset, int length) =>
        $"{offset} '{text.Substring(offset, length).Replace("\n", "⏎", StringComparison.Ordinal)}'";
}
