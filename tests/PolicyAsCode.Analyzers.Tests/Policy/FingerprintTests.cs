using Microsoft.CodeAnalysis;
using PolicyAsCode.Analyzers.Policy;

namespace PolicyAsCode.Analyzers.Tests.Policy;

/// <summary>What a finding is known by: the same while its code is only moved, another when it becomes another finding.</summary>
public sealed class FingerprintTests
{
    private const string Code = """
        namespace Shop;
        public class Customer { public string Email { get; set; } = ""; public string Phone { get; set; } = ""; }
        public class Mailer
        {
            public void Send(Customer customer) { var text = "to " + customer.Email; System.Console.WriteLine([|customer.Email|]); }
        }
        """;

    private const string Expected = "PAC5001 | M:Shop.Mailer.Send(Shop.Customer) | Shop.Customer.Email > System.Console.WriteLine";

    [Theory]
    [InlineData("customer", "buyer")]
    [InlineData("public class Mailer", "// a comment\n\n\npublic class Mailer")]
    [InlineData("[|customer.Email|]", "\n    [|customer\n    .Email|]")]
    [InlineData("System.Console.WriteLine(", "if (text.Length > 3) System.Console.WriteLine(")]
    public void It_stays_while_the_code_moves(string from, string to)
    {
        Assert.Equal(Expected, Of(Code));
        Assert.Equal(Expected, Of(Code.Replace(from, to, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("[|customer.Email|]", "[|customer.Phone|]", "Shop.Customer.Phone > System.Console.WriteLine")]
    [InlineData("Console.WriteLine", "Diagnostics.Trace.Write", "Shop.Customer.Email > System.Diagnostics.Trace.Write")]
    [InlineData("void Send(Customer customer)", "void Post(Customer customer)", "M:Shop.Mailer.Post(Shop.Customer)")]
    [InlineData("void Send(Customer customer)", "void Send(Customer customer, int times)", "M:Shop.Mailer.Send(Shop.Customer,System.Int32)")]
    [InlineData("[|customer.Email|]", "[|customer|]", "| Shop.Customer > System.Console.WriteLine")]
    [InlineData("System.Console.WriteLine([|customer.Email|]);", "var copy = [|customer.Email|];", "| Shop.Customer.Email")]
    [InlineData("System.Console.WriteLine([|customer.Email|]);", "customer.Phone = [|customer.Email|];", "Shop.Customer.Email > Shop.Customer.Phone")]
    public void Another_finding_has_another(string from, string to, string part)
    {
        var other = Of(Code.Replace(from, to, StringComparison.Ordinal));
        Assert.Contains(part, other, StringComparison.Ordinal);
        Assert.NotEqual(Expected, other);
    }

    [Fact]
    public void The_rule_is_part_of_it() => Assert.StartsWith("PAC3001 | M:", Of(Code, "PAC3001"));

    [Fact]
    public void Members_that_data_came_from_are_part_of_it()
    {
        var code = MarkedCode.Of(Code.Replace("[|customer.Email|]", "[|text|]", StringComparison.Ordinal));
        var text = code.At.SourceTree!.ToString();
        var origin = Location.Create(code.At.SourceTree, new(text.IndexOf("customer.Email", StringComparison.Ordinal), "customer.Email".Length));
        Assert.Equal(Expected, Fingerprint.Of("PAC5001", code.At, code.Owner, [origin], code.Compilation, default));
        Assert.Equal(
            "PAC5001 | M:Shop.Mailer.Send(Shop.Customer) |  > System.Console.WriteLine",
            Fingerprint.Of("PAC5001", code.At, code.Owner, [], code.Compilation, default));
    }

    [Fact]
    public void A_local_function_belongs_to_what_declares_it() => Assert.Equal(Expected, Of(Code.Replace(
        "System.Console.WriteLine([|customer.Email|]);",
        "Tell(); void Tell() { System.Console.WriteLine([|customer.Email|]); }",
        StringComparison.Ordinal)));

    [Fact]
    public void A_word_alone_is_written_out_without_what_would_end_a_field() => Assert.Equal(
        "PAC2001 | M:Shop.Mailer.Send(Shop.Customer) | a b > System.Console.WriteLine",
        Of(Code.Replace("[|customer.Email|]", "[|\"a|b\"|]", StringComparison.Ordinal), "PAC2001"));

    private static string Of(string marked, string rule = "PAC5001")
    {
        var code = MarkedCode.Of(marked);
        return Fingerprint.Of(rule, code.At, code.Owner, [], code.Compilation, default);
    }
}
