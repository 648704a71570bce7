using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Purposes.PurposeNotAllowedRule>;

namespace PolicyAsCode.Analyzers.Tests.Flow;

/// <summary>A helper that names no purpose runs for the purposes of whoever calls it.</summary>
public sealed class PurposeThroughCallsTests
{
    private const string People = """
        [DataSubject("customer")]
        public class Customer
        {
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("contact.phone")] public string? Phone { get; set; }
        }

        """;

    private static Task VerifyAsync(string code, params string[] messages) =>
        Verify.VerifyAnalyzerAsync(People + code, Policies.Shop, messages);

    [Fact]
    public Task A_helper_is_judged_at_the_call() => VerifyAsync(
        """
        public static class Cards
        {
            public static string? Call(Customer customer) => customer.Phone;
            public static string? Write(Customer customer) => customer.Email;
            public static string? Far(Customer customer) => Call(customer);
        }
        [Purpose("communication")]
        public sealed class Letters
        {
            public string? Leak(Customer customer) => [|Cards.Call(customer)|];
            public string? Further(Customer customer) => [|Cards.Far(customer)|];
            public string? Clean(Customer customer) => Cards.Write(customer);
        }
        [Purpose("transactions")]
        public sealed class Parcels
        {
            public string? Clean(Customer customer) => Cards.Far(customer);
        }
        """,
        "'Customer.Phone' (contact.phone) is read for communication, by way of Cards.Call, but The Shop allows it for transactions only",
        "by way of Cards.Far, Cards.Call, but");

    [Fact]
    public Task A_helper_with_a_purpose_of_its_own_is_judged_there() => VerifyAsync(
        """
        [Purpose("transactions")]
        public static class Parcels { public static string? Call(Customer customer) => customer.Phone; }
        [Purpose("communication")]
        public sealed class Letters { public string? Clean(Customer customer) => Parcels.Call(customer); }
        """);

    [Fact]
    public Task Whatever_an_interface_may_run() => VerifyAsync(
        """
        public interface IReader { string? Read(Customer customer); }
        public sealed class Phones : IReader { public string? Read(Customer customer) => customer.Phone; }
        public interface IWriter { string? Write(Customer customer); }
        public sealed class Mails : IWriter { public string? Write(Customer customer) => customer.Email; }
        [Purpose("communication")]
        public sealed class Letters(IReader reader, IWriter writer)
        {
            public string? Leak(Customer customer) => [|reader.Read(customer)|];
            public string? Clean(Customer customer) => writer.Write(customer);
        }
        """);

    [Fact]
    public Task Recursion_ends_and_constructors_count() => VerifyAsync(
        """
        public sealed class Card
        {
            public Card(Customer customer, int depth) { Show(customer); if (depth > 0) _ = new Card(customer, depth - 1); }
            private static void Show(Customer customer) => customer.Phone?.ToString();
        }
        [Purpose("communication")]
        public sealed class Letters { public object Leak(Customer customer) => [|new Card(customer, 2)|]; }
        [Purpose("transactions")]
        public sealed class Parcels { public object Clean(Customer customer) => new Card(customer, 2); }
        """);
}
