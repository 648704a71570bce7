using PolicyAsCode.Cli.Commands;
using PolicyAsCode.Cli.Output;

namespace PolicyAsCode.Cli.Tests;

public sealed class HelpTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Commands => [.. All().Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_can_be_learned_from_its_help(string name)
    {
        var command = All().Single(one => one.Name == name);

        var help = Policy($"{name} --help").MustExit(0).Out;

        Assert.Equal(help, Policy($"help {name}").MustExit(0).Out);
        Assert.EndsWith(".", CommandTexts.Of(command).ToString());
        Assert.NotEmpty(command.Examples);
        Assert.All(command.Examples, example =>
        {
            Assert.StartsWith($"policy {name}", example.Call);
            Assert.Matches("[.?]$", CommandTexts.Of(command, example).ToString());
            Assert.Contains(example.Call, help, StringComparison.Ordinal);
        });
        Assert.Contains("\nExit codes\n  0  ", help, StringComparison.Ordinal);
        Assert.DoesNotContain(help.Split('\n'), line => line.Length > 100 && !line.TrimStart().StartsWith("policy ", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_command_it_lists_them_all()
    {
        var help = Policy("").MustExit(0);

        Assert.Equal(Policy("--help").Out, help.Out);
        Assert.All(All(), command => Assert.Contains($"\n  {command.Name} ", help.Out, StringComparison.Ordinal));
    }

    [Fact]
    public void The_overview_names_only_commands_that_there_are()
    {
        var named = Policy("help").MustExit(0).Out.Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words is ["policy", var name, ..] && char.IsLower(name[0]))
            .Select(words => words[1]);

        Assert.Subset(All().Select(command => command.Name).ToHashSet(), named.ToHashSet());
    }

    [Fact]
    public void A_rule_is_explained_by_its_page()
    {
        Assert.Equal(
            File.ReadAllText(Repository.PathOf("docs/rules/PAC1007.md")).TrimEnd(), Policy("help pac1007").MustExit(0).Out.TrimEnd());
        Assert.All(RulePage.Ids, id => Assert.Contains($"{id}  ", Policy("help rules").Out, StringComparison.Ordinal));
    }

    [Fact]
    public void A_term_is_explained_in_both_languages()
    {
        Assert.Contains("What is said of contact holds for it as well.", Policy("help contact.email").MustExit(0).Out, StringComparison.Ordinal);
        Assert.Contains("kategori data pribadi", Policy("help contact.email --lang id").MustExit(0).Out, StringComparison.Ordinal);
        Assert.Contains("  contact.email ", Policy("help terms").MustExit(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_term_of_the_organisation_is_explained_too()
    {
        _folder.Write("policies/shop.policy.yaml", Policies.Clean);
        _folder.Write("policies/own.vocabulary.yaml", """
            vocabulary: own
            purposes:
              loyalty: { label: { en: Loyalty, id: Loyalitas }, definition: "Points and rewards." }
            """);

        Assert.Contains("Points and rewards.", Policy("help loyalty").MustExit(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_topic_that_there_is_not_leads_to_the_nearest() =>
        Assert.Contains("Did you mean 'explain'?", Policy("help expalin").MustExit(2).Error, StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();

    private Call Policy(string words) => Call.Policy(_folder.Path, words);

    private static IEnumerable<PolicyCommand> All() => CommandList.All(new()
    {
        In = TextReader.Null,
        Out = TextWriter.Null,
        Error = TextWriter.Null,
        Folder = ".",
    });
}
