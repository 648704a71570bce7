using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PolicyAsCode.EntityFrameworkCore;

namespace PolicyAsCode.AspNetCore;

/// <summary>Maps the request pages.</summary>
public static class PrivacyRequestEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the pages on which people ask for their rights, prove who they are, follow their requests, fetch their copies
    /// and take consents back; and, where the options name a policy for them, those of staff. Each answers in HTML, or in
    /// JSON to whoever accepts only that.
    /// </summary>
    /// <param name="app">Where to.</param>
    /// <param name="prefix">Where the pages begin: a fixed path with a slash before it.</param>
    /// <exception cref="ArgumentException">The prefix has parameters, or no slash before it.</exception>
    /// <returns>The pages of people and of staff, for more conventions.</returns>
    public static IEndpointConventionBuilder MapPrivacyRequests(this IEndpointRouteBuilder app, string prefix = "/privacy")
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(prefix);
        if (prefix is not ['/', _, ..] || prefix[^1] == '/' || prefix.AsSpan().IndexOfAny("{}*?#%\\") >= 0
            || prefix.Contains("//", StringComparison.Ordinal) || prefix.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter)))
            throw new ArgumentException(
                $"\"{prefix}\" cannot begin the addresses of the request pages: they begin with a fixed path such as /privacy or /shop/rights, "
                + "with a slash before it, none after it, and no parameters.", nameof(prefix));
        var known = app.ServiceProvider.GetRequiredService<IServiceProviderIsService>();
        if (!known.IsService(typeof(IRequestSubject)) || !known.IsService(typeof(PageLimits)))
            throw new InvalidOperationException(
                $"Call services.AddPrivacyRequestPages(), and register an {nameof(IRequestSubject)} that says whose requests a user may see.");
        var options = app.ServiceProvider.GetRequiredService<IOptions<PrivacyRequestPagesOptions>>().Value;

        var language = PageCatalog.Find(options.Language)?.Language ?? throw new InvalidOperationException(
            $"The request pages speak {string.Join(", ", PageCatalog.All.Select(catalog => catalog.Language).Order(StringComparer.Ordinal))}, and "
            + $"{nameof(PrivacyRequestPagesOptions)}.{nameof(options.Language)} is \"{options.Language}\".");

        var pages = app.MapGroup(prefix).AddEndpointFilter(new PageGuard(prefix, language));
        pages.MapGet("/style.css", StyleSheet.Answer).AllowAnonymous();

        // Whoever has no account asks here, too: these pages look themselves who sees what.
        pages.MapGet("/", (HttpContext http, PersonPages person) => person.HomeAsync(http)).AllowAnonymous();
        pages.MapGet("/ask/{right}", (HttpContext http, PersonPages person, string right) => person.AskAsync(http, right)).AllowAnonymous();
        pages.MapPost("/ask/{right}", (HttpContext http, PersonPages person, string right) => person.AskedAsync(http, right)).AllowAnonymous();
        pages.MapPost("/find", (HttpContext http, PersonPages person) => person.FindAsync(http)).AllowAnonymous();
        pages.MapGet("/requests/{id:guid}", (HttpContext http, PersonPages person, Guid id) => person.ShowAsync(http, id)).AllowAnonymous();
        pages.MapGet("/requests/{id:guid}/verify", (HttpContext http, PersonPages person, Guid id) => person.ProveAsync(http, id)).AllowAnonymous();
        pages.MapPost("/requests/{id:guid}/verify", (HttpContext http, PersonPages person, Guid id) => person.ProvedAsync(http, id)).AllowAnonymous();
        pages.MapPost("/requests/{id:guid}/code", (HttpContext http, PersonPages person, Guid id) => person.SendCodeAsync(http, id)).AllowAnonymous();
        pages.MapPost("/requests/{id:guid}/withdraw", (HttpContext http, PersonPages person, Guid id) => person.WithdrawAsync(http, id)).AllowAnonymous();
        pages.MapGet("/requests/{id:guid}/copy", (HttpContext http, PersonPages person, Guid id) => person.CopyAsync(http, id)).AllowAnonymous();

        if (!options.ServedElsewhere.Contains(PrivacyRight.ConsentWithdrawal))
        {
            pages.MapGet("/consents", (HttpContext http, PersonPages person) => person.ConsentsAsync(http)).RequireAuthorization();
            pages.MapPost("/consents/withdraw", (HttpContext http, PersonPages person) => person.WithdrawConsentAsync(http)).RequireAuthorization();
        }

        if (options.StaffPolicy is { } policy)
        {
            var staff = pages.MapGroup("/staff").RequireAuthorization(policy);
            staff.MapGet("/", (HttpContext http, StaffPages desk) => desk.ListAsync(http));
            staff.MapGet("/requests/{id:guid}", (HttpContext http, StaffPages desk, Guid id) => desk.ShowAsync(http, id));
            staff.MapPost("/requests/{id:guid}/{step}", (HttpContext http, StaffPages desk, Guid id, string step) => desk.StepAsync(http, id, step));
        }

        return pages;
    }
}
