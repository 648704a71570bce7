using PolicyAsCode.Analyzers.Tests.Verification;
using Run = PolicyAsCode.CodeFixes.Tests.CodeFixRun<
    PolicyAsCode.Analyzers.Rules.Protection.PersonalDataLoggedRule, PolicyAsCode.CodeFixes.WrapInAnonymiser>;

namespace PolicyAsCode.CodeFixes.Tests;

/// <summary>Data on its way into a log goes through one of the program's own anonymisers.</summary>
public sealed class WrapInAnonymiserTests
{
    private const string Shop = """
        using Microsoft.Extensions.Logging;
        [DataSubject("customer")]
        public sealed class Customer
        {
            [DataCategory("contact.email")] public string? Email { get; set; }
            public Customer? Friend { get; set; }
        }

        """;

    private const string Pseudonyms = """
        namespace Shop.Privacy
        {
            public static class Pseudonyms
            {
                [Anonymises(DataForm.Pseudonymised)] public static string Of(string? text, int length = 8) => "#";
                [Anonymises(DataForm.Pseudonymised)] internal static int OfNumber(int number) => 0;
                [Anonymises(DataForm.Pseudonymised)] private static string Hidden(string? text) => "#";
                public static string Mask(string? text) => "*";
            }
        }
        """;

    private static readonly (string, string)[] s_files = [("policies/shop.policy.yaml", Policies.Shop)];

    private static readonly (string, string)[] s_sources = [Constants.File, ("Pseudonyms.cs", Pseudonyms)];

    [Fact]
    public async Task The_data_alone_is_wrapped_in_each_of_its_places()
    {
        var (code, titles) = await Run.MendAllAsync(
            Shop + """
            public sealed class Letters(ILogger<Letters> log)
            {
                public void Send(Customer customer)
                {
                    log.LogInformation("To {Email}", customer.Email);
                    log.LogInformation($"To {customer.Email} now");
                    log.LogInformation("To " + customer.Email + "!");
                    log.LogInformation("To {Email}", customer.Friend?.Email);
                    var to = customer.Email;
                    log.LogInformation("To {Email}", /* who */ to);
                }
            }
            """,
            s_sources, s_files, "WrapInAnonymiser global::Shop.Privacy.Pseudonyms.Of");

        Assert.EndsWith(
            """
                {
                    log.LogInformation("To {Email}", Shop.Privacy.Pseudonyms.Of(customer.Email));
                    log.LogInformation($"To {Shop.Privacy.Pseudonyms.Of(customer.Email)} now");
                    log.LogInformation("To " + Shop.Privacy.Pseudonyms.Of(customer.Email) + "!");
                    log.LogInformation("To {Email}", Shop.Privacy.Pseudonyms.Of(customer.Friend?.Email));
                    var to = customer.Email;
                    log.LogInformation("To {Email}", /* who */ Shop.Privacy.Pseudonyms.Of(to));
                }
            }
            """,
            code);
        Assert.All(titles, title => Assert.Equal("Put Pseudonyms.Of around it", title));
        Assert.Equal(5, titles.Length);
    }

    [Fact]
    public async Task Of_several_anonymisers_one_is_chosen_also_of_a_service_at_hand()
    {
        var each = await Run.MendEachAsync(
            Shop + """
            public interface IPseudonyms { [Anonymises(DataForm.Pseudonymised)] string Of(string? text); }
            public sealed class Letters(ILogger<Letters> log, IPseudonyms pseudonyms)
            {
                public void Send(Customer customer) => log.LogInformation("To {Email}", customer.Email);
            }
            """,
            s_sources, s_files);

        Assert.Equal(["Put Pseudonyms.Of around it", "Put pseudonyms.Of around it"], each.Select(one => one.Title));
        Assert.Contains("pseudonyms.Of(customer.Email)", each[1].Code);
    }

    [Theory]
    [InlineData("""log.LogInformation("{C}", customer);""")]
    [InlineData("""log.LogInformation("{C}", new { customer.Email });""")]
    public async Task What_no_anonymiser_takes_is_left_alone(string statement) => Assert.Empty(await Run.MendEachAsync(
        Shop + $$"""
        public sealed class Letters(ILogger<Letters> log)
        {
            public void Send(Customer customer) { {{statement}} }
        }
        """,
        s_sources, s_files));

    [Fact]
    public async Task Where_there_is_no_anonymiser_none_is_invented() => Assert.Empty(await Run.MendEachAsync(
        Shop + """
        public sealed class Letters(ILogger<Letters> log)
        {
            public void Send(Customer customer) => log.LogInformation("To {Email}", customer.Email);
        }
        """,
        [Constants.File], s_files));
}
