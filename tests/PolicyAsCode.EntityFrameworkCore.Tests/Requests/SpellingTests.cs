using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary>A person's key comes in many spellings, and is one person.</summary>
public sealed class SpellingTests
{
    private static readonly string s_loud = $"{{{Desk.Ana.ToString().ToUpperInvariant()}}}";

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task A_hold_in_another_spelling_holds_and_stays(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Erasure) with { SubjectId = s_loud });
        Assert.Equal(Desk.Ana.ToString(), request.SubjectId);
        var hold = await desk.Node.Holds.PlaceAsync("customer", s_loud, "a claim");
        var before = await desk.RowsAsync();

        await Assert.ThrowsAsync<PrivacyRequestHeldException>(() => desk.Requests.ExecuteAsync(request.Id));
        Assert.Equal(before, await desk.RowsAsync());
        Assert.Equal(hold, Assert.Single(await desk.Node.Holds.StandingAsync("customer", s_loud)).Id);
        Assert.Equal(hold, Assert.Single(await desk.Node.Holds.StandingAsync("customer", Desk.Ana.ToString())).Id);

        await desk.Node.Holds.LiftAsync(hold);
        await desk.Requests.ExecuteAsync(request.Id);
        await desk.DispatchAsync();
        Assert.DoesNotContain(await desk.RowsAsync(), row => row.Contains(Desk.Ana.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_hold_that_comes_while_the_rows_go_takes_everything_back()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Erasure));
        await desk.Node.Holds.PlaceAsync("customer", Desk.Ana.ToString(), "a claim");
        await using (var db = desk.Database.Connect())
            await db.Database.ExecuteSqlAsync(
                $"""
                CREATE TABLE held AS SELECT * FROM privacy_holds;
                DELETE FROM privacy_holds;
                CREATE TRIGGER late AFTER DELETE ON "People" BEGIN INSERT INTO privacy_holds SELECT * FROM held; END;
                """);

        var held = await Assert.ThrowsAsync<PrivacyRequestHeldException>(() => desk.Requests.ExecuteAsync(request.Id));
        Assert.Equal(ErasureOutcome.RefusedByLegalHold, held.Receipt.Outcome);
        Assert.Contains(await desk.RowsAsync(), row => row.Contains("ana likes tea", StringComparison.Ordinal));
        Assert.Equal(PrivacyRequestState.Confirmed, (await desk.FindAsync(request.Id)).State);
    }

    [Fact]
    public async Task Consents_restrictions_and_requests_are_found_by_any_spelling()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        await desk.Node.Consents.GiveAsync("customer", s_loud, "promotion", new("1", "en", "May we?"), "form");
        Assert.True(await desk.Node.Consents.IsGivenAsync("customer", Desk.Ana.ToString(), "promotion"));
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Restriction) with { SubjectId = s_loud });
        await desk.Requests.ExecuteAsync(request.Id, "dian");
        Assert.False(await desk.Node.Restrictions.IsUnrestrictedAsync("customer", Desk.Ana.ToString(), "promotion"));
        Assert.False(await desk.Node.Restrictions.IsUnrestrictedAsync("customer", s_loud, "promotion"));
        Assert.Single(await desk.Requests.OfAsync("customer", s_loud));

        // What is no key holds nobody, and is told so; a gate that is asked for it finds nothing.
        await Assert.ThrowsAsync<ArgumentException>(() => desk.Node.Holds.PlaceAsync("customer", "nobody", "a claim"));
        Assert.False(await desk.Node.Consents.IsGivenAsync("customer", "nobody", "promotion"));
    }
}
