using PolicyAsCode.Tests;

namespace PolicyAsCode.Cli.Tests;

public sealed class FmtTests : IDisposable
{
    private const string Untidy = "version:   1 # one\npolicy: shop\ncontroller: {name: Shop}\n";
    private const string Tidy = "policy: shop\nversion: 1  # one\ncontroller: { name: Shop }\n";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_file_is_written_in_style_once()
    {
        _folder.Write("policies/shop.policy.yaml", Untidy);

        Assert.Equal(["policies/shop.policy.yaml: formatted"], Call.Policy(_folder.Path, "fmt").MustExit(0).Lines);
        Assert.Equal(Tidy, Read("policies/shop.policy.yaml"));
        Assert.Equal(["1 file, in style."], Call.Policy(_folder.Path, "fmt").MustExit(0).Lines);
    }

    [Fact]
    public void Check_names_the_files_and_changes_none()
    {
        _folder.Write("policies/shop.policy.yaml", Untidy);
        _folder.Write("policies/shop.bindings.yaml", "bindings: shop\n");

        var call = Call.Policy(_folder.Path, "fmt --check policies --lang id").MustExit(1);

        Assert.Equal(["policies/shop.policy.yaml: belum rapi; 'policy fmt' akan merapikannya"], call.Lines);
        Assert.Equal(Untidy, Read("policies/shop.policy.yaml"));
    }

    [Fact]
    public void Only_the_file_that_is_named_is_formatted_and_what_was_published_never()
    {
        _folder.Write("policies/shop.policy.yaml", Untidy);
        _folder.Write("policies/shop.bindings.yaml", "bindings:   shop\n");
        _folder.Write("policies/published/shop.policy.yaml", Untidy);

        Call.Policy(_folder.Path, "fmt policies/shop.bindings.yaml").MustExit(0);
        Assert.Equal("bindings: shop\n", Read("policies/shop.bindings.yaml"));
        Assert.Equal(Untidy, Read("policies/shop.policy.yaml"));

        Call.Policy(_folder.Path, "fmt policies").MustExit(0);
        Assert.Equal(Tidy, Read("policies/shop.policy.yaml"));
        Assert.Equal(Untidy, Read("policies/published/shop.policy.yaml"));
    }

    [Fact]
    public void A_broken_file_is_left_alone()
    {
        _folder.Write("policies/shop.policy.yaml", "policy: [shop\n");

        var call = Call.Policy(_folder.Path, "fmt").MustExit(1);

        Assert.Contains("left alone", call.Out, StringComparison.Ordinal);
        Assert.Equal("policy: [shop\n", Read("policies/shop.policy.yaml"));
    }

    [Fact]
    public void Terms_out_of_use_are_replaced_where_it_is_asked_for()
    {
        const string old = "policy: shop\ncontroller: { name: Shop }\n\npurposes:\n  # of 2023\n  \"mailing\": { clause: A-1, basis: consent }\n";
        _folder.Write("policies/shop.policy.yaml", old);
        _folder.Write("policies/shop.vocabulary.yaml",
            """
            vocabulary: shop

            purposes:
              mailing:
                label: { en: Mailing, id: Pengiriman surat }
                definition: { en: What promotion was called before., id: Nama lama promosi. }
                replaced-by: promotion

            """);

        Call.Policy(_folder.Path, "fmt").MustExit(0);
        Assert.Equal(old, Read("policies/shop.policy.yaml"));

        Call.Policy(_folder.Path, "fmt --mend").MustExit(0);
        Assert.Equal(old.Replace("mailing", "promotion"), Read("policies/shop.policy.yaml"));
    }

    [Fact]
    public void An_editor_gets_the_new_text_of_one_that_is_not_saved()
    {
        var call = Call.Policy(_folder.Path, ["fmt", "-", "--name", "shop.policy.yaml"], typed: Untidy).MustExit(0);
        Assert.Equal(Tidy, call.Out);
        Call.Policy(_folder.Path, ["fmt", "-"], typed: Untidy).MustExit(2);
    }

    public void Dispose() => _folder.Dispose();

    private string Read(string path) => File.ReadAllText(_folder.PathOf(path));
}
