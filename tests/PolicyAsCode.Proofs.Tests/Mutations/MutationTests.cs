using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using JovaPos.Data;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.Proofs.Tests.Mutations;

/// <summary>
/// No statement, and no condition of one, can be taken out of a generated plan without a proof noticing. A slice runs with
/// every test run; all of it runs by <c>eng/mutate-plans.sh</c>.
/// </summary>
public sealed class MutationTests
{
    /// <summary>How many of a context's mutants: a number, or <c>all</c>.</summary>
    private const string Count = "POLICYASCODE_MUTANTS";

    /// <summary>Which of them, where not all; and which kind, where not only statements.</summary>
    private const string Seed = "POLICYASCODE_MUTANTS_SEED", Kinds = "POLICYASCODE_MUTANTS_KINDS";

    /// <summary>A part of the names of those that are asked for, such as that of a method.</summary>
    private const string Named = "POLICYASCODE_MUTANTS_NAMED";

    /// <summary>What can be missing, because it never makes a difference; each with the reason why.</summary>
    private static readonly (Type? Operations, Regex Mutant, string Reason)[] s_equivalent =
    [
        (typeof(JovaPos.Data.ShopContextPrivacy),
            new("""^EraseOrdersOfCustomerAsync: await run\.KeepAsync\( new\("Order", PrivacyAction\.Kept, \[\], "rows that must stay refer to it"""),
            "What refers to an order is kept by a minimum that counts from the order's own date: once that of the order is over, theirs is too."),
        (typeof(JovaPos.Data.ShopContextPrivacy),
            new("""^EraseOrdersOfCustomerAsync: \.Where\(order => !(OrderLines|Payments)\.Any"""),
            "What refers to an order is kept as long as itself, from the same day."),
        (typeof(JovaPos.Data.ShopContextPrivacy),
            new("""^Expired(DeletionEvidence|Staff): \.Where\(\w+ => \w+\.\w+ < after30Days\.Moment\)$"""),
            "A year from the same day is over later."),
        (typeof(JovaPos.Data.ShopContextPrivacy),
            new("""^BlankExpired(DeletionEvidenceReason|FraudSignalKindAndScore|FraudSignalIpAddress)Async: \.(Where\([^!]* != null(?: \|\| [^!]* != null)?\)|SetProperty\()"""),
            "No other time of the row ends later: it is gone by then, and nothing is left to be emptied."),
        (typeof(JovaPos.Data.ShopContextPrivacy),
            new("""^BlankExpiredDeliveryContactAsync: \.Where\(delivery => (!removed\.Any|delivery\.RecipientName != null && \()"""),
            "It goes whole, or was not delivered so long ago: each of the two conditions leaves out what the other does."),
        (typeof(NodesContextPrivacy),
            new("""^EraseOrdersOfCustomerAsync: \.Where\(order => !OrderLines\.Any"""),
            "The lines of an order are kept as long as itself, from the same day."),
        (typeof(NodesContextPrivacy),
            new("""^BlankExpiredPaymentPayerNoteAsync: \.Where\(payment => !removed\.Any"""),
            "Payments go when their customer's time is over, and the condition before it leaves out those customers."),
        (typeof(NodesContextPrivacy),
            new("""^ExpiredCustomers: \.Where\(feedback => \(feedback\.CustomerId != null && feedback\.Customer!\.OnLegalHold\)"""),
            "Feedback is on hold with its customer alone, who stays by a condition of their own."),
        (null, new("""^EraseExpired\w+Async: \.Where\((\w+) => \1\.\w+ != null\)$"""),
            "It leads the database to an index: a reference that is null equals no key of a row that goes."),
    ];

    // The proofs are about erasure and sweep; a copy is held by the model zoo, shape by shape.
    private static readonly string[] s_unproved = ["Export", "Rectification"];

    private const string Generated = "PolicyAsCode.Generators/PolicyAsCode.Generators.PrivacyOperationsGenerator";

    [Fact]
    public Task Nothing_can_be_missing_from_the_plan_of_the_test_shop() =>
        RunAsync<NodesContext>(
            options => new(options), NodesContextPrivacy.Facts, typeof(NodesContextPrivacy), "tests/PolicyAsCode.Proofs.Tests");

    [Fact]
    public Task Nothing_can_be_missing_from_the_plan_of_a_circle() =>
        RunAsync<HomesContext>(
            options => new(options), HomesContextPrivacy.Facts, typeof(HomesContextPrivacy), "tests/PolicyAsCode.Proofs.Tests");

    [Fact]
    public Task Nothing_can_be_missing_from_the_plan_of_Jova_Pos() =>
        RunAsync<JovaPos.Data.ShopContext>(
            options => new(options), JovaPos.Data.ShopContextPrivacy.Facts, typeof(JovaPos.Data.ShopContextPrivacy), "samples/JovaPos");

    private static async Task RunAsync<TContext>(
        Func<DbContextOptions<TContext>, TContext> create, PrivacyFacts facts, Type operations, string project)
        where TContext : DbContext
    {
        var watch = Stopwatch.StartNew();
        await using var run = await MutationRun<TContext>.StartAsync(create, facts, operations);
        Assert.Null(await run.NoticeAsync((db, time) => Activator.CreateInstance(operations, db, time)!));

        var kinds = Environment.GetEnvironmentVariable(Kinds) is { Length: > 0 } said
            ? said.Split(',').Select(kind => Enum.Parse<MutantKind>(kind, ignoreCase: true)).ToHashSet()
            : [MutantKind.Statement];
        var all = PlanMutator.Mutants(FilesOf(operations, project)).Where(mutant => kinds.Contains(mutant.Kind)
            && mutant.Name.Contains(Environment.GetEnvironmentVariable(Named) ?? "", StringComparison.Ordinal)).ToList();
        var chosen = Chosen(all);
        var survivors = new List<string>();
        foreach (var mutant in chosen)
        {
            var killer = await run.KillerAsync(mutant);
            var reason = s_equivalent.FirstOrDefault(one => (one.Operations ?? operations) == operations && one.Mutant.IsMatch(mutant.Name)).Reason;
            if (killer is null && reason is null)
                survivors.Add(mutant.ToString());
            else if (killer is not null && reason is not null)
                survivors.Add($"{mutant} is said to make no difference, and it does: {killer}");
            var verdict = killer is not null ? "noticed " : reason is null ? "SURVIVED" : "the same";
            TestContext.Current.TestOutputHelper!.WriteLine($"{verdict} {mutant}\n           {killer ?? reason}");
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{operations.FullName}: {chosen.Count} of {all.Count} mutants, {survivors.Count} survived, {watch.Elapsed.TotalSeconds:0} s."));
        Assert.True(survivors.Count == 0, "No proof noticed:\n" + string.Join('\n', survivors));
    }

    private static List<PlanMutant> Chosen(List<PlanMutant> all)
    {
        var count = Environment.GetEnvironmentVariable(Count) is { Length: > 0 } said ? said : "6";
        if (count == "all")
            return all;
        var seed = Environment.GetEnvironmentVariable(Seed) is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : 5;
        var random = new Random(seed);
        return [.. all.OrderBy(_ => random.Next()).Take(int.Parse(count, CultureInfo.InvariantCulture))];
    }

    private static List<(string Text, bool IsProved)> FilesOf(Type operations, string project)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var folder = Repository.PathOf($"{project}/obj/{configuration}/net10.0/generated/{Generated}");
        var files = Directory.EnumerateFiles(folder, $"{operations.FullName}.*")
            .Where(file => !file.EndsWith(".Facts.g.cs", StringComparison.Ordinal))
            .Select(file => (File.ReadAllText(file), !s_unproved.Any(part => file.EndsWith($".{part}.g.cs", StringComparison.Ordinal)))).ToList();
        Assert.NotEmpty(files);
        return files;
    }
}
