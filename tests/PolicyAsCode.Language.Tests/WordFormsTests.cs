using System.Text.RegularExpressions;
using PolicyAsCode.Language.Binding;

namespace PolicyAsCode.Language.Tests;

/// <summary>Names and addresses are told by hand, and schemas by patterns: both say the same of every text.</summary>
public sealed class WordFormsTests
{
    private const int Texts = 20_000;

    [Fact]
    public void Names_are_told_as_their_pattern_says() =>
        Compare(WordForms.NamePattern, WordForms.IsName, "ab-Z9. ", "jova-pos", "9", "-a", "a--", new('a', 64), new('a', 65));

    [Fact]
    public void Keys_of_terms_are_told_as_their_pattern_says() =>
        Compare(WordForms.TermKeyPattern, WordForms.IsTermKey, "ab-Z9. ", "contact.email", "9a", "a.", ".a", "a.b.c", "a.-",
            new('a', 63), new('a', 64), "a." + new string('b', 63), "a." + new string('b', 64), new string('a', 63) + ".b");

    [Fact]
    public void Ids_of_clauses_are_told_as_their_pattern_says() =>
        Compare(WordForms.ClauseIdPattern, WordForms.IsClauseId, "aZ9._- :", "JOVA-1.3", "_a", new('A', 64), new('A', 65));

    [Fact]
    public void Hosts_are_told_as_their_pattern_says() =>
        Compare(WordForms.HostPattern, WordForms.IsHost, "ab9-.*Z", "*.example.com", "*.", "*", "a-", "-a", "a..b", "*.*.a", "localhost");

    [Fact]
    public void Addresses_are_told_as_their_pattern_says() =>
        Compare(WordForms.EmailPattern, WordForms.IsEmail, "aaabbb..@@<\u00A0\u0085 ", "a@b.c", "a@b", "a@.b.c", "a@b..c", "a@b.", "@b.c",
            "a.b@c", "a@b@c.d", "a@.b", "a@..b");

    // Texts of few letters meet every rule of a pattern often. '\z': a line break is no end here.
    private static void Compare(string pattern, Func<string, bool> byHand, string letters, params string[] more)
    {
        var expression = new Regex(pattern.Replace("$", "\\z"), RegexOptions.CultureInvariant);
        var random = new Random(1);
        var texts = Enumerable.Range(0, Texts)
            .Select(_ => new string(random.GetItems<char>(letters, random.Next(0, 9))))
            .Concat(more).Append("").Append(more[0] + "\n").ToArray();

        Assert.All(texts, text => Assert.True(expression.IsMatch(text) == byHand(text), $"'{text}' {byHand(text)}"));
        Assert.InRange(texts.Count(byHand), 20, Texts - 20);
    }
}
