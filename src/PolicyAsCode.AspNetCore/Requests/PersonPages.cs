using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>
/// What people do themselves. Whoever is signed in sees their own requests; whoever is not sees those for which they have
/// entered a code, and is told the same whether there is such a person or request, or not.
/// </summary>
internal sealed partial class PersonPages(
    IPrivacyRequests requests, IConsents consents, IRequestSubject subjects, PolicyRights rights, ProvenRequests proven,
    RequestNumbers numbers, CopyLimits copies, EvenTime even, IOptions<PrivacyRequestPagesOptions> options, IServiceProvider services,
    ILogger<PersonPages> log)
{
    private const int LongestContact = 320;
    private const int LongestPurpose = 100;
    private const int LongestWords = 4000;
    private const string SignedIn = "signed-in";

    private readonly PrivacyRequestPagesOptions _options = options.Value;

    private bool HasConsents => !_options.ServedElsewhere.Contains(PrivacyRight.ConsentWithdrawal);

    private string? Tenant => services.GetService<IPrivacyTenant>()?.Current;

    private TimeZoneInfo Zone => rights.Calendar.Zone;

    public async Task<IResult> HomeAsync(HttpContext http)
    {
        var page = Page.Of(http);
        var own = await OwnAsync(http).ConfigureAwait(false);
        return page.Answer(page.Words["Home.Title"], HomeView.Of(page, Offered(), own, Zone, HasConsents), new
        {
            rights = Offered().Select(right => new
            {
                right = RightSlugs.Of(right.Right), title = page.Words.Right(right.Right),
                within = right.Within is { } within ? page.Words.Time(within) : null,
            }),
            requests = own?.Select(RequestAnswer.Of),
            token = page.Token(),
        });
    }

    public async Task<IResult> AskAsync(HttpContext http, string right)
    {
        var page = Page.Of(http);
        if (Offered(right) is not { } stated)
            return page.Failed(StatusCodes.Status404NotFound, "Error.NotFound");
        var person = await PersonAsync(http).ConfigureAwait(false);
        var form = new AskView(page, stated, _options, numbers, person is not null);
        return page.Answer(page.Words.Right(stated.Right), form.Of(Fields.None, new Dictionary<string, string>()));
    }

    public async Task<IResult> AskedAsync(HttpContext http, string right)
    {
        var page = Page.Of(http);
        if (Offered(right) is not { } stated)
            return page.Failed(StatusCodes.Status404NotFound, "Error.NotFound");
        var cancel = http.RequestAborted;
        var fields = await Fields.ReadAsync(http.Request, cancel).ConfigureAwait(false);
        var person = await PersonAsync(http).ConfigureAwait(false);
        var mistakes = Mistakes(stated.Right, fields, person is not null);
        if (mistakes.Count > 0)
            return Mistaken(page, new AskView(page, stated, _options, numbers, person is not null), fields, mistakes);

        // The number comes with the form, so that a form that is sent twice is one request; the request's own is made of it
        // and of who asks, so that no number of one person's ever meets another's request.
        if (person is null)
        {
            var sought = numbers.OfStranger(fields["number"], stated.Right, Tenant, fields["contact"]!, fields["name"]);
            await even.RunAsync(
                () => UnseenAsync(() => AskedByStrangerAsync(page, sought, stated.Right, fields, cancel), cancel), cancel).ConfigureAwait(false);
            return page.Onward($"/requests/{sought}/verify", new { id = sought }, StatusCodes.Status202Accepted, "sent=1");
        }

        var id = numbers.OfPerson(fields["number"], stated.Right, Tenant, person);
        var asked = Asked(page, id, stated.Right, person, fields, "in-app") with { VerifiedBy = SignedIn };
        try
        {
            var request = await requests.ReceiveAsync(asked, cancel).ConfigureAwait(false);
            request = await AfterProofAsync(request, cancel).ConfigureAwait(false);
            return page.Onward($"/requests/{request.Id}", RequestAnswer.Of(request), StatusCodes.Status201Created);
        }
        catch (PrivacyRequestLimitException)
        {
            return page.Failed(StatusCodes.Status429TooManyRequests, "Error.Limit");
        }
        catch (BeyondCalendarException error)
        {
            LogNotTaken(error.GetType().Name);
            return page.Failed(StatusCodes.Status503ServiceUnavailable, "Error.Unavailable");
        }
        catch (ArgumentException)
        {
            return page.Failed(StatusCodes.Status409Conflict, "Error.Form");
        }
    }

    /// <summary>Whoever has a number goes to its page; it says nothing of whether there is such a request.</summary>
    public async Task<IResult> FindAsync(HttpContext http)
    {
        var page = Page.Of(http);
        var fields = await Fields.ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false);
        return Guid.TryParse(fields["number"], out var id)
            ? page.Onward($"/requests/{id}", new { id })
            : page.Failed(StatusCodes.Status400BadRequest, "Error.Number");
    }

    public async Task<IResult> ShowAsync(HttpContext http, Guid id)
    {
        var page = Page.Of(http);
        if (await SeenAsync(http, id).ConfigureAwait(false) is not { } request)
            return Unseen(page, id);
        return await ShowAsync(page, request, null, StatusCodes.Status200OK, http.RequestAborted).ConfigureAwait(false);
    }

    public async Task<IResult> ProveAsync(HttpContext http, Guid id)
    {
        var page = Page.Of(http);
        if (await SeenAsync(http, id).ConfigureAwait(false) is { } request)
            return page.Onward($"/requests/{id}", RequestAnswer.Of(request));
        return page.Answer(page.Words["Verify.Title"], VerifyView.Of(page, id, http.Request.Query["sent"] == "1", isWrong: false), new { id, token = page.Token() });
    }

    public async Task<IResult> ProvedAsync(HttpContext http, Guid id)
    {
        var page = Page.Of(http);
        var cancel = http.RequestAborted;
        var code = (await Fields.ReadAsync(http.Request, cancel).ConfigureAwait(false))["code"];
        var request = await even.RunAsync(() => VerifiedAsync(id, code, cancel), cancel).ConfigureAwait(false);
        if (request is null)
        {
            if (page.IsJson)
                return page.Failed(StatusCodes.Status400BadRequest, "Error.Code");
            return page.Answer(page.Words["Verify.Title"], VerifyView.Of(page, id, isSent: false, isWrong: true), status: StatusCodes.Status400BadRequest);
        }

        proven.Add(http, id, page.Prefix);
        return page.Onward($"/requests/{id}", RequestAnswer.Of(request));
    }

    public async Task<IResult> SendCodeAsync(HttpContext http, Guid id)
    {
        var page = Page.Of(http);
        await even.RunAsync(
            () => UnseenAsync(
                async () => await requests.FindAsync(id, http.RequestAborted).ConfigureAwait(false) is not null
                    && await CodeAsync(id, http.RequestAborted).ConfigureAwait(false),
                http.RequestAborted),
            http.RequestAborted).ConfigureAwait(false);
        return page.Onward($"/requests/{id}/verify", new { id }, StatusCodes.Status202Accepted, "sent=1");
    }

    public async Task<IResult> WithdrawAsync(HttpContext http, Guid id)
    {
        var page = Page.Of(http);
        if (await SeenAsync(http, id).ConfigureAwait(false) is not { } request)
            return Unseen(page, id);
        try
        {
            request = await requests.WithdrawAsync(id, http.RequestAborted).ConfigureAwait(false);
            return page.Onward($"/requests/{id}", RequestAnswer.Of(request));
        }
        catch (PrivacyRequestStepException)
        {
            if (page.IsJson)
                return page.Failed(StatusCodes.Status409Conflict, "Error.TooLate");
            return await ShowAsync(page, request, "Error.TooLate", StatusCodes.Status409Conflict, http.RequestAborted).ConfigureAwait(false);
        }
    }

    public async Task<IResult> CopyAsync(HttpContext http, Guid id)
    {
        var page = Page.Of(http);
        if (await SeenAsync(http, id).ConfigureAwait(false) is null)
            return Unseen(page, id);
        return await requests.CopyAsync(id, http.RequestAborted).ConfigureAwait(false) is { } copy
            ? new CopyAnswer(requests, copy, page, copies, _options.CopyTime)
            : page.Failed(StatusCodes.Status404NotFound, "Error.NoCopy");
    }

    public async Task<IResult> ConsentsAsync(HttpContext http)
    {
        var page = Page.Of(http);
        if (await PersonAsync(http).ConfigureAwait(false) is not { } person)
            return page.Failed(StatusCodes.Status403Forbidden, "Error.Nobody");
        var history = await consents.HistoryAsync(person.Subject, person.SubjectId, http.RequestAborted).ConfigureAwait(false);
        return page.Answer(page.Words["Consents.Title"], ConsentsView.Of(page, history, _options, Zone, http.Request.Query["done"] == "1"), new
        {
            consents = history.Select(consent => new
            {
                purpose = consent.Purpose, givenAt = consent.GivenAt, through = consent.GivenThrough,
                textVersion = consent.TextVersion, textHash = consent.TextHash, withdrawnAt = consent.WithdrawnAt,
            }),
            token = page.Token(),
        });
    }

    public async Task<IResult> WithdrawConsentAsync(HttpContext http)
    {
        var page = Page.Of(http);
        if (await PersonAsync(http).ConfigureAwait(false) is not { } person)
            return page.Failed(StatusCodes.Status403Forbidden, "Error.Nobody");
        var cancel = http.RequestAborted;
        if ((await Fields.ReadAsync(http.Request, cancel).ConfigureAwait(false))["purpose"] is not { Length: <= LongestPurpose } purpose)
            return page.Failed(StatusCodes.Status400BadRequest, "Error.Form");
        await consents.WithdrawAsync(person.Subject, person.SubjectId, purpose, "form", cancel).ConfigureAwait(false);
        return page.Onward("/consents", new { purpose }, query: "done=1");
    }

    private static IResult Unseen(Page page, Guid id) => page.IsJson
        ? page.Failed(StatusCodes.Status404NotFound, "Error.NotFound")
        : page.Onward($"/requests/{id}/verify", new { id });

    private static IResult Mistaken(Page page, AskView form, Fields fields, IReadOnlyDictionary<string, string> mistakes) =>
        page.IsJson
            ? Results.ValidationProblem(
                mistakes.ToDictionary(mistake => mistake.Key, mistake => new[] { page.Words[mistake.Value] }),
                title: page.Words["Error.Fields"])
            : page.Answer(page.Words["Error.Fields"], form.Of(fields, mistakes), status: StatusCodes.Status400BadRequest);

    private Dictionary<string, string> Mistakes(PrivacyRight right, Fields fields, bool isKnown)
    {
        var mistakes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!isKnown && fields["contact"] is not { Length: <= LongestContact })
            mistakes["contact"] = "Error.Contact";
        if (!isKnown && _options.AskForName && fields["name"] is not { Length: <= LongestContact })
            mistakes["name"] = "Error.Name";
        if (fields["words"] is { Length: > LongestWords })
            mistakes["words"] = "Error.Words";
        if (right == PrivacyRight.Rectification && (Field(fields) is null || fields["value"] is not { Length: <= LongestWords }))
            mistakes["value"] = "Error.Value";
        if (fields["purpose"] is { } purpose && _options.Purposes.All(known => known.Term != purpose))
            mistakes["purpose"] = "Error.Purpose";
        return mistakes;
    }

    private string? Field(Fields fields) =>
        _options.Fields.FirstOrDefault(known => known.Term == fields["field"])?.Term;

    private NewPrivacyRequest Asked(
        Page page, Guid id, PrivacyRight right, RequestPerson person, Fields fields, string channel) =>
        new(right, person.Subject, person.SubjectId, channel)
        {
            Id = id, Words = fields["words"], Purpose = fields["purpose"], Language = page.Words.Language,
            Corrections = right == PrivacyRight.Rectification ? [new(Field(fields)!, fields["value"]!)] : [],
        };

    /// <summary>What comes of it is nothing that whoever asks can see: they get the code, or nothing comes.</summary>
    private async Task<bool> AskedByStrangerAsync(
        Page page, Guid id, PrivacyRight right, Fields fields, CancellationToken cancel)
    {
        var asked = new AskedBy(fields["contact"]!, _options.AskForName ? fields["name"] : null);
        if (await subjects.FindAsync(asked, cancel).ConfigureAwait(false) is not { } person)
            return false;
        try
        {
            // They have no language of ours to be written in but the one on record.
            await requests.ReceiveAsync(Asked(page, id, right, person, fields, "form") with { Language = null }, cancel).ConfigureAwait(false);
        }
        catch (PrivacyRequestLimitException)
        {
            LogLimit();
            return false;
        }

        return await CodeAsync(id, cancel).ConfigureAwait(false);
    }

    /// <summary>
    /// Only for somebody on record can anything go wrong: they are told the same, and those who look at the log that it did.
    /// </summary>
    private async Task<bool> UnseenAsync(Func<Task<bool>> work, CancellationToken cancel)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            // Its kind alone: what it says may name somebody.
            LogNotTaken(error.GetType().Name);
            return false;
        }
    }

    private async Task<bool> CodeAsync(Guid id, CancellationToken cancel)
    {
        try
        {
            await requests.SendCodeAsync(id, cancel).ConfigureAwait(false);
            return true;
        }
        catch (PrivacyRequestStepException)
        {
            LogNoCode(id);
            return false;
        }
    }

    /// <summary>The request that a code proves; null for a wrong one and for no request, which look the same.</summary>
    private async Task<PrivacyRequest?> VerifiedAsync(Guid id, string? code, CancellationToken cancel)
    {
        if (code is null || await requests.FindAsync(id, cancel).ConfigureAwait(false) is not { } request)
            return null;
        try
        {
            if (await requests.VerifyIdentityAsync(id, code, cancel).ConfigureAwait(false) != IdentityOutcome.Verified)
                return null;
        }
        catch (PrivacyRequestStepException)
        {
            return null;
        }

        request = (await requests.FindAsync(id, cancel).ConfigureAwait(false))!;
        return await AfterProofAsync(request, cancel).ConfigureAwait(false);
    }

    /// <summary>Goes as far as it goes without staff.</summary>
    private async Task<PrivacyRequest> AfterProofAsync(PrivacyRequest request, CancellationToken cancel)
    {
        try
        {
            if (request.State == PrivacyRequestState.IdentityVerified && _options.ConfirmAtOnce)
                request = await requests.ConfirmAsync(request.Id, cancel).ConfigureAwait(false);
            if (request.State == PrivacyRequestState.Confirmed && _options.CarryOutAtOnce.Contains(request.Right)
                && rights[request.Right].IsEvaluated is false)
                request = await requests.ExecuteAsync(request.Id, cancel: cancel).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancel.IsCancellationRequested)
        {
            // It was taken in and proved; the rest is for staff, who see why.
            LogLeft(request.Id, error.GetType().Name);
        }

        return request;
    }

    private async Task<IResult> ShowAsync(
        Page page, PrivacyRequest request, string? alert, int status, CancellationToken cancel)
    {
        var hasCopy = await requests.CopyAsync(request.Id, cancel).ConfigureAwait(false) is not null;
        var view = new ShowView(page, request, rights, hasCopy);
        return page.Answer(page.Words.Right(request.Right), view.Of(alert), RequestAnswer.Of(request), status);
    }

    private async Task<RequestPerson?> PersonAsync(HttpContext http) =>
        http.User.Identity?.IsAuthenticated == true
            ? await subjects.OfAsync(http.User, http.RequestAborted).ConfigureAwait(false)
            : null;

    /// <summary>The requests of whoever is signed in; null where that is nobody on record.</summary>
    private async Task<IReadOnlyList<PrivacyRequest>?> OwnAsync(HttpContext http)
    {
        if (await PersonAsync(http).ConfigureAwait(false) is not { } person)
            return null;
        var own = await requests.OfAsync(person.Subject, person.SubjectId, http.RequestAborted).ConfigureAwait(false);
        return services.GetService<IPrivacyTenant>() is { } tenant
            ? [.. own.Where(request => request.Tenant == tenant.Current)]
            : own;
    }

    /// <summary>A request that this browser may show: its person's, or one for which a code was entered in it.</summary>
    private async Task<PrivacyRequest?> SeenAsync(HttpContext http, Guid id)
    {
        if (proven.Has(http, id))
            return await requests.FindAsync(id, http.RequestAborted).ConfigureAwait(false);
        var own = await OwnAsync(http).ConfigureAwait(false);
        return own?.FirstOrDefault(request => request.Id == id);
    }

    private IEnumerable<PolicyRight> Offered() => rights.Rights.Where(right =>
        !_options.ServedElsewhere.Contains(right.Right)
        && (right.Right != PrivacyRight.Rectification || _options.Fields.Count > 0));

    private PolicyRight? Offered(string slug) =>
        RightSlugs.Find(slug) is { } right ? Offered().FirstOrDefault(stated => stated.Right == right) : null;

    [LoggerMessage(40, LogLevel.Warning, "A privacy request was not taken in: too many came in for the person within a day")]
    private partial void LogLimit();

    [LoggerMessage(41, LogLevel.Information, "No code was sent for privacy request {RequestId}")]
    private partial void LogNoCode(Guid requestId);

    [LoggerMessage(42, LogLevel.Warning, "Privacy request {RequestId} waits for staff ({Error})")]
    private partial void LogLeft(Guid requestId, string error);

    [LoggerMessage(43, LogLevel.Error, "A privacy request, or its code, was not taken in ({Error})")]
    private partial void LogNotTaken(string error);
}
