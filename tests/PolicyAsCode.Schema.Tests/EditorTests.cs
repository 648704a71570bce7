using PolicyAsCode.Language;
using PolicyAsCode.Language.Messages;
using PolicyAsCode.Language.Schemas;

namespace PolicyAsCode.Schema.Tests;

/// <summary>What an officer sees while writing: words offered, words explained, misspelt ones underlined.</summary>
public sealed class EditorTests(EditorFixture editors) : IClassFixture<EditorFixture>, IDisposable
{
    private const string Statement = "data:\n  contact.email:\n    clause: A-1\n";

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> RealFiles => [.. Directory
        .EnumerateFiles(Repository.PathOf("policies"), "*.yaml")
        .Where(file => PolicyCompiler.KindOf(file) is not null)
        .Select(file => Path.GetFileName(file))
        .Order(StringComparer.Ordinal)];

    [Fact]
    public async Task Keys_that_a_statement_does_not_have_yet_are_offered_and_explained()
    {
        var editor = await editors.StartedAsync();

        var offered = await editor.CompleteAsync(Policy(Statement + "    ¦\n"));

        Assert.Superset(new HashSet<string> { "of", "origin", "collected", "for", "keep", "protect" }, offered.Keys.ToHashSet());
        Assert.DoesNotContain("clause", offered.Keys);
        Assert.DoesNotContain("recipients", offered.Keys);
        Assert.All(offered.Values, explained => Assert.NotEmpty(explained));
    }

    [Fact]
    public async Task Sections_are_offered_at_the_margin()
    {
        var editor = await editors.StartedAsync();

        var offered = await editor.CompleteAsync(Policy("¦\n"));

        Assert.Superset(new HashSet<string> { "controller", "data", "purposes", "recipients", "never", "rights", "enforce" }, offered.Keys.ToHashSet());
    }

    [Theory]
    [InlineData(Statement + "    for: ¦\n", "promotion", "contact.email")]
    [InlineData(Statement + "    for: [communication, ¦]\n", "promotion", "contact.email")]
    [InlineData(Statement + "    for:\n      - ¦\n", "promotion", "contact.email")]
    [InlineData("recipients:\n  payment-provider:\n    receives: ¦\n", "payment.method", "promotion")]
    [InlineData("recipients:\n  payment-provider:\n    receives: [contact.name, ¦]\n", "payment.method", "promotion")]
    [InlineData("data:\n  ¦\n", "contact.email", "promotion")]
    [InlineData("purposes:\n  ¦\n", "promotion", "contact.email")]
    [InlineData(Statement + "    keep:\n      from: ¦\n", "last-purchase", "promotion")]
    [InlineData("never:\n  - action: ¦\n", "sell", "promotion")]
    [InlineData("rights:\n  ¦\n", "erasure", "promotion")]
    public async Task Terms_are_offered_where_they_belong_and_nothing_else_is(string text, string offered, string elsewhere)
    {
        var editor = await editors.StartedAsync();

        var found = await editor.CompleteAsync(Policy(text));

        Assert.Contains(offered, found.Keys);
        Assert.DoesNotContain(elsewhere, found.Keys);
        Assert.DoesNotContain(found.Keys, label => label.StartsWith('-'));
    }

    [Theory]
    [InlineData(Statement + "    for: promo¦tion\n", TermKindName.Purposes, "promotion")]
    [InlineData(Statement + "    for: [communication, promo¦tion]\n", TermKindName.Purposes, "promotion")]
    [InlineData("data:\n  contact.em¦ail:\n    for: promotion\n", TermKindName.Categories, "contact.email")]
    [InlineData("recipients:\n  payment-pro¦vider:\n    for: promotion\n", TermKindName.Recipients, "payment-provider")]
    public async Task A_term_is_explained_by_its_definition(string text, TermKindName kind, string term)
    {
        var editor = await editors.StartedAsync();

        Assert.Contains(Term(kind, term).Definition, await editor.HoverAsync(Policy(text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_explained()
    {
        var editor = await editors.StartedAsync();

        Assert.Contains("how long the data is kept", await editor.HoverAsync(Policy(Statement + "    ke¦ep: { for: 2 years }\n")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explanations_are_in_Indonesian_where_the_schema_is()
    {
        WriteSchemas(MessageLanguage.Indonesian);
        var editor = await editors.StartedAsync();

        var hover = await editor.HoverAsync(Policy(Statement + "    for: promo¦tion\n"));

        Assert.Contains(Term(TermKindName.Purposes, "promotion").DefinitionInIndonesian!, hover, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dta:\n", "dta")]
    [InlineData(Statement + "    fro: promotion\n", "fro")]
    [InlineData(Statement + "    - of: customer\n", null)]
    [InlineData(Statement + "    for: promotoin\n", "promotoin")]
    [InlineData(Statement + "    for: [communication, promotoin]\n", "promotoin")]
    [InlineData("data:\n  contact.emial: { for: promotion }\n", "contact.emial")]
    [InlineData(Statement + "    keep: { for: 2 years, from: last-purchase, thn: erase }\n", "thn")]
    [InlineData(Statement + "    keep: { for: as long as necessary }\n", "as long as necessary")]
    [InlineData("never:\n  - { action: sel }\n", "sel")]
    [InlineData("controller: { name: Shop, emial: a@shop.example }\n", "emial")]
    [InlineData("rights:\n  erasrue: { within: 30 days }\n", "erasrue")]
    public async Task What_is_misspelt_is_underlined(string text, string? word)
    {
        var editor = await editors.StartedAsync();

        var found = await editor.OpenAsync(Policy(text));

        if (word is null)
            Assert.NotEmpty(found);
        else
            Assert.Equal([word], found.Select(one => one.Text));
    }

    [Theory]
    [MemberData(nameof(RealFiles))]
    public async Task Nothing_is_underlined_in_the_policies_of_this_repository(string name)
    {
        var path = Repository.PathOf($"policies/{name}");
        var text = await File.ReadAllTextAsync(path);
        Assert.StartsWith("# yaml-language-server: $schema=.schema/", text, StringComparison.Ordinal);
        var editor = await editors.StartedAsync();

        Assert.Empty(await editor.OpenAsync(new(path, text)));
    }

    public void Dispose() => _folder.Dispose();

    private static Language.Model.Term Term(TermKindName kind, string key) => BuiltInVocabulary.Terms.Find(kind switch
    {
        TermKindName.Purposes => Language.Model.TermKind.Purpose,
        TermKindName.Categories => Language.Model.TermKind.Category,
        _ => Language.Model.TermKind.Recipient,
    }, key)!;

    private void WriteSchemas(MessageLanguage language) => _folder.Write(
        "policies/.schema/policy.schema.json", PolicySchema.Write(PolicyFileKind.Policy, BuiltInVocabulary.Terms, language));

    private Document Policy(string text)
    {
        if (!File.Exists(_folder.PathOf("policies/.schema/policy.schema.json")))
            WriteSchemas(MessageLanguage.English);
        return new(
            _folder.PathOf("policies/shop.policy.yaml"), $"# yaml-language-server: $schema=.schema/policy.schema.json\npolicy: shop\n{text}");
    }
}

/// <summary>The sections that hold terms, for test data.</summary>
public enum TermKindName
{
    Categories,
    Purposes,
    Recipients,
}
