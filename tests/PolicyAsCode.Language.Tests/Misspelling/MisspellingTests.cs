using System.Diagnostics;

namespace PolicyAsCode.Language.Tests.Misspelling;

/// <summary>
/// Whoever swaps two letters of a word that the language knows is told so on that line, and which word was meant: for
/// each such word of all files in <c>policies/</c>, and each two letters of it.
/// </summary>
[Collection("Heavy")]
public sealed class MisspellingTests(ITestOutputHelper output)
{
    [Fact]
    public void Two_swapped_letters_are_told_on_their_line_with_the_word_that_was_meant()
    {
        var clock = Stopwatch.StartNew();
        var failures = new List<string>();
        var (words, misspellings, compilations) = (0, 0, 0);
        foreach (var file in PolicyFolder.Files())
        {
            var family = PolicyFolder.FamilyOf(file);
            var vocabulary = family.Compile(file.Text).Vocabulary;
            var known = KnownWord.In(family.Parsed.Tree, family.Parsed.Kind, vocabulary, family.Clauses).ToArray();
            words += known.Length;
            Parallel.ForEach(Rounds(known), round =>
            {
                Interlocked.Increment(ref compilations);
                Interlocked.Add(ref misspellings, round.Count);
                foreach (var failure in Failures(family, file.Text, round))
                    lock (failures)
                        failures.Add(failure);
            });
        }
        output.WriteLine($"{words} words, {misspellings} misspellings, {compilations} compilations, {clock.Elapsed.TotalSeconds:0.0} s");
        Assert.True(failures.Count == 0, $"{failures.Count} of {misspellings}:\n{string.Join("\n", failures.Order(StringComparer.Ordinal).Take(60))}");
        Assert.True(words > 2000, $"Only {words} words were found.");
    }

    // One misspelling a statement and compilation; what stands in the head touches all and is tried alone.
    private static IEnumerable<List<(KnownWord Word, string Misspelt)>> Rounds(KnownWord[] words)
    {
        foreach (var one in words.Where(word => word.Statement.Length == 0).SelectMany(word => word.Misspellings()))
            yield return [one];
        var statements = words.Where(word => word.Statement.Length > 0)
            .GroupBy(word => word.Statement, (_, inside) => inside.SelectMany(word => word.Misspellings()).ToArray())
            .ToArray();
        for (var round = 0; round < statements.Max(all => all.Length); round++)
            yield return [.. statements.Where(all => round < all.Length).Select(all => all[round])];
    }

    private static IEnumerable<string> Failures(PolicyFamily family, string text, List<(KnownWord Word, string Misspelt)> round)
    {
        var characters = text.ToCharArray();
        foreach (var (word, misspelt) in round)
            misspelt.CopyTo(0, characters, word.Node.Range.Offset, misspelt.Length);
        var found = family.Compile(new string(characters)).Diagnostics
            .Where(mistake => mistake.Location.Path == family.Parsed.Path)
            .ToLookup(mistake => mistake.Location.Range.Start.Line);
        foreach (var (word, misspelt) in round)
        {
            var line = word.Node.Range.Start.Line;
            if (!found[line].Any(mistake => Suggests(mistake.Message, word.Node.Value)
                && mistake.Message.Contains(misspelt, StringComparison.Ordinal)))
                yield return $"{Path.GetFileName(family.Parsed.Path)}:{line + 1}: '{misspelt}' for '{word.Node.Value}': "
                    + string.Join(" | ", found[line].Select(mistake => mistake.Message));
        }
    }

    // 'promotion', or the line to write: 'bindings: jova-pos'.
    private static bool Suggests(string message, string word) =>
        message.Contains($"'{word}'", StringComparison.Ordinal) || message.Contains($": {word}'", StringComparison.Ordinal);
}
