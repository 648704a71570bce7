using Microsoft.CodeAnalysis.Diagnostics;
using PolicyAsCode.Analyzers.Rules.Purposes;
using PolicyAsCode.Analyzers.Tests.Verification;

namespace PolicyAsCode.Analyzers.Tests.Rules;

/// <summary>
/// Sweeps and erasures that are generated from the policy keep its promises: they are no use of the data for the purpose of
/// whoever has them run. Copies are, and what looks alike and was written by hand or by another tool.
/// </summary>
public sealed class GeneratedOperationsTests
{
    private const string Folder = "PolicyAsCode.Generators/PolicyAsCode.Generators.PrivacyOperationsGenerator/";

    private const string Shop = """
        using Microsoft.Extensions.Hosting;
        using PolicyAsCode.EntityFrameworkCore;
        public class Customer
        {
            public Guid Id { get; init; }
            [DataCategory("contact.phone")] public string? Phone { get; set; }
        }

        """;

    private const string Contracts = """
        namespace PolicyAsCode.EntityFrameworkCore
        {
            public interface IRetentionSweep { string Sweep(); }
        }
        """;

    private const string Operations = """
        public sealed partial class ShopPrivacy(List<Customer> rows) : PolicyAsCode.EntityFrameworkCore.IRetentionSweep
        {
            public string Sweep() => Blank(row => row.Phone != null && row.Phone != "");
            public string EraseCustomer() { foreach (var row in rows) Note(row.Phone); return ""; }
            private string Blank(Func<Customer, bool> which) { foreach (var row in rows) if (which(row)) Note(row.Phone); return ""; }
            private static void Note(string? what) { }
        }
        """;

    private const string Callers = """
        [Purpose("promotion")]
        public sealed class Campaign(ShopPrivacy privacy, IRetentionSweep sweep)
        {
            public string Erase() => privacy.EraseCustomer();
            public string Sweep() => sweep.Sweep();
            public string? Use(Customer customer) => [|customer.Phone|];
        }
        """;

    private const string Services = """
        public sealed class Nightly(ShopPrivacy privacy, IRetentionSweep sweep, Customer customer) : BackgroundService
        {
            protected override Task ExecuteAsync(CancellationToken cancel)
            {
                privacy.EraseCustomer();
                sweep.Sweep();
                Console.Title = "" + [|customer.Phone|];
                return Task.CompletedTask;
            }
        }
        """;

    [Fact]
    public Task A_purpose_has_its_data_swept_and_erased() =>
        CheckAsync<PurposeNotAllowedRule>(Callers, Operations, Folder + "ShopPrivacy.g.cs");

    [Fact]
    public Task A_service_without_a_purpose_has_them_run() =>
        CheckAsync<OutsidePurposeRule>(Services, Operations, Folder + "ShopPrivacy.g.cs");

    // Whoever writes it by hand says what it is for, wherever they keep it; and a copy is data that somebody has in hand.
    [Theory]
    [InlineData("ShopPrivacy.cs")]
    [InlineData("ShopPrivacy.g.cs")]
    [InlineData("Generated/ShopPrivacy.g.cs")]
    [InlineData("Other.Generators/Other.Generators.ShopGenerator/ShopPrivacy.g.cs")]
    [InlineData(Folder + "Kept/ShopPrivacy.g.cs")]
    [InlineData(Folder + "ShopPrivacy.Export.g.cs")]
    public Task By_hand_by_another_tool_and_as_a_copy_it_is_a_use(string file) => CheckAsync<PurposeNotAllowedRule>(
        Callers.Replace("privacy.EraseCustomer()", "[|privacy.EraseCustomer()|]", StringComparison.Ordinal)
            .Replace("sweep.Sweep()", "[|sweep.Sweep()|]", StringComparison.Ordinal),
        Operations, file);

    // A part that somebody adds to the generated class is theirs, and so is what another tool generates.
    [Fact]
    public Task A_part_by_hand_and_what_another_tool_generates_are_uses() => CheckAsync<PurposeNotAllowedRule>(
        """
        public sealed partial class ShopPrivacy { public string? Look(Customer customer) => customer.Phone; }
        [Purpose("promotion")]
        public sealed class Campaign(ShopPrivacy privacy, OtherTool tool)
        {
            public string? Look(Customer customer) => [|privacy.Look(customer)|];
            public string? Other(Customer customer) => [|tool.Look(customer)|];
        }
        """,
        Operations + "\npublic sealed class OtherTool { public string? Look(Customer customer) => customer.Phone; }",
        Folder + "ShopPrivacy.g.cs");

    private static Task CheckAsync<TRule>(string code, string operations, string file)
        where TRule : DiagnosticAnalyzer, new()
    {
        var test = new CSharpAnalyzerTest<TRule>();
        test.TestState.Sources.Add(("Shop.cs", Shop + code));
        test.TestState.Sources.Add((file, operations));
        test.TestState.Sources.Add(("Contracts.cs", Contracts));
        test.TestState.AdditionalFiles.Add(("policies/shop.policy.yaml", Policies.Shop));
        return test.RunAsync();
    }
}
