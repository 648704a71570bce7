using System.Text.RegularExpressions;

namespace PolicyAsCode.Samples.Tests.Breaking;

/// <summary>What the test of a clause asks of the sample that it broke.</summary>
internal static partial class Expectations
{
    /// <summary>
    /// A build finds what this further file marks, <c>// expect: PAC2002 OCHAT-1.1</c>, and nothing else anywhere; each message
    /// names the clause that its mark names, if any.
    /// </summary>
    public static Task IsRefusedAsync(this Broken broken, string code) => IsRefusedAsync(broken, "Broken.cs", code);

    /// <summary>The same in a file of that name.</summary>
    public static async Task IsRefusedAsync(this Broken broken, string path, string code)
    {
        var marks = Marks(path, code).ToList();
        Assert.Contains(marks, mark => mark.Clause.Length > 0);
        Compare(marks, await broken.Adding(path, code).FindAsync());
    }

    /// <summary>A build finds these (<c>Data/Order.cs:24 PAC2002 BOT-1.a</c>), and nothing else.</summary>
    public static async Task IsRefusedAtAsync(this Broken broken, params string[] places)
    {
        var marks = places.Select(place => place.Split(' ')).Select(parts => ($"{parts[0]} {parts[1]}", parts.ElementAtOrDefault(2) ?? ""));
        Compare([.. marks], await broken.FindAsync());
    }

    /// <summary>A build finds it by this rule, wherever that is, in messages that name the clauses; and by no other rule.</summary>
    public static async Task FindsAsync(this Broken broken, string rule, params string[] clauses)
    {
        var found = await broken.FindAsync();
        Assert.True(
            found.Count > 0 && found.All(one => one.Id == rule) && clauses.All(clause => found.Any(one => one.Names(clause))), "Said instead:\n" + string.Join('\n', found));
    }

    /// <summary>The check of the policy refuses it, by this rule alone, in a message that names the clause.</summary>
    public static void IsRefusedBy(this Broken broken, string rule, string clause, string words = "")
    {
        Assert.All(broken.PolicyMistakes(), mistake => Assert.True(mistake.Id == rule, mistake.ToString()));
        broken.IsToldBy(rule, clause, words);
    }

    /// <summary>
    /// The check of the policy refuses it, among others by this rule, in a message that names the clause and has these words.
    /// </summary>
    public static void IsToldBy(this Broken broken, string rule, string clause, string words = "", string today = Sample.Today)
    {
        var mistakes = broken.PolicyMistakes(today);
        Assert.True(
            mistakes.Any(mistake => mistake.Id == rule && mistake.Names(clause) && mistake.Message.Contains(words, StringComparison.Ordinal)),
            $"No {rule} names {clause} and says '{words}'. Said instead:\n" + string.Join('\n', mistakes));
    }

    /// <summary>
    /// The measure that ends like this, in the last of its languages, has an owner and a day of review; without the one or the
    /// other it is refused, by the name of its clauses.
    /// </summary>
    public static void IsOwned(this Broken whole, string end, string owner, string day, params string[] clauses)
    {
        var (owned, looked) = ($"\n    owner: {owner}", $"\n    review-by: {day}");
        foreach (var (left, missing) in new[] { (looked, "owner:"), (owned, "review-by:") })
            foreach (var clause in clauses)
                whole.Promising(end + owned + looked, end + left).IsRefusedBy("PAC1006", clause, $"This measure has no '{missing}'");
    }

    /// <summary>Nothing is wrong with it.</summary>
    public static async Task IsCleanAsync(this Broken broken) => Assert.Empty(await broken.FindAsync());

    /// <summary>The findings are those that were expected, and each names its clause.</summary>
    public static void Compare(IReadOnlyList<(string Place, string Clause)> marks, IReadOnlyList<Found> found)
    {
        Assert.True(
            Lines(marks.Select(mark => mark.Place)) == Lines(found.Select(one => one.Place)),
            $"Expected:\n{Lines(marks.Select(mark => mark.Place))}\nFound:\n{Lines(found.Select(one => one.ToString()))}");
        foreach (var (place, clause) in marks.Where(mark => mark.Clause.Length > 0))
            Assert.True(
                found.Any(one => one.Place == place && one.Names(clause)),
                $"{place} does not name {clause}: {string.Join(" | ", found.Where(one => one.Place == place))}");
    }

    /// <summary>The findings that code announces.</summary>
    public static IEnumerable<(string Place, string Clause)> Marks(string file, string code) =>
        from line in code.Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        let comment = Comment().Match(line.Text)
        where comment.Success
        from Match mark in Mark().Matches(comment.Groups["marks"].Value)
        select ($"{file}:{line.Number} {mark.Groups["id"].Value}", mark.Groups["clause"].Value);

    /// <summary>Whether the message names the clause as a whole word: OCHAT-1.1 is not in OCHAT-1.10.</summary>
    public static bool Names(this Found found, string clause) =>
        Regex.IsMatch(found.Message, $@"(?<![\w.-]){Regex.Escape(clause)}(?![\w-]|\.\w)");

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    [GeneratedRegex(@"// expect: (?<marks>.*)$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<id>PAC\d{4})(?: (?<clause>[A-Z]+-[\w.]+))?")]
    private static partial Regex Mark();
}
