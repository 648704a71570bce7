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
    [InlineData("    {|PAC1001:clause: @S-1|}\n    for: communication\n    keep: never-stored", "mean something of their own")]
    [InlineData("    {|PAC1001:clause: S-1: and more|}\n    for: communication\n    keep: never-stored", "second ':'")]
    [InlineData("    {|PAC1001:clause: - S-1|}\n    for: communication\n    keep: never-stored", "on a line of its own")]
    [InlineData("    clause: {|PAC1001:&c S-1|}\n    for: communication\n    keep: never-stored", "gives this a name")]
    [InlineData("    clause: {|PAC1001:!!str S-1|}\n    for: communication\n    keep: never-stored", "asks for a type of its own")]
    [InlineData("    clause: S-1\n    for: communication\n    keep: never-stored\n    {|PAC1001:<<|}: { origin: decision }", "takes over keys")]
    [InlineData("    clause: S-1\n    for: communication\n    keep: never-stored\n    ? {|PAC1001:[a, b]|}\n    : x", "cannot be one")]
    [InlineData("    clause: S-1\n    for:\n    - communication\n    {|PAC1001:-promotion|}\n    keep: never-stored", "needs a blank behind it")]
    [InlineData("    clause: S-1\n    {|PAC1001:for:\u00A0communication|}\n    keep: never-stored", "(U+00A0)")]
    [InlineData("    clause: S-1\n    for: communication\n    {|PAC1001:keep: { for: 1 year, from: collected, then: erase, because: note: x }|}", "', ' or ': ' in it needs quotes")]
    [InlineData("{|PAC1001:<<<<<<< HEAD|}\n    clause: S-1\n=======\n>>>>>>> other\n    for: communication\n    keep: never-stored", "Keep one of the two sides")]
    [InlineData("    clause: S-1 # {|PAC1001:\uFFFD|}\n    for: communication\n    keep: never-stored", "Save the file as UTF-8")]
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
    public void An_empty_file_is_one_mistake(string text)
    {
        var compiled = PolicyCompiler.Compile([PolicyCompiler.Parse("policies/shop.policy.yaml", text)], null, null);
        Assert.Equal([PolicyRules.MissingPart], compiled.Diagnostics.Select(mistake => mistake.Id));
        Assert.Equal("shop", compiled.Model!.Header.Name);
    }

    [Theory]
    [InlineData("{|PAC1001:- a\n- b|}", "It must hold keys")]
    [InlineData("{|PAC1001:just a text|}", "It must hold keys")]
    [InlineData("{|PAC1001:\0|}p\0o\0l\0i\0c\0y\0:\0 \0a", "save it as UTF-8")]
    [InlineData("PK\u0003\u0004{|PAC1001:\0|}\u0008", "save it as UTF-8")]
    public void A_file_that_is_no_policy_at_all_is_one_mistake(string marked, string message) =>
        Verify.Policy(marked, message);

    [Theory]
    [InlineData("comm\\nerror PAC0000: fake", "'comm error PAC0000: fake' is no purpose")]
    [InlineData("\\u202Enoitomorp", "'\uFFFDnoitomorp' is no purpose")]
    public void What_a_file_holds_is_shown_in_one_plain_line(string term, string message) => Verify.Policy(Verify.Sections(
        $$"""
        data:
          contact.email: { clause: S-1, for: {|PAC1004:"{{term}}"|}, keep: never-stored }
        """), message);

    [Fact]
    public void A_long_word_is_shown_by_its_ends()
    {
        var mistake = Assert.Single(Verify.Policy(Verify.Sections(
            $$"""
            data:
              contact.email: { clause: S-1, for: {|PAC1004:{{new string('x', 5000)}}|}, keep: never-stored }
            """)));
        Assert.StartsWith("'xxx", mistake.Message);
        Assert.EndsWith("in the folder 'vocabulary'.", mistake.Message);
        Assert.InRange(mistake.Message.Length, 100, PolicyDiagnostic.LongestMessage);
    }

    [Fact]
    public void A_second_document_is_refused() =>
        Verify.Policy("policy: shop\ncontroller: { name: Shop }\n{|PAC1001:---|}\npolicy: other\n", "a file of its own");

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("# Kebijakan privasi 🛒 – café\r\n")]
    public void Places_count_utf16_whatever_stands_before(string before) => Verify.Policy(
        before + "policy: shop\r\ncontroller: { name: \"Toko 🛒\", {|PAC1002:mail|}: \"a@b\" }\r\ncookies: { 🍪: { clause: S-1, {|PAC1002:esential|}: true } }\r\n",
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

    [Theory]
    [InlineData("  contact.email:\n    clause: S-1\n  {|PAC1001:for: promotion|}\n    keep: never-stored")]
    [InlineData("  contact.email:\n   {|PAC1001:clause: S-1|}\n    for: promotion\n    keep: never-stored")]
    [InlineData("  contact.email:\n    of: customer\n   {|PAC1001:clause: S-1|}\n    for: promotion\n    keep: never-stored")]
    [InlineData("  contact.email:\n    clause: S-1\n    for: promotion\n      {|PAC1001:keep: never-stored|}\n      of: customer\n      origin: decision")]
    [InlineData(" {|PAC1001:contact.email:|}\n    clause: S-1\n    for: promotion\n    keep: never-stored\n  contact.phone: { clause: S-1, for: promotion, keep: never-stored }")]
    [InlineData("  contact.email:\n    clause: S-1\n    for: promotion\n    keep: never-stored\n {|PAC1001:contact.phone:|}\n    clause: S-1")]
    [InlineData("  contact.email:\n  {|PAC1004:clause|}: S-1\n  for: promotion\n  keep: never-stored")]
    [InlineData("  contact.email:\n    clause: S-1\n  {|PAC1004:for|}: promotion\n  keep: never-stored")]
    public void A_line_that_is_indented_wrongly_is_one_mistake(string data) => Verify.Policy(Verify.Sections($$"""
        data:
        {{data}}
          contact.name:
            clause: S-1
            for: {|PAC1004:comunication|}
            keep: never-stored
        """));

    [Fact]
    public void What_belongs_below_a_key_and_stands_beside_it_is_asked_for() => Verify.Policy("""
        policy: shop
        controller: { name: Shop }
        data:
        {|PAC1002:contact.email|}:
            clause: S-1
            for: promotion
        """, "If it belongs to 'data:' above it, indent it deeper.");

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
