using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;
using PolicyAsCode.ModelZoo.Proof;
using PolicyAsCode.ModelZoo.Shapes.GuestsAndCustomers;

namespace PolicyAsCode.ModelZoo;

/// <summary>One proof for all shapes.</summary>
public sealed class ZooTests
{
    public static TheoryData<string> Shapes => [.. Zoo.Shapes.Select(shape => shape.Name)];

    public static TheoryData<string, Provider> Everywhere => new(
        from shape in Zoo.Shapes
        from provider in Enum.GetValues<Provider>()
        select (shape.Name, provider));

    public static TheoryData<Provider> Providers => [.. Enum.GetValues<Provider>()];

    // A second opinion by hand, on rows that people wrote; the generated proof of each shape runs on both databases.
    [Theory]
    [MemberData(nameof(Shapes))]
    public Task An_erasure_leaves_nothing_but_what_is_kept(string shape) =>
        ZooProof.ErasesAsync(Zoo.Shape(shape), Provider.Sqlite, isHidden: false);

    [Theory]
    [MemberData(nameof(Shapes))]
    public Task An_erasure_sees_hidden_rows(string shape) =>
        ZooProof.ErasesAsync(Zoo.Shape(shape), Provider.Sqlite, isHidden: true);

    [Theory]
    [MemberData(nameof(Everywhere))]
    public Task A_copy_holds_what_an_erasure_reaches_and_nobody_elses(string shape, Provider provider) =>
        ZooExport.WritesAsync(Zoo.Shape(shape), provider, isHidden: provider == Provider.Sqlite);

    [Theory]
    [MemberData(nameof(Shapes))]
    public Task A_sweep_takes_what_has_outlived_its_time(string shape) =>
        ZooProof.SweepsAsync(Zoo.Shape(shape), Provider.Sqlite);

    [Theory]
    [MemberData(nameof(Shapes))]
    public Task The_proof_notices_every_statement_that_is_left_out(string shape) =>
        ZooProof.NoticesAsync(Zoo.Shape(shape), Provider.Sqlite);

    [Theory]
    [MemberData(nameof(Everywhere))]
    public Task The_model_is_the_one_that_was_planned_for(string shape, Provider provider) =>
        ZooProof.ChecksAsync(Zoo.Shape(shape), provider);

    [Theory]
    [MemberData(nameof(Everywhere))]
    public Task Whom_it_does_not_know_it_tells(string shape, Provider provider) =>
        ZooProof.TellsAsync(Zoo.Shape(shape), provider);

    /// <summary>Whoever of a row of two people is erased, and whichever hold of the row's it is.</summary>
    [Theory]
    [InlineData("UPDATE Messages SET IsHeld = 1, SentAt = (SELECT SeenAt FROM Customers WHERE Id = 7001)", "7001")]
    [InlineData("UPDATE Messages SET IsHeld = 1, SentAt = (SELECT SeenAt FROM Customers WHERE Id = 7001)", "7002")]
    [InlineData("UPDATE Messages SET IsEvidence = 1, SentAt = (SELECT SeenAt FROM Customers WHERE Id = 7001)", "7001")]
    [InlineData("UPDATE Messages SET IsEvidence = 1, SentAt = (SELECT SeenAt FROM Customers WHERE Id = 7001)", "7002")]
    public async Task A_hold_on_a_row_of_two_people_holds_both(string held, string person)
    {
        var shape = Zoo.Shape("HeldSides");
        await using var database = await ZooDatabase.OpenAsync(shape, Provider.Sqlite);
        await database.AddAsync(ZooContext.Friend, new Somebody("ana", 7001, IsHidden: false, ZooProof.Now.AddYears(-30)));
        await using var db = database.Connect();
        await db.Db.Database.ExecuteSqlRawAsync(held, TestContext.Current.CancellationToken);

        await shape.Sweep(db, ZooProof.Now).SweepAsync(cancel: TestContext.Current.CancellationToken);
        Assert.Contains(await database.DumpAsync(), row => row.Contains("an answer", StringComparison.Ordinal));
        var receipt = await shape.Erasure(db, ZooProof.Now).EraseAsync(
            db.Subject, person, cancel: TestContext.Current.CancellationToken);
        Assert.Equal(ErasureOutcome.RefusedByLegalHold, receipt.Outcome);
    }

    /// <summary>Of a row of two people, too: kept until its time is over, and told so; then the sweep takes it.</summary>
    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_the_law_keeps_of_the_erased_stays_beside_the_other(Provider provider)
    {
        var shape = Zoo.Shape("TwoSidesKept");
        await using var database = await ZooDatabase.OpenAsync(shape, provider);
        await database.AddAsync(ZooContext.Friend, new Somebody("ana", 7001, IsHidden: false, ZooProof.Now.AddDays(-1)));
        await using var db = database.Connect();

        var receipt = await shape.Erasure(db, ZooProof.Now).EraseAsync(
            db.Subject, "7001", cancel: TestContext.Current.CancellationToken);
        var rows = await database.DumpAsync();
        Assert.Single(rows, row => row.Contains("Id=700101 | SellerId=null | BuyerId=7002 | SellerReceipt=kept | BuyerReceipt=kept | SellerNote=null", StringComparison.Ordinal));
        Assert.Single(rows, row => row.Contains("Id=700102 | SellerId=null | BuyerId=7002 | SellerReceipt=null | BuyerReceipt=kept | SellerNote=null", StringComparison.Ordinal));
        Assert.Single(rows, row => row.Contains("Id=700103 | SellerId=7002 | BuyerId=null | SellerReceipt=kept | BuyerReceipt=kept", StringComparison.Ordinal));
        var kept = receipt.Kept.Where(entry => entry.KeptUntil is not null).ToList();
        Assert.Equal(
            [("SellerReceipt", 1, new DateOnly(2036, 3, 14)), ("BuyerReceipt", 1, new DateOnly(2036, 3, 14))],
            kept.Select(entry => (string.Join(", ", entry.Rule.Fields), entry.Rows, entry.KeptUntil!.Value)));
        Assert.All(kept, entry => Assert.Contains("tax law", entry.Rule.Reason, StringComparison.Ordinal));

        await shape.Sweep(db, ZooProof.Now.AddYears(10).AddDays(1)).SweepAsync(cancel: TestContext.Current.CancellationToken);
        Assert.DoesNotContain(await database.DumpAsync(), row => row.Contains("=kept", StringComparison.Ordinal));
    }

    /// <summary>Somebody else's row on legal hold keeps what it refers to, however far from the person's own record that is.</summary>
    [Theory]
    [InlineData("UPDATE Claims SET IsHeld = 1, ParcelId = NULL WHERE Id = 700201")]
    [InlineData("UPDATE Claims SET IsHeld = 1, OrderId = NULL WHERE Id = 700201")]
    [InlineData("UPDATE Comments SET IsHeld = 1 WHERE Id = 700201")]
    public async Task A_held_row_of_somebody_else_keeps_what_it_refers_to(string held)
    {
        var shape = Zoo.Shape("HeldElsewhere");
        await using var database = await ZooDatabase.OpenAsync(shape, Provider.Sqlite);
        await database.AddAsync(ZooContext.Friend, new Somebody("ana", 7001, IsHidden: false, ZooProof.Now.AddDays(-1)));
        await using var db = database.Connect();
        await db.Db.Database.ExecuteSqlRawAsync(held, TestContext.Current.CancellationToken);

        var before = await database.DumpAsync();
        var receipt = await shape.Erasure(db, ZooProof.Now).EraseAsync(
            db.Subject, "7001", cancel: TestContext.Current.CancellationToken);
        Assert.Equal(ErasureOutcome.RefusedByLegalHold, receipt.Outcome);
        Assert.Equal(before, await database.DumpAsync());
    }

    /// <summary>A sweep, too: what it would have to cut a held row off from stays.</summary>
    [Theory]
    [InlineData("UPDATE Claims SET IsHeld = 1, ParcelId = NULL WHERE Id = 700201")]
    [InlineData("UPDATE Claims SET IsHeld = 1, OrderId = NULL WHERE Id = 700201")]
    [InlineData("UPDATE Comments SET IsHeld = 1 WHERE Id = 700201")]
    public async Task A_sweep_leaves_a_held_row_its_references(string held)
    {
        var shape = Zoo.Shape("HeldElsewhere");
        await using var database = await ZooDatabase.OpenAsync(shape, Provider.Sqlite);
        await database.AddAsync(ZooContext.Friend, new Somebody("ana", 7001, IsHidden: false, ZooProof.Now.AddYears(-30)));
        await using var db = database.Connect();
        await db.Db.Database.ExecuteSqlRawAsync(held, TestContext.Current.CancellationToken);
        var row = held.Split(' ')[1] + " | Id=700201 |";
        var before = Assert.Single(await database.DumpAsync(), one => one.StartsWith(row, StringComparison.Ordinal));

        await shape.Sweep(db, ZooProof.Now).SweepAsync(cancel: TestContext.Current.CancellationToken);
        Assert.Contains(before, await database.DumpAsync());
    }

    /// <summary>A hold on a person holds them whichever method is called, and whoever else the word stands for is not held.</summary>
    [Theory]
    [InlineData("customer/Guest", true)]
    [InlineData("customer", true)]
    [InlineData("customer/Customer", false)]
    public async Task The_typed_erasure_looks_for_holds_by_the_same_name(string kind, bool isHeld)
    {
        var shape = Zoo.Shape("GuestsAndCustomers");
        await using var database = await ZooDatabase.OpenAsync(shape, Provider.Sqlite);
        await database.AddAsync(ZooContext.Friend);
        await using var db = (GuestsAndCustomersContext)database.Connect();
        await database.HoldAsync(kind, "7002/7001");

        var privacy = new GuestsAndCustomersContextPrivacy(db, TimeProvider.System);
        Assert.Equal(["customer/Customer", "customer/Guest"], privacy.Subjects.Order(StringComparer.Ordinal));
        var receipt = await privacy.EraseGuestAsync((7002, 7001), cancel: TestContext.Current.CancellationToken);
        Assert.Equal(isHeld ? ErasureOutcome.RefusedByLegalHold : ErasureOutcome.Erased, receipt.Outcome);
        Assert.Equal("customer/Guest", receipt.Subject);
    }
}
