using Verify = PolicyAsCode.Analyzers.Tests.Verification.CSharpAnalyzerVerifier<
    PolicyAsCode.Analyzers.Rules.Disclosures.FormNotAllowedRule>;

namespace PolicyAsCode.Analyzers.Tests.Rules;

public sealed class FormNotAllowedRuleTests
{
    private static Task FindsAsync(string code, params string[] messages) =>
        Verify.VerifyAnalyzerAsync(DisclosureShop.Code + code, DisclosureShop.Policy, messages);

    // Each row with its clean twin.
    [Theory]
    [InlineData("""Research.Share([|customer.Email|], null);""", """Research.Share(Text.Hash(customer.Email), null);""")]
    [InlineData("""Research.Share([|Text.Mask(customer.Email)|], null);""", """Research.Share(Text.Hash(Text.Mask(customer.Email)), null);""")]
    [InlineData("""Research.Share([|customers.Select(one => one.Email).ToList()|], null);""", """Research.Share(customers.Select(one => Text.Hash(one.Email)).ToList(), null);""")]
    [InlineData("""Research.Share(new[] { Text.Hash(customer.Email), [|customer.Name|] }, null);""", """Research.Share(new[] { Text.Hash(customer.Email), Text.Hash(customer.Name) }, null);""")]
    [InlineData("""Research.Share([|customer.Email|], customer.Phone);""", """Research.Share(Text.Count(customers.Select(one => one.Email)), customer.Email);""")]
    [InlineData("""var key = flag ? Text.Hash(customer.Email) : customer.Email; Research.Share([|key|], null);""", """var key = customer.Email; key = Text.Hash(key); Research.Share(key, null);""")]
    public async Task Raw_where_the_policy_promises_pseudonymised_and_the_clean_twin(string reported, string clean)
    {
        await FindsAsync(Method(reported));
        await FindsAsync(Method(clean));

        static string Method(string body) => $$"""
            [Purpose("communication")]
            public sealed class Service
            {
                public async Task Run(Customer customer, List<Customer> customers, bool flag)
                {
                    await Task.Yield();
                    {{body}}
                }
            }
            """;
    }

    [Fact]
    public Task Through_calls_and_an_anonymiser_on_the_way_of_the_twin() => FindsAsync(
        """
        public sealed class Studies
        {
            static void Share(string? row) => Research.Share(row, null);
            static void Hashed(string? row) => Share(Text.Hash(row));
            [Purpose("communication")] public void Leak(Customer customer) => Share([|customer.Email|]);
            [Purpose("communication")] public void Clean(Customer customer) => Hashed(customer.Email);
        }
        """,
        "'customer.Email' hands contact.email to research-partner for communication in the form 'raw', by way of Studies.Share, "
        + "but The Shop promises the form 'pseudonymised' [SHOP-6, shop.policy.yaml:",
        "]. Only what a method marked [Anonymises(DataForm.Pseudonymised)] returns has it.");

    [Fact]
    public Task What_may_not_be_handed_over_in_any_form_is_another_finding() => FindsAsync(
        """
        [Purpose("communication")]
        public sealed class Service
        {
            public void Run(Customer customer) => Research.Share(customer.Phone, null);
        }
        """);

    [Fact]
    public Task What_a_member_is_declared_to_hold_in_another_form_has_that_form() => FindsAsync(
        """
        public sealed class Row
        {
            [DataCategory("contact.email", Form = DataForm.Pseudonymised)] public string? Key { get; init; }
            [DataCategory("contact.name")] public string? Name { get; init; }
        }
        public sealed class Keyed { [DataCategory("contact.email", Form = DataForm.Pseudonymised)] public string? Key { get; init; } }
        [Purpose("communication")]
        public sealed class Service
        {
            public void Run(Row row, Keyed keyed, List<Keyed> all)
            {
                Research.Share([|row|], null);
                Research.Share([|row.Name|], null);
                Research.Share(row.Key, null);
                Research.Share(keyed, null);
                Research.Share(all, null);
                Research.Share(all.Select(one => $"key {one.Key}"), null);
            }
        }
        """);
}
