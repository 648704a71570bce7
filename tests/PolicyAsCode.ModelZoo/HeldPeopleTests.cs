using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.ModelZoo.Proof;

namespace PolicyAsCode.ModelZoo;

/// <summary>
/// A sweep leaves alone what is of a person on whom a legal hold stands, however long its time has been over; and an erasure
/// of somebody else that would change it is refused.
/// </summary>
public sealed class HeldPeopleTests
{
    private static readonly Somebody s_ana = new("ana", 7001, IsHidden: false, ZooProof.Now.AddYears(-30));
    private static readonly Somebody s_dewi = new("dewi", 7004, IsHidden: false, ZooProof.Now.AddYears(-29));

    public static TheoryData<Provider> Providers => [.. Enum.GetValues<Provider>()];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Nothing_of_a_held_person_is_swept(Provider provider)
    {
        var shape = Zoo.Shape("GuestsAndCustomers");
        await using var database = await ZooDatabase.OpenAsync(shape, provider);
        await database.AddAsync(s_ana);
        var held = await database.DumpAsync();
        await database.AddAsync(s_dewi);
        await database.HoldAsync("customer/Customer", "7001");
        await database.HoldAsync("customer/Customer", "7004", hasEnded: true);
        await database.HoldAsync("customer/Customer", "not a key");
        await database.HoldAsync("staff", "7004");

        await SweepAsync(shape, database);
        Assert.Equal(held, await database.DumpAsync());
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_key_of_several_columns_holds_its_person_and_no_other(Provider provider)
    {
        var shape = Zoo.Shape("GuestsAndCustomers");
        await using var database = await ZooDatabase.OpenAsync(shape, provider);
        await database.AddAsync(s_dewi, s_dewi with { Number = 7005 }, s_dewi with { Number = 7006 });
        await database.HoldAsync("customer/Guest", "7004/7001");
        await database.HoldAsync("customer", "7006/7001");
        await database.HoldAsync("customer/Guest", "7005/1");

        await SweepAsync(shape, database);
        Assert.Equal(
            ["Guests | House=7004", "Guests | House=7006", "Letters | Id=700401", "Letters | Id=700601"],
            (await database.DumpAsync()).Select(row => string.Join(" | ", row.Split(" | ").Take(2))));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task One_side_of_a_row_holds_it(Provider provider)
    {
        var shape = Zoo.Shape("HeldSidesOfPeople");
        await using var database = await ZooDatabase.OpenAsync(shape, provider);
        await database.AddAsync(s_dewi, s_ana);
        await database.HoldAsync("customer", "7004");

        var held = (await database.DumpAsync()).Where(row => !row.Contains("ana", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, held.Count);
        await SweepAsync(shape, database);
        Assert.Equal(held, (await database.DumpAsync()).Where(row => !row.StartsWith("Customers | Id=7001 ", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_hold_that_is_placed_meanwhile_counts_from_the_next_batch(Provider provider)
    {
        var shape = Zoo.Shape("GuestsAndCustomers");
        await using var database = await ZooDatabase.OpenAsync(shape, provider);
        await database.AddAsync(s_dewi with { Name = "ana" });
        var held = await database.DumpAsync();
        await database.AddAsync(s_ana);

        await using var db = database.Connect();
        var hold = new AfterTheFirst(() => database.HoldAsync("customer/Customer", "7004").GetAwaiter().GetResult());
        await shape.Sweep(db, ZooProof.Now).SweepAsync(
            new(BatchSize: 1) { Progress = hold }, TestContext.Current.CancellationToken);
        Assert.Equal(held, await database.DumpAsync());
    }

    /// <summary>Of dewi and ana is one message: on whichever of them the hold stands, neither is erased.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_row_of_a_held_person_and_somebody_else_refuses_the_erasure_of_both(Provider provider)
    {
        var shape = Zoo.Shape("HeldSidesOfPeople");
        await using var database = await ZooDatabase.OpenAsync(shape, provider);
        await database.AddAsync(s_dewi, s_ana);
        await database.HoldAsync("customer", "7004");

        await RefusedAsync(shape, database, "7001", "Message", "a legal hold lies on somebody whose these rows are as well: the erasure is refused");
        await RefusedAsync(shape, database, "7004", nameof(PrivacyHold), "a legal hold lies on the person");
    }

    /// <summary>Budi's record says that ana is the mentor: erasing her would change it.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_reference_from_a_row_of_a_held_person_refuses_the_erasure(Provider provider)
    {
        var shape = Zoo.Shape("HeldSidesOfPeople");
        await using var database = await ZooDatabase.OpenAsync(shape, provider);
        await database.AddAsync(s_ana, ZooContext.Friend);
        await database.HoldAsync("customer", "7002");

        await RefusedAsync(shape, database, "7001", "Customer", "a legal hold lies on somebody whose rows refer to the customer: the erasure is refused");
    }

    /// <summary>A hold that has ended, or on somebody whose rows the erasure does not touch, stops nothing.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Whom_nothing_leads_to_is_erased_beside_the_held(Provider provider)
    {
        var shape = Zoo.Shape("HeldSidesOfPeople");
        await using var database = await ZooDatabase.OpenAsync(shape, provider);
        await database.AddAsync(s_ana, s_dewi, ZooContext.Friend);
        await database.HoldAsync("customer", "7004");
        await database.HoldAsync("customer", "7002", hasEnded: true);

        await using var db = database.Connect();
        var receipt = await shape.Erasure(db, ZooProof.Now).EraseAsync(db.Subject, "7001", cancel: TestContext.Current.CancellationToken);
        Assert.Equal(ErasureOutcome.Erased, receipt.Outcome);
        Assert.Contains(await database.DumpAsync(), row => row.StartsWith("Customers | Id=7002 ", StringComparison.Ordinal) && row.Contains("MentorId=null", StringComparison.Ordinal));
    }

    private static async Task RefusedAsync(Shape shape, ZooDatabase database, string person, string entity, string reason)
    {
        var before = await database.DumpAsync();
        await using var db = database.Connect();
        var receipt = await shape.Erasure(db, ZooProof.Now).EraseAsync(db.Subject, person, cancel: TestContext.Current.CancellationToken);
        Assert.Equal(ErasureOutcome.RefusedByLegalHold, receipt.Outcome);
        var entry = Assert.Single(receipt.Entries);
        Assert.Equal((entity, 1, reason), (entry.Entity, entry.Rows, entry.Rule.Reason));
        Assert.Equal(before, await database.DumpAsync());
    }

    private static async Task SweepAsync(Shape shape, ZooDatabase database)
    {
        await using var db = database.Connect();
        var planned = await shape.Sweep(db, ZooProof.Now).SweepAsync(new(DryRun: true), TestContext.Current.CancellationToken);
        var done = await shape.Sweep(db, ZooProof.Now).SweepAsync(cancel: TestContext.Current.CancellationToken);
        Assert.Equal(
            planned.Entries.Select(entry => (entry.Entity, entry.Action, entry.Rows)),
            done.Entries.Select(entry => (entry.Entity, entry.Action, entry.Rows)));
    }

    /// <summary>Tells at once, on the sweep's own thread.</summary>
    private sealed class AfterTheFirst(Action act) : IProgress<SweepProgress>
    {
        private bool _isDone;

        public void Report(SweepProgress value)
        {
            if (!_isDone)
                act();
            _isDone = true;
        }
    }
}
