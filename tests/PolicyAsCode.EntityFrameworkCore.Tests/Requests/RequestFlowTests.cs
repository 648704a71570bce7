using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Requests;

/// <summary>Requests from their receipt to the last message.</summary>
public sealed class RequestFlowTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task An_erasure_goes_its_whole_way_and_leaves_nothing_of_the_person(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "blobs", "search");
        await desk.Node.Consents.GiveAsync("customer", Desk.Ana.ToString(), "promotion", new("1", "en", "May we?"), "form");
        var earlier = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Access));
        var request = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Erasure) with { Words = "ana wants to go" });
        Assert.Equal(PrivacyRequestState.Received, request.State);
        Assert.Null(request.DueAt);

        await desk.Requests.SendCodeAsync(request.Id);
        await desk.DispatchAsync();
        Assert.Equal(IdentityOutcome.NotVerified, await desk.Requests.VerifyIdentityAsync(request.Id, "WRONG-CODE2"));
        Assert.Equal(IdentityOutcome.Verified, await desk.Requests.VerifyIdentityAsync(request.Id, desk.World.Code.ToLowerInvariant()));

        request = await desk.Requests.ConfirmAsync(request.Id);
        // 30 business days after 4 March: without the five weekends, and 19 March, 3 April.
        Assert.Equal(new DateOnly(2026, 4, 17), request.DueOn);
        Assert.Equal(new DateTimeOffset(2026, 4, 18, 0, 0, 0, TimeSpan.FromHours(7)), request.DueAt);

        request = await desk.Requests.ExecuteAsync(request.Id);
        Assert.Equal(PrivacyRequestState.Running, request.State);
        Assert.Null(request.SubjectId);
        await desk.DispatchAsync();

        request = await desk.FindAsync(request.Id);
        Assert.Equal(PrivacyRequestState.CustomerNotified, request.State);
        Assert.Equal(["Your code", "Your request has been received", "Your request is done"], desk.World.Titles);
        Assert.Equal(["blobs", "search"], desk.World.Erasures.Select(erasure => erasure.Store).Order());
        Assert.All(desk.World.Mail, mail => Assert.Equal("ana@mail.example", mail.Address));
        Assert.Contains("2 records were erased", desk.World.Mail.Last().Text, StringComparison.Ordinal);
        Assert.Equal(PrivacyRequestState.Refused, (await desk.FindAsync(earlier.Id)).State);
        var rows = await desk.RowsAsync();
        Assert.DoesNotContain(rows, row => row.Contains("ana", StringComparison.Ordinal) || row.Contains(Desk.Ana.ToString(), StringComparison.OrdinalIgnoreCase));
        Assert.Equal(2, rows.Count(row => row.Contains("budi", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Messages_that_never_arrived_are_forgotten_with_the_person(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, "blobs");
        desk.World.Fault = what => what == "mail" ? new IOException("bounced") : null;
        await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Access));
        var refused = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Portability));
        await desk.Requests.RefuseAsync(refused.Id, "twice");
        for (var i = 0; i < 12; i++)
        {
            await desk.DispatchAsync();
            desk.Clock.Pass(TimeSpan.FromDays(1));
        }

        Assert.NotEmpty(await desk.Node.Outbox.GivenUpAsync());
        var budi = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Access, Desk.Budi));
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Erasure));
        await desk.Requests.ExecuteAsync(request.Id);
        Assert.Empty(await desk.Node.Outbox.GivenUpAsync());

        desk.World.Fault = _ => null;
        await desk.DispatchAsync();
        Assert.Equal(["ana@mail.example", "ana@mail.example", "budi@mail.example"], desk.World.Mail.Select(mail => mail.Address).Order());
        Assert.Equal(["Your request has been received", "Your request has been received", "Your request is done"], desk.World.Titles.Order());
        Assert.Equal(PrivacyRequestState.Confirmed, (await desk.FindAsync(budi.Id)).State);
        Assert.Single(desk.World.Erasures);
        Assert.DoesNotContain(await desk.RowsAsync(), row =>
            row.Contains("ana", StringComparison.Ordinal) || row.Contains(Desk.Ana.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_last_message_waits_for_every_store()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite, "blobs", "search");
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Erasure));
        await desk.DispatchAsync();
        await desk.Requests.ExecuteAsync(request.Id);
        desk.World.Fault = what => what == "search" ? new IOException("ana@mail.example") : null;
        await desk.DispatchAsync();

        Assert.Equal(PrivacyRequestState.Running, (await desk.FindAsync(request.Id)).State);
        Assert.DoesNotContain("Your request is done", desk.World.Titles);
        Assert.DoesNotContain(desk.Node.Log.Lines, line => line.Text.Contains("mail.example", StringComparison.Ordinal));

        desk.World.Fault = _ => null;
        desk.Clock.Pass(TimeSpan.FromMinutes(1));
        await desk.DispatchAsync();
        Assert.Equal(PrivacyRequestState.CustomerNotified, (await desk.FindAsync(request.Id)).State);
        Assert.Equal(["blobs", "search"], desk.World.Erasures.Select(erasure => erasure.Store).Order());
    }

    [Theory]
    [InlineData(PrivacyRight.Access)]
    [InlineData(PrivacyRight.Portability)]
    [InlineData(PrivacyRight.Rectification)]
    [InlineData(PrivacyRight.Erasure)]
    [InlineData(PrivacyRight.Restriction)]
    [InlineData(PrivacyRight.Objection)]
    [InlineData(PrivacyRight.ConsentWithdrawal)]
    public async Task Nothing_runs_before_identity_is_verified_and_the_person_told(PrivacyRight right)
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var asked = Desk.Ask(right) with { Corrections = [new("DeskPerson.Name", "Anna")] };
        var request = await desk.Requests.ReceiveAsync(asked);
        var before = await desk.RowsAsync();

        await Assert.ThrowsAsync<PrivacyRequestStepException>(() => desk.Requests.ExecuteAsync(request.Id, "dian"));
        await Assert.ThrowsAsync<PrivacyRequestStepException>(() => desk.Requests.ConfirmAsync(request.Id));
        Assert.Equal(before, await desk.RowsAsync());
        await desk.Requests.VouchForIdentityAsync(request.Id, "signed-in");
        await Assert.ThrowsAsync<PrivacyRequestStepException>(() => desk.Requests.ExecuteAsync(request.Id, "dian"));

        await desk.Requests.ConfirmAsync(request.Id);
        var done = await desk.Requests.ExecuteAsync(request.Id, "dian");
        Assert.Equal(PrivacyRequestState.Done, done.State);
        await desk.DispatchAsync();
        Assert.Equal(PrivacyRequestState.CustomerNotified, (await desk.FindAsync(request.Id)).State);
    }

    [Fact]
    public async Task A_step_taken_twice_is_taken_once()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite, "blobs");
        var asked = Desk.Ask(PrivacyRight.Erasure) with { Id = Guid.NewGuid() };
        for (var i = 0; i < 2; i++)
            await desk.Requests.ReceiveAsync(asked);
        var id = asked.Id.Value;
        for (var i = 0; i < 2; i++)
            await desk.Requests.SendCodeAsync(id);
        await desk.DispatchAsync();
        for (var i = 0; i < 2; i++)
            Assert.Equal(IdentityOutcome.Verified, await desk.Requests.VerifyIdentityAsync(id, desk.World.Code));
        for (var i = 0; i < 2; i++)
            await desk.Requests.ConfirmAsync(id);
        desk.Clock.Pass(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 2; i++)
            await desk.Requests.ExtendAsync(id, "many requests");
        await desk.DispatchAsync();
        desk.Clock.Pass(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 2; i++)
            await desk.Requests.ExecuteAsync(id);
        await desk.DispatchAsync();
        await desk.Requests.ExecuteAsync(id);
        await desk.Requests.ConfirmAsync(id);
        await desk.DispatchAsync();

        Assert.Equal(
            ["Your code", "Your request has been received", "Your request takes longer", "Your request is done"],
            desk.World.Titles);
        Assert.Single(desk.World.Erasures);

        await Assert.ThrowsAsync<ArgumentException>(() => desk.Requests.ReceiveAsync(asked with { Right = PrivacyRight.Access }));
    }

    [Fact]
    public async Task What_is_done_is_done_for_good()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Erasure));
        await desk.Requests.ExecuteAsync(request.Id);

        await Assert.ThrowsAsync<PrivacyRequestStepException>(() => desk.Requests.WithdrawAsync(request.Id));
        await Assert.ThrowsAsync<PrivacyRequestStepException>(() => desk.Requests.RefuseAsync(request.Id, "no"));
        await Assert.ThrowsAsync<PrivacyRequestStepException>(() => desk.Requests.ExtendAsync(request.Id, "late"));
    }

    [Fact]
    public async Task A_withdrawn_or_refused_request_never_runs_and_forgets_the_address()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var withdrawn = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Erasure) with { Words = "secret" });
        var refused = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Erasure, Desk.Budi));
        await desk.Requests.WithdrawAsync(withdrawn.Id);
        await desk.Requests.RefuseAsync(refused.Id, "a dispute is open");
        await desk.Requests.WithdrawAsync(withdrawn.Id);
        await desk.DispatchAsync();

        Assert.Contains(desk.World.Mail, mail => mail.Text.Contains("a dispute is open", StringComparison.Ordinal));
        Assert.Equal(4, desk.World.Mail.Count);
        foreach (var (id, state) in new[] { (withdrawn.Id, PrivacyRequestState.Withdrawn), (refused.Id, PrivacyRequestState.Refused) })
        {
            var request = await desk.FindAsync(id);
            Assert.Equal((state, null, null), (request.State, request.Address, request.Words));
            Assert.NotNull(request.ClosedAt);
            await Assert.ThrowsAsync<PrivacyRequestStepException>(() => desk.Requests.ExecuteAsync(id));
            await Assert.ThrowsAsync<PrivacyRequestStepException>(() => desk.Requests.ConfirmAsync(id));
            await Assert.ThrowsAsync<PrivacyRequestStepException>(() => desk.Requests.VouchForIdentityAsync(id, "signed-in"));
        }

        Assert.DoesNotContain(await desk.RowsAsync(), row =>
            row.Contains("mail.example", StringComparison.Ordinal) && !row.StartsWith("People", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_extension_is_given_once_as_the_policy_says_and_in_time()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var access = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Access));
        await Assert.ThrowsAsync<PrivacyRequestStepException>(() => desk.Requests.ExtendAsync(access.Id, "much to do"));
        var early = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Erasure));
        await Assert.ThrowsAsync<PrivacyRequestStepException>(() => desk.Requests.ExtendAsync(early.Id, "much to do"));

        var erasure = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Erasure));
        var longer = await desk.Requests.ExtendAsync(erasure.Id, "much to do");
        // Ten more business days after 17 April; 1 May is one of the holidays.
        Assert.Equal(new DateOnly(2026, 5, 4), longer.DueOn);
        await desk.DispatchAsync();
        var told = Assert.Single(desk.World.Mail, mail => mail.Title.StartsWith("Your request takes longer", StringComparison.Ordinal));
        Assert.Contains("much to do", told.Text, StringComparison.Ordinal);
        Assert.Contains("4 May 2026", told.Text, StringComparison.Ordinal);

        desk.Clock.Now = erasure.DueAt!.Value;
        var late = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Erasure, Desk.Budi));
        desk.Clock.Now = late.DueAt!.Value;
        await Assert.ThrowsAsync<PrivacyRequestStepException>(() => desk.Requests.ExtendAsync(late.Id, "much to do"));
    }

    [Fact]
    public async Task What_the_policy_wants_weighed_needs_somebody_who_weighed_it()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Restriction));
        await Assert.ThrowsAsync<PrivacyRequestStepException>(() => desk.Requests.ExecuteAsync(request.Id));
        Assert.Equal("dian", (await desk.Requests.ExecuteAsync(request.Id, "dian")).ExecutedBy);
    }

    [Fact]
    public async Task A_hold_stops_an_erasure_and_changes_nothing()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Erasure));
        await desk.Node.Holds.PlaceAsync("customer", Desk.Ana.ToString(), "a court asked", desk.Clock.Now.AddDays(10), "dian");
        var before = await desk.RowsAsync();

        var held = await Assert.ThrowsAsync<PrivacyRequestHeldException>(() => desk.Requests.ExecuteAsync(request.Id));
        Assert.Contains("PrivacyHold", held.Message, StringComparison.Ordinal);
        Assert.Equal(before, await desk.RowsAsync());

        desk.Clock.Pass(TimeSpan.FromDays(10));
        Assert.Empty(await desk.Node.Holds.StandingAsync("customer", Desk.Ana.ToString()));
        Assert.Equal(PrivacyRequestState.Done, (await desk.Requests.ExecuteAsync(request.Id)).State);
    }

    [Fact]
    public async Task Restriction_and_objection_close_their_gates_until_they_are_lifted()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var (ana, budi) = (Desk.Ana.ToString(), Desk.Budi.ToString());
        var gates = desk.Node.Restrictions;
        Assert.True(await gates.IsUnrestrictedAsync("customer", ana, "promotion"));

        var restriction = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Restriction));
        await desk.Requests.ExecuteAsync(restriction.Id, "dian");
        var objection = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Objection) with { Purpose = "promotion" });
        await desk.Requests.ExecuteAsync(objection.Id);

        Assert.False(await gates.IsUnrestrictedAsync("customer", ana, "promotion"));
        Assert.False(await gates.IsUnrestrictedAsync("customer", ana, "analysis"));
        Assert.False(await gates.HasNotObjectedAsync("customer", ana, "promotion"));
        Assert.True(await gates.HasNotObjectedAsync("customer", ana, "analysis"));
        Assert.True(await gates.IsUnrestrictedAsync("customer", budi, "promotion"));
        Assert.True(await gates.IsUnrestrictedAsync("staff", ana, "promotion"));
        Assert.Equal([ana], await gates.SubjectsAsync("customer", "promotion"));

        await gates.LiftAsync(restriction.Id, "the dispute is over");
        Assert.True(await gates.IsUnrestrictedAsync("customer", ana, "analysis"));
        Assert.Equal([PrivacyRestrictionKind.Objection], (await gates.StandingAsync("customer", ana)).Select(one => one.Kind));
    }

    [Fact]
    public async Task A_rectification_says_which_fields_and_never_their_values()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var asked = Desk.Ask(PrivacyRight.Rectification) with { Corrections = [new("DeskPerson.Name", "Annabel")] };
        var request = await desk.ConfirmedAsync(asked);
        await desk.Requests.ExecuteAsync(request.Id, "dian");

        var history = Assert.Single(await desk.Requests.RectificationsAsync("customer", Desk.Ana.ToString()));
        Assert.Equal((request.Id, "dian", "DeskPerson.Name"), (history.RequestId, history.By, Assert.Single(history.Fields)));
        Assert.Equal(
            ["People"],
            (await desk.RowsAsync()).Where(row => row.Contains("Annabel", StringComparison.Ordinal)).Select(row => row.Split(' ')[0]));
    }

    [Theory]
    [InlineData("en", "Corrected: DeskPerson.Name. Begun: DeskPerson.Address. It changes once you confirm it")]
    [InlineData("id", "Diperbaiki: DeskPerson.Name. Dimulai: DeskPerson.Address. Perubahan berlaku setelah Anda mengonfirmasinya")]
    public async Task What_a_person_confirms_first_is_told_as_begun_and_not_remembered_as_corrected(string language, string told)
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Rectification) with
        {
            Language = language, Corrections = [new("DeskPerson.Name", "Annabel"), new(DeskRectification.Address, "annabel@mail.example")],
        });
        await desk.Requests.ExecuteAsync(request.Id, "dian");
        await desk.DispatchAsync();

        Assert.Single(desk.World.Mail, mail => mail.Text.Contains(told, StringComparison.Ordinal));
        var history = Assert.Single(await desk.Requests.RectificationsAsync("customer", Desk.Ana.ToString()));
        Assert.Equal(["DeskPerson.Name"], history.Fields);
    }

    [Fact]
    public async Task A_rectification_that_fails_leaves_everything_as_it_was()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Rectification) with
        {
            Corrections = [new("DeskPerson.Name", "Annabel"), new("DeskPerson.Shoe", "38")],
        });
        var before = await desk.RowsAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Requests.ExecuteAsync(request.Id));
        Assert.Equal(before, await desk.RowsAsync());
        Assert.Equal(PrivacyRequestState.Confirmed, (await desk.FindAsync(request.Id)).State);
    }

    [Fact]
    public async Task A_copy_can_be_fetched_once_it_is_ready_and_not_for_ever()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var request = await desk.ConfirmedAsync(Desk.Ask(PrivacyRight.Access));
        Assert.Null(await desk.Requests.CopyAsync(request.Id));
        await desk.Requests.ExecuteAsync(request.Id);

        var copy = await desk.Requests.CopyAsync(request.Id);
        Assert.Equal((Desk.Ana.ToString(), PrivacyRight.Access), (copy!.SubjectId, copy.Right));
        desk.Clock.Now = copy.Until;
        Assert.Null(await desk.Requests.CopyAsync(request.Id));
    }

    [Fact]
    public async Task A_request_of_somebody_without_an_address_is_closed_by_hand()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var nobody = Guid.NewGuid();
        await using (var db = desk.Database.Connect())
        {
            db.Add(new DeskPerson { Id = nobody, Name = "nobody" });
            await db.SaveChangesAsync();
        }

        var request = await desk.Requests.ReceiveAsync(Desk.Ask(PrivacyRight.Erasure, nobody));
        await Assert.ThrowsAsync<PrivacyRequestStepException>(() => desk.Requests.SendCodeAsync(request.Id));
        await desk.Requests.VouchForIdentityAsync(request.Id, "id-document seen by dian");
        await desk.Requests.ConfirmAsync(request.Id);
        await desk.Requests.ExecuteAsync(request.Id);
        await desk.DispatchAsync();
        Assert.Equal(PrivacyRequestState.Done, (await desk.FindAsync(request.Id)).State);
        Assert.Equal(PrivacyRequestState.CustomerNotified, (await desk.Requests.MarkNotifiedAsync(request.Id)).State);
        Assert.Empty(desk.World.Mail);
    }

    [Fact]
    public async Task What_no_column_holds_is_refused_on_every_database()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite);
        var asked = Desk.Ask(PrivacyRight.Erasure);
        await Assert.ThrowsAsync<ArgumentException>(() => desk.Requests.ReceiveAsync(asked with { SubjectId = new('9', 201) }));
        await Assert.ThrowsAsync<ArgumentException>(() => desk.Requests.ReceiveAsync(asked with { SubjectId = " " }));
        var request = await desk.Requests.ReceiveAsync(asked);
        await Assert.ThrowsAsync<ArgumentException>(() => desk.Requests.RefuseAsync(request.Id, new('x', 2001)));
        Assert.Equal(PrivacyRequestState.Received, (await desk.FindAsync(request.Id)).State);
        Assert.Equal(new string('x', 2000), (await desk.Requests.RefuseAsync(request.Id, new('x', 2000))).RefusalReason);
    }

    [Fact]
    public void A_right_that_the_policy_does_not_state_is_named()
    {
        var rights = DeskRights.Rights with { Rights = [.. DeskRights.Rights.Rights.Take(1)] };
        var mistake = Assert.Throws<ArgumentException>(() => rights[PrivacyRight.Erasure]);
        Assert.Contains("It states: Access", mistake.Message, StringComparison.Ordinal);
    }
}
