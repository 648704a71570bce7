using System.Collections.Concurrent;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore.Tests.Requests;

/// <summary>What an application brings: who people are, where they are reached, how they are erased, corrected and copied.</summary>
internal sealed class ShopSubject(PagesContext db) : ClaimsRequestSubject("customer", PagesShop.ShopperId)
{
    public override async ValueTask<RequestPerson?> FindAsync(AskedBy asked, CancellationToken cancel)
    {
        var found = await db.People.AsNoTracking()
            .Where(person => person.Email == asked.Contact && (asked.Name == null || person.Name == asked.Name))
            .Select(person => person.Id).Take(2).ToListAsync(cancel);
        return found.Count == 1 ? new("customer", $"{found[0]}") : null;
    }
}

internal sealed class ShopContacts(PagesContext db) : ISubjectContacts
{
    public async Task<SubjectContact?> FindAsync(
        string subject, string subjectId, IReadOnlyList<string> kinds, CancellationToken cancel)
    {
        var id = int.Parse(subjectId, System.Globalization.CultureInfo.InvariantCulture);
        return await db.People.FindAsync([id], cancel) is { } person ? new("email", person.Email) : null;
    }
}

internal sealed class ShopErasure(PagesContext db) : ISubjectErasure
{
    public IReadOnlyCollection<string> Subjects => ["customer"];

    public string Canonical(string subject, string subjectId) =>
        int.TryParse(subjectId, out var id) ? $"{id}" : throw new ArgumentException("no key", nameof(subjectId));

    public async Task<ErasureReceipt> EraseAsync(
        string subject, string subjectId, ErasureOptions? options, CancellationToken cancel)
    {
        var id = int.Parse(subjectId, System.Globalization.CultureInfo.InvariantCulture);
        var rows = await db.People.Where(person => person.Id == id).ExecuteDeleteAsync(cancel);
        var rule = new PrivacyRule("Shopper", PrivacyAction.Erased, [], "asked for", ["S-1"], "shop.policy.yaml:1");
        return new(
            subject, subjectId, rows == 0 ? ErasureOutcome.NothingFound : ErasureOutcome.Erased, DateTimeOffset.UnixEpoch, false,
            rows == 0 ? [] : [new(rule, rows)]);
    }
}

internal sealed class ShopRectification(PagesContext db) : ISubjectRectification
{
    public async Task<IReadOnlyList<string>> CorrectAsync(
        string subject, string subjectId, IReadOnlyList<FieldCorrection> corrections, CancellationToken cancel)
    {
        var id = int.Parse(subjectId, System.Globalization.CultureInfo.InvariantCulture);
        var person = await db.People.SingleAsync(one => one.Id == id, cancel);
        person.Name = corrections.Single(correction => correction.Field == "Shopper.Name").Value!;
        await db.SaveChangesAsync(cancel);
        return ["Shopper.Name"];
    }
}

internal sealed class ShopExport(PagesContext db) : ISubjectExport
{
    public IReadOnlyCollection<string> Subjects => ["customer"];

    public async Task<ExportReceipt> ExportAsync(
        string subject, string subjectId, Stream utf8Json, ExportOptions? options, CancellationToken cancel)
    {
        var id = int.Parse(subjectId, System.Globalization.CultureInfo.InvariantCulture);
        if (await db.People.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancel) is not { } person)
            return new(subject, subjectId, ExportOutcome.NothingFound, options!.Kind, DateTimeOffset.UnixEpoch, 0, [], []);
        var json = Encoding.UTF8.GetBytes($$"""{"name":"{{person.Name}}","language":"{{options!.Language}}","kind":"{{options.Kind}}"}""");
        await utf8Json.WriteAsync(json, cancel);
        return new(subject, subjectId, ExportOutcome.Written, options.Kind, DateTimeOffset.UnixEpoch, json.Length, [], []);
    }
}

internal sealed class Mailbox : INotifier
{
    public ConcurrentQueue<PrivacyNotification> Mail { get; } = new();

    public Task SendAsync(PrivacyNotification notification, CancellationToken cancel)
    {
        Mail.Enqueue(notification);
        return Task.CompletedTask;
    }
}

internal sealed class PagesClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 4, 3, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
