using System.Text.Json;
using PolicyAsCode.Tests;

namespace PolicyAsCode.Cli.Tests;

public sealed class SchemaTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void One_kind_is_shown()
    {
        using var schema = JsonDocument.Parse(Call.Policy(_folder.Path, "schema policy").MustExit(0).Out);
        Assert.True(schema.RootElement.GetProperty("properties").TryGetProperty("purposes", out _));
    }

    [Fact]
    public void All_are_written_into_a_folder_with_the_terms_of_its_vocabulary()
    {
        _folder.Write("policies/shop.policy.yaml", Policies.Clean);
        _folder.Write("policies/shop.vocabulary.yaml",
            """
            vocabulary: shop
            purposes:
              stamp-collecting:
                label: { en: Stamps, id: Prangko }
                definition: { en: Joy., id: Kegembiraan. }
            """);

        var call = Call.Policy(_folder.Path, "schema --in policies --output policies/.schema --lang id").MustExit(0);

        Assert.Contains("policies/.schema/policy.schema.json: sudah ditulis", call.Lines);
        Assert.Contains("Kegembiraan.", File.ReadAllText(_folder.PathOf("policies/.schema/policy.schema.json")), StringComparison.Ordinal);
        Assert.Equal(call.Lines.Count, Directory.GetFiles(_folder.PathOf("policies/.schema")).Length);
    }

    [Fact]
    public void A_call_that_leaves_open_which_is_told_what_to_add()
    {
        Assert.Contains("--output", Call.Policy(_folder.Path, "schema").MustExit(2).Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'policy'?", Call.Policy(_folder.Path, "schema polcy").MustExit(2).Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
