using PolicyAsCode.Analyzers.Rules.Purposes;
using PolicyAsCode.Analyzers.Tests.Verification;
using Run = PolicyAsCode.CodeFixes.Tests.CodeFixRun<
    PolicyAsCode.Analyzers.Rules.Purposes.OutsidePurposeRule, PolicyAsCode.CodeFixes.SayPurpose>;

namespace PolicyAsCode.CodeFixes.Tests;

/// <summary>An entry point that says no purpose gets one that the policy allows; of several, a human chooses.</summary>
public sealed class SayPurposeTests
{
    private const string Shop = """
        using Microsoft.AspNetCore.Mvc;
        [DataSubject("customer")]
        public sealed class Customer
        {
            [DataCategory("contact.email")] public string? Email { get; set; }
            [DataCategory("contact.name")] public string? Name { get; set; }
        }

        """;

    private static readonly (string, string)[] s_files = [("policies/shop.policy.yaml", Policies.Shop)];

    [Fact]
    public async Task The_one_purpose_that_is_allowed_is_written_wherever_it_is_missing()
    {
        var (code, titles) = await Run.MendAllAsync(
            Shop + """
            public sealed class LettersController : ControllerBase
            {
                [HttpPost]
                public int Send(Customer customer) => customer.Email!.Length + customer.Email.GetHashCode();
            }
            """,
            [Constants.File], s_files, "SayPurpose communication");

        Assert.EndsWith(
            """
                [HttpPost]
                [Purpose(Purposes.Communication)]
                public int Send(Customer customer) => customer.Email!.Length + customer.Email.GetHashCode();
            }
            """,
            code);
        Assert.All(titles, title => Assert.Equal(
            "Say that it runs for communication: [Purpose(Purposes.Communication)]", title));
        Assert.NotEmpty(titles);
    }

    [Fact]
    public async Task Of_several_a_human_chooses_and_fix_all_takes_none_by_itself()
    {
        const string code = Shop + """
            public sealed class LettersController : ControllerBase
            {
                [HttpPost]
                public int Greet(Customer customer) => customer.Name!.Length;
            }
            """;

        var each = await Run.MendEachAsync(code, [Constants.File], s_files);
        var (_, titles) = await Run.MendAllAsync(code, [Constants.File], s_files, "SayPurpose communication");

        Assert.Equal(
            [
                "Say that it runs for communication: [Purpose(Purposes.Communication)]",
                "Say that it runs for transactions: [Purpose(Purposes.Transactions)]",
            ],
            each.Select(one => one.Title));
        Assert.Contains("[Purpose(Purposes.Transactions)]", each[1].Code);
        Assert.Equal(["Say what it runs for"], titles);
    }

    [Fact]
    public async Task What_no_single_purpose_allows_is_left_to_a_human()
    {
        var each = await Run.MendEachAsync(
            Shop.Replace("contact.name", "contact.phone") + """
            public sealed class LettersController : ControllerBase
            {
                [HttpPost]
                public int Greet(Customer customer) => Length(customer);
                private static int Length(Customer customer) => customer.Name!.Length + customer.Email!.Length;
            }
            """,
            [Constants.File], s_files);

        Assert.Empty(each);
    }
}
