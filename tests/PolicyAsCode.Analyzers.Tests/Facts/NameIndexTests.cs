using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Policy;
using PolicyAsCode.Analyzers.Tests.Verification;

namespace PolicyAsCode.Analyzers.Tests.Facts;

/// <summary>
/// Names behind which personal data may stand: too few of them cost findings, too many cost time, since every body that says
/// one is bound.
/// </summary>
public sealed class NameIndexTests
{
    private const string People = """
        using PolicyAsCode;
        [DataSubject("customer")]
        public class Customer
        {
            [DataCategory("contact.email")] public string? Email { get; set; }
        }

        """;

    private static bool IsPersonal(string name, string code)
    {
        var compilation = TestCompilation.Create([("Code.cs", People + code)], isProgram: false);
        return BoundPolicy.Of(
            compilation, new AnalyzerOptions([new TestAdditionalText("shop.policy.yaml", Policies.Shop)]), default)!
            .Names.Personal.Contains(name);
    }

    [Theory]
    [InlineData("public class Order { public Customer Buyer { get; set; } = null!; }")]
    [InlineData("public class Order { internal Customer? Buyer; }")]
    [InlineData("public class Order { protected Customer Buyer { get; } = null!; }")]
    [InlineData("public interface Order { Customer Buyer { get; } }")]
    [InlineData("public record Order(Customer Buyer);")]
    [InlineData("public class Order : Customer;")]
    [InlineData("public class Paid { public Customer Buyer { get; set; } = null!; } public class Order : Paid;")]
    [InlineData("public class Order { public System.Collections.Generic.List<Customer> Buyers { get; } = []; }")]
    public void A_type_that_shows_a_person_or_derives_from_one(string code) => Assert.True(IsPersonal("Order", code));

    [Theory]
    [InlineData("public class Order { private readonly Customer _buyer = null!; }", "_buyer")]
    [InlineData("public class Order { Customer Buyer() => null!; }", "Buyer")]
    [InlineData("public class Order { static Customer Last = null!; }", "Last")]
    [InlineData("public class Order { public static Customer? First { get; set; } }", "First")]
    public void What_a_type_keeps_to_itself_has_a_name_of_its_own(string code, string member)
    {
        Assert.True(IsPersonal(member, code));
        Assert.False(IsPersonal("Order", code));
    }

    [Theory]
    [InlineData("public class Desk { public Customer Order { get; set; } = null!; } public class Order; public class Cart { public Order Last { get; } = new(); }")]
    [InlineData("public class Desk { void Serve(Customer Order) { } } public class Order; public class Cart { public Order Last { get; } = new(); }")]
    public void A_member_that_is_called_like_a_type_says_nothing_of_that_type(string code)
    {
        Assert.True(IsPersonal("Order", code)); // the member's
        Assert.False(IsPersonal("Cart", code));
        Assert.False(IsPersonal("Last", code));
    }
}
