using PolicyAsCode.Language.Syntax;

namespace PolicyAsCode.Language.Tests;

/// <summary>PAC1001: what cannot be read as YAML, where it is shown, and how reading goes on.</summary>
public sealed class SyntaxTests
{
    [Theory]
    [InlineData("    clause: S-1\n      {|PAC1001:for: communication|}\n    keep: never-stored", "indented deeper")]
    [InlineData("    clause: S-1\n    {|PAC1001:for communication|}\n    keep: never-stored", "no ': ' after its key")]
    [InlineData("    clause: S-1\n    {|PAC1001:for:communication|}\n    keep: never-stored", "no ': ' after its key")]
    [InlineData("    clause: S-1\n\t{|PAC1001:for: communication|}\n    keep: never-stored", "A tab")]
    [InlineData("    clause: S-1\n   {|PAC1001:for: communication|}\n    keep: never-stored", "does not fit the lines above it")]
    [InlineData("    clause: S-1\n    {|PAC1001:for: [communication]]|}\n    keep: never-stored", "brackets")]
    [InlineData("    clause: S-1\n    for: {|PAC1001:[|}communication\n    keep: never-stored", "Add ']'")]
    [InlineData("    clause: {|PAC1001:'|}S-1\n    for: communication\n    keep: never-stored", "Add ' at its end")]
    [InlineData("    {|PAC1001:clause: @S-1|}\n    for: communication\n    keep: never-stored", "reserved")]
    [InlineData("    {|PAC1001:clause: S-1: and more|}\n    for: communication\n    keep: never-stored", "second ':'")]
    [InlineData("    {|PAC1001:clause: - S-1|}\n    for: communication\n    keep: never-stored", "on a line of its own")]
    [InlineData("    clause: {|PAC1001:&c S-1|}\n    for: communication\n    keep: never-stored", "gives this a name")]
    [InlineData("    clause: {|PAC1001:!!str S-1|}\n    for: communication\n    keep: never-stored", "asks for a type of its own")]
    [InlineData("    clause: S-1\n    for: communication\n    keep: never-stored\n    {|PAC1001:<<|}: { origin: decision }", "cannot be a key")]
    [InlineData("    clause: S-1\n    for: communication\n    keep: never-stored\n    ? {|PAC1001:[a, b]|}\n    : x", "cannot be a key")]
    [InlineData("    clause: S-1{|PAC1001:\a|}\n    for: communication\n    keep: never-stored", "control character (U+0007)")]
    public void A_broken_line_is_reported_and_the_rest_read(string statement, string message) => Verify.Policy(Verify.Sections($$"""
        data:
          contact.email:
        {{statement}}
          contact.phone:
            clause: S-1
            for: {|PAC1004:comunication|}
            keep: never-stored
        """), message, "Did you mean 'communication'?");

    [Theory]
    [InlineData("")]
    [InlineData("\n\n# nothing yet\n")]
    [InlineData("---\n")]
    public void An_empty_file_lacks_its_parts(string text)
    {
        var compiled = PolicyCompiler.Compile([PolicyCompiler.Parse("policies/shop.policy.yaml", text)], null, null);
        Assert.Equal([PolicyRules.MissingPart, PolicyRules.MissingPart], compiled.Diagnostics.Select(mistake => mistake.Id));
        Assert.Equal("shop", compiled.Model!.Header.Name);
    }

    [Theory]
    [InlineData("{|PAC1001:- a\n- b|}")]
    [InlineData("{|PAC1001:just a text|}")]
    public void A_file_without_keys_is_no_policy(string marked) => Assert.Single(
        PolicyCompiler.Parse(Verify.PolicyPath, MarkedText.Parse(marked).Text).Diagnostics,
        mistake => mistake.Id == PolicyRules.Syntax && mistake.Message.Contains("It must hold keys"));

    [Fact]
    public void A_second_document_is_refused() =>
        Verify.Policy("policy: shop\ncontroller: { name: Shop }\n{|PAC1001:---|}\npolicy: other\n", "a file of its own");

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("# Kebijakan privasi 🛒 – café\r\n")]
    public void Places_count_utf16_whatever_stands_before(string before) => Verify.Policy(
        before + "policy: shop\r\ncontroller: { name: \"Toko 🛒\", {|PAC1002:mail|}: \"a@b\" }\r\ncookies: { 🍪: { clause: S-1, {|PAC1002:esential|}: true, for: [] } }\r\n",
        "Did you mean 'essential'?");

    [Fact]
    public void A_statement_whose_key_has_no_colon_is_left_out_as_a_whole() => Verify.Policy(Verify.Sections("""
        data:
          {|PAC1001:contact.email|}
            clause: S-1
            for: [promotion,
              communication]
            keep: never-stored
          contact.phone:
            clause: S-1
            for: {|PAC1004:comunication|}
            keep: never-stored
        """), "no ': ' after its key");

    [Fact]
    public void A_word_or_a_list_lies_where_it_is_said_to_lie()
    {
        foreach (var (path, text) in Repository.PolicyFiles().Concat(BuiltInVocabulary.Files()))
            AssertPlaces(SyntaxReader.Read(path, text).Root, text);
    }

    private static void AssertPlaces(SyntaxNode node, string text)
    {
        var written = text.Substring(node.Range.Offset, node.Range.Length);
        switch (node)
        {
            case ScalarNode scalar:
                Assert.Equal(scalar.Value, scalar.IsQuoted ? written[1..^1] : written);
                break;
            case SequenceNode sequence:
                Assert.Matches(@"^(\[[\s\S]*\]|-[\s\S]*)$", written);
                Assert.All(sequence.Items, item => AssertPlaces(item, text));
                break;
            case MappingNode mapping:
                Assert.All(mapping.Entries, entry =>
                {
                    AssertPlaces(entry.Key, text);
                    AssertPlaces(entry.Value, text);
                });
                break;
        }
    }

    [Fact]
    public void A_key_that_is_broken_is_not_missing_as_well() => Verify.Policy("""
        policy: shop
        {|PAC1001:controller: Shop: Ltd|}
        data:
          contact.email:
            clause: S-1
            {|PAC1001:for: communication: promotion|}
            {|PAC1001:keep: never: stored|}
        """);
}
