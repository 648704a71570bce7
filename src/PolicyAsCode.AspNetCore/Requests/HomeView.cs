using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>What people can ask for, and what they asked for.</summary>
internal static class HomeView
{
    public static Html Of(
        Page page, IEnumerable<PolicyRight> offered, IReadOnlyList<PrivacyRequest>? own, TimeZoneInfo zone, bool hasConsents)
    {
        var words = page.Words;
        return $"""
            <h1>{words["Home.Title"]}</h1>
            <p class="lead">{words["Home.Lead"]}</p>
            {Html.If(own is { Count: > 0 }, () => Own(page, own!, zone))}
            <section aria-labelledby="ask">
            <h2 id="ask">{words["Home.Ask"]}</h2>
            <ul class="cards">{Html.Join(offered.Select(right => Card(page, right)))}</ul>
            </section>
            {Html.If(own is not null && hasConsents, () => $"""
            <section aria-labelledby="consents">
            <h2 id="consents">{words["Consents.Title"]}</h2>
            <p>{words["Home.Consents"]}</p>
            <p><a class="button plain" href="{page.Link("/consents")}">{words["Home.ToConsents"]}</a></p>
            </section>
            """)}
            {Html.If(own is null, () => $"""
            <section aria-labelledby="find">
            <h2 id="find">{words["Home.Find"]}</h2>
            {page.FormTo("/find")}
            <div class="field"><label for="number">{words["Home.Number"]}</label>
            <p class="hint" id="number-hint">{words["Home.Number.Hint"]}</p>
            <input id="number" name="number" type="text" required maxlength="40" autocomplete="off" spellcheck="false" aria-describedby="number-hint"></div>
            <button class="plain" type="submit">{words["Home.Follow"]}</button>
            </form>
            </section>
            """)}
            """;
    }

    private static Html Card(Page page, PolicyRight right) => $"""
        <li><a class="card" href="{page.Link("/ask/" + RightSlugs.Of(right.Right))}"><strong>{page.Words.Right(right.Right)}</strong>
        <span>{page.Words[$"About.{right.Right}"]}</span>
        {Html.If(right.Within is not null, () => $"""<span class="time">{page.Words.Format("Home.Within", page.Words.Time(right.Within!.Value))}</span>""")}</a></li>
        """;

    private static Html Own(Page page, IReadOnlyList<PrivacyRequest> own, TimeZoneInfo zone)
    {
        var words = page.Words;
        return $"""
            <section aria-labelledby="own">
            <h2 id="own">{words["Home.Own"]}</h2>
            <ul class="requests">{Html.Join(own.Select(request => (Html)$"""
            <li><a href="{page.Link($"/requests/{request.Id}")}">{words.Right(request.Right)}</a>
            {RequestView.Badge(words, request)}
            <span class="when">{words.Format("Home.Asked", words.Moment(request.ReceivedAt, zone))}</span></li>
            """))}</ul>
            </section>
            """;
    }
}
