using PolicyAsCode.Analyzers.Rules.Retention;
using PolicyAsCode.Generators.Planning;
using PolicyAsCode.Generators.Tests.Running;

namespace PolicyAsCode.Generators.Tests;

/// <summary>Whatever the generator refuses for the sake of PAC4003, the rule reports, and nothing that is generated.</summary>
public sealed class RefusalTests
{
    private const string Mail = "[DataCategory(\"contact.email\")]";

    public static TheoryData<string, string, string, bool> Shapes => new()
    {
        { "", "", "", false },
        { "", $"public Guid? MentorId {{ get; set; }} public Customer? Mentor {{ get; set; }} {Mail} public string? MentorMail {{ get; set; }}", "", true },
        { "", $"public Guid? MentorId {{ get; set; }} public Customer? Mentor {{ get; set; }} {Mail} public string? MentoringMail {{ get; set; }}", "", false },
        { Letter($"{Mail} public string? Mail {{ get; set; }}"), "", Set("Letter"), true },
        { Letter($"{Mail} public string? SenderMail {{ get; set; }}"), "", Set("Letter"), false },
        { Letter($"{Mail} public string? SendersMail {{ get; set; }}"), "", Set("Letter"), true },
        {
            $"public class Page {{ public int Id {{ get; init; }} public int LetterId {{ get; set; }} public Letter? Letter {{ get; set; }} {Mail} public string? Mail {{ get; set; }} }} "
                + Letter($"{Mail} public string? SenderMail {{ get; set; }}"), "", Set("Letter") + Set("Page"), true
        },
        {
            $"public class Ticket {{ public int Id {{ get; init; }} public Guid? CustomerId {{ get; set; }} public Customer? Customer {{ get; set; }} public int? LetterId {{ get; set; }} public Letter? Letter {{ get; set; }} {Mail} public string? Mail {{ get; set; }} }} "
                + Letter($"{Mail} public string? SenderMail {{ get; set; }}"), "", Set("Letter") + Set("Ticket"), true
        },
        { $"public class Note {{ public int Id {{ get; init; }} {Mail} public string? Mail {{ get; set; }} public int? StoreId {{ get; set; }} public Store? Store {{ get; set; }} }} [DataSubject(\"staff\")] public class Store {{ public int Id {{ get; init; }} }}", "", Set("Note") + Set("Store"), true },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task The_rule_says_what_the_generator_refuses(string more, string onCustomer, string sets, bool isRefused)
    {
        var run = GeneratorRun.Start(SmallShop.Code
            .Replace("public Guid Id { get; init; }", "public Guid Id { get; init; } " + onCustomer, StringComparison.Ordinal)
            .Replace("public DbSet<Customer>", sets + "public DbSet<Customer>", StringComparison.Ordinal) + more, SmallShop.Policy);
        var plan = Assert.IsType<PrivacyPlan>(Assert.Single(run.Outputs(Steps.Plans)).Value);
        Assert.Equal(isRefused, plan.Refused.Any(refused => refused.Reason.EndsWith("(PAC4003)", StringComparison.Ordinal)));

        var found = await run.FindingsAsync(new EntityUnreachableRule(), SmallShop.Policy);

        if (isRefused)
            Assert.Equal("PAC4003", Assert.Single(found).Id);
        else
            Assert.Empty(found);
    }

    private static string Set(string entity) => $"public DbSet<{entity}> {entity}s => Set<{entity}>(); ";

    private static string Letter(string field) =>
        "public class Letter { public int Id { get; init; } public Guid? SenderId { get; set; } public Customer? Sender { get; set; } "
        + $"public Guid? RecipientId {{ get; set; }} public Customer? Recipient {{ get; set; }} {field} }} ";
}
