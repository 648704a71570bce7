using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>The page of one request.</summary>
internal sealed class ShowView(Page page, PrivacyRequest request, PolicyRights rights, bool hasCopy)
{
    private readonly PageCatalog _words = page.Words;
    private readonly TimeZoneInfo _zone = rights.Calendar.Zone;

    public Html Of(string? alert) => $"""
        <p class="back"><a href="{page.Link("/")}">{_words["Back"]}</a></p>
        <h1>{_words.Right(request.Right)}</h1>
        <p>{RequestView.Badge(_words, request)}</p>
        {Html.If(alert is not null, () => $"""<div class="note bad" role="alert"><p>{_words[alert + ".Text"]}</p></div>""")}
        <p class="lead">{RequestView.Headline(_words, request, hasCopy)}</p>
        {Html.If(hasCopy, Copy)}
        {Html.If(request.ExtensionReason is not null && request.ExecutedAt is null, () => $"""<div class="note"><p><strong>{_words["Show.Extended"]}</strong> {request.ExtensionReason}</p></div>""")}
        {Html.If(request.RefusalReason is not null, () => $"""<div class="note"><p><strong>{_words["Show.Reason"]}</strong> {request.RefusalReason}</p></div>""")}
        {Html.If(OffersCopy, () => $"""<div class="note"><p>{_words["Ask.Copy"]} <a href="{page.Link("/ask/" + RightSlugs.Of(PrivacyRight.Access))}">{_words["Ask.Copy.Link"]}</a></p></div>""")}
        <section aria-labelledby="steps">
        <h2 id="steps">{_words["Show.Steps"]}</h2>
        {RequestView.Steps(_words, request, _zone)}
        </section>
        {Html.If(RequestView.CanWithdraw(request), Withdraw)}
        <p class="number">{_words["Number"]}: <span class="mono">{request.Id}</span></p>
        """;

    private bool OffersCopy => request is { Right: PrivacyRight.Erasure, ExecutedAt: null, ClosedAt: null }
        && rights[request.Right].OfferExport;

    private Html Copy() => $"""
        <div class="note good"><p>{_words.Format("Show.Copy", _words.Moment(request.CopyUntil!.Value, _zone))}</p>
        <p><a class="button" href="{page.Link($"/requests/{request.Id}/copy")}" download>{_words["Show.Download"]}</a></p></div>
        """;

    private Html Withdraw() => $"""
        <section class="more" aria-labelledby="withdraw">
        <h2 id="withdraw">{_words["Show.Withdraw"]}</h2>
        <p>{_words["Show.Withdraw.Text"]}</p>
        {page.FormTo($"/requests/{request.Id}/withdraw")}<button class="plain" type="submit">{_words["Show.Withdraw.Send"]}</button></form>
        </section>
        """;
}
