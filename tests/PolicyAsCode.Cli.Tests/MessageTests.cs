using System.CommandLine;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Cli.Commands;
using PolicyAsCode.Cli.Output;
using PolicyAsCode.Language.Messages;

namespace PolicyAsCode.Cli.Tests;

/// <summary>All that the tool tells stands in resources, in both languages, with the same gaps; and all of that is told.</summary>
public sealed partial class MessageTests : IDisposable
{
    private static readonly MessageCatalog s_catalog = new(typeof(PolicyTool).Assembly);
    private static readonly IReadOnlyDictionary<string, string> s_english = s_catalog.In(MessageLanguage.English);
    private static readonly IReadOnlyDictionary<string, string> s_indonesian = s_catalog.In(MessageLanguage.Indonesian);
    private static readonly Microsoft.CodeAnalysis.SyntaxNode[] s_sources =
        SourceSentences.Parse(Repository.PathOf("src/PolicyAsCode.Cli"));

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Both_languages_have_the_same_keys_and_gaps()
    {
        Assert.NotEmpty(s_english);
        Assert.Equal(s_english.Keys.Order(StringComparer.Ordinal), s_indonesian.Keys.Order(StringComparer.Ordinal));
        Assert.All(s_english, sentence => Assert.Equal(Gaps(sentence.Value), Gaps(s_indonesian[sentence.Key])));
    }

    [Fact]
    public void No_sentence_stands_in_the_source()
    {
        // What a shell reads is no message, and neither is the call of an example.
        var found = SourceSentences.In(s_sources)
            .Where(node => Path.GetFileName(node.SyntaxTree.FilePath) != "ShellScripts.cs"
                && !node.Ancestors().OfType<PropertyDeclarationSyntax>().Any(property => property.Identifier.ValueText == "Examples"))
            .Select(node => $"{SourceSentences.PlaceOf(node)}: {node}");

        Assert.True(!found.Any(), string.Join("\n", found));
    }

    [Fact]
    public void Each_key_in_the_source_has_a_sentence_and_each_sentence_is_told()
    {
        var literals = s_sources.SelectMany(file => file.DescendantNodes()).OfType<LiteralExpressionSyntax>()
            .Select(literal => literal.Token.Value).OfType<string>().ToHashSet();
        var begun = s_sources.SelectMany(file => file.DescendantNodes()).OfType<InterpolatedStringExpressionSyntax>()
            .Select(text => text.Contents[0].ToString()).Where(start => start.Contains('.', StringComparison.Ordinal)).ToHashSet();
        var areas = s_english.Keys.Select(key => key[..(key.IndexOf('.', StringComparison.Ordinal) + 1)]).ToHashSet();

        var named = literals.Where(text => Key().IsMatch(text) && areas.Any(area => text.StartsWith(area, StringComparison.Ordinal)));
        Assert.All(named, key => Assert.Contains(s_english.Keys, one => one == key || one.StartsWith(key + ".", StringComparison.Ordinal)));
        Assert.All(s_english.Keys, key => Assert.True(
            literals.Contains(key)
            || literals.Contains(CountOf().Replace(key, ""))
            || key.StartsWith("Commands.", StringComparison.Ordinal)
            || begun.Any(start => key.StartsWith(start, StringComparison.Ordinal)), key));
    }

    [Fact]
    public void Help_is_written_for_every_command_option_argument_example_and_exit_code_and_for_nothing_else()
    {
        var root = PolicyTool.Root(Host());
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var command in root.Subcommands.Prepend<Command>(root))
        {
            keys.Add(CommandTexts.Of(command).Key);
            keys.UnionWith(CallMistakes.OptionsOf(command).Select(option => CommandTexts.Of(command, option).Key));
            keys.UnionWith(command.Arguments.Select(argument => CommandTexts.Of(command, argument).Key));
            if (command is PolicyCommand { Examples: var examples, Exits: var exits })
            {
                keys.UnionWith(examples.Select(example => CommandTexts.Of(command, example).Key));
                keys.UnionWith(exits.Select(code => CommandTexts.OfExit(command, code).Key));
            }
        }

        Assert.Equal(
            keys.Order(StringComparer.Ordinal),
            s_english.Keys.Where(key => key.StartsWith("Commands.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("chekc --lang id", "kesalahan: 'policy' tidak memiliki perintah 'chekc'. Apakah maksud Anda 'check'?")]
    [InlineData("check --foramt json --lang=id", "kesalahan: Tidak ada opsi '--foramt'. Apakah maksud Anda '--format'?")]
    [InlineData("check --format yml --lang id", "kesalahan: --format tidak menerima 'yml'.")]
    [InlineData("check --as-of 2027-02-30 --lang id", "kesalahan: '2027-02-30' bukan hari dalam kalender.")]
    [InlineData("check --policy --lang id", "kesalahan: --policy memerlukan nilai: --policy NAME. Hanya kebijakan ini")]
    [InlineData("check --policy a --policy b --lang id", "kesalahan: --policy disebut lebih dari sekali.")]
    [InlineData("explain --lang id", "kesalahan: DATA belum disebut. Kategori data pribadi")]
    [InlineData("explain contact.email promotion email-provider more --lang id", "kesalahan: Kata 'more' berlebih.")]
    [InlineData("--lang id check nowhere", "kesalahan: Tidak ada berkas atau folder 'nowhere'. Jalur dihitung")]
    [InlineData("check --lang id", "kesalahan: Tidak ada folder 'policies' berisi kebijakan")]
    public void A_call_that_cannot_be_followed_is_told_in_Indonesian_where_asked_for(string words, string expected) =>
        Assert.StartsWith(expected, Call.Policy(_folder.Path, words).MustExit(2).Error);

    [Theory]
    [InlineData("check --lang indonesia", "error: --lang does not take 'indonesia'. It takes: en, id.")]
    [InlineData("check --policy a --policy b", "error: --policy stands more than once. Name it once.")]
    [InlineData("new --force=maybe", "error: 'maybe' is one word too many.")]
    [InlineData("check --lang", "error: --lang wants a value: --lang LANGUAGE. The language of answers")]
    public void No_sentence_is_the_library_s(string words, string expected) =>
        Assert.StartsWith(expected, Call.Policy(_folder.Path, words).MustExit(2).Error);

    [Fact]
    public void Help_is_told_in_Indonesian_where_asked_for()
    {
        Assert.Contains("\nPemakaian\n  policy check [PATHS...] [options]\n", Call.Policy(_folder.Path, "check --help --lang id").MustExit(0).Out, StringComparison.Ordinal);
        Assert.StartsWith("Kebijakan privasi sebagai kode:", Call.Policy(_folder.Path, "--lang id").MustExit(0).Out);
        Assert.Contains("\nSehari-hari\n", Call.Policy(_folder.Path, "help --lang id").MustExit(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_is_explained_in_Indonesian_where_asked_for()
    {
        Assert.StartsWith("# PAC1007: Masa penyimpanan tidak ada", Call.Policy(_folder.Path, "help PAC1007 --lang id").MustExit(0).Out);
        Assert.Contains("PAC1007  Masa penyimpanan", Call.Policy(_folder.Path, "help rules --lang id").MustExit(0).Out, StringComparison.Ordinal);
        Assert.All(RulePage.Ids, id =>
        {
            var english = RulePage.Of(id, MessageLanguage.English)!;
            var indonesian = RulePage.Of(id, MessageLanguage.Indonesian);
            Assert.NotNull(indonesian);
            Assert.NotEqual(english.Title, indonesian.Title);
            Assert.NotEmpty(indonesian.Why);
            Assert.Equal(Parts(english.Markdown), Parts(indonesian.Markdown));
        });
    }

    public void Dispose() => _folder.Dispose();

    // The shape of a page: its headings by number, and its examples word for word.
    private static IEnumerable<string> Parts(string page) =>
        Part().Matches(page).Select(part => part.Value.StartsWith('#') ? "##" : part.Value);

    private static CommandHost Host() =>
        new() { In = TextReader.Null, Out = TextWriter.Null, Error = TextWriter.Null, Folder = "." };

    private static IEnumerable<string> Gaps(string sentence) =>
        Gap().Matches(sentence).Select(gap => gap.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^[A-Z]\w+(\.[\w-]+)+$")]
    private static partial Regex Key();

    [GeneratedRegex(@"\.(One|Many)$")]
    private static partial Regex CountOf();

    [GeneratedRegex("^## .*$|^```yaml\n.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Part();
}
