using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Declarations.StoredUndeclaredRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class StoredUndeclaredRuleTests
{
    private const string Types = """
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("contact.phone")] public string? Phone { get; set; }
            [DataCategory("contact.phone")] public int Extension { get; set; }
        }
        public class Order
        {
            public int Number { get; set; }
            public string? Note { get; set; }
            public Guid CustomerId { get; set; }
            public Customer? Customer { get; set; }
            public object? Anything { get; set; }
            public List<string?> Lines { get; } = [];
            public Dictionary<string, int> Counts { get; } = [];
            [DataCategory("contact.email")] public string? Mail { get; set; }
            [NotPersonalData("always the shop's own")] public string? Sender { get; set; }
        }
        public sealed record Dto(Guid Id, string? Contact, [DataCategory("contact")] string? Reach);
        public sealed class Made(string? contact) { public string? Contact { get; } = contact; }

        """;

    [Theory]
    [InlineData("order.Note = [|customer.Email|];", "order.Mail = customer.Email;")]
    [InlineData("order.Mail = [|customer.Phone|];", "order.Note = customer.Id.ToString();")]
    [InlineData("order.Note = [|$\"To {customer.Email}\"|];", "order.Note = $\"To {customer.Id}\";")]
    [InlineData("var x = customer.Email; order.Note = [|x|];", "var x = customer.Email; x = null; order.Note = x;")]
    [InlineData("order.Sender = [|customer.Email|];", "order.Sender = \"shop\";")]
    [InlineData("order.Anything = [|customer|];", "order.Customer = customer;")]
    [InlineData("_ = new Order { Note = [|customer.Email|] };", "_ = new Order { Mail = customer.Email };")]
    [InlineData("_ = new Dto(customer.Id, [|customer.Email|], null);", "_ = new Dto(customer.Id, null, customer.Email);")]
    [InlineData("_ = new Made([|customer.Email|]);", "_ = new Made(\"x\");")]
    [InlineData("[|order.Lines|].Add(customer.Email);", "order.Lines.Add(\"x\");")]
    [InlineData("[|order.Lines|].Insert(0, customer.Email);", "_ = order.Lines.Contains(customer.Email);")]
    [InlineData("[|order.Lines|].AddRange([customer.Email]);", "order.Lines.Remove(customer.Email); _ = order.Lines.IndexOf(customer.Email);")]
    [InlineData("[|order.Counts|].Add(customer.Email!, 1);", "_ = order.Counts.TryGetValue(customer.Email!, out var count);")]
    [InlineData("[|order.Counts|].TryAdd(customer.Email!, 1);", "_ = order.Counts.ContainsKey(customer.Email!); order.Counts.Remove(customer.Email!);")]
    [InlineData("order.Note ??= [|customer.Email|];", "order.Mail ??= customer.Email;")]
    [InlineData("order.Note = [|flag ? customer.Email : null|];", "order.Mail = flag ? customer.Email : null;")]
    [InlineData("order.Note = [|System.Text.Json.JsonSerializer.Serialize(customer)|];", "order.CustomerId = customer.Id;")]
    [InlineData("order.Number = [|customer.Extension|];", "order.Number = customer.Extension * 2;")]
    [InlineData("_kept = [|customer.Email|];", "_email = customer.Email;")]
    [InlineData(
        "order.Note = [|new[] { customer }.GroupBy(c => c.Email).Select(g => g.Key).First()|];",
        "order.Note = new[] { customer }.GroupBy(c => c.Id.ToString()).Select(g => g.Key).First();")]
    [InlineData(
        "try { order.Note = [|new[] { customer }.Select(c => c.Email).First()|]; } finally { order.Mail = null; }",
        "try { order.Note = new[] { customer }.Select(c => \"x\").First(); } finally { order.Mail = null; }")]
    public async Task An_undeclared_member_that_gets_data_is_reported_and_a_declared_one_is_not(string reported, string clean)
    {
        await Verify.VerifyAnalyzerAsync(Method(reported), Policies.Shop);
        await Verify.VerifyAnalyzerAsync(Method(clean), Policies.Shop);

        static string Method(string body) => Types + $$"""
            public sealed class Service
            {
                private string? _kept;
                private string? _email;
                [DataCategory("contact.email")] public string? Email { get => _email; set => _email = value; }
                public void Run(Customer customer, Order order, bool flag)
                {
                    {{body}}
                }
            }
            """;
    }

    [Fact]
    public Task The_message_names_data_member_and_mend() => Verify.VerifyAnalyzerAsync(
        Types + """
        public sealed class Service
        {
            public void Run(Customer customer, Order order) => order.Note = [|customer.Email|];
        }
        """,
        Policies.Shop,
        "'customer.Email' carries contact.email into 'Order.Note', which has no [DataCategory]. "
        + "Declare it: [DataCategory(\"contact.email\")].");

    [Fact]
    public Task Locals_and_members_of_libraries_are_no_stores_of_ours() => Verify.VerifyAnalyzerAsync(
        Types + """
        public sealed class Service
        {
            public void Run(Customer customer)
            {
                var local = customer.Email;
                using var request = new System.Net.Http.HttpRequestMessage();
                request.Headers.Host = local;
            }
        }
        """,
        Policies.Shop);

    [Fact]
    public Task What_is_declared_pseudonymised_is_given_by_an_anonymiser_only() => Verify.VerifyAnalyzerAsync(
        """
        public class Customer { [DataCategory("contact.email")] public string? Email { get; set; } }
        public sealed class Row
        {
            [DataCategory("contact.email", Form = DataForm.Pseudonymised)] public string? Key { get; set; }
        }
        public static class Pseudonyms
        {
            [Anonymises(DataForm.Pseudonymised)] public static string Hash(string? text) => "#";
            [Anonymises(DataForm.Pseudonymised)] public static Row Of(Customer customer) => new() { Key = customer.Email };
            public static Row Made(string? key) => new() { Key = key };
            public static Row Leak(Customer customer) => new() { Key = [|customer.Email|] };
            public static Row Clean(Customer customer) => new() { Key = Hash(customer.Email) };
            public static Row Again(Row row) => new() { Key = row.Key };
        }
        """,
        Policies.Shop,
        "'customer.Email' carries contact.email into 'Row.Key', which is declared to hold another form of it. Only what a method "
        + "marked [Anonymises(DataForm.Pseudonymised)] returns has that form.");
}
