using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyAsCode.Language.Tests.Misspelling;

namespace PolicyAsCode.Language.Tests.Mistakes;

/// <summary>
/// Behind every key of the language each of the usual slips: it is told once, at its lines, and what follows from it is
/// not told as well.
/// </summary>
public sealed class SweepTests
{
    [Fact]
    public void Each_slip_behind_each_key_is_told_once() => Sweep(
        "policies/shop.policy.yaml", WholeLanguageTests.Text, text => Compile(("policies/shop.policy.yaml", text)), _ => Slip.All);

    [Fact]
    public void Also_where_a_notice_lists_the_clauses() => Sweep(
        "policies/shop.policy.yaml", OneMistakeTests.Policy,
        text => Compile(("policies/shop.policy.yaml", text), ("policies/shop.notice.yaml", OneMistakeTests.Notice)), _ => Slip.All);

    [Theory]
    [InlineData("policies/jova-pos.policy.yaml")]
    [InlineData("policies/ocis.policy.yaml")]
    public void Also_in_a_real_policy_at_each_key_another_one(string path)
    {
        var family = PolicyFolder.FamilyOf(PolicyFolder.Files().Single(file => file.Path == path));
        var turn = 0;
        // Which slip a key meets moves with each key that a policy gains: what was missed once meets all of them.
        Sweep(path, family.Parsed.Tree.Text, text => family.Compile(text).Diagnostics, place =>
            place.Path.EndsWith(".keeps", StringComparison.Ordinal) ? Slip.All : [Slip.All[turn++ % Slip.All.Count]]);
    }

    [Theory]
    [MemberData(nameof(Beside))]
    public void Also_in_a_file_beside_a_policy(string path)
    {
        var family = PolicyFolder.FamilyOf(PolicyFolder.Files().Single(file => file.Path == path));
        Sweep(path, family.Parsed.Tree.Text, text => family.Compile(text).Diagnostics, 
            // A clause may be listed with nothing said of it. What a whole vocabulary lacks, the policies miss, each in its file.
            place => place.Path.StartsWith("clauses.", StringComparison.Ordinal) && place.Depth == 1 ? [] : path.Contains("vocabulary", StringComparison.Ordinal) && place.IsSection ? [] : Slip.All);
    }

    public static TheoryData<string> Beside =>
    [
        "policies/jova-pos.notice.yaml", "policies/jova-pos.tests.yaml", "policies/jova-pos.bindings.yaml", "policies/ochat.vocabulary.yaml",
    ];

    private static void Sweep(
        string path, string text, Func<string, ImmutableArray<PolicyDiagnostic>> compile, Func<Place, IEnumerable<Slip>> slips)
    {
        var before = compile(text).Select(Key).ToHashSet();
        var wrong = new List<string>();
        var tried = 0;
        foreach (var place in Place.Of(path, text))
            foreach (var slip in slips(place))
            {
                if (slip.Write(place) is not { } written)
                    continue;
                tried++;
                var (first, last) = ChangedLines(text, written);
                var found = compile(written).Where(one => !before.Contains(Key(one))).ToArray();
                var isTold = found is [{ Location: var at }] && at.Path == path
                    && at.Range.Start.Line >= Math.Min(first, place.Entry.Key.Range.Start.Line) && at.Range.Start.Line <= last;
                if (!isTold && !(found.Length == 0 && slip.MayBeRight))
                    wrong.Add($"{place.Path}: {slip.Name}\n{string.Concat(found.Select(one => $"      {one.Location}: {one.Id}: {one.Message}\n"))}");
            }

        Assert.True(tried > 100);
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {tried}:\n{string.Join("\n", wrong.Take(60))}");
    }

    // What was told before may have moved to other lines, and cites the clause that a slip has just misspelt.
    private static string Key(PolicyDiagnostic one) =>
        $"{one.Id} {one.Location.Path} {Regex.Replace(one.Message, @" \[[^\]]*\]$", "")}";

    private static ImmutableArray<PolicyDiagnostic> Compile(params (string Path, string Text)[] files) =>
        PolicyCompiler.Compile(files.Select(file => PolicyCompiler.Parse(file.Path, file.Text)), null, Verify.Today).Diagnostics;

    private static (int First, int Last) ChangedLines(string before, string after)
    {
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start])
            start++;
        var end = 0;
        while (end < before.Length - start && end < after.Length - start && before[^(end + 1)] == after[^(end + 1)])
            end++;
        return (after.AsSpan(0, start).Count('\n'), after.AsSpan(0, after.Length - end).Count('\n'));
    }
}
