using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>Requests as staff sees them.</summary>
internal sealed class StaffView(Page page, PrivacyRequest request, PolicyRights rights)
{
    private readonly PageCatalog _words = page.Words;
    private readonly TimeZoneInfo _zone = rights.Calendar.Zone;

    public static Html List(
        Page page, IReadOnlyList<PrivacyRequest> found, bool isLate, DateTimeOffset now, TimeZoneInfo zone)
    {
        var words = page.Words;
        return $"""
            <h1>{words["Staff.Title"]}</h1>
            <nav class="tabs" aria-label="{words["Staff.Which"]}">
            {Tab("", "Staff.Open", !isLate)}{Tab("which=overdue", "Staff.Overdue", isLate)}
            </nav>
            {Html.If(found.Count == 0, () => $"""<p class="lead">{words["Staff.None"]}</p>""")}
            {Html.If(found.Count > 0, () => $"""
            <div class="scroll" role="region" tabindex="0" aria-label="{words["Staff.Title"]}"><table>
            <thead><tr><th scope="col">{words["Staff.Right"]}</th><th scope="col">{words["Staff.State"]}</th><th scope="col">{words["Staff.Received"]}</th><th scope="col">{words["Staff.Due"]}</th></tr></thead>
            <tbody>{Html.Join(found.Select(Row))}</tbody></table></div>
            """)}
            """;

        Html Tab(string query, string key, bool isCurrent) => isCurrent
            ? $"""<span aria-current="page">{words[key]}</span>"""
            : (Html)$"""<a href="{page.Link("/staff/", query.Length == 0 ? null : query)}">{words[key]}</a>""";

        Html Row(PrivacyRequest one) => $"""
            <tr><td><a href="{page.Link($"/staff/requests/{one.Id}")}">{words.Right(one.Right)}</a></td>
            <td>{RequestView.Badge(words, one)}</td><td>{words.Moment(one.ReceivedAt, zone)}</td>
            <td>{Html.If(one.DueOn is not null, () => $"""{words.Day(one.DueOn!.Value)}""")}{Html.If(one.DueAt <= now && one.DoneAt is null, () => $""" <span class="badge late">{words["Staff.Late"]}</span>""")}</td></tr>
            """;
    }

    public Html Of(string? alert) => $"""
        <p class="back"><a href="{page.Link("/staff/")}">{_words["Staff.Back"]}</a></p>
        <h1>{_words.Right(request.Right)}</h1>
        <p>{RequestView.Badge(_words, request)}</p>
        {Html.If(alert is not null, () => $"""<div class="note bad" role="alert"><p>{alert}</p></div>""")}
        <dl class="facts">
        {Fact("Number", request.Id.ToString())}
        {Fact("Staff.Person", request.SubjectId is null ? null : $"{request.Subject} {request.SubjectId}")}
        {Fact("Staff.Channel", request.Channel)}
        {Fact("Staff.Purpose", request.Purpose)}
        {Fact("Staff.Words", request.Words)}
        {Corrections()}
        {Fact("Staff.VerifiedBy", request.VerifiedBy)}
        {Fact("Staff.Due", request.DueOn is { } due ? _words.Day(due) : null)}
        {Fact("Show.Extended", request.ExtensionReason)}
        {Fact("Show.Reason", request.RefusalReason)}
        {Fact("Staff.By", request.ExecutedBy)}
        {Fact("Staff.Clauses", string.Join(", ", rights[request.Right].Clauses))}
        </dl>
        <section aria-labelledby="steps"><h2 id="steps">{_words["Show.Steps"]}</h2>
        {RequestView.Steps(_words, request, _zone)}</section>
        {Html.Join(Forms())}
        """;

    private IEnumerable<Html> Forms()
    {
        if (request.State == PrivacyRequestState.Received)
            yield return Form("vouch", "vouch", isLong: false);
        if (request.State == PrivacyRequestState.IdentityVerified)
            yield return Form("confirm", null, isLong: false);
        if (request.State == PrivacyRequestState.Confirmed)
            yield return Form("execute", null, isLong: false);
        if (request is { ExtendedAt: null, ExecutedAt: null, ClosedAt: null, DueOn: not null } && rights[request.Right].Extension is not null)
            yield return Form("extend", "reason", isLong: true);
        if (request is { ExecutedAt: null, ClosedAt: null })
            yield return Form("refuse", "reason", isLong: true);
        if (request.State == PrivacyRequestState.Done)
            yield return Form("notified", null, isLong: false);
    }

    private Html Form(string step, string? asks, bool isLong) => $"""
        <section class="more" aria-labelledby="{step}">
        <h2 id="{step}">{_words[$"Staff.{step}"]}</h2>
        <p>{_words[$"Staff.{step}.Text"]}</p>
        {page.FormTo($"/staff/requests/{request.Id}/{step}")}
        {Html.If(asks is not null, () => $"""
        <div class="field"><label for="{step}-reason">{_words[$"Staff.Ask.{asks}"]}</label>
        {Html.If(isLong, () => $"""<textarea id="{step}-reason" name="reason" rows="3" required maxlength="2000"></textarea>""")}
        {Html.If(!isLong, () => $"""<input id="{step}-reason" name="reason" type="text" required maxlength="100">""")}</div>
        """)}
        <button{Html.If(step is "execute" && request.Right == PrivacyRight.Erasure, () => $""" class="danger" """)}{Html.If(step is not ("execute" or "confirm"), () => $""" class="plain" """)} type="submit">{_words[$"Staff.{step}"]}</button></form>
        </section>
        """;

    private Html Corrections()
    {
        var wanted = StaffAnswer.CorrectionsOf(request);
        return Html.If(wanted.Length > 0, () => $"""
            <div><dt>{_words["Staff.Corrections"]}</dt>{Html.Join(wanted.Select(Correction))}</div>
            """);

        static Html Correction(FieldCorrection one) => $"""<dd>{one.Field}: {one.Value}</dd>""";
    }

    private Html Fact(string key, string? value) => Html.If(
        !string.IsNullOrEmpty(value), () => $"""<div><dt>{_words[key]}</dt><dd>{value}</dd></div>""");
}
