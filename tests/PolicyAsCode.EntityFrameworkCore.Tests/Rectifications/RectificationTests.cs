using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore.Tests.Running;
using PolicyAsCode.EntityFrameworkCore.Tests.Shop;

namespace PolicyAsCode.EntityFrameworkCore.Tests.Rectifications;

/// <summary>The generated rectification, on real databases.</summary>
public sealed class RectificationTests
{
    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task Fields_of_the_record_and_of_its_objects_are_put_right(Provider provider)
    {
        await using var vault = await Vault.OpenAsync(provider);

        var changed = await CorrectAsync(
            vault, ("Member.Name", "Ana Maria"), ("member.birthDate", "1991-03-01"), ("Kindness", "kind"), ("Home.Street", "Jalan Baru 1"),
            ("Member.Home.Floor", ""), ("Member.Office.City", "Bandung"), ("Member.Nickname", "ana nick"));

        Assert.Equal(
            ["Member.Name", "Member.BirthDate", "Member.Kindness", "Member.Home.Street", "Member.Home.Floor", "Member.Office.City"], changed);
        var ana = await vault.FindAsync(1);
        Assert.Equal(
            ("Ana Maria", new DateOnly(1991, 3, 1), Kindness.Kind, "Jalan Baru 1", null, "Bandung"),
            (ana.Name, ana.BirthDate, ana.Kindness, ana.Home!.Street, ana.Home.Floor, ana.Office.City));
        Assert.Equal(("budi", "budi street", "budi city"), await vault.FindAsync(2) is var budi ? (budi.Name, budi.Home!.Street, budi.Office.City) : default);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.PostgreSql)]
    public async Task An_encrypted_field_is_sealed_and_what_follows_from_it_follows(Provider provider)
    {
        await using var vault = await Vault.OpenAsync(provider);

        Assert.Equal(["Member.Email"], await CorrectAsync(vault, ("Member.Email", "anna@mail.example")));

        Assert.DoesNotContain("anna", await vault.StoredAsync("Email"), StringComparison.Ordinal);
        var ana = await vault.FindAsync(1);
        Assert.Equal(("anna@mail.example", "ANNA@MAIL.EXAMPLE", false), (ana.Email, ana.NormalizedEmail, ana.EmailConfirmed));
    }

    [Theory]
    [InlineData("Member.Shoe", "38", "There is no personal field 'Member.Shoe'; there are: Member.Name")]
    [InlineData("Member.IsHidden", "true", "There is no personal field 'Member.IsHidden'")]
    [InlineData("Member.Id", "7", "There is no personal field 'Member.Id'")]
    [InlineData("Member.PasswordHash", "x", "a secret is changed by whoever knows it")]
    [InlineData("Member.LastPurchaseAt", "2020-01-01", "retention counts from it")]
    [InlineData("Member.NormalizedEmail", "X", "it follows from another field")]
    [InlineData("Member.Phones.Number", "1", "it is one of several")]
    [InlineData("Member.BirthDate", "1 March", "Member.BirthDate is not what it must be (a day such as 2026-12-31)")]
    [InlineData("Member.Kindness", "Cruel", "one of: Kind, Kinder")]
    [InlineData("Member.Kindness", "1", "one of: Kind, Kinder")]
    [InlineData("Member.Home.Floor", "three", "Member.Home.Floor is not what it must be (Int32)")]
    [InlineData("Member.Name", "", "Member.Name cannot be empty")]
    [InlineData("Member.Name", "<script>", "refused by [RegularExpression]")]
    [InlineData("Member.Nickname", "a name of more than twenty letters", "longer than 20 characters")]
    public async Task What_cannot_be_put_right_is_named_and_nothing_is_changed(string field, string value, string said)
    {
        await using var vault = await Vault.OpenAsync(Provider.Sqlite);

        var mistake = await Assert.ThrowsAsync<PrivacyRectificationException>(() => CorrectAsync(vault, ("Member.Name", "Anna"), (field, value)));

        Assert.Contains(said, mistake.Message.Replace("Member.Name is corrected twice.", said, StringComparison.Ordinal), StringComparison.Ordinal);
        if (value.Length > 4)
            Assert.DoesNotContain(value, mistake.Message, StringComparison.Ordinal);
        Assert.Equal("ana", (await vault.FindAsync(1)).Name);
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once()
    {
        await using var vault = await Vault.OpenAsync(Provider.Sqlite);
        var mistake = await Assert.ThrowsAsync<PrivacyRectificationException>(() =>
            CorrectAsync(vault, ("Member.Name", ""), ("Member.Shoe", "38"), ("Member.BirthDate", "soon")));
        Assert.Equal(3, mistake.Problems.Length);
    }

    [Fact]
    public async Task Nobody_and_nothing_known_are_told()
    {
        await using var vault = await Vault.OpenAsync(Provider.Sqlite);
        await Assert.ThrowsAsync<PrivacyRectificationException>(() =>
            vault.AskAsync(privacy => privacy.CorrectAsync("customer", "3", [new("Member.Name", "x")], default)));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            vault.AskAsync(privacy => privacy.CorrectAsync("staff", "1", [new("Member.Name", "x")], default)));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            vault.AskAsync(privacy => privacy.CorrectAsync("customer", "one", [new("Member.Name", "x")], default)));
    }

    [Fact]
    public async Task What_the_database_refuses_changes_nothing_and_leaves_the_context_clean()
    {
        await using var vault = await Vault.OpenAsync(Provider.Sqlite);
        await using var db = vault.Connect();
        var privacy = new VaultContextPrivacy(db, TimeProvider.System);
        await Assert.ThrowsAsync<DbUpdateException>(() => privacy.CorrectAsync(
            "customer", "1", [new("Member.Name", "Anna"), new("Member.Nickname", "budi nick")], TestContext.Current.CancellationToken));
        Assert.False(db.ChangeTracker.HasChanges());
        Assert.Equal("ana", (await vault.FindAsync(1)).Name);

        db.Members.Add(new() { Id = 9 });
        await Assert.ThrowsAsync<InvalidOperationException>(() => privacy.CorrectAsync(
            "customer", "1", [new("Member.Name", "Anna")], TestContext.Current.CancellationToken));
    }

    private static Task<IReadOnlyList<string>> CorrectAsync(Vault vault, params (string Field, string Value)[] corrections) =>
        vault.AskAsync(privacy => privacy.CorrectAsync(
            "customer", "1", [.. corrections.Select(one => new FieldCorrection(one.Field, one.Value))], TestContext.Current.CancellationToken));
}
