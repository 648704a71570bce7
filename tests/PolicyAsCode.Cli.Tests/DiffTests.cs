using System.Diagnostics;
using System.Text.Json;

namespace PolicyAsCode.Cli.Tests;

public sealed class DiffTests : IDisposable
{
    private const string Policy = """
        policy: shop
        version: 3
        controller: { name: Corner Shop }
        subjects:
          customer: { clause: SHOP-1 }
        data:
          contact.email: { of: customer, clause: SHOP-1, for: communication, keep: { for: 2 years, from: last-purchase, then: erase } }
        purposes:
          communication: { clause: SHOP-1, basis: contract }
          promotion: { clause: SHOP-1, basis: consent }

        """;

    private readonly TemporaryFolder _folder = new();

    private static string Looser => Policy.Replace("for: communication,", "for: [communication, promotion],", StringComparison.Ordinal);

    private static string Tighter => Policy.Replace("for: 2 years", "for: 1 year", StringComparison.Ordinal);

    [Fact]
    public void A_loosening_without_a_new_version_fails()
    {
        Write("old", Policy);
        Write("new", Looser);

        var lines = Run("diff old new").MustExit(1).Lines;

        Assert.Equal(
            [
                "loosens, material: contact.email: for + promotion [old/shop.policy.yaml:7 → new/shop.policy.yaml:7]",
                "shop: 1 change, 1 material. The version is still 3: write 'version: 4', and tell people.",
            ],
            lines);
        Write("new", Looser.Replace("version: 3", "version: 4", StringComparison.Ordinal));
        Assert.Equal("shop: 2 changes, 1 material. Version 3 became 4: tell people.", Run("diff old new").MustExit(0).Lines[^1]);
    }

    [Fact]
    public void A_tightening_needs_no_new_version()
    {
        Write("old", Policy);
        Write("new", Tighter);
        Assert.Equal("shop: 1 change, none material. No new version is needed.", Run("diff old new").MustExit(0).Lines[^1]);
        Assert.Equal("shop: 1 perubahan, tidak ada yang material. Tidak perlu versi baru.", Run("diff old new --lang id").MustExit(0).Lines[^1]);
        Write("new", Policy);
        Assert.Equal(["shop: nothing differs."], Run("diff old/shop.policy.yaml new/shop.policy.yaml").MustExit(0).Lines);
    }

    [Fact]
    public void A_published_version_is_compared_with_the_one_to_be()
    {
        _folder.Write("policies/shop.policy.yaml", Looser);
        _folder.Write("policies/published/shop.policy.yaml", Policy);
        var call = Run("diff policies/published/shop.policy.yaml policies/shop.policy.yaml").MustExit(1);
        Assert.Contains("contact.email: for + promotion [policies/published/shop.policy.yaml:7 → policies/shop.policy.yaml:7]", call.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Revisions_are_compared_with_each_other_and_with_the_files()
    {
        _folder.Write("policies/shop.policy.yaml", Policy);
        Git("init", "-q", "-b", "main");
        Commit("first");
        _folder.Write("policies/shop.policy.yaml", Looser);
        _folder.Write("policies/café.policy.yaml", Policy.Replace("policy: shop", "policy: cafe", StringComparison.Ordinal));
        Commit("second");
        _folder.Write("policies/shop.policy.yaml", Tighter);

        Assert.Equal(
            [
                "cafe: a new policy.",
                "loosens, material: contact.email: for + promotion [HEAD~1:policies/shop.policy.yaml:7 → HEAD:policies/shop.policy.yaml:7]",
                "shop: 1 change, 1 material. The version is still 3: write 'version: 4', and tell people.",
            ],
            Run("diff HEAD~1..HEAD").MustExit(1).Lines);
        Assert.Equal(
            "tightens: contact.email: for − promotion [main:policies/shop.policy.yaml:7 → policies/shop.policy.yaml:7]",
            Run("diff main --policy shop").MustExit(0).Lines[0]);
        Assert.Equal("tightens: contact.email: keep for: 2 years, from: last-purchase, then: erase → for: 1 year, from: last-purchase, then: erase [HEAD~1:policies/shop.policy.yaml:7 → policies/shop.policy.yaml:7]", Run("diff HEAD~1 --policy shop").MustExit(0).Lines[0]);
    }

    [Fact]
    public void Markdown_is_a_table_in_which_nothing_of_the_policy_is_markup()
    {
        Write("old", Policy);
        Write("new", Policy.Replace("name: Corner Shop", "name: \"<b> @all | [x](y) *\"", StringComparison.Ordinal));
        var lines = Run("diff old new --format markdown").MustExit(1).Lines;
        Assert.Equal("### shop", lines[0]);
        Assert.Contains("| **neutral, material** | controller: name Corner Shop → \\<b\\> @\u200Ball \\| \\[x\\](y) \\* | `old/shop.policy.yaml:3` | `new/shop.policy.yaml:3` |", lines);
    }

    [Fact]
    public void Json_has_each_change_with_its_places()
    {
        Write("old", Policy);
        Write("new", Looser);
        using var json = JsonDocument.Parse(Run("diff old new --format json").MustExit(1).Out);
        Assert.True(json.RootElement.GetProperty("needsNewVersion").GetBoolean());
        var change = json.RootElement.GetProperty("policies")[0].GetProperty("changes")[0];
        Assert.Equal("loosening", change.GetProperty("direction").GetString());
        Assert.Equal("contact.email", change.GetProperty("key").GetString());
        Assert.Equal(7, change.GetProperty("new").GetProperty("line").GetInt32());
    }

    [Theory]
    [InlineData("diff old", "'old' is one version. Name the other one too")]
    [InlineData("diff old nowhere", "There is no file or folder 'nowhere'")]
    [InlineData("diff old new --policy shpo", "Did you mean 'shop'?")]
    [InlineData("diff v0 --in old", "'v0' is no revision")]
    [InlineData("diff old broken", "cannot be compared, since not all of it can be read")]
    public void What_cannot_be_compared_says_so(string words, string message)
    {
        Write("old", Policy);
        Write("new", Policy);
        Write("broken", Policy.Replace("for: communication", "for: comunication", StringComparison.Ordinal));
        Assert.Contains(message, Run(words).MustExit(2).Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string folder, string policy) => _folder.Write($"{folder}/shop.policy.yaml", policy);

    private Call Run(string words) => Call.Policy(_folder.Path, words);

    private void Commit(string message)
    {
        Git("add", "-A");
        Git("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false", "commit", "-q", "-m", message);
    }

    private void Git(params string[] words)
    {
        using var git = Process.Start(new ProcessStartInfo("git", words) { WorkingDirectory = _folder.Path })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
