using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>What a person agreed to, and takes back.</summary>
internal static class ConsentsView
{
    public static Html Of(
        Page page, IReadOnlyList<PrivacyConsent> history, PrivacyRequestPagesOptions options, TimeZoneInfo zone, bool isDone)
    {
        var words = page.Words;
        var standing = history.Where(consent => consent.WithdrawnAt is null).ToList();
        var earlier = history.Where(consent => consent.WithdrawnAt is not null).Reverse().ToList();
        return $"""
            <p class="back"><a href="{page.Link("/")}">{words["Back"]}</a></p>
            <h1>{words["Consents.Title"]}</h1>
            <p class="lead">{words["Consents.Lead"]}</p>
            {Html.If(isDone, () => $"""<div class="note good" role="status"><p>{words["Consents.Done"]}</p></div>""")}
            {Html.If(standing.Count == 0, () => $"""<p>{words["Consents.None"]}</p>""")}
            {Html.If(standing.Count > 0, () => $"""<ul class="consents">{Html.Join(standing.Select(Standing))}</ul>""")}
            {Html.If(earlier.Count > 0, () => $"""
            <section aria-labelledby="earlier">
            <h2 id="earlier">{words["Consents.Earlier"]}</h2>
            <ul class="consents earlier">{Html.Join(earlier.Select(Earlier))}</ul>
            </section>
            """)}
            """;

        Html Standing(PrivacyConsent consent) => $"""
            <li><div><strong>{words.Word(options.Purposes, consent.Purpose)}</strong>
            <span class="when">{words.Format("Consents.Given", words.Moment(consent.GivenAt, zone), consent.TextVersion)}</span></div>
            {page.FormTo("/consents/withdraw")}<input type="hidden" name="purpose" value="{consent.Purpose}">
            <button class="plain" type="submit" aria-label="{words["Consents.Withdraw"]}: {words.Word(options.Purposes, consent.Purpose)}">{words["Consents.Withdraw"]}</button></form></li>
            """;

        Html Earlier(PrivacyConsent consent) => $"""
            <li><div><strong>{words.Word(options.Purposes, consent.Purpose)}</strong>
            <span class="when">{words.Format("Consents.Withdrawn", words.Moment(consent.GivenAt, zone), words.Moment(consent.WithdrawnAt!.Value, zone))}</span></div></li>
            """;
    }
}
