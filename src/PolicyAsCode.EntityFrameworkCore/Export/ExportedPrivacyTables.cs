using Microsoft.EntityFrameworkCore;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>
/// What the run time's own tables hold of a person: consents, restrictions, requests. Not whom of the staff they name, and
/// not the holds, whose reason may be somebody else's secret.
/// </summary>
internal static class ExportedPrivacyTables
{
    private static readonly ExportEntity s_consents = new(nameof(PrivacyConsent), null, [
        new(nameof(PrivacyConsent.Purpose)), new(nameof(PrivacyConsent.GivenAt)), new(nameof(PrivacyConsent.GivenThrough)),
        new(nameof(PrivacyConsent.TextVersion)), new(nameof(PrivacyConsent.TextLanguage)), new(nameof(PrivacyConsent.TextHash)),
        new(nameof(PrivacyConsent.WithdrawnAt)), new(nameof(PrivacyConsent.WithdrawnThrough)),
    ]);

    private static readonly ExportEntity s_restrictions = new(nameof(PrivacyRestriction), null, [
        new(nameof(PrivacyRestriction.Kind)), new(nameof(PrivacyRestriction.Purpose)), new(nameof(PrivacyRestriction.Since)),
        new(nameof(PrivacyRestriction.LiftedAt)),
    ]);

    private static readonly ExportEntity s_requests = new(nameof(PrivacyRequest), null, [
        new(nameof(PrivacyRequest.Right)), new(nameof(PrivacyRequest.State)), new(nameof(PrivacyRequest.ReceivedAt)),
        new(nameof(PrivacyRequest.Channel)), new(nameof(PrivacyRequest.Purpose)), new(nameof(PrivacyRequest.AddressKind)),
        new(nameof(PrivacyRequest.Address)), new(nameof(PrivacyRequest.Words)), new(nameof(PrivacyRequest.Corrections)),
        new(nameof(PrivacyRequest.DueOn)), new(nameof(PrivacyRequest.ExecutedAt)), new(nameof(PrivacyRequest.ClosedAt)),
    ]);

    public static IReadOnlyList<ExportQuery> Of(DbContext db, string subject, string id)
    {
        // A model has all of them, by UsePrivacy(), or none.
        if (db.Model.FindEntityType(typeof(PrivacyConsent)) is null)
            return [];
        var (consents, restrictions, requests) = (db.Set<PrivacyConsent>(), db.Set<PrivacyRestriction>(), db.Set<PrivacyRequest>());
        return
        [
            new(s_consents, typeof(PrivacyConsent), () => consents
                .Where(one => one.Subject == subject && one.SubjectId == id).OrderBy(one => one.GivenAt)
                .Select(one => new object?[]
                {
                    one.Purpose, one.GivenAt, one.GivenThrough, one.TextVersion, one.TextLanguage, one.TextHash, one.WithdrawnAt,
                    one.WithdrawnThrough,
                })),
            new(s_restrictions, typeof(PrivacyRestriction), () => restrictions
                .Where(one => one.Subject == subject && one.SubjectId == id).OrderBy(one => one.Since)
                .Select(one => new object?[] { one.Kind, one.Purpose, one.Since, one.LiftedAt })),
            new(s_requests, typeof(PrivacyRequest), () => requests
                .Where(one => one.Subject == subject && one.SubjectId == id).OrderBy(one => one.ReceivedAt)
                .Select(one => new object?[]
                {
                    one.Right, one.State, one.ReceivedAt, one.Channel, one.Purpose, one.AddressKind, one.Address, one.Words,
                    one.Corrections, one.DueOn, one.ExecutedAt, one.ClosedAt,
                })),
        ];
    }
}
