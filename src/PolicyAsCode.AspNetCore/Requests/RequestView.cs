using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>A request as a person sees it: how far it is, by when, and what they can do.</summary>
internal static class RequestView
{
    public static Html Steps(PageCatalog words, PrivacyRequest request, TimeZoneInfo zone)
    {
        var isTurned = request.State is PrivacyRequestState.Refused or PrivacyRequestState.Withdrawn;
        (string Key, DateTimeOffset? At)[] steps =
        [
            ("Received", request.ReceivedAt), ("IdentityVerified", request.VerifiedAt), ("Confirmed", request.ConfirmedAt),
            .. isTurned
                ? [(request.State.ToString(), request.ClosedAt)]
                : new (string, DateTimeOffset?)[] { ("Done", request.DoneAt), ("CustomerNotified", request.ClosedAt) },
        ];
        var next = Array.FindIndex(steps, step => step.At is null);
        return $"""<ol class="steps">{Html.Join(steps.Where(step => !isTurned || step.At is not null).Select((step, i) => Step(step, i == next)))}</ol>""";

        Html Step((string Key, DateTimeOffset? At) step, bool isNext)
        {
            var name = words["Step." + step.Key];
            if (step.At is { } at)
                return $"""<li class="done"><span class="step">{name}</span><span class="when">{words.Moment(at, zone)}</span></li>""";
            return isNext
                ? $"""<li class="next" aria-current="step"><span class="step">{name}</span><span class="when">{words["Step.Next"]}</span></li>"""
                : (Html)$"""<li><span class="step">{name}</span></li>""";
        }
    }

    public static Html Badge(PageCatalog words, PrivacyRequest request) =>
        $"""<span class="badge {Tone(request.State)}">{words[$"State.{request.State}"]}</span>""";

    /// <summary>Whether the person can still take it back.</summary>
    public static bool CanWithdraw(PrivacyRequest request) => request is { ExecutedAt: null, ClosedAt: null };

    /// <summary>What the person wants to know first, in words.</summary>
    public static string Headline(PageCatalog words, PrivacyRequest request, bool hasCopy) => request.State switch
    {
        _ when hasCopy => words["Show.Copy.Lead"],
        PrivacyRequestState.Received => words["Show.Received"],
        PrivacyRequestState.IdentityVerified => words["Show.IdentityVerified"],
        PrivacyRequestState.Confirmed when request.DueOn is { } due => words.Format("Show.Due", words.Day(due)),
        PrivacyRequestState.Confirmed => words["Show.Confirmed"],
        PrivacyRequestState.Running => words["Show.Running"],
        PrivacyRequestState.Refused => words["Show.Refused"],
        PrivacyRequestState.Withdrawn => words["Show.Withdrawn"],
        _ => words["Show.Done"],
    };

    private static string Tone(PrivacyRequestState state) => state switch
    {
        PrivacyRequestState.Done or PrivacyRequestState.CustomerNotified => "good",
        PrivacyRequestState.Refused or PrivacyRequestState.Withdrawn => "quiet",
        _ => "open",
    };
}
