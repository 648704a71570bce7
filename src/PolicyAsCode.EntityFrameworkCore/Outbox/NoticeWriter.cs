using System.Text;

namespace PolicyAsCode.EntityFrameworkCore;

/// <summary>Writes what people are told: which right, by when, what was done.</summary>
internal sealed class NoticeWriter(PolicyRights rights, PrivacyRequestOptions options)
{
    /// <summary>The language of a request's messages.</summary>
    public string LanguageOf(NewPrivacyRequest request, SubjectContact? contact) =>
        NoticeCatalog.In(request.Language ?? contact?.Language ?? options.Language).Language;

    public (string Title, string Text) Code(PrivacyRequest request, string code, DateTimeOffset until)
    {
        var catalog = NoticeCatalog.In(request.Language);
        var right = RightName(catalog, request);
        return (catalog.Format("Code.Title", right),
            catalog.Format("Code.Text", right, rights.Controller, code, Moment(catalog, until)));
    }

    public (string Title, string Text) Confirmed(PrivacyRequest request)
    {
        var catalog = NoticeCatalog.In(request.Language);
        var text = Head(catalog, "Confirmed", request);
        if (request.DueOn is { } due)
            text.Append('\n').Append(catalog.Format("Confirmed.Due", Day(catalog, due)));
        if (request.Right == PrivacyRight.Erasure)
        {
            text.Append("\n\n").Append(catalog["Confirmed.Erasure"]);
            if (rights[request.Right].OfferExport)
                text.Append('\n').Append(catalog["Confirmed.Copy"]);
        }

        text.Append("\n\n").Append(catalog["Confirmed.Withdraw"]);
        return Whole(catalog, "Confirmed", request, text);
    }

    public (string Title, string Text) Extended(PrivacyRequest request)
    {
        var catalog = NoticeCatalog.In(request.Language);
        var right = RightName(catalog, request);
        return (catalog.Format("Extended.Title", right), catalog.Format(
            "Extended.Text", right, rights.Controller, request.Id, request.ExtensionReason, Day(catalog, request.DueOn!.Value)));
    }

    public (string Title, string Text) Refused(PrivacyRequest request)
    {
        var catalog = NoticeCatalog.In(request.Language);
        var right = RightName(catalog, request);
        return (catalog.Format("Refused.Title", right),
            catalog.Format("Refused.Text", right, rights.Controller, request.Id, request.RefusalReason));
    }

    public (string Title, string Text) Withdrawn(PrivacyRequest request)
    {
        var catalog = NoticeCatalog.In(request.Language);
        return Whole(catalog, "Withdrawn", request, Head(catalog, "Withdrawn", request));
    }

    public (string Title, string Text) Done(PrivacyRequest request, RequestReceipt receipt)
    {
        var catalog = NoticeCatalog.In(request.Language);
        var text = Head(catalog, "Done", request).Append("\n\n");
        switch (request.Right)
        {
            case PrivacyRight.Erasure:
                Erased(catalog, text, receipt);
                break;
            case PrivacyRight.Rectification:
                text.AppendJoin(' ', Corrected(catalog, receipt));
                break;
            case PrivacyRight.Access or PrivacyRight.Portability:
                text.Append(catalog.Format("Done.Copy", Moment(catalog, request.CopyUntil!.Value)));
                break;
            default:
                text.Append(request.Purpose is { } purpose
                    ? catalog.Format("Done.RestrictedFor", purpose)
                    : catalog["Done.Restricted"]);
                break;
        }

        return Whole(catalog, "Done", request, text);
    }

    private static IEnumerable<string> Corrected(NoticeCatalog catalog, RequestReceipt receipt)
    {
        if (!receipt.CorrectedFields.IsEmpty)
            yield return catalog.Format("Done.Corrected", string.Join(", ", receipt.CorrectedFields));
        if (!receipt.BegunFields.IsEmpty)
            yield return catalog.Format("Done.Begun", string.Join(", ", receipt.BegunFields));
        if (receipt.CorrectedFields.IsEmpty && receipt.BegunFields.IsEmpty)
            yield return catalog["Done.NotCorrected"];
    }

    private static void Erased(NoticeCatalog catalog, StringBuilder text, RequestReceipt receipt)
    {
        if (receipt.Erasure == ErasureOutcome.NothingFound)
        {
            text.Append(catalog["Done.Nothing"]);
            return;
        }

        text.Append(catalog.Format(
            "Done.Erasure", Rows(PrivacyAction.Erased), Rows(PrivacyAction.Anonymised) + Rows(PrivacyAction.Blanked)));
        var kept = receipt.Entries.Where(entry => entry.Action == PrivacyAction.Kept).ToList();
        if (kept.Count == 0)
            return;
        text.Append("\n\n").Append(catalog["Done.Kept"]);
        foreach (var entry in kept)
            text.Append('\n').Append(entry.KeptUntil is { } until
                ? catalog.Format("Done.KeptLineUntil", entry.Rows, entry.Entity, entry.Reason, Day(catalog, until))
                : catalog.Format("Done.KeptLine", entry.Rows, entry.Entity, entry.Reason));

        int Rows(PrivacyAction action) =>
            receipt.Entries.Where(entry => entry.Action == action).Sum(entry => entry.Rows);
    }

    private StringBuilder Head(NoticeCatalog catalog, string notice, PrivacyRequest request) =>
        new(catalog.Format(notice + ".Text", RightName(catalog, request), rights.Controller, request.Id));

    private static (string Title, string Text) Whole(
        NoticeCatalog catalog, string notice, PrivacyRequest request, StringBuilder text) =>
        (catalog.Format(notice + ".Title", RightName(catalog, request)), text.ToString());

    private static string RightName(NoticeCatalog catalog, PrivacyRequest request) => catalog[$"Right.{request.Right}"];

    private static string Day(NoticeCatalog catalog, DateOnly day) => day.ToString("d MMMM yyyy", catalog.Culture);

    private string Moment(NoticeCatalog catalog, DateTimeOffset moment)
    {
        var zone = rights.Calendar.Zone;
        return TimeZoneInfo.ConvertTime(moment, zone).ToString("d MMMM yyyy, HH:mm", catalog.Culture) + $" ({zone.Id})";
    }
}
