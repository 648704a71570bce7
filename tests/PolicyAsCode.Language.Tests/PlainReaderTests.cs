using System.Globalization;
using System.Text;
using PolicyAsCode.Language.Syntax;
using PolicyAsCode.Language.Tests.Misspelling;

namespace PolicyAsCode.Language.Tests;

/// <summary>What the reader of plain files reads is what YamlDotNet reads, at the same places.</summary>
public sealed class PlainReaderTests(ITestOutputHelper output)
{
    // In each run; PAC_FUZZ names another number.
    private const int Mutations = 10_000;

    private const string Texts = """
        notice: texts
        clauses:
          T-1:
            says: a text that goes on
              in a second line

              and behind an empty one # with a comment
          T-2:
            says: |
              a text in lines
                one of them deeper

              and one behind it
          T-3:
            says: >-
              a text that is folded
              into one line

                * but for this
                * and this

              and this
            kept-by: [analyzer,
              measure, ] # of two lines
          T-4: { says: "a \"quoted\" word,\nand a second line", kept-by:
            measure }
          T-5:
            says:
              below its key,
              in two lines
            several:
            - one
            -
              two: 2
            - >+
              three

          T-6:
            - [ { a: b }, [], {} ]
        """;

    private static readonly (string Path, string Text)[] s_files =
    [
        ("texts", Texts),
        .. PolicyFolder.Files(),
        ("policy", Samples.Policy),
        ("bindings", Samples.Bindings),
        ("vocabulary", Samples.Vocabulary),
        .. BuiltInVocabulary.Files(),
        ("law", Repository.Read("src/PolicyAsCode.Language/Laws/builtin/gdpr.law.yaml")),
        ("law", Repository.Read("src/PolicyAsCode.Language/Laws/builtin/uu-pdp.law.yaml")),
        ("calendar", Repository.Read("src/PolicyAsCode.Language/Calendars/builtin/id.calendar.yaml")),
    ];

    [Fact]
    public void Every_file_of_ours_is_read_by_it() => Assert.All(s_files, file =>
    {
        Assert.NotNull(PlainReader.Read(file.Text));
        Assert.Null(Difference(file.Text));
        Assert.Null(Difference(file.Text.Replace("\n", "\r\n", StringComparison.Ordinal)));
        Assert.Null(Difference(file.Text.TrimEnd()));
    });

    [Fact]
    public void What_it_reads_of_mutated_files_is_what_YamlDotNet_reads()
    {
        var mutations = int.TryParse(Environment.GetEnvironmentVariable("PAC_FUZZ"), out var asked) ? asked : Mutations;
        var failures = new List<string>();
        var read = 0;
        Parallel.For(0, mutations, mutation =>
        {
            var mutator = new Mutator((ulong)mutation);
            var (path, seed) = s_files[mutation % s_files.Length];
            var text = mutator.Mutate(mutator.Next(12) == 0 ? seed : mutator.Stretch(seed, lines: 25));
            if (PlainReader.Read(text) is null)
                return;
            Interlocked.Increment(ref read);
            if (Difference(text) is { } difference)
                lock (failures)
                    failures.Add($"mutation {mutation} of {path}: {difference}");
        });
        output.WriteLine($"{mutations} mutations, {read} read");
        Assert.True(failures.Count == 0, $"{failures.Count} failures:\n{string.Join("\n", failures.Take(10))}");
        Assert.True(read > mutations / 10, $"Only {read} were plain enough: nearly nothing was compared.");
    }

    // Short texts of the characters that mean something: each combination comes up.
    [Fact]
    public void What_it_reads_of_random_texts_is_what_YamlDotNet_reads()
    {
        string[] pieces =
        [
            "a", "b1", "key: ", "k:", ": ", ":", " ", "  ", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", "- ", "-", "[", "]",
            "{", "}", ", ", ",", "\"x y\"", "'z'", "\"", "'", "#", " # c", "?", "!", "&", "*", "|", ">", "%", "@", "\\", ".",
            "...", "---",
            "|\n", ">\n", "|-\n", ">+\n", "\n\n", "\n   x\n", "\n     y", "\\n", "\\\"", "\r\n", "x y z",
            "\n # c\n",
            "a: b\n", "c: [d, e]\n", "f: { g: h }\n", "i:\n  j: k\n", "l:\n  - m\n", "<<", "~", "é", "\u00A0", "=",
            "0", "a-b", "a:b",
        ];
        var count = int.TryParse(Environment.GetEnvironmentVariable("PAC_FUZZ"), out var asked) ? asked * 10 : Mutations * 10;
        var failures = new List<string>();
        var read = 0;
        Parallel.For(0, count, number =>
        {
            var mutator = new Mutator((ulong)number);
            var text = new StringBuilder(mutator.Next(3) == 0 ? "" : "a: ");
            for (var left = mutator.Next(12) + 1; left > 0; left--)
                text.Append(pieces[mutator.Next(pieces.Length)]);
            if (PlainReader.Read(text.ToString()) is null)
                return;
            Interlocked.Increment(ref read);
            if (Difference(text.ToString()) is { } difference)
                lock (failures)
                    failures.Add($"text {number}, {text.Replace("\n", "\\n")}: {difference}");
        });
        output.WriteLine($"{count} texts, {read} read");
        Assert.True(failures.Count == 0, $"{failures.Count} failures:\n{string.Join("\n", failures.Take(10))}");
        Assert.True(read > count / 50, $"Only {read} were plain enough: nearly nothing was compared.");
    }

    // Null where both read the same.
    private static string? Difference(string text)
    {
        if (PlainReader.Read(text) is not { } ours)
            return "it was not read";
        var refused = new List<string>();
        var outcome = YamlDoor.Read(text, 0, new LineTable(text), (id, _, message) => refused.Add($"{id} {message}"));
        if (outcome.Stop is { } stop)
            return $"YamlDotNet says '{stop.Message}' at {stop.Start}";
        if (refused.Count > 0)
            return $"YamlDotNet's reader refuses: {refused[0]}";
        var (written, expected) = (Written(ours), outcome.Root is null ? "nothing" : Written(outcome.Root));
        if (written == expected)
            return null;
        var at = written.Zip(expected).TakeWhile(pair => pair.First == pair.Second).Count();
        var from = Math.Max(0, at - 60);
        return $"…{written[from..Math.Min(written.Length, at + 60)]}… instead of …{expected[from..Math.Min(expected.Length, at + 60)]}…";
    }

    private static string Written(SyntaxNode node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    private static void Write(SyntaxNode node, StringBuilder text)
    {
        var range = node.Range;
        text.Append(CultureInfo.InvariantCulture,
            $"{range.Offset}+{range.Length} {range.Start.Line},{range.Start.Column}-{range.End.Line},{range.End.Column} ");
        switch (node)
        {
            case ScalarNode scalar:
                text.Append(scalar.IsQuoted ? '"' : '\'').Append(scalar.Value).Append('\n');
                break;
            case SequenceNode sequence:
                text.Append("[\n");
                foreach (var item in sequence.Items)
                    Write(item, text);
                text.Append("]\n");
                break;
            case MappingNode mapping:
                text.Append("{\n");
                foreach (var entry in mapping.Entries)
                {
                    Write(entry.Key, text);
                    Write(entry.Value, text);
                }
                text.Append("}\n");
                break;
        }
    }
}
