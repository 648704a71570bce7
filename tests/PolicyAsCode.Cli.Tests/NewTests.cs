namespace PolicyAsCode.Cli.Tests;

public sealed class NewTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("--time-zone Asia/Jakarta --data contact.name contact.email:communication+promotion transaction.order device.ip-address")]
    [InlineData("--time-zone Asia/Jakarta --data contact --language en")]
    [InlineData("--time-zone Europe/Berlin --data contact.email,usage.activity,payment.card-number")]
    [InlineData("--time-zone UTC --law uu-pdp,gdpr --data contact.email:promotion,special.health,inference.recommendation,account.password")]
    [InlineData("--time-zone UTC --law none --data contact.email --of user")]
    [InlineData("--time-zone Asia/Makassar --of staff --data contact,employment,government.id-number,account,location,communication.feedback,identity")]
    public void What_it_writes_is_clean_in_style_and_passes_its_own_tests(string words)
    {
        var call = New(words).MustExit(0);

        Assert.Equal(
            ["shop.notice.yaml", "shop.policy.yaml", "shop.tests.yaml"], _folder.Files("policies", "*.yaml"));
        Assert.Contains("origin: decision", call.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", call.Out, StringComparison.Ordinal);
        Assert.DoesNotMatch(" [1-9][0-9]* (error|warning)s?[,.]", Policy("check").MustExit(0).Out);
        Policy("fmt --check").MustExit(0);
        Policy("explain contact.email promotion --of customer");
    }

    [Fact]
    public void What_it_proposes_next_can_be_called_as_it_stands()
    {
        var call = New("--time-zone UTC --data contact.email --to draft").MustExit(0);

        Assert.Contains("policy explain contact.email promotion --policy shop --in draft", call.Out, StringComparison.Ordinal);
        Policy("explain contact.email promotion --policy shop --in draft").MustExit(1);
        Assert.EndsWith("policy check draft", call.Lines[^1], StringComparison.Ordinal);
        Policy("check draft").MustExit(0);
        Assert.DoesNotContain("1 months", File.ReadAllText(_folder.PathOf("draft/shop.notice.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_notice_speaks_the_language_of_its_readers()
    {
        New("--time-zone Asia/Jakarta --data contact.email").MustExit(0);

        var notice = File.ReadAllText(_folder.PathOf("policies/shop.notice.yaml"));
        Assert.Contains("language: id", notice, StringComparison.Ordinal);
        Assert.Contains("Kami mengumpulkan alamat surel", notice, StringComparison.Ordinal);
        Assert.Contains("# Kebijakan privasi Corner Shop", File.ReadAllText(_folder.PathOf("policies/shop.policy.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_are_only_observed_for_a_while()
    {
        New("--time-zone UTC --data contact.email").MustExit(0);

        Assert.Contains("default: observe until 2027-02-20", File.ReadAllText(_folder.PathOf("policies/shop.policy.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_written_over_unless_somebody_insists()
    {
        _folder.Write("policies/shop.tests.yaml", "mine");

        Assert.Contains("policies/shop.tests.yaml is there already", New("--time-zone UTC --data contact").MustExit(2).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.PathOf("policies/shop.policy.yaml")));
        Assert.Equal("mine", File.ReadAllText(_folder.PathOf("policies/shop.tests.yaml")));

        New("--time-zone UTC --data contact --force").MustExit(0);
        Assert.NotEqual("mine", File.ReadAllText(_folder.PathOf("policies/shop.tests.yaml")));
    }

    [Theory]
    [InlineData("--time-zone Asia/Jakrta --data contact", "Asia/Jakarta")]
    [InlineData("--data contact.emial", "Did you mean 'contact.email'?")]
    [InlineData("--data contact.email:promotoin", "Did you mean 'promotion'?")]
    [InlineData("--data contact --law uu-dpd", "Did you mean 'uu-pdp'?")]
    [InlineData("--data contact --of custmer", "Did you mean 'customer'?")]
    [InlineData("", "--data is missing.")]
    public void An_answer_that_cannot_be_says_what_would_be_one(string words, string expected)
    {
        Assert.Contains(expected, New(words).MustExit(2).Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("policies")));
    }

    [Theory]
    [InlineData("--name Shop --controller X --email a@b.example --data contact", "'Shop' cannot be a policy's name. Use small letters, digits and hyphens, such as 'shop'.")]
    [InlineData("--name shop --controller X --email nowhere --data contact", "'nowhere' is no e-mail address")]
    [InlineData("--name shop --email a@b.example --data contact", "--controller is missing.")]
    public void The_head_is_checked_too(string words, string expected) =>
        Assert.Contains(expected, Policy("new " + words).MustExit(2).Error, StringComparison.Ordinal);

    [Fact]
    public void Words_of_a_person_stay_one_value_of_YAML()
    {
        Call.Policy(_folder.Path,
            ["new", "--name", "shop", "--controller", "Toko: \"A\" & #1 {x}", "--email", "a@b.example", "--time-zone", "UTC", "--data", "contact.email"])
            .MustExit(0);

        Policy("check").MustExit(0);
        Assert.StartsWith("unknown: Toko: \"A\" & #1 {x} says nothing", Policy("explain location promotion").Out);
    }

    [Fact]
    public void On_a_terminal_it_asks_and_proposes_and_asks_again()
    {
        // Organisation, name (Enter), a mistyped address and a right one, zone, laws (Enter), language (Enter), subject
        // (Enter), a mistyped category and two right ones, their purposes (Enter, and one of choice).
        var typed = "Corner Shop\n\nnowhere\nprivacy@shop.example\nAsia/Jakarta\n\n\n\ncontact.emial\ncontact.name, contact.email\n\npromotion\n";

        var call = Call.Policy(_folder.Path, ["new"], typed, isInteractive: true).MustExit(0);

        Assert.Contains("[corner-shop]", call.Out, StringComparison.Ordinal);
        Assert.Contains("'nowhere' is no e-mail address", call.Out, StringComparison.Ordinal);
        Assert.Contains("[uu-pdp]", call.Out, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'contact.email'?", call.Out, StringComparison.Ordinal);
        Assert.Contains("[communication, rights-handling]", call.Out, StringComparison.Ordinal);
        Assert.Equal("allowed, with consent", Policy("explain contact.email promotion").Lines[0]);
    }

    [Fact]
    public void Answers_that_end_too_early_write_nothing()
    {
        var call = Call.Policy(_folder.Path, ["new"], "Corner Shop\n", isInteractive: true).MustExit(2);

        Assert.Contains("Nobody answers.", call.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("policies")));
    }

    public void Dispose() => _folder.Dispose();

    private Call New(string words) => Call.Policy(_folder.Path,
        ["new", "--name", "shop", "--controller", "Corner Shop", "--email", "privacy@shop.example", .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

    private Call Policy(string words) => Call.Policy(_folder.Path, words);
}
