using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PolicyAsCode.Analyzers.Flow;

namespace PolicyAsCode.Analyzers.Tests.Flow;

/// <summary>The names of a body read from its text, beside those of its tokens.</summary>
public sealed class NameReaderTests
{
    private const string Quotes = "\"\"\"";

    [Theory]
    [InlineData("Log(/* hidden */ seen); // hidden")]
    [InlineData("Log(\"hidden \\\" hidden\", @\"hidden \"\" hidden \\\", seen);")]
    [InlineData("Log('\"', '\\'', '\\\\', seen, \"hidden\");")]
    [InlineData("Log($\"hidden {seen} {{hidden}} {also:hidden} {third,4:N2}\");")]
    [InlineData("Log($@\"hidden \"\" {seen} \\\", $@\"{also}\", @$\"hidden\");")]
    [InlineData("Log($\"{(seen ? \"hidden\" : also)} {(global::Third.Fourth)} {Call(new { Fifth = 1 })}\");")]
    [InlineData("Log($\"{$\"{seen} hidden {\"hidden\"}\"} hidden\");")]
    [InlineData("Log($\"{many.Select(one => { return one.Name; }).First()} hidden\");")]
    [InlineData("Log(@class, 0x1F, 1.5e3f, 1.ToString(), range[1..seen], 10UL);")]
    [InlineData("Log(grün, _under, a1, \"hidden\"u8);")]
    [InlineData("Log(" + Quotes + "hidden \" hidden" + Quotes + ", \"\", seen);")]
    [InlineData("Log(\"\"\"\"hidden \"\"\" hidden\"\"\"\", seen);")]
    [InlineData("Log(@seen, @event.@object, nameof(Also.Third), default(Fourth));")]
    [InlineData("Log('\"', seen, '\\u0022', also, '\\'', third, '{', '}');")]
    [InlineData("Log($\"{'\"'} {seen} {'}'} {also} {'\\''} {third}\", fourth);")]
    [InlineData("Log($\"{seen /* hidden } \\\" */} {also}\", third);")]
    [InlineData("Log($@\"{seen // hidden }\n} {also}\", third);")]
    [InlineData("Log($\"{seen // hidden \\\" }\n} {also}\", third);")]
    [InlineData("Log($\"{{{seen:N2}}} {also}\", third);")]
    [InlineData("Log($@\"{many[\"hidden\"]} {$\"{seen:hidden} {@\"hidden \"\" hidden\"}\"} {also}\", third);")]
    [InlineData("Log($\"{$\"{$\"{$\"{seen}\"}\"}\"} {also}\");")]
    [InlineData("Log($\"{" + Quotes + "hidden } \" hidden" + Quotes + "} {seen}\", also);")]
    [InlineData("Log(" + Quotes + "\n  hidden \\\n  #if hidden \"\" {hidden}\n  " + Quotes + ", seen);")]
    [InlineData("Log(\"\", @\"\", $\"\", @\"\"\"\", @\"\"\"hidden\"\"\", seen);")]
    [InlineData("Log(\"hidden // hidden\", seen, \"/* hidden\", also, @\"\\\", third, \"\\\\\", fourth);")]
    [InlineData("Log(/**/seen/*/ hidden /*/, also /* \" */, third);")]
    [InlineData("Log(1.0.Seen, .5f.Also, 1e+5, 0b1_0, value is > 1 and < 3 ? third : fourth, 1..^fifth);")]
    public void It_reads_what_the_tokens_say(string statement)
    {
        var method = Method(statement);
        Assert.Equal(
            NamesInBody.InTokens(method).Where(Counts).Order(),
            NameReader.Read(method)!.Value.Names.Where(Counts).Order());
    }

    [Theory]
    [InlineData("Log($" + Quotes + "hidden {seen}" + Quotes + ");")]
    [InlineData("Log($$" + Quotes + "{hidden} {{seen}} \" {{also}}" + Quotes + ");")]
    [InlineData("Log($$$\"\"\"\"{{hidden}} {{{seen}}} \"\"\" {{{also}}}\"\"\"\");")]
    [InlineData("Log($\"{$" + Quotes + "{seen}" + Quotes + "} {also}\");")]
    [InlineData("Log($\"{at:HH\\\"h\\\"mm} {seen.Email}\");")]
    [InlineData("Log($@\"{at:HH\"\"h\"\"mm} {seen.Email}\");")]
    [InlineData("Log(@\\u0061b, $\"{\\U00000061b}\");")]
    [InlineData("Log(\"hidden);\nLog(seen);")]
    [InlineData("Log('h);\nLog(seen);")]
    [InlineData("Log($\"hidden {seen:\n\");\nLog(also);")]
    [InlineData("\n#region hidden \"\nLog(seen);\n#endregion hidden '\nLog(also);")]
    [InlineData("\n#pragma warning disable CS0001\nLog(seen);")]
    [InlineData("\n#if !NEVER\nLog(seen);\n#else\nLog(\"hidden);\n#endif\nLog(also);")]
    [InlineData("Log(\\u0061b);")]
    [InlineData("Log(a\\u0061b);")]
    [InlineData("Log(a\u00ADb);")]
    [InlineData("\n#if NEVER\nLog(hidden);\n#endif\nLog(seen);")]
    public void What_it_does_not_read_it_leaves_to_the_tokens(string statement)
    {
        var method = Method(statement);
        Assert.Null(NameReader.Read(method));
        Assert.Equal(NamesInBody.InTokens(method).Order(), new NamesInBody(method).All.Order());
    }

    [Theory]
    [InlineData("Action l = [Obsolete] () => { };", true)]
    [InlineData("[Obsolete] void Local() { }", true)]
    [InlineData("void Local([A] int a) { }", true)]
    [InlineData("return [A] () => { };", true)]
    [InlineData("Log($\"{Call([A] () => 1)}\");", true)]
    [InlineData("Log((Func<int>)[A] () => 1);", true)]
    [InlineData("foreach (var one in [[A] () => 1, () => 2]) { }", true)]
    [InlineData("Log(many ?? [A] () => 1);", true)]
    [InlineData("Log\u00a0(\u00a0[A] () => 1);", true)]
    [InlineData("Log(many[0], new int[3], Call()[i]);", false)]
    public void It_sees_where_attributes_may_stand(string statement, bool expected) =>
        Assert.Equal(expected, NameReader.Read(Method(statement))!.Value.MayHaveAttributes);

    [Fact]
    public void Of_every_construct_it_misses_nothing()
    {
        var compilation = ConstructSuite.Read(Path.Combine(AppContext.BaseDirectory, "Flow", "Constructs")).Compilation;
        var (read, bodies) = (0, 0);
        foreach (var member in compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes())
                     .OfType<MemberDeclarationSyntax>().Where(member => member is not (TypeDeclarationSyntax or BaseNamespaceDeclarationSyntax)))
        {
            bodies++;
            if (NameReader.Read(member) is not { } names)
                continue;
            read++;
            Assert.Equal(
                NamesInBody.InTokens(member).Where(name => Counts(name) && name.Length > 0).Order(),
                names.Names.Where(Counts).Order());
        }
        Assert.InRange(read, bodies * 9 / 10, bodies);
    }

    // Words that are keywords at some places only, and what ends a text of bytes.
    private static bool Counts(string name) =>
        name is not ("_" or "u8") && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None;

    private static MethodDeclarationSyntax Method(string statement) => CSharpSyntaxTree
        .ParseText($$"""class C { [Route("a")] void M([FromRoute] int p) { {{statement}} } }""", TestReferences.Parsing)
        .GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
}
